"""Words in another language than Korean: written in letters that neither Korean nor English has, or English wanted."""

import re
import unicodedata

from bot.korean.plain import plain

_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_ENGLISH = re.compile(r"english|영어")
_NOT_ENGLISH = re.compile(
    r"(?:영어|english)\s*(?:는|도|를|가)?\s*(?:말고|못|몰라|모르|안)|(?:no|not|don'?t)\b.*english"
)


def foreign(text: str) -> bool:
    """Whether a text has no Korean and letters that English does not have: tôi cần việc làm, Мне нужна работа."""
    composed = unicodedata.normalize("NFC", text)
    return not _HANGUL.search(composed) and any(each.isalpha() and not each.isascii() for each in composed)


def wants_english(text: str) -> bool:
    """Whether somebody who asks for another language names English: "English please", "영어로 해 주세요"."""
    said = plain(text)
    return bool(_ENGLISH.search(said)) and not _NOT_ENGLISH.search(said)
