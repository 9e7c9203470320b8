"""Another interview time at the same company, among those that nobody has: nobody else is moved for it."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Fair, FairGuest, FairInterview, FairInterviewer
from bot.services.fairs import planning, queues
from bot.services.fairs.reasons import NotPossible, Refusal
from bot.services.fairs.registering import held


async def other_times(
    session: AsyncSession, guest: FairGuest, company_id: int, now: datetime
) -> list[datetime]:
    """When this guest could talk with the company instead, soonest first; none without a time of theirs."""
    interview = await _own(session, guest, company_id)
    if interview is None:
        return []
    fair = await session.get_one(Fair, guest.fair_id)
    found = await planning.free_for(session, interview, now)
    moments = {fair.starts_at + timedelta(minutes=given.starts) for given in found}
    return sorted(moments - {interview.starts_at})


async def retime(
    session: AsyncSession, guest: FairGuest, company_id: int, starts_at: datetime, now: datetime
) -> FairInterview:
    """Move their interview to this moment; who waits for the time that is free now is given it.

    Raises NotPossible where the time is somebody's meanwhile, or they have been called already.
    """
    fair = await held(session, guest.fair_id, guest.person_id)
    interview = await _own(session, guest, company_id)
    if interview is None:
        raise NotPossible(Refusal.NOT_THERE)
    found = await planning.free_for(session, interview, now)
    chosen = next(
        (each for each in found if fair.starts_at + timedelta(minutes=each.starts) == starts_at), None
    )
    if chosen is None:
        raise NotPossible(Refusal.NO_TIME)
    desk = await session.get_one(FairInterviewer, chosen.interviewer)
    interview.interviewer_id, interview.booth = chosen.interviewer, desk.booth
    interview.starts_at = starts_at
    interview.ends_at = starts_at + timedelta(minutes=chosen.ends - chosen.starts)
    await session.flush()
    await planning.give_times(session, fair, now, told_here=guest.id)
    return interview


async def _own(session: AsyncSession, guest: FairGuest, company_id: int) -> FairInterview | None:
    """Their interview that is still to come and for which nobody has called them."""
    conditions = FairInterview.guest_id == guest.id, FairInterview.company_id == company_id
    found = await planning.planned(session, *conditions)
    turns = await queues.turns_of(session, guest.id or 0)
    called = any(turn.company_id == company_id and turn.state in queues.AT_BOOTH for turn in turns)
    return None if called or not found else found[0]
