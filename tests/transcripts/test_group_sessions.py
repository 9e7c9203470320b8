"""Group sessions, in Korean: planned by a counselor, taken seat by seat, waited for, called off."""

from typing import Any

import pytest
from sqlmodel import select

from bot.models import Appointment, AppointmentEvent, Role
from tests.house import MONDAY, House
from tests.transcripts.reading import Reader


@pytest.fixture(autouse=True)
async def _people(house: House) -> None:
    await house.joins("새벽 상담사", Role.COUNSELOR, "새벽", "ko")
    for name in ("민지", "수아", "하준"):
        await house.agreed(name, language="ko")


async def test_two_seats_and_three_people(korean: Reader, house: House) -> None:
    """Planning, seats, the full session's list, a freed seat, the marks of the day, a kind word afterwards."""
    await korean.reads("""
        새벽: /groups
        빛나: 집단상담 회차
            잡힌 회차가 없어요.
            [새 회차 열기]
            [처음으로]
        새벽: [새 회차 열기]
        빛나: 새 집단상담 회차 2/5
            며칠 몇 시에 시작하나요?
            [뒤로] [그만하기]
        새벽: 12월 1일 오전 11시
        빛나 rewrites: 새 집단상담 회차 2/5
            시작: 12월 1일 (화) 오전 11시
        빛나: 새 집단상담 회차 4/5
            몇 자리인가요?
            [12]
            [뒤로] [그만하기]
        새벽: 20
        빛나: 이 방에는 16명까지 들어가요.
            새 집단상담 회차 4/5
            몇 자리인가요?
            [12]
            [뒤로] [그만하기]
        새벽: 2
        빛나 rewrites: 새 집단상담 회차 4/5
            자리: 2
        빛나: 새 집단상담 회차 5/5
            이렇게 열까요? 바로 신청을 받아요.
            [네, 열게요] [아니요]
            [뒤로] [그만하기]
        새벽: 네
        빛나 rewrites: 새 집단상담 회차 5/5
            회차: 네, 열게요
        빛나: 그 시간 내내 근무하는 집단상담 상담사가 없어요. 다른 때를 적어 주세요.
            새 집단상담 회차 2/5
            며칠 몇 시에 시작하나요?
            [뒤로] [그만하기]
        새벽: 12월 3일 오후 2시
        빛나 rewrites: 새 집단상담 회차 2/5
            시작: 12월 3일 (목) 오후 2시
        빛나: 회차를 열었어요. 이제 신청할 수 있어요: 자리 2개 남았어요
            12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리 2개 남았어요
            [집단상담 회차] [처음으로]
        민지: 집단상담
        빛나: 어느 회차에 오시겠어요?
            [12월 3일 (목) 오후 2시, 자리 2개 남았어요]
            [그만하기]
        민지: [12월 3일 (목) 오후 2시, 자리 2개 남았어요]
        빛나 rewrites: 회차: 12월 3일 (목) 오후 2시
        빛나: 12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리 2개 남았어요
            함께 나눈 이야기는 밖에서 말하지 않기로 해요.
            이 자리를 예약할까요?
            [네, 부탁해요] [다른 회차 보기]
            [뒤로] [그만하기]
        민지: [네, 부탁해요]
        빛나 rewrites: 자리: 네, 부탁해요
        빛나: 자리를 예약했어요: 12월 3일 (목) 오후 2시
            집단상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            집단상담실
            예약 번호: B-12345
            잊지 않게 알려 드릴게요. 못 오시게 되면 알려 주세요. 기다리는 분께 자리를 드려요.
            [달력에 저장하기]
            [내 예약] [처음으로]
        수아: /book
        빛나: 어떤 상담을 받고 싶으세요?
            [상담사와 초기상담]
            [구직자 도약보장 1:1 상담]
            [금융·재취업 상담]
            [집단상담]
            [그만하기]
        수아: [집단상담]
        빛나: 집단상담은 정해진 날에 여럿이 함께해요. 일정을 보여 드릴까요?
            [집단상담 일정 보기]
            [처음으로]
        수아: [집단상담 일정 보기]
        빛나: 어느 회차에 오시겠어요?
            [12월 3일 (목) 오후 2시, 자리 1개 남았어요]
            [그만하기]
        수아: [12월 3일 (목) 오후 2시, 자리 1개 남았어요]
        빛나 rewrites: 회차: 12월 3일 (목) 오후 2시
        빛나: 12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리 1개 남았어요
            함께 나눈 이야기는 밖에서 말하지 않기로 해요.
            이 자리를 예약할까요?
            [네, 부탁해요] [다른 회차 보기]
            [뒤로] [그만하기]
        수아: 네
        빛나 rewrites: 자리: 네, 부탁해요
        빛나: 자리를 예약했어요: 12월 3일 (목) 오후 2시
            집단상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            집단상담실
            예약 번호: B-12345
            잊지 않게 알려 드릴게요. 못 오시게 되면 알려 주세요. 기다리는 분께 자리를 드려요.
            [달력에 저장하기]
            [내 예약] [처음으로]
        하준: 집단상담 일정
        빛나: 어느 회차에 오시겠어요?
            [12월 3일 (목) 오후 2시, 자리가 다 찼어요]
            [그만하기]
        하준: [12월 3일 (목) 오후 2시, 자리가 다 찼어요]
        빛나 rewrites: 회차: 12월 3일 (목) 오후 2시
        빛나: 12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리가 다 찼어요
            자리가 나면 알려 드릴까요?
            [네, 부탁해요] [다른 회차 보기]
            [뒤로] [그만하기]
        하준: 네
        빛나 rewrites: 자리: 네, 부탁해요
        빛나: 기다리는 분 목록에 올려 드렸어요.
            기다리는 상담: 집단상담
            12월 3일 (목) 오후
            지금 맨 앞이에요. 대기 번호: 1
            자리가 나면 순서대로 한 분씩 여쭤보고, 20분 동안 맡아 둬요.
            밤 9시부터 아침 8시까지는 그 시간이 흐르지 않아요.
            언제까지 상담을 받아야 한다는 서류가 있으면 센터에 보여 주세요. 먼저 도와드려요: 062-609-8500
            [내 예약] [처음으로]
        새벽: /groups
        빛나: 집단상담 회차
            12월 3일 (목) 오후 2시
            새벽 상담사 · 2자리 가운데 2자리 신청
            [12월 3일 (목) 오후 2시 명단]
            [새 회차 열기]
            [처음으로]
        새벽: [12월 3일 (목) 오후 2시 명단]
        빛나: 12월 3일 (목) 오후 2시
            자리가 다 찼어요
            1. B-12345 · 오기로 했어요
            2. B-12345 · 오기로 했어요
            [이 회차 취소하기]
            [집단상담 회차] [처음으로]
        민지: /mine
        빛나: 내 예약
            12월 3일 (목) 오후 2시
            집단상담, 새벽 상담사
            상담사가 확인했어요 · B-12345
            [취소하기: 12월 3일 (목) 오후 2시]
            [처음으로]
        민지: [취소하기: 12월 3일 (목) 오후 2시]
        빛나: 이 예약을 취소할까요?
            12월 3일 (목) 오후 2시
            집단상담, 새벽 상담사
            상담사가 확인했어요 · B-12345
            [네, 취소할게요]
            [아니요, 그대로 둘게요]
        민지: [네, 취소할게요]
        빛나 rewrites: 취소했어요: 12월 3일 (목) 오후 2시
        빛나 → 새벽: 예약 취소
            12월 3일 (목) 오후 2시
            집단상담, 대면 · B-12345
        빛나: 취소했어요. 상담사에게도 알렸어요. 다른 시간을 찾아볼까요?
            [상담 예약하기] [처음으로]
        (1 minute later)
        빛나 → 하준: 기다리시던 집단상담에 자리가 났어요.
            12월 3일 (목) 오후 2시
            집단상담, 새벽 상담사, 대면
            함께 나눈 이야기는 밖에서 말하지 않기로 해요.
            오전 10시 21분까지 맡아 둘게요. 예약할까요?
            [네, 예약할게요]
            [아니요, 더 기다릴게요]
            [내일 이후에 알려 주세요]
        하준: 네
        빛나: 예약했어요: 12월 3일 (목) 오후 2시
            집단상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 새벽 상담사
            예약 번호: B-12345
            전날 저녁과 두 시간 전에 알려 드릴게요.
            오실 때 신분증을 챙겨 주세요.
            [달력에 저장하기]
            [내 예약] [처음으로]
    """)
    house.clock.moment = MONDAY.replace(month=12, day=3, hour=14, minute=10)
    await korean.reads("""
        새벽: /today
        빛나: 오늘, 12월 3일 (목)
            12월 3일 (목) 오후 2시
            집단상담, 대면 · B-12345
            [12월 3일 (목) 오후 2시 명단]
            [처음으로]
        새벽: [12월 3일 (목) 오후 2시 명단]
        빛나: 12월 3일 (목) 오후 2시
            자리가 다 찼어요
            1. B-12345 · 오기로 했어요
            2. B-12345 · 오기로 했어요
            [1번 도착] [1번 노쇼]
            [2번 도착] [2번 노쇼]
            [집단상담 회차] [처음으로]
        새벽: [1번 도착]
        빛나: 12월 3일 (목) 오후 2시
            자리가 다 찼어요
            1. B-12345 · 왔어요
            2. B-12345 · 오기로 했어요
            [1번 노쇼]
            [2번 도착] [2번 노쇼]
            [집단상담 회차] [처음으로]
        새벽: [2번 노쇼]
        빛나: 12월 3일 (목) 오후 2시
            자리가 다 찼어요
            1. B-12345 · 왔어요
            2. B-12345 · 못 왔어요
            [1번 노쇼]
            [2번 도착]
            [집단상담 회차] [처음으로]
        (10 minutes later)
        빛나 → 수아: 오늘은 만나지 못했네요. 그럴 수 있어요. 불이익은 전혀 없어요. 별일 없으시죠?
            다른 때 만나고 싶으시면 편한 시간을 골라 주세요.
            [집단상담 일정 보기]
            [상담 예약하기] [상담사와 이야기하기]
        빛나: 오늘 상담 1건 · 12월 3일 (목)
            12월 3일 (목) 오후 2시
            집단상담, 대면 · B-12345
            [오늘 상담 일정] [일주일 일정]
    """)


