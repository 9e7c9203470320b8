"""Announcing by typing: what an operator writes instead of pressing, and what is no answer."""

from datetime import date, datetime, time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlmodel import select

from bot.center import load_center
from bot.clock import SEOUL
from bot.conversations import announcement_hearing as hearing
from bot.conversations import announcement_reading as reading
from bot.korean.districts import load_places
from bot.korean.moments import Moment
from bot.korean.unclear import Unclear
from bot.models import Announcement, Fair, FairState, Role
from tests.house import House
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader

CENTER = Path(__file__).parent.parent.parent / "center"
VISIT: Any = SimpleNamespace(
    today=datetime(2026, 11, 23, 10, tzinfo=SEOUL),
    places=load_places(CENTER / "places.toml"),
    center=load_center(CENTER),
)

LAST_WORDS = {
    "네": "yes",
    "네 보내 주세요": "yes",
    "좋아요, 이대로 보낼게요": "yes",
    "ㅇㅇ 발송": "yes",
    "아니요": "no",
    "아직 보내지 마세요": "no",
    "사진 넣고 싶어요": "picture",
    "네 근데 사진도 넣어 주세요": "picture",
    "시간 좀 바꿀래요": "when",
    "내일 보내줘": "when",
    "나중에 보낼래요": "when",
    "오타 났어요": "text",
    "영어로도 써 줘": "english",
    "신청 버튼 붙여줘": "fair",
    "더 좁혀줘": "narrow",
    "더 좁힐게요": "narrow",
    "받는 사람을 바꾸고 싶어요": "audience",
}
UNSURE = ("글쎄요", "네 주차장 얘기도 넣고 싶어요", "사진이랑 시간 바꿀래요", "몇 명한테 가요?")
KINDS = {
    "센터 소식": "program",
    "광고 아니고 센터 소식이요": "program",
    "채용행사 안내": "program",
    "회사 구인 광고예요": "advert",
    "신청한 사람들한테 알릴 거예요": "service",
}


@pytest.mark.parametrize("said", LAST_WORDS)
def test_nothing_but_a_plain_yes_lets_it_go(said: str) -> None:
    assert hearing.sure(said, VISIT) == LAST_WORDS[said]


def test_a_time_is_taken_as_it_is() -> None:
    told = hearing.sure("아니 내일 오전 10시에 보낼게요", VISIT)
    assert isinstance(told, Moment)
    assert (told.day, told.at) == (date(2026, 11, 24), time(10))


@pytest.mark.parametrize("said", UNSURE)
def test_whatever_is_unsure_is_asked_again(said: str) -> None:
    with pytest.raises(Unclear):
        hearing.sure(said, VISIT)


@pytest.mark.parametrize("said", KINDS)
def test_the_kind_is_read(said: str) -> None:
    assert hearing.kind(said, VISIT) == KINDS[said]


def test_whom_it_is_for_is_read_as_a_button_or_as_wishes() -> None:
    assert hearing.audience("모두에게", VISIT) == "all"
    assert hearing.audience("수요데이 신청한 사람", VISIT) == "fair"
    assert hearing.audience("지난 공지 못 받은 분", VISIT) == "not_yet"
    assert hearing.audience("북구 사는 20대", VISIT) == {"district": "북구", "ages": [20, 29]}
    assert hearing.audience(VISIT.center.programs[0].name, VISIT) == {"program": VISIT.center.programs[0].id}
    with pytest.raises(Unclear):
        hearing.audience("수요데이 신청한 북구 사람", VISIT)


@pytest.mark.parametrize(
    "said", ["뭐라고 쓰면 돼요?", "어떻게 적어요?", "예시 보여 주세요", "공지 안 보낼래요", "이거 취소할게요"]
)
def test_what_is_said_to_us_is_no_announcement(said: str) -> None:
    with pytest.raises(Unclear):
        reading.announcement_text(said, VISIT)


@pytest.mark.parametrize(
    "said", ["오늘 채용행사는 취소됐어요.", "어떻게 지내세요? 12월 2일에 수요데이가 열려요."]
)
def test_what_is_meant_for_readers_is_one(said: str) -> None:
    assert reading.announcement_text(said, VISIT) == said


@pytest.mark.parametrize("said", ["지금", "바로 보내 주세요", "지금 당장요"])
def test_now_is_now(said: str) -> None:
    assert reading.moment(said, VISIT) == "now"


WISHES = ("공지 보내고 싶어요", "공지사항 하나 올릴게요", "안내문 작성할게요", "단체 문자 보내야 해요")
OTHER_WISHES = ("공지 오는 거 꺼줘", "공지 올라오면 알려주세요", "공지 보내지 마세요", "공지가 안 올라와서요")


def test_the_wish_to_announce_is_heard() -> None:
    assert [said for said in WISHES if not hearing.wishes_to_announce(said)] == []
    assert [said for said in OTHER_WISHES if hearing.wishes_to_announce(said)] == []


async def test_only_an_operator_begins_in_words(korean: Reader, house: House) -> None:
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    said = await korean.performs("하늘: 공지 보내고 싶어요")
    assert said[0].startswith("빛나: 구직자가 읽을 그대로 공지를 적어 주세요.")

    said = await korean.performs("민지: 공지 보내고 싶어요")
    assert "공지를 적어" not in said[0]


