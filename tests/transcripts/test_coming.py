"""Reminders that ask, the call list, what came of a meeting: in Korean, from both sides."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.clock import SEOUL
from bot.models import Appointment, AppointmentEvent, Outbox, OutboxState, Role
from bot.rules.reminders import reminders
from bot.services import bookings, people
from tests.house import MONDAY, House
from tests.transcripts.reading import Reader


async def booked(house: House, name: str, day: int, hour: int, service: str = "finance") -> Appointment:
    """Somebody's appointment in November, made the short way."""
    await house.agreed(name, language="ko")
    starts_at = MONDAY.replace(day=day, hour=hour).astimezone(SEOUL)
    async with house.database.transaction() as session:
        person = await people.heard_from(session, house.person(name).id, "ko", house.clock.now())
        return await bookings.book(session, house.center, person, service, starts_at, house.clock.now())


async def test_a_reminder_asks(korean: Reader, house: House) -> None:
    """갈게요 and 늦어요 are answers; who says nothing is called."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await booked(house, "민지", 25, 10)
    await booked(house, "수아", 25, 11)
    await korean.reads("""
        (32 hours later)
        빛나 → 누리: 새 예약
            11월 25일 (수) 오전 11시
            상담(내용 비공개), 대면 · B-12345
            [예약 확인하기]
            [다른 시간 제안하기]
            [동료에게 부탁하기]
            [이 상담 취소하기]
        빛나 → 민지: 내일 상담이 있어요.
            11월 25일 (수) 오전 10시
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 누리 상담사
            예약 번호: B-12345
            오실 때 신분증을 챙겨 주세요. 그대로 오실 건가요? 한 번만 눌러 주세요.
            [갈게요] [늦어요]
            [시간 바꾸기] [예약 취소하기]
        빛나 → 수아: 내일 상담이 있어요.
            11월 25일 (수) 오전 11시
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 누리 상담사
            예약 번호: B-12345
            오실 때 신분증을 챙겨 주세요. 그대로 오실 건가요? 한 번만 눌러 주세요.
            [갈게요] [늦어요]
            [시간 바꾸기] [예약 취소하기]
        민지: [갈게요]
        빛나: 알려 주셔서 고마워요. 그때 만나요.
            [처음으로]
        (4 hours later)
        누리: /calls
        빛나: 전화할 분
            1. B-12345, 11월 25일 (수) 오전 11시
            오시는지 답이 없어요
            [1. 통화했어요] [1. 안 받으세요]
            [처음으로]
        누리: [1. 통화했어요]
        빛나: 지금은 전화할 분이 없어요.
            [처음으로]
        누리: /calls
        빛나: 지금은 전화할 분이 없어요.
            [처음으로]
        (10 hours later)
        빛나 → 민지: 곧 상담 시간이에요.
            11월 25일 (수) 오전 10시
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 누리 상담사
            예약 번호: B-12345
            오실 때 신분증을 챙겨 주세요. 그대로 오실 건가요? 한 번만 눌러 주세요.
            [갈게요] [늦어요]
            [시간 바꾸기] [예약 취소하기]
        민지: [늦어요]
        빛나: 알려 주셔서 고마워요. 상담사에게 전했어요. 서두르지 말고 조심히 오세요.
            [처음으로]
        빛나 → 누리: 조금 늦으신대요
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
    """)


async def test_who_did_not_come(korean: Reader, house: House) -> None:
    """A kind message; one tap keeps a new time. After the second in a row a counselor calls, too. A wrong tap is
    corrected, and nobody loses anything."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await booked(house, "민지", 25, 10)
    house.clock.moment = MONDAY.replace(day=25, hour=10, minute=20)
    await korean.reads("""
        누리: /today
        빛나: 새 예약
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [예약 확인하기]
            [다른 시간 제안하기]
            [동료에게 부탁하기]
            [이 상담 취소하기]
        빛나: 오늘, 11월 25일 (수)
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [오전 10시 도착] [오전 10시 마쳤어요]
            [오전 10시 노쇼]
            [처음으로]
        누리: [오전 10시 노쇼]
        빛나: 노쇼
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [오전 10시 도착] [오전 10시 마쳤어요]
            [처음으로]
        누리: [오전 10시 마쳤어요]
        빛나: 마쳤어요
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [오전 10시 도착] [오전 10시 노쇼]
            [처음으로]
        누리: [오전 10시 노쇼]
        빛나: 노쇼
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [오전 10시 도착] [오전 10시 마쳤어요]
            [처음으로]
        (10 minutes later)
        빛나 → 민지: 오늘은 만나지 못했네요. 그럴 수 있어요. 불이익은 전혀 없어요. 별일 없으시죠?
            다른 때 만나고 싶으시면 편한 시간을 골라 주세요.
            [11월 25일 (수) 오후 1시]
            [11월 25일 (수) 오후 2시]
            [상담 예약하기] [상담사와 이야기하기]
        빛나: 오늘 상담 1건 · 11월 25일 (수)
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [오늘 상담 일정] [일주일 일정]
        민지: [11월 25일 (수) 오후 1시]
        빛나: 이렇게 예약할까요?
            11월 25일 (수) 오후 1시
            금융·재취업 상담, 50분, 대면
            만날 분: 누리 상담사
            5분 동안 이 시간을 맡아 둘게요.
            [네, 예약할게요] [다른 시간 보기]
            [뒤로] [그만하기]
        민지: [네, 예약할게요]
        빛나 rewrites: 상담 예약: 네, 예약할게요
        빛나 → 누리: 새 예약
            11월 25일 (수) 오후 1시
            상담(내용 비공개), 대면 · B-12345
            [예약 확인하기]
            [다른 시간 제안하기]
            [동료에게 부탁하기]
            [이 상담 취소하기]
        빛나: 예약했어요: 11월 25일 (수) 오후 1시
            금융·재취업 상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 누리 상담사
            예약 번호: B-12345
            두 시간 전에 알려 드릴게요.
            오실 때 신분증을 챙겨 주세요.
            [달력에 저장하기]
            [내 예약] [처음으로]
    """)
    house.clock.moment = MONDAY.replace(day=25, hour=13, minute=20)
    await korean.reads("""
        누리: /today
        빛나: 오늘, 11월 25일 (수)
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            11월 25일 (수) 오후 1시
            상담(내용 비공개), 대면 · B-12345
            [오전 10시 도착] [오전 10시 마쳤어요]
            [오후 1시 도착] [오후 1시 마쳤어요]
            [오후 1시 노쇼]
            [처음으로]
        누리: [오후 1시 노쇼]
        빛나: 노쇼
            11월 25일 (수) 오후 1시
            상담(내용 비공개), 대면 · B-12345
            [오후 1시 도착] [오후 1시 마쳤어요]
            [처음으로]
        누리: /calls
        빛나: 전화할 분
            1. B-12345, 11월 25일 (수) 오후 1시
            두 번 이어서 못 오셨어요
            [1. 통화했어요] [1. 안 받으세요]
            [처음으로]
        (10 minutes later)
        빛나 → 민지: 오늘은 만나지 못했네요. 그럴 수 있어요. 불이익은 전혀 없어요. 별일 없으시죠?
            상담사가 연락드려서 함께 시간을 찾아볼게요. 여기서 바로 고르셔도 돼요.
            [11월 25일 (수) 오후 4시]
            [11월 27일 (금) 오전 9시]
            [상담 예약하기] [상담사와 이야기하기]
    """)


