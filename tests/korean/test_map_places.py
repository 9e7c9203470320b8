"""Places on a map as people send them."""

import pytest

from bot.korean.map_places import place_on_map

CENTER = (35.1544, 126.9127)


@pytest.mark.parametrize(
    "text",
    [
        "35.1544, 126.9127",
        "126.9127 35.1544",
        "https://map.kakao.com/link/map/고용센터,35.1544,126.9127",
        "https://www.google.com/maps/@35.1544,126.9127,17z",
        "여기요 35.1544,126.9127 이에요",
    ],
)
def test_two_numbers_in_any_order(text: str) -> None:
    assert place_on_map(text) == CENTER


@pytest.mark.parametrize(
    "text",
    ["11층 상설채용관", "35.1544", "40.7128, -74.0060", "062-609-8500", "35, 126", "1.35.1544, 126.91"],
)
def test_what_is_no_place_in_korea(text: str) -> None:
    assert place_on_map(text) is None
