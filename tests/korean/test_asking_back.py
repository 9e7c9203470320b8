"""Answers that are none: asking why, pointing at a place in the list, any time, a week, that it is enough."""

from datetime import date

import pytest

from bot.korean.asking_why import asks_why
from bot.korean.nothing import enough
from bot.korean.pointing import any_time, none_suits, place_in_list, week_meant

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    "text",
    [
        "왜요?",
        "이거 왜 물어봐요",
        "나이는 왜요?",
        "전화번호 왜 필요해요?",
        "꼭 적어야 해요?",
        "그걸 왜 알려고 하세요",
        "why?",
    ],
)
def test_asks_why(text: str) -> None:
    assert asks_why(text)


@pytest.mark.parametrize(
    "text", ["왜 국취제 안 되나요", "왜 떨어졌을까요", "네", "왕왜", "꼭 가고 싶어요", "북구"]
)
def test_asks_something_else(text: str) -> None:
    assert not asks_why(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("첫번째꺼요", 0),
        ("첫번째꺼 신청할래요", 0),
        ("두 번째로 할게요", 1),
        ("셋째 거요", 2),
        ("1번이요", 0),
        ("6번", 5),
        ("맨 위에 있는 걸로요", 0),
    ],
)
def test_a_place_in_the_list(text: str, place: int) -> None:
    assert place_in_list(text) == place


@pytest.mark.parametrize(
    "text", ["네", "둘", "58", "두 번 일했어요", "1번 가 봤어요", "7번", "첫째 주 월요일"]
)
def test_no_place_in_a_list(text: str) -> None:
    assert place_in_list(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "아무때나요",
        "언제든 좋아요",
        "최대한 빨리요",
        "제일 빠른 시간으로 해 주세요",
        "상관없어요",
        "아무거나요",
    ],
)
def test_any_time(text: str) -> None:
    assert any_time(text)


@pytest.mark.parametrize("text", ["아무 때나 안 돼요", "언제 가요", "빠른 시간 말고요", "네"])
def test_not_any_time(text: str) -> None:
    assert not any_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "둘 다 안 돼요",
        "둘다 안되는데요ㅠㅠ",
        "죄송해요 둘 다 어려울 것 같아요",
        "세 개 다 안 맞아요",
        "두 시간 모두 힘들어요",
        "다 안 돼요",
        "하나도 안 맞네요",
        "그 시간들은 못 가요",
        "맞는 시간이 없어요",
        "둘 다 안 돼요 다른 시간은 없을까요?",
        "둘 중에 하나도 안 돼요",
    ],
)
def test_none_suits(text: str) -> None:
    assert none_suits(text)


@pytest.mark.parametrize(
    "text",
    [
        "둘 다 좋아요",
        "둘 다 괜찮아요",
        "둘 다 안 되는 건 아니에요",
        "다 잘 안 되는 인생이네요",
        "안 돼요",
        "집단상담 둘 다 되나요",
        "돈이 없어요",
    ],
)
def test_some_may_suit(text: str) -> None:
    assert not none_suits(text)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("다음주로", date(2026, 11, 30)),
        ("담주 아무때나요", date(2026, 11, 30)),
        ("이번 주에요", date(2026, 11, 23)),
        ("다다음 주로 해 주세요", date(2026, 12, 7)),
        ("다음 주 화요일", None),
        ("다음 주는 안 돼요", None),
        ("다음에요", None),
    ],
)
def test_a_week_as_a_whole(text: str, monday: date | None) -> None:
    assert week_meant(text, TODAY) == monday


@pytest.mark.parametrize(
    "text",
    [
        "다 했어요",
        "다했어요",
        "끝",
        "끝이요",
        "이게 다예요",
        "네 다 골랐어요",
        "이 정도요",
        "없어요",
        "됐어요",
    ],
)
def test_enough(text: str) -> None:
    assert enough(text)


@pytest.mark.parametrize("text", ["네", "아니요", "빚", "다 어려워요", "건강", "끝까지 일하고 싶어요"])
def test_not_enough(text: str) -> None:
    assert not enough(text)
