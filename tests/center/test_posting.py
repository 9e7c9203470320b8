"""Conditions that no company may post, and those that look like them and are lawful."""

import pytest

from bot.center import not_to_be_asked


@pytest.mark.parametrize(
    "condition",
    [
        "35세 이하",
        "만 40세 미만 우대",
        "20대 환영",
        "나이 제한 있음",
        "남성 우대",
        "여자만 지원",
        "여성 한정",
        "미혼",
        "용모 단정",
        "키 170 이상",
    ],
)
def test_what_may_not_be_asked(condition: str) -> None:
    assert not_to_be_asked(condition)


@pytest.mark.parametrize(
    "condition",
    [
        "경력 1년 이상",
        "만 18세 이상",
        "나이 무관",
        "성별 무관",
        "지게차 자격증",
        "남구 거주",
        "여수 출장 가능",
        "운전 가능",
        "2교대 가능",
        "청년 우대",
    ],
)
def test_what_may_be_asked(condition: str) -> None:
    assert not not_to_be_asked(condition)
