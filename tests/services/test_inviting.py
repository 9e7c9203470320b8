"""The staff ask a person to choose a time: each step once, and over when it is answered."""

from datetime import datetime, timedelta

import pytest

from bot.models import (
    Appointment,
    AppointmentEvent,
    AppointmentState,
    Call,
    CallEnd,
    CallWhy,
    Cause,
    Invitation,
    InvitationState,
    Outbox,
    Person,
    Role,
    Staff,
)
from bot.services import bookings, calls, clockwork, notices, privacy
from bot.services.bookings import NotAsked, NotBookable, NotThere, Refusal, Why, WhyNot
from tests.services.a_morning import NOW, House, at

OPEN, BOOKED = InvitationState.OPEN, InvitationState.BOOKED
DAY = timedelta(days=1)


async def asks(
    house: House, member: Staff, person: Person, service: str = "leap", now: datetime = NOW
) -> Invitation:
    async with house.database.transaction() as session:
        return await bookings.invite(session, house.center, member, person, service, None, now)


async def answers(house: House, deed: str, who: Person | Staff, asked: Invitation, now: datetime) -> None:
    async with house.database.transaction() as session:
        await getattr(bookings, deed)(session, who, asked.id, now)


async def tick(house: House, now: datetime) -> None:
    async with house.database.transaction() as session:
        await clockwork.tick(session, house.center, now)


async def owed(house: House) -> list[str | None]:
    return [row.notice for row in await house.rows(Outbox) if (row.notice or "").startswith("invitation.")]


async def true_now(house: House, notice: str) -> bool:
    row = await house.only(Outbox, Outbox.notice == notice)
    async with house.database.reading() as session:
        return await notices.still_true(session, row, NOW)


async def test_asked_and_booked(house: House) -> None:
    """The booking says in its history why it was made, and the invitation knows it."""
    person, member = await house.person(), await house.member("yunseul")
    asked = await asks(house, member, person)
    assert await house.told(person.chat_id) == ["invitation.asked"]
    assert await true_now(house, "invitation.asked")

    booked = await house.book(person, at(24, 9), "leap")
    over = await house.only(Invitation)
    assert (over.state, over.appointment_id, over.next_at) == (BOOKED, booked.id, None)
    assert (await house.only(AppointmentEvent)).why is Cause.INVITATION
    assert not await true_now(house, "invitation.asked")
    assert asked.id == over.id


async def test_a_booking_of_something_else_answers_nothing(house: House) -> None:
    person = await house.person()
    await asks(house, await house.member("yunseul"), person)
    await house.book(person, at(24, 9), "intake")
    assert (await house.only(Invitation)).state is OPEN
    assert (await house.only(AppointmentEvent)).why is Cause.BOOKED


async def test_booked_by_the_staff_it_is_answered_too(house: House) -> None:
    person, member = await house.person(), await house.member("yunseul")
    await asks(house, member, person)
    async with house.database.transaction() as session:
        await bookings.book_for(session, house.center, member, person, "leap", at(24, 9), NOW)
    assert (await house.only(Invitation)).state is BOOKED


async def test_reminded_once_then_called_whatever_the_clock_does(house: House) -> None:
    """Many beats, a process that was away, a clock that went back: each step happens once."""
    person, member = await house.person(), await house.member("yunseul")
    await asks(house, member, person)
    beats = [3 * DAY - timedelta(minutes=1), 3 * DAY, 3 * DAY, 2 * DAY, 4 * DAY, 5 * DAY, 5 * DAY, 9 * DAY]
    seen = []
    for beat in beats:
        await tick(house, NOW + beat)
        seen.append((len(await owed(house)) - 1, len(await house.rows(Call))))

    assert seen == [(0, 0), (1, 0), (1, 0), (1, 0), (1, 0), (1, 1), (1, 1), (1, 1)]
    [call] = await house.rows(Call)
    assert (call.why, call.person_id) == (CallWhy.INVITATION, person.id)


async def test_away_for_a_week_the_reminder_still_comes_before_the_call(house: House) -> None:
    await asks(house, await house.member("yunseul"), await house.person())
    for beat in (8 * DAY, 9 * DAY):
        await tick(house, NOW + beat)
    assert await owed(house) == ["invitation.asked", "invitation.reminder"]
    assert await house.rows(Call) == []


async def test_nobody_is_reminded_at_night(house: House) -> None:
    member, person = await house.member("yunseul"), await house.person()
    asked = await asks(house, member, person, now=at(23, 22))
    assert asked.next_at == at(27, 8)
    for beat in (at(27, 7, 59), at(27, 22)):
        await tick(house, beat)
    assert await owed(house) == ["invitation.asked"]
    await tick(house, at(28, 8))
    assert await owed(house) == ["invitation.asked", "invitation.reminder"]


