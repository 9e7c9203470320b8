"""From which age to which, as it is said of others."""

import pytest

from bot.korean.age_bands import OLDEST, age_band, without_ages
from bot.korean.unclear import Unclear, Why

BANDS = {
    "20대": (20, 29),
    "이십대": (20, 29),
    "10대": (14, 19),
    "20~30대": (20, 39),
    "2,30대": (20, 39),
    "이삼십대": (20, 39),
    "20대랑 30대": (20, 39),
    "20대부터 40대까지": (20, 49),
    "60대 이상": (60, OLDEST),
    "30대 이하": (14, 39),
    "2030세대": (20, 39),
    "20~39": (20, 39),
    "20세부터 39세까지": (20, 39),
    "20살 이상 39살 이하": (20, 39),
    "만 18~34세": (18, 34),
    "18세 이상 35세 미만": (18, 34),
    "스물에서 서른아홉": (20, 39),
    "서른 살부터 쉰 살까지": (30, 50),
    "65세 이상": (65, OLDEST),
    "마흔 이상": (40, OLDEST),
    "34세 이하": (14, 34),
    "쉰 미만": (14, 49),
    "서른다섯 살": (35, 35),
    "북구 사는 20대한테": (20, 29),
}
OPEN = {
    "20대와 50대": Why.SEVERAL,
    "20, 50대": Why.SEVERAL,
    "청년": Why.SEVERAL,
    "어르신": Why.SEVERAL,
    "39~20": Why.RANGE,
    "20대 후반": Why.NOTHING,
    "3명": Why.NOTHING,
    "10~20명": Why.NOTHING,
    "12월 2일": Why.NOTHING,
    "모두": Why.NOTHING,
}


@pytest.mark.parametrize("said", BANDS)
def test_a_band_is_read(said: str) -> None:
    assert age_band(said) == BANDS[said]


@pytest.mark.parametrize("said", OPEN)
def test_what_is_open_is_asked(said: str) -> None:
    with pytest.raises(Unclear) as found:
        age_band(said)

    assert found.value.why is OPEN[said]


def test_the_rest_of_a_sentence_can_be_read_without_its_ages() -> None:
    assert without_ages("북구 사는 20대 여자").split() == ["북구", "사는", "여자"]
