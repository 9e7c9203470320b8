"""What our readers are measured beside: keywords, `korean-datetime` and `dateparser` as they are."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from datetime import time as hour_of_day

import dateparser
import korean_datetime

Read = Callable[[str, datetime], str | None]

# What a bot without readers would look for: the first word found decides.
SITUATIONS = {
    "실업급여": "unemployment_benefit", "휴직": "on_leave", "졸업예정": "expected_graduate",
    "학생": "student", "알바": "part_time", "아르바이트": "part_time", "자영업": "self_employed",
    "프리랜서": "self_employed", "사업": "self_employed", "무직": "unemployed", "백수": "unemployed",
    "구직": "unemployed", "취준": "unemployed", "주부": "unemployed", "직장": "employed", "회사": "employed",
}  # fmt: skip
ANSWERS = {
    "아니": "no",
    "안 ": "no",
    "싫": "no",
    "못": "no",
    "네": "yes",
    "예": "yes",
    "응": "yes",
    "좋": "yes",
    "맞": "yes",
}
DISTRICTS = ("광산구", "동구", "서구", "남구", "북구")
DAYS = {"오늘": 0, "내일": 1, "모레": 2}
_NAME = re.compile(
    r"^(?:저는 |제 이름은 |이름은 )?(?P<name>[가-힣]{2,4}?)(?:입니다|이에요|예요|이요|요|이라고 .*|라고 .*)?$"
)


def _first(words: dict[str, str], text: str) -> str | None:
    return next((label for word, label in words.items() if word in text), None)


def _digits(pattern: str, text: str) -> int | None:
    match = re.search(pattern, text.replace(",", ""))
    return int(match[1]) if match else None


def _keyword_day(text: str, now: datetime) -> str | None:
    if word := next((word for word in DAYS if word in text), None):
        return (now.date() + timedelta(days=DAYS[word])).isoformat()
    if match := re.search(r"(\d{1,2})월\s*(\d{1,2})일", text):
        month, day = int(match[1]), int(match[2])
        try:
            return date(now.year + ((month, day) < (now.month, now.day)), month, day).isoformat()
        except ValueError:
            return None
    return None


def _keyword_hour(text: str) -> str | None:
    hour = _digits(r"(\d{1,2})\s*시", text)
    if hour is None or hour > 24:
        return "AM" if "오전" in text else "PM" if "오후" in text else None
    hour += 12 if hour < 9 and "오전" not in text else 0
    return f"{hour:02}:{30 if '반' in text else 0:02}"


def _keyword_moment(text: str, now: datetime) -> str | None:
    day, hour = _keyword_day(text, now), _keyword_hour(text)
    return f"{day or '?'}T{hour or '?'}" if day or hour else None


def _keyword_birth_year(text: str) -> str | None:
    year = _digits(r"(\d{2,4})\s*년", text)
    if year is None:
        age = _digits(r"(\d+)", text)
        return None if age is None else f"age:{age}"
    return str(year if year > 99 else 1900 + year if year > 12 else 2000 + year)


def _number(pattern: str, times: int = 1) -> Callable[[str], str | None]:
    def read(text: str) -> str | None:
        found = _digits(pattern, text)
        return None if found is None else str(found * times)

    return read


def _keyword_phone(text: str) -> str | None:
    digits = re.sub(r"\D", "", text)
    return digits if re.fullmatch(r"010\d{8}|062\d{7}", digits) else None


def _keyword_name(text: str) -> str | None:
    match = _NAME.match(text.strip())
    return match["name"] if match else None


_KEYWORDS: dict[str, Callable[[str], str | None]] = {
    "time": _keyword_hour,
    "birth_year": _keyword_birth_year,
    "career_months": _number(r"(\d+)\s*년", 12),
    "phone": _keyword_phone,
    "monthly_wage": _number(r"(\d{2,3})", 10_000),
    "yes_no": lambda text: _first(ANSWERS, text),
    "district": lambda text: next((name for name in DISTRICTS if name in text), None),
    "employment_status": lambda text: _first(SITUATIONS, text),
    "number": _number(r"(\d+)"),
    "age": _number(r"(\d+)"),
    "name": _keyword_name,
}


def keywords(field: str) -> Read:
    """The first keyword or the first number decides."""
    if field == "date":
        return _keyword_day
    if field == "datetime":
        return _keyword_moment
    return lambda text, _now: _KEYWORDS[field](text)


def _spelled(field: str, found: object) -> str | None:
    match field, found:
        case "date", datetime():
            return found.date().isoformat()
        case "date", date():
            return found.isoformat()
        case "time", datetime() | hour_of_day():
            return f"{found:%H:%M}"
        case "datetime", datetime():
            return f"{found:%Y-%m-%dT%H:%M}"
    return None


def bare(field: str) -> Read:
    """`korean-datetime` alone: what it returns, put into the contract's spelling."""
    parse = {
        "date": korean_datetime.parse_date,
        "time": korean_datetime.parse_time,
        "datetime": korean_datetime.parse_datetime,
    }[field]

    def read(text: str, now: datetime) -> str | None:
        try:
            with korean_datetime.reference_time(now):
                return _spelled(field, parse(text))
        except (ValueError, TypeError, OverflowError):
            return None

    return read


def foreign(field: str) -> Read:
    """`dateparser` in Korean, towards the future."""

    def read(text: str, now: datetime) -> str | None:
        options = {"RELATIVE_BASE": now.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
        return _spelled(field, dateparser.parse(text, languages=["ko"], settings=options))

    return read
