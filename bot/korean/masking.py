"""Hiding numbers nobody may keep: resident and foreigner numbers, passports, cards, accounts."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of number was found."""

    RESIDENT = "resident"
    FOREIGNER = "foreigner"
    PASSPORT = "passport"
    CARD = "card"
    ACCOUNT = "account"


Span = tuple[int, int]

COVER = "●"  # what stands in place of each character

_ENOUGH_DIGITS = re.compile(r"\d(?:\D{0,12}?\d){5}")
_BLANK = r"[\s\u200b-\u200d\u2060\ufeff]{0,6}"
_JOINT = rf"{_BLANK}(?:[-\u2010-\u2015\u2212\uff0d~.·/_ㅡ*]|다시|대시|하이픈|빼기|작대기|바|에)?{_BLANK}"
_DAY = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_SPACED_DAY = r"\d \d (?:0 [1-9]|1 [0-2]) (?:0 [1-9]|[12] \d|3 [01])"
# Numbers of people born before 1900 begin with 9 and 0; a 10-digit or 13-digit number may be something else.
_RESIDENT = re.compile(
    rf"(?<!\d)(?:{_DAY}{_JOINT}(?P<sex>[0-9])\d{{6}}|{_SPACED_DAY}{_JOINT}(?P<spaced>[0-9])(?: "
    rf"\d){{6}})(?!\d)"
)
_KOREAN_PASSPORT = re.compile(r"(?<![a-z\d])[msrodg](?:\d{8}|\d{3}[a-z]\d{4})(?![a-z\d])")
_ANY_PASSPORT = re.compile(r"(?<![a-z\d])[a-z]{1,2}[- ]?\d{6,9}(?!\d)|(?<!\d)\d{9}(?!\d)")
_PASSPORT_WORD = re.compile(r"여권|패스포트|passport|hộ chiếu|护照|паспорт")
_CARD = re.compile(r"(?<!\d)(?<!\d[- ])\d(?:[- ]?\d){13,18}(?!\d)")
_ACCOUNT = re.compile(r"(?<!\d)(?<!\d[- ])\d(?:[- ]?\d){9,15}(?!\d)")
_BANK_WORD = re.compile(
    r"계좌|통장|입금|송금|이체|은행|뱅크|농협|수협|신협|새마을금고|우체국|예금주|토스|account|bank"
)
_TELEPHONE = re.compile(r"(?:\+?82[- ]?|0)(?:2|1[016789]|[3-7]\d|50\d?)[- ]?\d{3,4}[- ]?\d{4}")
_MOMENT = re.compile(r"(?:19|20)\d\d[- ]?(?:0[1-9]|1[0-2])[- ]?(?:0[1-9]|[12]\d|3[01])(?:[- ]?\d{2,6})?")
_NEAR = 20


def _shadow(text: str) -> str:
    """The text with every digit as 0-9 and every letter small, character for character."""
    if text.isascii():
        return text.lower()
    return "".join(
        str(int(character))
        if character.isdecimal()
        else character.lower()
        if len(character.lower()) == 1
        else character
        for character in _narrow(text)
    )


def _narrow(text: str) -> str:
    return text.translate({code: code - 0xFEE0 for code in range(0xFF21, 0xFF5B)})


def _luhn(digits: str) -> bool:
    doubled = [int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def _residents(shadow: str) -> Iterator[tuple[Kind, Span]]:
    for match in _RESIDENT.finditer(shadow):
        foreign = (match["sex"] or match["spaced"]) in "5678"
        yield (Kind.FOREIGNER if foreign else Kind.RESIDENT), match.span()


def _passports(shadow: str) -> Iterator[tuple[Kind, Span]]:
    pattern = _ANY_PASSPORT if _PASSPORT_WORD.search(shadow) else _KOREAN_PASSPORT
    yield from ((Kind.PASSPORT, match.span()) for match in pattern.finditer(shadow))


def _cards(shadow: str) -> Iterator[tuple[Kind, Span]]:
    for match in _CARD.finditer(shadow):
        if _luhn(re.sub(r"\D", "", match[0])) and match[0][0] in "234569":
            yield Kind.CARD, match.span()


def _accounts(shadow: str) -> Iterator[tuple[Kind, Span]]:
    for match in _ACCOUNT.finditer(shadow):
        around = shadow[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        is_other = _TELEPHONE.fullmatch(match[0]) or _MOMENT.fullmatch(match[0])
        if _BANK_WORD.search(around) and not is_other:
            yield Kind.ACCOUNT, match.span()


def _findings(text: str) -> list[tuple[Kind, Span]]:
    if not _ENOUGH_DIGITS.search(text):
        return []
    shadow = _shadow(text)
    found: list[tuple[Kind, Span]] = []
    for search in (_residents, _passports, _cards, _accounts):
        for kind, (start, end) in search(shadow):
            if all(end <= other[0] or other[1] <= start for _, other in found):
                found.append((kind, (start, end)))
    return found


def _hidden(character: str) -> str:
    if character.isdecimal() or (character.isalpha() and _narrow(character).isascii()):
        return COVER * (len(character.encode("utf-16-le")) // 2)
    return character


def found(text: str) -> frozenset[Kind]:
    """The kinds of numbers in a text that nobody may keep."""
    return frozenset(kind for kind, _ in _findings(text))


def mask(text: str) -> str:
    """The text with such numbers as ●, as long in UTF-16 as before."""
    while findings := _findings(text):
        for _, (start, end) in sorted(findings, key=lambda finding: -finding[1][0]):
            text = text[:start] + "".join(map(_hidden, text[start:end])) + text[end:]
    return text


def mask_json(value: Any) -> Any:
    """The same structure with every text in it masked."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: mask_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [mask_json(item) for item in value]
    return value
