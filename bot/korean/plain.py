"""Text as it was meant to be typed: one form for each character, no ornaments."""

import re
import unicodedata
from functools import lru_cache

# A text longer than this is a story, not an answer; the readers look at its beginning.
LONGEST = 400
# How far around a number its words are looked for.
NEAR = 40

# NFKC would turn the letters of ㅋㅋ and ㅇㅇ into something else, so the wide forms are mapped by hand.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    ord(character): replacement
    for character, replacement in {
        "\u3000": " ", "\u00a0": " ", "\u200b": "", "\u200d": "", "\ufeff": "", "\u2060": "",
        "∼": "~", "〜": "~", "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-", "ㅡ": "-",
        "’": "'", "‘": "'", "“": '"', "”": '"', "…": " ", "ᆞ": "·", "・": "·", "ㆍ": "·", "•": "·", "∙": "·", "㎞": "km",
    }.items()
}  # fmt: skip
_ORNAMENTS = re.compile(r"[ㅋㅎㅠㅜ^;♡♥☆★]+|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]+")
# No answer is that long; endless digits would only keep the patterns busy.
_ENDLESS = re.compile(r"[\d.,:/\s-]{40,}|[영공일이삼사오육륙칠팔구십백천만억조한두세네열\s]{30,}")
_SPACES = re.compile(r"\s+")


def wide_to_plain(text: str) -> str:
    """The text with composed syllables and ASCII digits, signs and letters."""
    return unicodedata.normalize("NFC", text).translate(_WIDE)


@lru_cache(maxsize=4)  # several readers look at one sentence
def plain(text: str) -> str:
    """The text in one form: composed, narrow, lower case, single spaces, without laughter and pictures."""
    narrow = wide_to_plain(text[:LONGEST])
    shorter = _ENDLESS.sub(" ", _ORNAMENTS.sub(" ", _SPACES.sub(" ", narrow)))
    return _SPACES.sub(" ", shorter).strip().lower()