async def test_a_session_is_called_off(korean: Reader) -> None:
    """Everybody with a seat hears it once, with what to do."""
    await korean.reads("""
        새벽: /groups
        빛나: 집단상담 회차
            잡힌 회차가 없어요.
            [새 회차 열기]
            [처음으로]
        새벽: [새 회차 열기]
        빛나: 새 집단상담 회차 2/5
            며칠 몇 시에 시작하나요?
            [뒤로] [그만하기]
        새벽: 12월 3일 오후 2시
        빛나 rewrites: 새 집단상담 회차 2/5
            시작: 12월 3일 (목) 오후 2시
        빛나: 새 집단상담 회차 4/5
            몇 자리인가요?
            [12]
            [뒤로] [그만하기]
        새벽: [12]
        빛나 rewrites: 새 집단상담 회차 4/5
            자리: 12
        빛나: 새 집단상담 회차 5/5
            이렇게 열까요? 바로 신청을 받아요.
            [네, 열게요] [아니요]
            [뒤로] [그만하기]
        새벽: 네
        빛나 rewrites: 새 집단상담 회차 5/5
            회차: 네, 열게요
        빛나: 회차를 열었어요. 이제 신청할 수 있어요: 자리 12개 남았어요
            12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리 12개 남았어요
            [집단상담 회차] [처음으로]
        민지: 집단상담
        빛나: 어느 회차에 오시겠어요?
            [12월 3일 (목) 오후 2시, 자리 12개 남았어요]
            [그만하기]
        민지: [12월 3일 (목) 오후 2시, 자리 12개 남았어요]
        빛나 rewrites: 회차: 12월 3일 (목) 오후 2시
        빛나: 12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리 12개 남았어요
            함께 나눈 이야기는 밖에서 말하지 않기로 해요.
            이 자리를 예약할까요?
            [네, 부탁해요] [다른 회차 보기]
            [뒤로] [그만하기]
        민지: [네, 부탁해요]
        빛나 rewrites: 자리: 네, 부탁해요
        빛나: 자리를 예약했어요: 12월 3일 (목) 오후 2시
            집단상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            집단상담실
            예약 번호: B-12345
            잊지 않게 알려 드릴게요. 못 오시게 되면 알려 주세요. 기다리는 분께 자리를 드려요.
            [달력에 저장하기]
            [내 예약] [처음으로]
        새벽: [집단상담 회차]
        빛나: 집단상담 회차
            12월 3일 (목) 오후 2시
            새벽 상담사 · 12자리 가운데 1자리 신청
            [12월 3일 (목) 오후 2시 명단]
            [새 회차 열기]
            [처음으로]
        새벽: [12월 3일 (목) 오후 2시 명단]
        빛나: 12월 3일 (목) 오후 2시
            자리 11개 남았어요
            1. B-12345 · 오기로 했어요
            [이 회차 취소하기]
            [집단상담 회차] [처음으로]
        새벽: [이 회차 취소하기]
        빛나: 이 회차를 취소할까요? 신청하신 분들께 바로 알려요.
            12월 3일 (목) 오후 2시
            집단상담, 170분
            집단상담실, 새벽 상담사
            자리 11개 남았어요
            [네, 회차를 취소할게요]
            [아니요, 그대로 열게요]
        새벽: [네, 회차를 취소할게요]
        빛나 → 민지: 정말 죄송해요. 센터 사정으로 집단상담을 열지 못해요: 12월 3일 (목) 오후 2시
            다른 회차를 보시거나 전화해 주세요: 062-609-8500
            [집단상담 일정 보기]
            [내 예약]
        빛나: 회차를 취소했어요. 1명께 알려요.
            [집단상담 회차] [처음으로]
        민지: [집단상담 일정 보기]
        빛나: 지금은 잡힌 집단상담이 없어요. 궁금한 점은 전화로 물어봐 주세요: 062-609-8500
            [상담 예약하기] [처음으로]
        민지: /mine
        빛나: 지금은 예약이 없어요.
            [상담 예약하기] [처음으로]
    """)


