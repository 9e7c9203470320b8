"""Which day counts for a question: "내년에 그만두면 얼마 받아요?" is about next year's figures."""

import re
from datetime import date

_NAMED = re.compile(
    r"(?P<next>내년|명년|다음\s?해)|(?P<last>작년|지난\s?해|전년)|(?P<this>올해|금년)|(?<!\d)(?P<long>20\d\d)\s?년|"
    r"(?<!\d)(?P<short>[2-4]\d)년(?=\s?(?:도|부터|기준|에\s|이직|퇴사|최저|실업|중위))"
)


def day_that_counts(text: str, today: date) -> date:
    """Today, or the nearest day of the year that was named last."""
    year = today.year
    for found in _NAMED.finditer(text):
        year = _year(found, today)
    if year > today.year:
        return date(year, 1, 1)
    return date(year, 12, 31) if year < today.year else today


def _year(found: re.Match[str], today: date) -> int:
    if found["next"]:
        return today.year + 1
    if found["last"]:
        return today.year - 1
    if found["this"]:
        return today.year
    return int(found["long"] or f"20{found['short']}")
