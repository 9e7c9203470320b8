"""Nothing, said in many ways; and what only sounds like it."""

import pytest

from bot.korean.nothing import nothing


@pytest.mark.parametrize(
    "said", ["없음", "없어요", "딱히 없어요", "해당 없음", "아니요 없습니다", "특별히 없는데요", "None"]
)
def test_nothing(said: str) -> None:
    assert nothing(said)


@pytest.mark.parametrize("said", ["돈이 없어요", "자신이 없어요", "일이 없음", "있어요", "몰라요", ""])
def test_something(said: str) -> None:
    assert not nothing(said)