FORGED = [
    ("수아", "rem:coming:{id}:{at}:day_before"),
    ("수아", "rem:cancel:{id}:{at}:day_before"),
    ("수아", "appt:cancel_yes:{id}"),
    ("수아", "appt:move:{id}"),
    ("수아", "appt:accept:{id}:{at}"),
    ("수아", "appt:other:{id}:{at}"),
    ("수아", "met:no_show:{id}"),
    ("수아", "call:reached:1"),
    ("윤슬", "appt:accept:{id}:{at}"),
    ("윤슬", "appt:other:{id}:{at}"),
    ("윤슬", "met:arrived:{id}"),
    ("윤슬", "met:no_show:{id}"),
    ("누리", "met:no_show:{id}"),
    ("누리", "met:done:999999999999999999"),
    ("누리", "appt:accept:{id}:1"),
    ("민지", "rem:coming:{id}:1:day_before"),
    ("민지", "rem:coming:{id}:{at}:nothing"),
    ("민지", "rem:nothing:{id}:{at}:day_before"),
    ("민지", "appt:cancel_yes:424242"),
    ("민지", "appt:cancel_yes:-1"),
    ("수아", "again:{id}:{at}:3"),
    ("민지", "again:{id}:1:3"),
    ("민지", "again:424242:{at}:3"),
]


