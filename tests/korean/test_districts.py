"""Where somebody lives, from the place names of Gwangju."""

from functools import partial
from pathlib import Path

import pytest

from bot.korean.districts import district as read_district
from bot.korean.districts import load_places
from bot.korean.unclear import Why
from tests.korean.outcomes import outcome

PLACES = load_places(Path(__file__).parents[2] / "center" / "places.toml")

LIVING = [
    ("북구", "북구"), ("북구요", "북구"), ("북구 살아요", "북구"), ("광주 북구", "북구"), ("광주광역시 북구 용봉동", "북구"), ("전남광주통합특별시 북구 금남로 121", "북구"),
    ("광산구 삽니다", "광산구"), ("서구에 거주합니다", "서구"), ("남구 주민이에요", "남구"), ("동구에 살아라", "동구"), ("봉선동", "남구"), ("봉선2동이요", "남구"),
    ("두암 2동", "북구"), ("두암동 삽니다", "북구"), ("용봉동", "북구"), ("일곡동이요", "북구"), ("문흥지구", "북구"), ("전대 후문 살아요", "북구"), ("전남대 근처", "북구"),
    ("말바우시장 옆", "북구"), ("운암동 주공아파트", "북구"), ("첨단2지구", "북구"), ("북동", "북구"), ("매곡동요", "북구"), ("챔피언스필드 앞이요", "북구"),
    ("상무지구", "서구"), ("상무지구 살아요", "서구"), ("치평동", "서구"), ("풍암동이에요", "서구"), ("금호지구요", "서구"), ("유스퀘어 근처 살아요", "서구"), ("화정동", "서구"),
    ("쌍촌동", "서구"), ("양동시장 근처", "서구"), ("농성동 살아유", "서구"), ("동천동", "서구"), ("백운동", "남구"), ("진월동", "남구"), ("효천지구", "남구"), ("주월동이요", "남구"),
    ("양림동 펭귄마을", "남구"), ("광주대 앞", "남구"), ("방림동", "남구"), ("수완지구", "광산구"), ("수완동 살아요", "광산구"), ("송정리", "광산구"), ("월곡동 고려인마을", "광산구"),
    ("하남이요", "광산구"), ("신창동", "광산구"), ("신가동요", "광산구"), ("비아", "광산구"), ("선운지구", "광산구"), ("광산구 우산동", "광산구"), ("북구 우산동이요", "북구"),
    ("첨단1동", "광산구"), ("충장로", "동구"), ("조대 앞", "동구"), ("조선대 근처요", "동구"), ("계림동", "동구"), ("학동이요", "동구"), ("산수동 살아요", "동구"), ("동명동", "동구"),
    ("전남대병원 앞", "동구"), ("지산동", "동구"), ("북구 사는데 광산구에서 일해요", "북구"), ("집은 두암동이고 회사는 하남공단", "북구"), ("광산구에서 북구로 이사왔어요", "북구"),
    ("북구 말고 남구요", "남구"), ("남구 아니고 서구", "서구"), ("서구 살다가 지금은 남구 살아요", "남구"), ("직장은 서구인데 집은 동구예요", "동구"), ("서울에서 왔고 지금은 쌍촌동", "서구"),
]  # fmt: skip
OUTSIDE = [
    "담양이요", "화순 살아요", "전남 나주", "장성군", "함평입니다", "목포요", "서울", "경기도 광주", "경기 광주시요", "부산 북구", "대구 동구", "인천 서구 살아요", "울산 남구",
    "대전 동구", "제주도", "타지역이요", "전북 전주", "혁신도시 살아요", "하남시", "순천에서 왔어요 순천 살아요", "곡성군",
]  # fmt: skip
UNCLEAR = [
    ("상무지구에서 일해요", Why.NOTHING), ("곧 서구로 이사가요", Why.NOTHING), ("전라도요", Why.NOTHING),
    ("첨단", Why.SEVERAL), ("첨단지구 살아요", Why.SEVERAL), ("우산동", Why.SEVERAL), ("우산동이요", Why.SEVERAL), ("무등산 밑", Why.SEVERAL), ("금남로", Why.SEVERAL), ("용두동", Why.SEVERAL),
    ("북구나 서구", Why.SEVERAL), ("서구랑 북구 왔다갔다해요", Why.SEVERAL), ("광산동", Why.SEVERAL), ("광주", Why.NOTHING), ("광주요", Why.NOTHING), ("광주광역시", Why.NOTHING),
    ("", Why.NOTHING), ("모르겠어요", Why.NOTHING), ("동사무소 근처", Why.NOTHING), ("우리집", Why.NOTHING), ("시골이요", Why.NOTHING), ("운동하고 있어요", Why.NOTHING),
    ("활동 많이 해요", Why.NOTHING), ("구직 중이에요", Why.NOTHING), ("감동이에요", Why.NOTHING), ("북구 아니에요", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LIVING)
def test_a_district(text: str, expected: str) -> None:
    assert outcome(partial(read_district, places=PLACES), text) == expected


@pytest.mark.parametrize("text", OUTSIDE)
def test_outside(text: str) -> None:
    assert outcome(partial(read_district, places=PLACES), text) == "outside"


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_asked_again(text: str, why: Why) -> None:
    assert outcome(partial(read_district, places=PLACES), text) is why


def test_every_name_leads_to_its_district() -> None:
    for name, districts in PLACES.names.items():
        if len(districts) == 1:
            assert outcome(partial(read_district, places=PLACES), name) == districts[0], name
