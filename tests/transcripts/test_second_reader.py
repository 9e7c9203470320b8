"""What many would get is read by a second operator first, who sees all that matters; pausing and going on."""

import pytest

from bot.models import Role
from bot.rules import sending
from tests.house import House
from tests.transcripts.reading import Reader

WRITING = ("/announce", "수요데이가 12월 2일에 열려요.", "센터 소식", "전체", "내일 오전 10시")
ASKED = """빛나 → 바다: 공지 1번을 읽어 주세요
    2명이 받을 글을 위에 그대로 보내 드렸어요. 받는 분의 눈으로 한 번 더 봐 주세요.
    쓴 사람: 하늘
    공지 종류: 센터 소식
    받는 분: 받겠다고 하신 분 모두
    보낼 때: 11월 24일 (화) 오전 10시
    [네, 보내도 좋아요] [공지 멈추기]"""


@pytest.fixture
async def writing(house: House, korean: Reader, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """하늘 is about to send something to two people, which are many here; the last card."""
    monkeypatch.setattr(sending, "APPROVED_ABOVE", 1)
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    for name in ("민지", "철수"):
        await house.agreed(name, news=True, language="ko")
    said = [await korean.performs(f"하늘: {line}") for line in WRITING]
    return said[-1]


async def test_a_second_operator_reads_what_many_would_get(
    writing: list[str], house: House, korean: Reader
) -> None:
    assert "500명이 넘게 받아서, 다른 담당자가 먼저 읽어요." in writing[-1]
    await house.joins("바다", Role.OPERATOR, "바다", language="ko")
    said = await korean.performs("하늘: 네")
    assert [line.split("\n")[0] for line in said if line.startswith("빛나 → 바다")] == [
        "빛나 → 바다: 수요데이가 12월 2일에 열려요.",
        "빛나 → 바다: 공지 1번을 읽어 주세요",
    ]
    assert ASKED in said
    assert any("다른 담당자분께 먼저 읽어 달라고 했어요." in line for line in said)

    said = await korean.performs("바다: [네, 보내도 좋아요]")
    assert any(line.startswith("빛나: 고마워요. 정한 때에 나가요.") for line in said)
    assert any(line.startswith("빛나 → 하늘 rewrites: 공지 1: 보내기 전") for line in said)
    assert any(line.startswith("빛나 → 하늘: 바다 님이 공지 1번을 읽고 보내도 좋다고") for line in said)
    said = await korean.performs("하늘: [공지 멈추기]")
    assert "빛나 rewrites: 공지 1: 멈췄어요\n    아무에게도 나가지 않았어요." in said


async def test_where_nobody_else_could_read_it_it_does_not_wait_for_ever(
    writing: list[str], house: House, korean: Reader
) -> None:
    assert writing
    said = await korean.performs("하늘: 네")
    assert "아직 이 채팅에 들어온 담당자가 없어요." in said[-1]
    assert "이대로 보낼까요?" in said[-1]

    await house.joins("바다", Role.OPERATOR, "바다", language="ko")
    await korean.performs("하늘: 네")
    said = await korean.performs("바다: [공지 멈추기]")
    assert "빛나 → 하늘 rewrites: 공지 1: 멈췄어요\n    아무에게도 나가지 않았어요." in said
    assert any(line.startswith("빛나 → 하늘: 바다 님이 공지 1번을 멈췄어요.") for line in said)


async def test_who_lets_it_go_on_sees_that_it_goes_on(house: House, korean: Reader) -> None:
    """Also where not one more was sent meanwhile; the card says each time what is true."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", news=True, language="ko")
    for line in (*WRITING[:-1], "오늘 밤 10시", "네"):
        await korean.performs(f"하늘: {line}")
    await korean.performs("(12 hours later)")
    for _ in range(2):
        paused = await korean.performs("하늘: [잠깐 멈추기]")
        assert paused[0].startswith("빛나 rewrites: 공지 1: 잠깐 멈춤")
        house.clock.moment = house.clock.moment.replace(second=house.clock.moment.second + 5)
        resumed = await korean.performs("하늘: [이어서 보내기]")
        assert resumed[0].startswith("빛나 rewrites: 공지 1: 보내는 중")
        house.clock.moment = house.clock.moment.replace(second=house.clock.moment.second + 5)


async def test_what_was_stopped_halfway_can_be_mended_and_mended_again(house: House, korean: Reader) -> None:
    """Whoever stops it for a wrong word can still put it right for those who have it."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", news=True, language="ko")
    for line in (*WRITING[:-1], "지금", "네"):
        await korean.performs(f"하늘: {line}")
    await korean.performs("(1 minute later)")
    stopped = await korean.performs("하늘: [공지 멈추기]")
    assert "[나간 글 고치기] [덧붙여 알리기]" in stopped[0]
    for words in ("12월 3일에 열려요.", "12월 4일에 열려요."):
        for line in ("하늘: [나간 글 고치기]", f"하늘: {words}", "하늘: 네"):
            await korean.performs(line)
        said = await korean.performs("(1 minute later)")
        assert any(line.startswith(f"빛나 → 민지 rewrites: {words}") for line in said)
        await korean.performs("(1 minute later)")
