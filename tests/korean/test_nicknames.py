"""What people answer when they are asked how to be called."""

import pytest

from bot.korean.nicknames import nickname
from bot.korean.unclear import Unclear

NAMES = [
    ("민지", "민지"),
    ("김민지", "김민지"),
    ("민지요", "민지"),
    ("민지라고 불러주세요", "민지"),
    ("철수", "철수"),
    ("별", "별"),
    ("토토로", "토토로"),
    ("곰돌이", "곰돌이"),
    ("햇살이", "햇살이"),
    ("Minji", "Minji"),
    ("John Smith", "John Smith"),
    ("응우옌", "응우옌"),
    ("반 뜨 안", "반 뜨 안"),
]

OTHER_WORDS = [
    "몰라요",
    "싫어요",
    "네",
    "북구",
    "안녕하세요",
    "이름 없음",
    "1990",
    "사무직",
    "구직중",
    "35살",
    "Yes",
    "없음",
    "다음주 화요일",
    "내 정보",
]


@pytest.mark.parametrize(("said", "called"), NAMES)
def test_a_name_or_a_nickname(said: str, called: str) -> None:
    assert nickname(said) == called


@pytest.mark.parametrize("said", OTHER_WORDS)
def test_other_words_are_asked_again(said: str) -> None:
    with pytest.raises(Unclear):
        nickname(said)
