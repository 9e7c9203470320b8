"""Keys struck in the wrong layout: `dkssud` is 안녕, `ㅛㄷㄴ` is yes."""

import re

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS: list[str] = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_COMPOUNDS: dict[str, str] = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_JOINED = {pair: letter for letter, pair in _COMPOUNDS.items()}
_ENGLISH = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
_HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
_TO_HANGUL = dict(zip(_ENGLISH, _HANGUL, strict=True))
_TO_ENGLISH = {hangul: english for english, hangul in _TO_HANGUL.items()}

_SYLLABLE = re.compile(
    r"(?P<initial>[ㄱ-ㅎ])(?P<vowel>ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])"
    r"(?P<final>(?:ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱ-ㅎ])(?![ㅏ-ㅣ])|"
    r"[ㄱㄴㄹㅂ](?=[ㄱ-ㅎ][ㅏ-ㅣ])|[ㄱ-ㅎ](?![ㅏ-ㅣ]))?"
)


def _compose(match: re.Match[str]) -> str:
    initial = str(match["initial"])
    vowel = _JOINED.get(match["vowel"], match["vowel"])
    final = _JOINED.get(match["final"], match["final"]) or ""
    if initial not in _INITIALS or final not in _FINALS:
        return str(match[0])
    code = (_INITIALS.index(initial) * 21 + _VOWELS.index(vowel)) * 28 + _FINALS.index(final)
    return chr(0xAC00 + code)


def _letters(character: str) -> str:
    code = ord(character) - 0xAC00
    if not 0 <= code < 11172:
        return _COMPOUNDS.get(character, character)
    initial, vowel, final = _INITIALS[code // 588], _VOWELS[code % 588 // 28], _FINALS[code % 28]
    return initial + _COMPOUNDS.get(vowel, vowel) + _COMPOUNDS.get(final, final)


def composed(text: str) -> str:
    """Loose letters put together: "ㄴㅔ" → "네"."""
    return _SYLLABLE.sub(_compose, text)


def as_hangul(text: str) -> str:
    """What the keys would have written in the Korean layout: "dkssud" → "안녕"."""
    return composed("".join(_TO_HANGUL.get(key, _TO_HANGUL.get(key.lower(), key)) for key in text))


def as_english(text: str) -> str:
    """What the keys would have written in the English layout: "ㅛㄷㄴ" → "yes"."""
    letters = "".join(_letters(character) for character in text)
    return "".join(_TO_ENGLISH.get(letter, letter) for letter in letters)


# Letters that would compose but are what they are: the halves of a day, units.
_ENGLISH_WORDS = frozenset(("am", "cm", "cc"))
_LATIN = re.compile(r"(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])")
_LOOSE = re.compile(r"[ㄱ-ㅎ][ㅏ-ㅣ]")
_SYLLABLES = re.compile(r"[가-힣]+")


def _retyped(match: re.Match[str]) -> str:
    if match[0].lower() in _ENGLISH_WORDS:
        return match[0]
    hangul = as_hangul(match[0])
    return hangul if _SYLLABLES.fullmatch(hangul) else match[0]


def retyped(text: str) -> str:
    """The text with keys and loose letters that make whole syllables: "10tldy" → "10시요", "ㅇㅗ후" → "오후"."""
    return _LATIN.sub(_retyped, composed(text) if _LOOSE.search(text) else text)
