"""What the heartbeat does. Each step asks the database what is due and not yet done."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Chore, Outbox, OutboxState, Priority
from bot.services import (
    absences,
    agendas,
    announcements,
    bookings,
    calls,
    days,
    privacy,
    slots,
    talks,
    waitlist,
)
from bot.services.fairs import due
from bot.services.rows import end_waiting, insert_into

Step = Callable[[AsyncSession, Center, datetime], Awaitable[None]]


async def tick(session: AsyncSession, center: Center, now: datetime) -> None:
    """All that is due now. The slots come first: they lock counselors, which always precedes rows."""
    center = await days.center_as_said(session, center, now)
    for step in STEPS:
        await step(session, center, now)


async def refresh_slots(session: AsyncSession, center: Center, now: datetime) -> None:
    """Once an hour the slots follow the center's hours into the next day."""
    if await is_due(session, "slots", timedelta(hours=1), now):
        await slots.refresh(session, center, now)


async def follow_up_absences(session: AsyncSession, _center: Center, now: datetime) -> None:
    """Whose meeting cannot be and who does not answer is called."""
    await absences.follow_up(session, now)


async def finish_past(session: AsyncSession, _center: Center, now: datetime) -> None:
    """Meetings that are over take no time, and neither do times that nobody said yes to."""
    await bookings.clear_all_over(session, now)
    await bookings.finish_past(session, now)


async def keep_the_line(session: AsyncSession, center: Center, now: datetime) -> None:
    """A freed time is offered to whoever waited for it first."""
    await waitlist.care(session, center, now)


async def tell_agendas(session: AsyncSession, center: Center, now: datetime) -> None:
    """In the morning of each working day counselors hear of their day; once, and late where we were away."""
    hours = agendas.hours_of_telling(center, now)
    since = now - hours[0] + timedelta(microseconds=1) if hours else None
    if hours and since and await is_due(session, "agenda", since, now):
        await agendas.tell(session, center, hours[1], now)


async def expire(session: AsyncSession, _center: Center, now: datetime) -> None:
    """What is no longer worth saying is not said."""
    over = col(Outbox.expires_at) <= now
    urgent = col(Outbox.priority) <= Priority.ALERT, col(Outbox.due_at) <= now  # as the index has them
    await end_waiting(session, OutboxState.EXPIRED, now, over, *urgent, skip=True)


async def announce(session: AsyncSession, center: Center, now: datetime) -> None:
    """Announcements whose time has come go out; operators see how they go."""
    if await is_due(session, "series_news", timedelta(minutes=1), now):
        await announcements.announce_series(session, center, now)
    await announcements.release_due(session, center, now)
    await announcements.refresh_progress(session, now)
    if await is_due(session, "confirm", timedelta(minutes=1), now):
        await announcements.ask_due(session, now)


async def call_to_talks(session: AsyncSession, center: Center, now: datetime) -> None:
    """Who waits for a counselor is not forgotten; a talk that fell silent ends."""
    await talks.ring_due(session, center, now)
    await talks.end_silent(session, now)


async def hold_fairs(session: AsyncSession, center: Center, now: datetime) -> None:
    """Hiring days: times are told, offers end, the late are passed over, and afterwards people are asked."""
    await due.do(session, center, now)


async def list_calls(session: AsyncSession, _center: Center, now: datetime) -> None:
    """Who did not say whether they come is to be called."""
    await calls.list_unanswered(session, now)


async def go_on_with_series(session: AsyncSession, _center: Center, now: datetime) -> None:
    """Nobody's next meeting is forgotten."""
    if await is_due(session, "series", timedelta(minutes=10), now):
        await bookings.ask_forgotten(session, now)


async def remind_of_invitations(session: AsyncSession, _center: Center, now: datetime) -> None:
    """Who was asked to book and has not answered is reminded, then called."""
    await bookings.remind_due(session, now)


async def purge(session: AsyncSession, center: Center, now: datetime) -> None:
    """Once a day what was kept long enough is forgotten."""
    if await is_due(session, "purge", timedelta(days=1), now):
        await privacy.purge(session, center.retention, now)


STEPS: tuple[Step, ...] = (
    refresh_slots,
    follow_up_absences,
    finish_past,
    keep_the_line,
    tell_agendas,
    expire,
    call_to_talks,
    list_calls,
    go_on_with_series,
    remind_of_invitations,
    hold_fairs,
    announce,
    purge,
)


async def is_due(session: AsyncSession, name: str, every: timedelta, now: datetime) -> bool:
    """Whether this chore was not done for so long; who is told so has to do it, nobody else is."""
    insert = insert_into(session, Chore).values(name=name, done_at=now)
    claim = insert.on_conflict_do_update(
        index_elements=["name"],
        set_={"done_at": now},
        where=(col(Chore.done_at) <= now - every) | (col(Chore.done_at) > now),
    )
    return (await session.exec(claim.returning(col(Chore.name)))).scalar() is not None
