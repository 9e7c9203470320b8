"""Where a position is, and how it looks from what somebody told us."""

import pytest

from bot.rules.positions import district_of, lies_in

FIVE = ("동구", "서구", "남구", "북구", "광산구")


@pytest.mark.parametrize(
    ("place", "district"),
    [
        ("광산구", "광산구"),
        ("광산구 하남산단", "광산구"),
        ("북구(첨단)", "북구"),
        ("광주북구 임동", "북구"),
        ("전남광주통합특별시 동구", "동구"),
        ("광주광역시서구", "서구"),
        ("서울 강북구", None),
        ("서울 강남구", None),
        ("전남 담양군", None),
        ("재택", None),
    ],
)
def test_the_district_of_a_workplace(place: str, district: str | None) -> None:
    assert district_of(place, FIVE) == district
    assert [each for each in FIVE if lies_in(place, each)] == ([district] if district else [])
