"""A counselor's own calendar address: made, shown once, made anew, taken back; for nobody else."""

import pytest

from bot.models import Role
from bot.services import feeds
from tests.house import House
from tests.transcripts.reading import Reader


async def test_an_address_of_ones_own(korean: Reader, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.agreed("민지", language="ko")
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    house.bitna.feeds = "https://bitna.example/calendars"
    monkeypatch.setattr(feeds.secrets, "token_urlsafe", lambda _bytes: "a-secret")
    await korean.reads("""
        민지: /feed
        빛나: 센터 상담사만 쓰는 메뉴예요.
            [처음으로]
        누리: /feed
        빛나: 상담 일정을 쓰시는 달력 앱에서 볼 수 있어요. 달력 앱에 주소를 한 번 넣으면 알아서 새로 고쳐져요. 예약 번호와 시각, 상담 종류, 방식만 나와요.
            [주소 만들기]
            [처음으로]
        누리: [주소 만들기]
        빛나: 주소가 나왔어요.
            https://bitna.example/calendars/a-secret.ics
            지금 한 번만 보여 드려요. 주소를 아는 사람은 일정을 볼 수 있으니 혼자만 간직해 주세요. 잃어버리면 새로 만드세요. 예전 주소는 그때부터 열리지 않아요.
            [처음으로]
        누리: /feed
        빛나: 상담 일정을 쓰시는 달력 앱에서 볼 수 있어요. 달력 앱에 주소를 한 번 넣으면 알아서 새로 고쳐져요. 예약 번호와 시각, 상담 종류, 방식만 나와요.
            만든 때: 11월 23일 (월) 오전 10시
            아직 아무도 읽지 않았어요.
            [새 주소 만들기]
            [주소 없애기]
            [처음으로]
        누리: [주소 없애기]
        빛나: 주소를 없앴어요. 이제 열리지 않아요.
            [주소 만들기]
            [처음으로]
    """)


async def test_where_none_are_served(korean: Reader, house: House) -> None:
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await korean.reads("""
        누리: /feed
        빛나: 이 센터에서는 아직 달력 주소를 쓰지 않아요. 저를 관리하는 분이 --feeds 옵션으로 켤 수 있어요.
            [처음으로]
    """)
