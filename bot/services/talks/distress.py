"""Somebody spoke of not wanting to live: the staff on duty hear of it at once, and news keep away."""

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.models import Person, TalkState, TalkWhy
from bot.rules.office import next_opening
from bot.services.announcements.steps import call_off
from bot.services.duty import on_duty
from bot.services.talks.asking import begun
from bot.services.talks.finding import live_talk
from bot.services.talks.ringing import PATIENCE, call

WITHOUT_NEWS = timedelta(days=7)


async def heard_despair(session: AsyncSession, center: Center, person: Person, now: datetime) -> bool:
    """Alert everybody on duty, or whoever opens the center next; whether somebody has been alerted.

    For seven days no announcement reaches this person. An alert says that it is urgent, and not a word of
    what was said.
    """
    assert person.id is not None
    person.hushed_until = now + WITHOUT_NEWS
    session.add(person)
    await call_off(session, person.id, now)
    talk = await live_talk(session, person.id)
    if talk and (talk.state is TalkState.OPEN or talk.why is TalkWhy.DISTRESS):
        return bool(talk.rung)
    talk = talk or await begun(session, person.id, now, TalkWhy.DISTRESS)
    talk.why = TalkWhy.DISTRESS
    members = [m for m in await on_duty(session, center, now) if m.chat_id != person.chat_id]
    for member in members:
        await call(session, talk, member, now)
    talk.rings_at = now + PATIENCE if members else next_opening(center, now)
    session.add(talk)
    await session.flush()
    return bool(members)