async def test_all_announcements_can_be_looked_at(korean: Reader, house: House) -> None:
    """Whoever scheduled several finds each again, and its card is the live one from then on."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", news=True, language="ko")
    assert "아직 보낸 공지가 없어요." in (await korean.performs("하늘: 공지 목록 보여 줘"))[0]
    for line in (
        "/announce",
        "12월 2일에 열려요. 오후 2시까지 11층으로 오세요.",
        "센터 소식",
        "전체",
        "내일 오전 10시",
        "네",
    ):
        await korean.performs(f"하늘: {line}")
    await korean.reads("""
        하늘: [공지 목록]
        빛나: 공지 목록 (새것부터)
            1번 ‘12월 2일에 열려요. 오후 2시까지 11층…’
            보내기 전, 11월 24일 (화) 오전 10시
            [공지 1번]
            [공지 보내기] [처음으로]
        하늘: [공지 1번]
        빛나: 공지 1: 보내기 전
            보낼 때: 11월 24일 (화) 오전 10시
            [공지 멈추기]
        하늘: [공지 멈추기]
        빛나 rewrites: 공지 1: 멈췄어요
            아무에게도 나가지 않았어요.
        빛나: 멈췄어요. 이제 더 나가지 않아요.
            [처음으로]
    """)
    assert "공지 목록 (" not in (await korean.performs("민지: 공지 목록"))[0]


async def test_in_waves_the_card_says_how_it_begins(korean: Reader, house: House) -> None:
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await holds(house)
    await house.agreed("민지", news=True, language="ko")
    lines = (
        "/announce",
        "수요데이가 열려요.",
        "센터 소식",
        "전체",
        "지금",
        "신청 버튼 붙여줘",
        "첫 번째",
        "네",
    )
    said = [await korean.performs(f"하늘: {line}") for line in lines]
    assert "남은 자리가 24개라서 처음에는 120명까지 보내요." in said[-1][-1]

    async with house.database.transaction() as session:
        fair = (await session.exec(select(Fair))).one()
        fair.state = FairState.FULL
        session.add(fair)
    await korean.performs("하늘: 시간 바꿀게요")
    said_now = await korean.performs("하늘: 지금")
    assert "나누어 보내면 아무에게도 나가지 않아요." in said_now[-1]
    assert "[네, 보낼게요]" not in said_now[-1]


async def test_nobody_would_get_it(korean: Reader, house: House) -> None:
    """It is said before, it cannot go out at once, and the audience is there to be changed."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", news=True, language="ko")
    for line in ("/announce", "수요데이가 열려요.", "센터 소식이요", "광산구 사는 20대 여자"):
        said = await korean.performs(f"하늘: {line}")
    assert "빛나: 이 말은 알아듣지 못해서 빼고 골랐어요: 여자" in said[-1]
    await korean.performs("하늘: 지금 보내줘")
    await korean.reads("""
        하늘: 몇 명한테 가요?
        빛나: 제가 잘 알아듣지 못했어요.
            ‘네’라고 하시거나, 내용, 시간, 받는 분처럼 바꿀 것을 말씀해 주세요.
            이렇게 나가요
            받는 분이 보실 그대로 위에 한 통 보내 드렸어요.
            받는 분: 광산구, 20~29세
            보내는 때: 지금
            받는 사람 수: 0명
            그중 밤이 지나고 아침 8시에 받는 분: 0명
            받겠다고 하지 않아 빠지는 분: 0명
            오늘 벌써 두 통을 받아 빠지는 분: 0명
            지금은 받는 분이 한 명도 없어서 보낼 수 없어요. 받는 분이나 시간을 바꿔 주세요.
            무엇을 바꿀까요?
            [받는 분 바꾸기] [시간 바꾸기]
            [내용 바꾸기] [영어 글 붙이기]
            [사진 붙이기] [신청 버튼 붙이기]
            [더 좁히기] [빼고 보내기]
            [뒤로] [그만하기]
    """)
    said = await korean.performs("하늘: 네")
    assert "누구에게 보낼까요?" in said[-1]
    said = await korean.performs("하늘: 전체")
    assert "받는 사람 수: 1명" in said[-1]
    assert "[네, 보낼게요]" in said[-1]
    await korean.performs("하늘: 사진 넣고 싶어요")
    said = await korean.performs("하늘: 뒤로")
    assert "이대로 보낼까요?" in said[-1]

    async with house.database.reading() as session:
        assert (await session.get_one(Announcement, 1)).state == "draft"


async def test_a_picture_goes_out_and_its_words_are_mended(korean: Reader, house: House) -> None:
    """Under a picture it is the caption that every copy carries, and that is rewritten."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", news=True, language="ko")
    for line in ("/announce", "수요데이가 열려요.", "센터 소식", "전체", "지금", "사진 붙일게요"):
        await korean.performs(f"하늘: {line}")
    said = await korean.performs("하늘 sends a picture")
    assert said[1].startswith("빛나 sends a picture: 수요데이가 열려요.\n    — 광주고용복지플러스센터")
    await korean.performs("하늘: 네")
    said = await korean.performs("(1 minute later)")
    assert said[1].startswith("빛나 → 민지 sends a picture: 수요데이가 열려요.")
    for line in ("(1 minute later)", "하늘: [나간 글 고치기]", "하늘: 12월 3일로 바뀌었어요."):
        await korean.performs(line)
    await korean.reads("""
        하늘: 사진도 넣고 싶어요
        빛나: 제가 잘 알아듣지 못했어요.
            ‘네’라고 하시거나, ‘내용 바꾸기’를 눌러 주세요.
            12월 3일로 바뀌었어요.
            이미 받은 1명의 글이 이렇게 바뀌어요. 알림 소리는 나지 않아요.
            바로잡기 2/2
            이대로 보낼까요?
            [네, 보낼게요] [내용 바꾸기]
            [뒤로] [그만하기]
    """)
    await korean.performs("하늘: 네")
    said = await korean.performs("(1 minute later)")
    assert said[1].startswith("빛나 → 민지 rewrites: 12월 3일로 바뀌었어요.\n    — 광주고용복지플러스센터")
