"""Every day of more than a year and every half hour of work, said in thirty ways, read back as themselves."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest

from bot.korean.contract import understand
from tests.korean.outcomes import SEOUL

NOW = datetime(2026, 11, 25, 9, tzinfo=SEOUL)  # a Wednesday
WEEKDAYS = "월화수목금토일"
NATIVE = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열", "열한", "열두"]
SINO = ("", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
SPANS = {
    1: "하루",
    2: "이틀",
    3: "사흘",
    4: "나흘",
    5: "닷새",
    6: "엿새",
    7: "일주일",
    10: "열흘",
    15: "보름",
}
WEEKS = {
    0: ("이번 주", "이번주", "요번 주"),
    1: ("다음 주", "다음주", "담주"),
    2: ("다다음 주", "다다음주", "다담주"),
}


def sino(number: int) -> str:
    """12 → 십이."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "십" if tens == 1 else SINO[tens] + "십") + SINO[ones]


def spoken_month(month: int) -> str:
    return {6: "유", 10: "시"}.get(month, sino(month)) + "월"


def dated(day: date) -> Iterator[str]:
    """Ways to say a date with its year."""
    weekday = WEEKDAYS[day.weekday()]
    yield from (
        f"{day:%Y-%m-%d}", f"{day:%Y.%m.%d}", f"{day:%Y/%m/%d}", f"{day.year}년 {day.month}월 {day.day}일",
        f"{day.year}년{day.month}월{day.day}일 {weekday}요일", f"{day:%y}년 {day.month}월 {day.day}일이요",
        f"{day.year}. {day.month}. {day.day}.", f"{day.year}년 {day.month}월 {day.day}일({weekday})에 갈게요", f"{day:%Y%m%d}",
    )  # fmt: skip


def in_the_year(day: date) -> Iterator[str]:
    """Ways to say a date that lies within the months ahead."""
    weekday, month, number = WEEKDAYS[day.weekday()], day.month, day.day
    yield from (
        f"{month}월 {number}일", f"{month}월{number}일이요", f"{month}월 {number}일에 갈게요", f"{month}월{number}일 {weekday}요일",
        f"{month}월 {number}일({weekday})", f"{month}/{number}", f"{month}/{number}요", f"{month}.{number}", f"{month}/{number}({weekday})",
        f"{month}월 {number}일로 부탁드려요", f"{weekday}요일 {month}월 {number}일", f"{spoken_month(month)} {sino(number)}일",
        f"{spoken_month(month)} {sino(number)}일이요", f"저는 {month}월 {number}일이 좋아요", f"{month}월 {number}일 가능해요",
    )  # fmt: skip


def near(day: date) -> Iterator[str]:
    """Ways to say a day of the next weeks from today."""
    ahead = (day - NOW.date()).days
    yield from (f"{ahead}일 뒤", f"{ahead}일 후요", f"D+{ahead}", f"d+{ahead}요", f"{ahead}일 뒤에 갈게요")
    if span := SPANS.get(ahead):
        yield from (f"{span} 뒤", f"{span} 후", f"{span} 뒤에 갈게요", f"{span} 있다가")
    monday = NOW.date() - timedelta(days=NOW.weekday())
    weekday = WEEKDAYS[day.weekday()]
    for week in WEEKS.get((day - monday).days // 7, ()):
        yield from (
            f"{week} {weekday}요일",
            f"{week}{weekday}욜",
            f"{week} {weekday}요일이요",
            f"{weekday}요일이요 {week}",
        )
        yield f"{week} {weekday}요일로 해주세요"


def test_every_day_is_read_back() -> None:
    for ahead in range(1, 401):
        day = NOW.date() + timedelta(days=ahead)
        ways = list(dated(day)) + (list(in_the_year(day)) if ahead < 330 else [])
        ways += list(near(day)) if ahead < 60 else []
        read = {way: understand("date", way, NOW) for way in ways}

        assert read == dict.fromkeys(ways, day.isoformat())


def hours(at: time) -> Iterator[str]:
    """Ways to say an hour or half an hour of the working day."""
    hour = at.hour % 12 or 12
    half, minutes = (" 반", f" {at.minute}분") if at.minute else ("", "")
    part = "오전" if at.hour < 12 else "오후"
    yield from (
        f"{hour}시{half}", f"{NATIVE[hour]} 시{half}", f"{NATIVE[hour]}시{half}", f"{hour}시{half}이요", f"{hour}시{minutes}",
        f"{hour}시{half}에 갈게요", f"{NATIVE[hour]}시{half.strip()}", f"{hour}시{half.strip()}요", f"{hour}시{half}쯤", f"{hour}시{half}로 해주세요",
        f"{part} {hour}시{half}", f"{part} {NATIVE[hour]} 시{half}", f"{part}{hour}시{minutes.strip()}", f"{part} {hour}시{half}이요", f"{part} {NATIVE[hour]}시{half.strip()}요",
        f"{at:%H:%M}", f"{at:%H:%M}이요", f"{at.hour}시{minutes.strip()}", f"{at.hour}시{minutes}요", f"{at.hour}시{half} 가능해요",
        f"{part} {at:%I:%M}", f"{hour}시{half}에 가도 될까요", f"저는 {hour}시{half}이 좋아요", f"{NATIVE[hour]}시{half} 부탁드립니다", f"{sino(at.hour)}시{half}" if at.hour > 12 else f"{hour}시{half}요!",
    )  # fmt: skip


HALF_HOURS = [time(hour, minute) for hour in range(9, 19) for minute in (0, 30) if (hour, minute) != (18, 30)]


@pytest.mark.parametrize("at", HALF_HOURS, ids=lambda at: f"{at:%H:%M}")
def test_every_half_hour_is_read_back(at: time) -> None:
    ways = list(hours(at))
    read = {way: understand("time", way, NOW) for way in ways}

    assert read == dict.fromkeys(ways, f"{at:%H:%M}")


@pytest.mark.parametrize("at", HALF_HOURS, ids=lambda at: f"{at:%H:%M}")
def test_every_moment_of_the_next_weeks_is_read_back(at: time) -> None:
    for ahead in (1, 2, 5, 8, 12, 19):
        day = NOW.date() + timedelta(days=ahead)
        ways = [f"{said} {hour}" for said in list(near(day))[:9:2] for hour in list(hours(at))[:20:3]]
        read = {way: understand("datetime", way, NOW) for way in ways}

        assert read == dict.fromkeys(ways, f"{day}T{at:%H:%M}")