FORGED = [
    ("수아", "grp:list:{session}"),
    ("수아", "grp:off_yes:{session}"),
    ("수아", "grp:met:{seat}:arrived"),
    ("수아", "met:no_show:{seat}"),
    ("수아", "appt:cancel_yes:{seat}"),
    ("수아", "appt:cancel_yes:{session}"),
    ("수아", "appt:move:{session}"),
    ("수아", "grp:seat:424242"),
    ("누리", "grp:off_yes:{session}"),
    ("누리", "grp:met:{seat}:missed"),
    ("새벽", "grp:met:{seat}:missed"),
    ("새벽", "grp:met:{session}:arrived"),
    ("새벽", "grp:off_yes:{seat}"),
    ("새벽", "grp:list:999999999999999999"),
    ("새벽", "appt:other:{seat}:{at}"),
    ("새벽", "appt:other:{session}:{at}"),
    ("민지", "appt:cancel_yes:{session}"),
]


@pytest.mark.parametrize(("name", "data"), FORGED, ids=lambda part: part)
async def test_what_is_not_theirs_is_refused_with_a_sentence(
    korean: Reader, house: House, name: str, data: str
) -> None:
    """A stranger, a colleague, a day that has not come, a session where a seat is meant: nothing changes."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    for line in ("새벽: /groups", "새벽: [새 회차 열기]", "새벽: 12월 3일 오후 2시", "새벽: 12", "새벽: 네"):
        await korean.performs(line)
    for line in ("민지: 집단상담", "민지: [12월 3일 (목) 오후 2시, 자리 12개 남았어요]", "민지: 네"):
        await korean.performs(line)
    session, seat = await rows(house, Appointment)
    before = [await rows(house, table) for table in (Appointment, AppointmentEvent)]
    said = house.telegram.log.number

    phone = house.telegram.phone(house.person(name).id)
    message = phone._chat.newest(lambda message: message.from_bot)
    at = int(seat["starts_at"].timestamp())
    phone._pressed(message, data.format(session=session["id"], seat=seat["id"], at=at))
    await house.settle()

    assert [await rows(house, table) for table in (Appointment, AppointmentEvent)] == before
    assert [entry for entry in house.telegram.log.after(said) if entry.method == "sendMessage"]


async def rows(house: House, table: Any) -> list[dict[str, Any]]:
    async with house.database.reading() as session:
        return [each.model_dump() for each in (await session.exec(select(table).order_by(table.id))).all()]