@pytest.mark.parametrize(("name", "data"), FORGED, ids=lambda part: part)
async def test_what_is_not_theirs_is_refused_with_a_sentence(house: House, name: str, data: str) -> None:
    """A stranger's data, a colleague, an old time, a number nobody has: nothing changes, and it is said."""
    for called in ("누리", "윤슬"):
        await house.joins(f"{called} 상담사", Role.COUNSELOR, called, "ko")
    appointment = await booked(house, "민지", 25, 10)
    await house.agreed("수아", language="ko")
    before = await everything(house)
    said = house.telegram.log.number

    phone = house.telegram.phone(house.person(name).id)
    message = phone._chat.newest(lambda message: message.from_bot)
    at = int(appointment.starts_at.timestamp())
    phone._pressed(message, data.format(id=appointment.id, at=at))
    await house.settle()

    assert await everything(house) == before
    assert [e for e in house.telegram.log.after(said) if e.method == "sendMessage"]


async def everything(house: House) -> list[object]:
    async with house.database.reading() as session:
        rows = (await session.exec(select(Appointment))).all()
        events = (await session.exec(select(AppointmentEvent))).all()
        return [each.model_dump() for each in (*rows, *events)]


@pytest.mark.parametrize("gap", range(0, 24, 2))
async def test_stopped_for_two_hours(house: House, gap: int) -> None:
    """Of thirty appointments exactly those reminders go out that are still true, each once."""
    day = MONDAY.replace(hour=0) + timedelta(days=1)
    house.clock.moment = MONDAY.replace(hour=9)
    made = [await booked(house, f"구직자{n}", *PLACES[n]) for n in range(len(PLACES))]
    ticks = [day + timedelta(hours=h) for h in range(25) if not gap <= h < gap + 2]
    house.clock.moment = day - timedelta(minutes=1)
    await house.tick()
    before = await reminded(house)
    for tick in ticks:
        house.clock.moment = tick
        await house.tick()

    due = {
        (each.id, reminder.kind.value)
        for each in made
        for reminder in reminders(each.starts_at, day - timedelta(minutes=1))
        if any(reminder.due_at <= tick < reminder.expires_at for tick in ticks)
    }
    after = await reminded(house)
    assert len(after) == len(set(after))
    assert set(after) - set(before) == due


async def reminded(house: House) -> list[tuple[int | None, str | None]]:
    query = select(Outbox.appointment_id, Outbox.notice).where(Outbox.state == OutboxState.SENT)
    async with house.database.reading() as session:
        found = (await session.exec(query)).all()
    return [(number, notice) for number, notice in found if (notice or "").startswith("reminder.")]


# Thirty free times of the three counselors, on the day, the day after, and three days later.
PLACES = [
    *((24, hour, "leap") for hour in (11, 13, 14, 15, 16, 17)),
    *((24, hour, "intake") for hour in (11, 13, 14, 15, 16, 17)),
    *((25, hour, "finance") for hour in (9, 10, 11, 13, 14, 15, 16)),
    *((25, hour, "intake") for hour in (13, 14, 15)),
    *((27, hour, "finance") for hour in (9, 10, 11, 13)),
    *((27, hour, "leap") for hour in (9, 10, 11, 13)),
]