async def test_what_ends_it_ends_reminders_and_calls(house: House) -> None:
    person, member = await house.person(contact="01023456789"), await house.member("yunseul")
    await asks(house, member, person)
    for beat in (3 * DAY, 5 * DAY):
        await tick(house, NOW + beat)
    async with house.database.reading() as session:
        [line] = await calls.to_make(session)
    assert line.asked is not None
    assert (line.asked.service, line.asked.known_as) == ("leap", "***-6789")

    later = NOW + 5 * DAY
    await house.book(person, at(30, 13), "leap", later)
    [call] = await house.rows(Call)
    assert (call.outcome, call.done_by_id) == (CallEnd.NOT_NEEDED, None)
    assert not await true_now(house, "invitation.reminder")


async def test_declined_is_told_once_and_can_be_taken_up_again(house: House) -> None:
    person, member = await house.person(), await house.member("yunseul")
    asked = await asks(house, member, person)
    for _ in range(2):
        await answers(house, "decline", person, asked, NOW)
    assert (await house.only(Invitation)).state is InvitationState.DECLINED
    assert await house.told(member.chat_id) == ["invitation.declined"]
    await tick(house, NOW + 4 * DAY)
    assert "invitation.reminder" not in await owed(house)

    for _ in range(2):
        await answers(house, "take_up", person, asked, NOW + 5 * DAY)
    assert (await house.only(Invitation)).state is OPEN
    await tick(house, NOW + 8 * DAY)
    assert (await owed(house)).count("invitation.reminder") == 1


async def test_withdrawn_it_is_over(house: House) -> None:
    person, member = await house.person(), await house.member("yunseul")
    asked = await asks(house, member, person)
    other = await house.member("haneul")
    with pytest.raises(NotThere) as refused:
        await answers(house, "withdraw", other, asked, NOW)
    assert refused.value.reason is Why.NOT_YOURS
    await answers(house, "withdraw", member, asked, NOW)
    assert not await true_now(house, "invitation.asked")
    for deed in ("take_up", "decline"):
        with pytest.raises(NotThere):
            await answers(house, deed, person, asked, NOW)
    assert (await house.only(Invitation)).state is InvitationState.WITHDRAWN


async def test_somebody_elses_is_not_touched(house: House) -> None:
    asked = await asks(house, await house.member("yunseul"), await house.person())
    stranger = await house.person()
    for deed in ("take_up", "decline"):
        with pytest.raises(NotThere) as refused:
            await answers(house, deed, stranger, asked, NOW)
        assert refused.value.reason is Why.NOT_YOURS
    assert (await house.only(Invitation)).state is OPEN


@pytest.mark.parametrize(
    ("service", "reason"),
    [
        ("company", WhyNot.NOT_THEIRS_TO_CHOOSE),
        ("group", WhyNot.NOT_THEIRS_TO_CHOOSE),
        ("intake", WhyNot.HAS_ONE),
        ("leap", WhyNot.ASKED),
    ],
)
async def test_who_is_not_asked(house: House, service: str, reason: WhyNot) -> None:
    person, member = await house.person(), await house.member("yunseul")
    await house.book(person, at(24, 9), "intake")
    await asks(house, member, person)
    with pytest.raises(NotAsked) as refused:
        await asks(house, member, person, service)
    assert refused.value.reason is reason
    assert len(await house.rows(Invitation)) == 1


async def test_who_may_not_ask_and_who_cannot_be_reached(house: House) -> None:
    person = await house.person()
    with pytest.raises(NotThere):
        await asks(house, await house.member("회사", Role.COMPANY), person)
    person.unreachable_at = NOW
    with pytest.raises(NotAsked) as refused:
        await asks(house, await house.member("안내", Role.OPERATOR), person)
    assert refused.value.reason is WhyNot.UNREACHABLE
    assert await house.rows(Invitation) == []


async def test_what_is_open_to_the_invited_only(house: House) -> None:
    """Nobody books it by themselves; who was asked does, and again where it did not take place."""
    person, member = await house.person(), await house.member("yunseul")
    yunseul = house.center.counselors[0].model_copy(update={"services": ("intake", "in_depth")})
    house.center = house.center.model_copy(update={"counselors": (yunseul, *house.center.counselors[1:])})
    with pytest.raises(NotBookable) as refused:
        await house.book(person, at(24, 9), "in_depth")
    assert refused.value.reason is Refusal.NOT_OPEN
    with pytest.raises(NotBookable):
        await house.book(person, at(24, 9), "company")

    await asks(house, member, person, "in_depth")
    booked = await house.book(person, at(24, 9), "in_depth")
    moved = await house.change(person, booked, at(24, 10))
    await house.cancel(person, moved)
    again = await house.book(person, at(24, 13), "in_depth")
    async with house.database.transaction() as session:
        await bookings.mark(session, member, again.id or 0, AppointmentState.DONE, at(24, 15))
    with pytest.raises(NotBookable) as refused:
        await house.book(person, at(26, 9), "in_depth", at(24, 16))
    assert refused.value.reason is Refusal.NOT_OPEN


async def test_forgotten_with_the_person(house: House) -> None:
    person = await house.person()
    await asks(house, await house.member("yunseul"), person)
    async with house.database.transaction() as session:
        known = await session.get_one(Person, person.id)
        await privacy.erase(session, known, NOW)
    await tick(house, NOW + 6 * DAY)
    assert await house.rows(Invitation) == []
    assert await house.rows(Call) == []
    assert await house.rows(Appointment) == []
