"""A telephone number: a mobile of 010, or a land line of 062."""

import re

from phonenumbers import is_possible_number, parse

from bot.korean.corrections import what_stands
from bot.korean.numerals import DIGITS
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only

_DIGIT = r"[\d공영일이삼사오육륙칠팔구o]"
_GAP = r"(?:\s|[-.·)(/,]|다시|하이픈|대시|에(?!요))*"
_END = r"(?!-?\d)(?![공영일이삼사오육륙칠팔구o](?!요|에요|예요|여요|고|라|며|거든|니|구|지|야|ㅂ))"
_START = r"(?<![\d가-힣])(?<!\d[-.])(?:\+?\s?82[-\s]*(?:\(0\)\s*)?|[0공영o])" + _GAP
_ZERO, _ONE, _TWO, _SIX = r"[0공영o]", r"[1일]", r"[2이]", r"[6육륙]"

_MOBILE = re.compile(_START + _ONE + _GAP + _ZERO + rf"(?:{_GAP}{_DIGIT}){{8}}" + _END)
_LAND_LINE = re.compile(_START + _SIX + _GAP + _TWO + rf"(?:{_GAP}{_DIGIT}){{7}}" + _END)
_UNFINISHED = re.compile(_START + _ONE + _GAP + _ZERO)
_ELSEWHERE = re.compile(_START + rf"(?:{_GAP}{_DIGIT}){{7,10}}" + _END)
_INTERNATIONAL = re.compile(r"^\+?\s?82[-\s]*(?:\(0\)\s*)?")
_LOOK_ALIKES = str.maketrans({"o": "0"} | {word: str(digit) for word, digit in DIGITS.items()})


def _national(written: str) -> str:
    digits = re.sub(r"\D", "", _INTERNATIONAL.sub("0", written).translate(_LOOK_ALIKES))
    return digits if digits.startswith("0") else "0" + digits


def _is_possible(digits: str) -> bool:
    return is_possible_number(parse(digits, "KR"))


def phone(text: str) -> str:
    """The number in national digits: "공일공 1234-5678" → "01012345678"."""
    said = what_stands(plain(text))
    found = [_national(match[0]) for pattern in (_MOBILE, _LAND_LINE) for match in pattern.finditer(said)]
    if not found and _UNFINISHED.search(said):
        raise Unclear(Why.NOTHING)
    if not found and _ELSEWHERE.search(said):
        raise Unclear(Why.NOT_OURS)
    return only([digits for digits in found if _is_possible(digits)])
