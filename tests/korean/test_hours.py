"""Hours, as people say them."""

from datetime import time

import pytest

from bot.korean.hours import HalfDay, hour
from bot.korean.unclear import Why
from tests.korean.outcomes import outcome

HOURS = [
    ("3시", "15:00"), ("세시", "15:00"), ("세시 반", "15:30"), ("3시반이요", "15:30"), ("열한시 반", "11:30"), ("두시", "14:00"),
    ("두시요", "14:00"), ("두 시", "14:00"), ("한시", "13:00"), ("한 시 반", "13:30"), ("열 시", "10:00"), ("열시요", "10:00"),
    ("열한 시", "11:00"), ("열두시", "12:00"), ("12시", "12:00"), ("9시", "09:00"), ("아홉시", "09:00"), ("여섯시", "18:00"),
    ("6시요", "18:00"), ("5시 30", "17:30"), ("5시 30분", "17:30"), ("세 시 삼십 분", "15:30"), ("네시 십오분", "16:15"),
    ("오후 2시", "14:00"), ("오후 두시", "14:00"), ("오후2시", "14:00"), ("오후 두시 사십오분", "14:45"), ("오전 10시", "10:00"),
    ("오전 9시 반", "09:30"), ("아침 8시", "08:00"), ("저녁 7시", "19:00"), ("밤 9시", "21:00"), ("새벽 3시", "03:00"),
    ("낮 12시", "12:00"), ("낮 1시", "13:00"), ("정오", "12:00"), ("오후 12시", "12:00"), ("오전 8시", "08:00"), ("10:30", "10:30"),
    ("3:30", "15:30"), ("오후 3:30", "15:30"), ("15시", "15:00"), ("15:30", "15:30"), ("08:30", "08:30"), ("십오시", "15:00"),
    ("14시 30분", "14:30"), ("3pm", "15:00"), ("10am", "10:00"), ("오후3", "15:00"), ("3시쯤", "15:00"), ("두시쯤이요", "14:00"),
    ("3시정각", "15:00"), ("3시 15분 전", "14:45"), ("3시에 갈게요", "15:00"), ("점심 먹고 2시", "14:00"), ("저녁에 7시", "19:00"),
    ("7시 오후", "19:00"), ("오후에 갈게요 3시쯤", "15:00"), ("내일 3시", "15:00"), ("3시요잉", "15:00"),
    ("3시 말고 4시", "16:00"), ("3시는 안되고 4시요", "16:00"), ("11시 아니 2시", "14:00"), ("두시 아 아니 세시", "15:00"),
    ("10시는 힘들고 11시 좋아요", "11:00"), ("2시에서 3시로 바꿔주세요", "15:00"), ("3시가 아니라 4시예요", "16:00"),
    ("4시까지 갈게요", "16:00"), ("10tldy", "10:00"), ("duftl요", "10:00"), ("두시라고 했는데 세시가 낫겠어요", "15:00"),
]  # fmt: skip

HALVES = [
    ("오전", "AM"), ("오후", "PM"), ("오후요", "PM"), ("오전이요", "AM"), ("오전중에", "AM"), ("오전 중으로요", "AM"), ("오후 늦게", "PM"),
    ("아침에", "AM"), ("점심 먹고", "PM"), ("점심 지나서요", "PM"), ("오전 말고 오후", "PM"), ("오전은 안되고 오후에", "PM"),
    ("오후는 못 가요 오전이요", "AM"), ("오후가 좋아요", "PM"), ("오전 아무때나요", "AM"),
]  # fmt: skip

UNCLEAR = [
    ("10시나 그 이후", Why.RANGE), ("5시에 일 끝나요", Why.RANGE), ("7시에 퇴근하니까 그 뒤요", Why.RANGE), ("오후 1~2시", Why.RANGE), ("1시 2시 다 돼요", Why.SEVERAL), ("제일 빠른 시간", Why.NOTHING),
    ("7시", Why.SEVERAL), ("8시", Why.SEVERAL), ("여덟시요", Why.SEVERAL), ("7시 반", Why.SEVERAL), ("오전 12시", Why.SEVERAL),
    ("03:00", Why.SEVERAL), ("2시나 3시", Why.SEVERAL), ("오전 10시나 11시", Why.SEVERAL), ("2시 아니면 4시", Why.SEVERAL),
    ("2시 3시", Why.SEVERAL), ("오전 오후 다 돼요", Why.SEVERAL), ("오전이나 오후", Why.SEVERAL), ("2시 안되면 3시", Why.SEVERAL),
    ("2~3시", Why.RANGE), ("2시에서 3시 사이", Why.RANGE), ("두세시", Why.RANGE), ("두세 시쯤", Why.RANGE), ("서너시", Why.RANGE),
    ("3시 이후", Why.RANGE), ("3시 넘어서", Why.RANGE), ("10시부터", Why.RANGE), ("4시까지만 돼요", Why.RANGE), ("3시 전에", Why.RANGE),
    ("점심때", Why.RANGE), ("저녁", Why.RANGE), ("밤에요", Why.RANGE), ("퇴근하고", Why.RANGE), ("10시부터 12시까지", Why.RANGE),
    ("오전 15시", Why.CONTRADICTION), ("25시", Why.CONTRADICTION), ("3시 70분", Why.CONTRADICTION), ("", Why.NOTHING),
    ("2", Why.NOTHING), ("아무때나", Why.NOTHING), ("오전 안돼요", Why.NOTHING), ("3시는 안 돼요", Why.NOTHING), ("2시간 뒤", Why.NOTHING),
    ("하루 8시간 일해요", Why.NOTHING), ("내일이요", Why.NOTHING), ("다시 말해주세요", Why.NOTHING), ("광주시", Why.NOTHING), ("몇시까지 해요?", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOURS)
def test_an_hour(text: str, expected: str | Why) -> None:
    value = expected if isinstance(expected, Why) else time.fromisoformat(expected)
    assert outcome(hour, text) == value


@pytest.mark.parametrize(("text", "expected"), HALVES)
def test_half_a_day(text: str, expected: str) -> None:
    assert outcome(hour, text) is HalfDay(expected)


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_asked_again(text: str, why: Why) -> None:
    assert outcome(hour, text) is why


def test_the_question_back_names_both_hours() -> None:
    with pytest.raises(ValueError, match="several") as unclear:
        hour("7시")
    assert unclear.value.meanings == (time(7), time(19))
