"""Every day of more than a year and every half hour of work, said in thirty ways, read back as themselves."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pytest

from bot.korean.contract import understand
from tests.korean.outcomes import SEOUL

NOW = datetime(2026, 11, 25, 9, tzinfo=SEOUL)  # a Wednesday
WAYS = 30
# A date of almost a year ahead may be one that has just passed: it is said with its year.
WITHOUT_YEAR = 330
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


def spoken_year(year: int) -> str:
    """2026 → 이천이십육."""
    return "이천" + sino(year - 2000)


def dated(day: date) -> Iterator[str]:
    """Thirty ways to say a date with its year."""
    year, month, number, weekday = day.year, day.month, day.day, WEEKDAYS[day.weekday()]
    said = f"{year}년 {month}월 {number}일"
    yield from (
        f"{day:%Y-%m-%d}", f"{day:%Y.%m.%d}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day:%y%m%d}", f"{day:%y.%m.%d}", f"{day:%y/%m/%d}", f"{day:%y-%m-%d}",
        f"{year}. {month}. {number}.", f"{said} 시간 돼요", said, f"{year}년{month}월{number}일", f"{year}년{month}월{number}일 {weekday}요일", f"{day:%y}년 {month}월 {number}일이요",
        f"{said}({weekday})에 갈게요", f"{said} {weekday}요일이요", f"{said}로 해주세요", f"저는 {said}이 좋아요", f"{said} 가능할까요", f"{said}날 갈게요", f"{said}에 뵐게요", f"{said} 부탁드립니다",
        f"{said}이에요", f"{said}입니다", f"{weekday}요일이고 {said}요", f"{spoken_year(year)}년 {spoken_month(month)} {sino(number)}일", f"{year}년 {spoken_month(month)} {sino(number)}일이요",
        f"{said} {weekday}욜", f"음 {said}요", f"{month}월 {number}일 {year}년",
    )  # fmt: skip


def in_the_year(day: date) -> Iterator[str]:
    """Thirty ways to say a date that lies within the months ahead."""
    weekday, month, number = WEEKDAYS[day.weekday()], day.month, day.day
    said, spoken = f"{month}월 {number}일", f"{spoken_month(month)} {sino(number)}일"
    yield from (
        said, f"{month}월{number}일이요", f"{said}에 갈게요", f"{month}월{number}일 {weekday}요일", f"{said}({weekday})", f"{month}/{number}", f"{month}/{number}요", f"{month}.{number}", f"{month}/{number}({weekday})",
        f"{said}로 부탁드려요", f"{weekday}요일 {said}", spoken, f"{spoken}이요", f"저는 {said}이 좋아요", f"{said} 가능해요", f"{day:%m%d}", f"{day:%m/%d}에 갈게요", f"{month}-{number}", f"{said}날 갈게요", f"{said} {weekday}욜이요",
        f"{said}여", f"{said}로 해주세용", f"{said} 어떠세요", f"{said}쯤요", f"{said}에 시간 돼요", f"음 {said}", f"{said}이면 좋겠어요", f"{spoken}에 갈게요", f"{said}로 예약할게요", f"{said} 갈 수 있어요",
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
        ways = list(dated(day))
        assert len(set(ways)) == WAYS
        if ahead < WITHOUT_YEAR:
            ways += (without := list(in_the_year(day)))
            assert len(set(without)) == WAYS
        ways += list(near(day)) if ahead < 60 else []
        read = {way: understand("date", way, NOW) for way in ways}

        assert read == dict.fromkeys(ways, day.isoformat())


def hours(at: time) -> Iterator[str]:
    """Thirty ways to say an hour or half an hour of the working day."""
    hour = at.hour % 12 or 12
    half, minutes = (" 반", f" {at.minute}분") if at.minute else ("", " 정각")
    part = "오전" if at.hour < 12 else "오후"
    native = NATIVE[hour]
    yield from (
        f"{hour}시{half}", f"{native} 시{half}", f"{native}시{half}", f"{hour}시{half}이요", f"{hour}시{minutes}", f"{hour}시{half}에 갈게요", f"네 {native}시{half.strip()}", f"{hour}시{half.strip()}욤", f"{hour}시{half}쯤", f"{hour}시{half}로 해주세요",
        f"{part} {hour}시{half}", f"{part} {native} 시{half}", f"{part}{hour}시{minutes.strip()}", f"{part} {hour}시{half}이요", f"{part} {native}시{half.strip()}용", f"{at:%H:%M}", f"{at:%H:%M}이요", f"{at.hour}시{minutes.strip()}에", f"{at.hour}시{minutes}요",
        f"{at.hour}시{half} 가능해요", f"{part} {at:%I:%M}", f"{hour}시{half}에 가도 될까요", f"저는 {hour}시{half}이 좋아요", f"{native}시{half} 부탁드립니다", f"{sino(at.hour)}시{half}" if at.hour > 12 else f"{hour}시{half}요!",
        f"음 {native} 시{half}", f"{part} {hour}시{half}에 뵐게요", f"{native}시{half}여", f"{hour}시{half}로 예약할게요", f"{part}에 {hour}시{half}",
    )  # fmt: skip


HALF_HOURS = [time(hour, minute) for hour in range(9, 19) for minute in (0, 30) if (hour, minute) != (18, 30)]


@pytest.mark.parametrize("at", HALF_HOURS, ids=lambda at: f"{at:%H:%M}")
def test_every_half_hour_is_read_back(at: time) -> None:
    ways = list(hours(at))
    assert len(set(ways)) == WAYS
    read = {way: understand("time", way, NOW) for way in ways}

    assert read == dict.fromkeys(ways, f"{at:%H:%M}")


@pytest.mark.parametrize("at", HALF_HOURS, ids=lambda at: f"{at:%H:%M}")
def test_every_moment_of_the_next_weeks_is_read_back(at: time) -> None:
    for ahead in (1, 2, 5, 8, 12, 19):
        day = NOW.date() + timedelta(days=ahead)
        ways = [f"{said} {hour}" for said in list(near(day))[:9:2] for hour in list(hours(at))[:20:3]]
        read = {way: understand("datetime", way, NOW) for way in ways}

        assert read == dict.fromkeys(ways, f"{day}T{at:%H:%M}")
