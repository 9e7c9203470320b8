"""Numbers in digits, in words and in both ("2백5십"), found in a text."""

import re
from dataclasses import dataclass

DIGITS = {
    "영": 0,
    "공": 0,
    "일": 1,
    "이": 2,
    "삼": 3,
    "사": 4,
    "오": 5,
    "육": 6,
    "륙": 6,
    "칠": 7,
    "팔": 8,
    "구": 9,
}
SMALL = {"십": 10, "백": 100, "천": 1000}
LARGE = {"만": 10**4, "억": 10**8, "조": 10**12}
ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "서": 3, "넷": 4, "네": 4, "넉": 4,
    "다섯": 5, "닷": 5, "여섯": 6, "엿": 6, "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
TENS = {
    "열": 10, "스물": 20, "스무": 20, "서른": 30, "설흔": 30, "마흔": 40, "쉰": 50, "쉬흔": 50,
    "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip


def _either(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)"
# 이 is two and also "it is": in 300이요, 삼백이요 and 오십이에요 it counts nothing.
_IS = r"이(?=요|에요|예요|여요|고|구|라|며|지|니|다|야|네|거|상|하|내|나|면|었|던|랑|가|는|를|도)"
_WORD_DIGIT = rf"(?:(?!(?<=[십백천만억일삼육칠팔영공]){_IS})[영공일이삼사오육륙칠팔구])"
_UNIT = r"[십백천만억조]"
_PIECE = rf"(?:{_ARABIC}|{_WORD_DIGIT}|{_UNIT})"
# What may follow a unit and what may follow a digit are kept apart: two ways to read on would double at each step.
_AFTER_DIGIT = rf"(?:(?<!\d){_WORD_DIGIT}|(?<!\d){_ARABIC}|{_UNIT})"
SINO = rf"{_PIECE}(?:(?<={_UNIT})\s?{_PIECE}|(?<!{_UNIT}){_AFTER_DIGIT})*"
# "육십셋": many count on in native words. 육십 세 is 60세, so only words that stand alone.
_LONE_ONES = "하나|둘|셋|넷|다섯|여섯|일곱|여덟|여덜|아홉"
_SINO_TENS = rf"[이삼사오육칠팔구]?십\s?(?:{_LONE_ONES})"
_HUNDREDS = r"(?:[이삼사오육칠팔구]?천\s?)?(?:[이삼사오육칠팔구]?백)\s?"
NATIVE = rf"(?:(?:{_either(TENS)})\s?(?:{_either(ONES)})|{_SINO_TENS}|{_either(TENS)}|{_either(ONES)})"
# "삼백예순다섯": hundreds can only be counted the one way, the rest in the other.
_BOTH = (
    rf"(?:{_HUNDREDS}(?:(?:{_either(TENS)})\s?(?:{_LONE_ONES})|{_either(TENS)}(?!명|시|살)|(?:{_LONE_ONES})))"
)
NUMERAL = rf"(?:{NATIVE}|{_BOTH}|{SINO})"

_PIECES = re.compile(rf"{_ARABIC}|[영공일이삼사오육륙칠팔구십백천만억조]")
_NATIVE_PARTS = re.compile(
    rf"({_either(TENS)}|[이삼사오육칠팔구]?십(?=\s?(?:{_LONE_ONES})))?\s?({_either(ONES)})?"
)

# "두세 명", "이삼 년", "서너 달", "여남은": two numbers in one word.
ABOUT = (
    r"(?:한두|두어|두세|두서|서너|너댓|네댓|네다섯|너더댓|대여섯|예닐곱|일고여덟|여덟아홉|엳아홉|여남은|"
    r"일이|이삼|삼사|사오|오육|오륙|육칠|칠팔|팔구)"
)


@dataclass(frozen=True, slots=True)
class _Section:
    """The sum below the next large unit while a number is read from left to right."""

    total: float = 0
    section: float = 0
    digit: float | None = None
    small: int = 10**4
    large: int = 10**16


def _digit_string(pieces: list[str]) -> float | None:
    if len(pieces) > 1 and all(piece in DIGITS for piece in pieces):
        return float("".join(str(DIGITS[piece]) for piece in pieces))
    return None


def _step(state: _Section, piece: str) -> _Section | None:
    if piece in SMALL:
        unit = SMALL[piece]
        if unit >= state.small:
            return None
        amount = 1 if state.digit is None else state.digit
        return _Section(state.total, state.section + amount * unit, None, unit, state.large)
    if piece in LARGE:
        unit = LARGE[piece]
        if unit >= state.large:
            return None
        amount = state.section + (state.digit or 0)
        return _Section(state.total + (amount or 1) * unit, 0, None, 10**4, unit)
    value = DIGITS[piece] if piece in DIGITS else float(piece.replace(",", ""))
    return (
        None
        if state.digit is not None
        else _Section(state.total, state.section, value, state.small, state.large)
    )


def sino_value(text: str) -> float | None:
    """ "2백5십" → 250, "공일공" → 10, "삼천오" → 3005; None where it is no number."""
    pieces = _PIECES.findall(text)
    if (digits := _digit_string(pieces)) is not None:
        return digits
    state: _Section | None = _Section()
    for piece in pieces:
        if state is None or (state.digit or 0) >= state.small:
            return None
        state = _step(state, piece)
    loose = (
        len(pieces) > 1 and re.fullmatch(r"\d", pieces[-1]) and pieces[-2] != "십"
    )  # "2천5" is 2005 to some, 2500 to others
    if state is None or not pieces or loose:
        return None
    return state.total + state.section + (state.digit or 0)


def native_value(text: str) -> int | None:
    """ "서른다섯" → 35, "스무" → 20; None where it is no native number."""
    match = _NATIVE_PARTS.fullmatch(text.strip())
    if not text.strip() or match is None:
        return None
    tens, ones = match.groups()
    if tens and tens not in TENS:
        return (DIGITS[tens[0]] if len(tens) > 1 else 1) * 10 + ONES[ones]
    return TENS.get(tens or "", 0) + ONES.get(ones or "", 0)


_BOTH_PARTS = re.compile(rf"(?P<sino>{_HUNDREDS})(?P<native>.+)")


def value(text: str) -> float | None:
    """A number in any spelling, or None."""
    native = native_value(text)
    if native is not None:
        return native
    both = _BOTH_PARTS.fullmatch(text.strip())
    if both and (rest := native_value(both["native"])) is not None:
        return (sino_value(both["sino"]) or 0) + rest
    return sino_value(text)


# Behind hundreds nobody hears a two: "사백오십이요" is 450.
_THIRTY_OR_TWO = re.compile(
    r"(?<![백천])(?<![백천][이삼사오육칠팔구])십이(?=요|에요|예요|여요|고|구|라|야|다|네|지|인데)"
)


def is_twofold(text: str) -> bool:
    """Whether 이 may be two or the verb: "삼십이요" is thirty or thirty-two."""
    return _THIRTY_OR_TWO.search(text) is not None


def without_commas(text: str) -> str:
    """ "3,600" → "3600"."""
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)


def whole(number: float) -> int | float:
    """An int where nothing stands behind the point."""
    return int(number) if number == int(number) else number
