"""Whom somebody means who says for whom something is."""

from pathlib import Path
from typing import Any

import pytest

from bot.korean.audiences import UNREAD, audience
from bot.korean.districts import load_places
from bot.korean.unclear import Unclear, Why

PLACES = load_places(Path(__file__).parent.parent.parent / "center" / "places.toml")

MEANT: dict[str, dict[str, Any]] = {
    "전체": {},
    "모두에게": {},
    "다 보내줘": {},
    "전체에게 보내 주세요": {},
    "소식 받겠다고 한 사람 다": {},
    "광주 전체": {},
    "광산구": {"district": "광산구"},
    "북구만": {"district": "북구"},
    "용봉동 사는 분들": {"district": "북구"},
    "20대": {"ages": [20, 29]},
    "북구 사는 20대": {"district": "북구", "ages": [20, 29]},
    "북구에 사는 만 18~34세 분들에게": {"district": "북구", "ages": [18, 34]},
    "사무직 원하는 사람": {"field": "0"},
    "생산직 원하고 광산구 사는 사람": {"district": "광산구", "field": "8"},
    "영어로 보는 20대": {"ages": [20, 29], "language": "en"},
    "외국인": {"language": "en"},
    "광산구 빼고 모두": {"without": {"district": "광산구"}},
    "전체 중 광산구는 빼고": {"without": {"district": "광산구"}},
    "남구 사는 사람 중 20대는 빼고": {"district": "남구", "without": {"ages": [20, 29]}},
    "북구 말고 남구": {"district": "남구"},
    "아 아니 동구요": {"district": "동구"},
    "아니 전체로 바꿀게요": {},
    "북구 20대 여자": {"district": "북구", "ages": [20, 29], UNREAD: "여자"},
    "경력 3년 이상인 북구 사람": {"district": "북구", UNREAD: "경력 3년 이상인"},
}
OPEN = {
    "북구랑 남구": Why.SEVERAL,
    "광산구 사는 청년": Why.SEVERAL,
    "모든 여성 분들": Why.RANGE,  # nobody else is told because a part was not understood
    "여자 빼고 모두": Why.RANGE,
    "장애인": Why.NOTHING,
    "글쎄요": Why.NOTHING,
    "이게 뭐예요?": Why.NOTHING,
    "취소할게 말고 뒤로": Why.NOTHING,
}


@pytest.mark.parametrize("said", MEANT)
def test_an_audience_is_read(said: str) -> None:
    assert audience(said, PLACES) == MEANT[said]


@pytest.mark.parametrize("said", OPEN)
def test_what_is_open_is_asked(said: str) -> None:
    with pytest.raises(Unclear) as found:
        audience(said, PLACES)

    assert found.value.why is OPEN[said]
