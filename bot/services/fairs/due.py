"""What the clock does at hiring days: times told, offers over, late ones passed over, questions after."""

from datetime import datetime, time, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import Fair, FairGuest, FairOutcome, FairSeat, FairState, FairTalk, GuestState
from bot.rules.reminders import day_before
from bot.services import locks
from bot.services.fairs import calling, finding, places, planning, registering, storing, telling
from bot.services.fairs.days import at
from bot.services.notices import Notice

ASKED_AT = time(10)  # the morning after
STAYED = {30: "stayed_30_at", 90: "stayed_90_at"}
STILL_ASKED = timedelta(days=14)  # a question about a job is not asked later than this


async def do(session: AsyncSession, center: Center, now: datetime) -> None:
    """All that is due now."""
    await _take_over_samples(session, center, now)
    await _end_offers(session, now)
    await _tell_times(session, now)
    await calling.pass_over_the_late(session, now)
    await _remind(session, now)
    await _remind_of_seats(session, now)
    await _close(session, now)
    await _ask_who_stayed(session, now)


async def _take_over_samples(session: AsyncSession, center: Center, now: datetime) -> None:
    """The examples of the center's folder are there once; what became of them is not touched."""
    known = set((await session.exec(select(Fair.key))).all())
    for plan in center.fairs:
        if plan.key not in known and at(plan.held_on, plan.hours.ends) > now:
            await storing.store(session, plan, now)


async def _end_offers(session: AsyncSession, now: datetime) -> None:
    """Who did not answer in time makes room for the next one; they may come back to the list."""
    for guest in await places.expire_offers(session, now):
        fair = await registering.held(session, guest.fair_id)
        await registering.leave(session, guest, GuestState.WITHDRAWN, now)
        gone = [GuestState.WITHDRAWN]
        await telling.tell(session, guest, Notice.FAIR_OFFER_OVER, now, states=gone)
        await places.offer(session, fair, now)


async def _tell_times(session: AsyncSession, now: datetime) -> None:
    query = select(Fair.id).where(
        col(Fair.times_at) <= now, col(Fair.times_told_at).is_(None), col(Fair.state).in_(finding.SHOWN)
    )
    for fair_id in (await session.exec(query)).all():
        fair = await registering.held(session, fair_id or 0)
        fair.times_told_at = now
        await planning.give_times(session, fair, now)


async def _remind(session: AsyncSession, now: datetime) -> None:
    """In the evening before, once each."""
    soon = [
        fair
        for fair in await finding.coming(session, now)
        if (eve := day_before(fair.starts_at)).due_at <= now < eve.expires_at
    ]
    for fair in soon:
        for guest in await telling.guests(session, fair.id or 0, [GuestState.REGISTERED]):
            key = f"fair:{guest.id}:day-before:{telling.moment(fair.starts_at)}"
            expires_at = day_before(fair.starts_at).expires_at
            await telling.tell(
                session, guest, Notice.FAIR_DAY_BEFORE, now, dedupe_key=key, expires_at=expires_at
            )


async def _remind_of_seats(session: AsyncSession, now: datetime) -> None:
    """In the evening before a coaching that is on a day of its own, once each."""
    query = (
        select(FairTalk, FairGuest, Fair.starts_at)
        .join(FairSeat, col(FairSeat.talk_id) == FairTalk.id)
        .join(FairGuest, col(FairGuest.id) == FairSeat.guest_id)
        .join(Fair, col(Fair.id) == FairTalk.fair_id)
        .where(col(FairTalk.starts_at) > now, col(FairTalk.starts_at) < now + timedelta(days=2))
        .where(FairGuest.state == GuestState.REGISTERED)
    )
    for talk, guest, fair_starts_at in (await session.exec(query)).all():
        eve = day_before(talk.starts_at)
        if eve.due_at != day_before(fair_starts_at).due_at and eve.due_at <= now < eve.expires_at:
            key = f"fair:{guest.id}:seat:{talk.id}:{telling.moment(talk.starts_at)}"
            facts = {"talk": talk.id}
            await telling.tell(
                session, guest, Notice.FAIR_SEAT, now, facts, dedupe_key=key, expires_at=eve.expires_at
            )


async def _close(session: AsyncSession, now: datetime) -> None:
    """After the end: who did not come is marked so, who came is asked how it was the next morning."""
    query = select(Fair.id).where(col(Fair.ends_at) <= now, col(Fair.state).in_(finding.SHOWN))
    for fair_id in (await session.exec(query)).all():
        await locks.hold_fair(session, fair_id or 0)
        fair = await session.get_one(Fair, fair_id)
        fair.state, fair.done_at = FairState.DONE, now
        morning = fair.ends_at.astimezone(SEOUL).date() + timedelta(days=1)
        asked_at = max(now, datetime.combine(morning, ASKED_AT, SEOUL))
        for guest in await telling.guests(session, fair.id or 0, list(GuestState)):
            await _end(session, guest, asked_at, now)


async def _end(session: AsyncSession, guest: FairGuest, asked_at: datetime, now: datetime) -> None:
    if guest.state is GuestState.ARRIVED:
        key = f"fair:{guest.id}:after"
        await telling.tell(session, guest, Notice.FAIR_AFTER, now, due_at=asked_at, dedupe_key=key)
    elif guest.state is GuestState.REGISTERED:
        await registering.leave(session, guest, GuestState.MISSED, now)
    elif guest.state in {GuestState.WAITING, GuestState.OFFERED}:
        await registering.leave(session, guest, GuestState.WITHDRAWN, now)


async def _ask_who_stayed(session: AsyncSession, now: datetime) -> None:
    """Thirty and ninety days after somebody was hired, once each."""
    for days, column in STAYED.items():
        since = now - timedelta(days=days)
        query = (
            select(FairOutcome, FairGuest)
            .join(FairGuest, col(FairGuest.id) == FairOutcome.guest_id)
            .where(
                col(FairOutcome.hired_at) <= since,
                col(FairOutcome.hired_at) > since - STILL_ASKED,
                getattr(FairOutcome, column).is_(None),
                col(FairOutcome.left_at).is_(None),
                col(FairGuest.person_id).is_not(None),
            )
        )
        for outcome, guest in (await session.exec(query)).all():
            facts = {"company": outcome.company_id, "days": days}
            key = f"fair:{guest.id}:{outcome.company_id}:stayed-{days}"
            await telling.tell(session, guest, Notice.FAIR_STAYED, now, facts, dedupe_key=key)
