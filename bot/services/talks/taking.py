"""A counselor takes a talk; somebody ends it, or it falls silent."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Person, Staff, Talk, TalkEnd, TalkState
from bot.services.notices import Notice, notify
from bot.services.people import chat_of
from bot.services.talks.asking import NoTalk, Why

SILENCE = timedelta(minutes=60)  # an open talk in which nobody writes: words would go nowhere
NOBODY_CAME = timedelta(days=10)  # longer than any row of holidays


@dataclass(frozen=True, slots=True)
class Taken:
    """A talk that has just begun, with whom, and the word that was left."""

    talk: Talk
    person: Person
    words: str | None


async def take(session: AsyncSession, member: Staff, talk_id: int, now: datetime) -> Taken:
    """This member of the staff talks with the person now; NoTalk where somebody else does or it is over."""
    assert member.id is not None
    found = await session.get(Talk, talk_id, populate_existing=True)
    if found is None or found.state is TalkState.ENDED:
        raise NoTalk(Why.OVER)
    words = found.words
    if not await _claimed(session, talk_id, member, now):
        raise NoTalk(Why.TAKEN)
    await session.refresh(found)
    person = await session.get_one(Person, found.person_id)
    if person.unreachable_at:
        await end(session, found, TalkEnd.PERSON, now)
        raise NoTalk(Why.GONE)
    return Taken(found, person, words)


async def _claimed(session: AsyncSession, talk_id: int, member: Staff, now: datetime) -> bool:
    """Whether the talk still waited and is this member's now; BUSY where they are in another."""
    claim = (
        update(Talk)
        .where(col(Talk.id) == talk_id, col(Talk.state) == TalkState.WAITING)
        .values(
            state=TalkState.OPEN, staff_id=member.id, taken_at=now, spoken_at=now, rings_at=None, words=None
        )
    )
    try:
        async with session.begin_nested():
            return (await session.exec(claim)).rowcount == 1
    except IntegrityError:  # one talk at a time for each member of the staff
        raise NoTalk(Why.BUSY) from None


async def spoke(session: AsyncSession, talk: Talk, now: datetime) -> None:
    """One of the two wrote."""
    talk.spoken_at = now
    session.add(talk)
    await session.flush()


async def end(session: AsyncSession, talk: Talk, by: TalkEnd, now: datetime) -> None:
    """The talk is over, or no longer wished for."""
    talk.state, talk.ended_at, talk.ended_by = TalkState.ENDED, now, by
    talk.rings_at = talk.words = None
    session.add(talk)
    await session.flush()


async def end_talks_of(session: AsyncSession, staff: Staff, now: datetime) -> None:
    """A member of the staff leaves: their talk is over, and the other hears of it."""
    query = select(Talk).where(Talk.staff_id == staff.id, Talk.state == TalkState.OPEN)
    for talk in (await session.exec(query)).all():
        await end(session, talk, TalkEnd.STAFF, now)
        await _tell_the_person(session, talk, now)


async def left(session: AsyncSession, chat_id: int, now: datetime) -> None:
    """Who blocked us waits for nobody any more; the counselor in a talk with them hears that it is over."""
    query = (
        select(Talk)
        .join(Person, col(Person.id) == Talk.person_id)
        .where(Person.chat_id == chat_id, Talk.state != TalkState.ENDED)
    )
    for talk in (await session.exec(query)).all():
        was_open = talk.state is TalkState.OPEN
        await end(session, talk, TalkEnd.PERSON, now)
        if was_open:
            await _tell_the_staff(session, talk, now)


async def end_silent(session: AsyncSession, now: datetime) -> None:
    """Talks in which nobody wrote for an hour end; so do wishes to which nobody came for days."""
    silent = (col(Talk.state) == TalkState.OPEN) & (col(Talk.spoken_at) <= now - SILENCE)
    forgotten = (col(Talk.state) == TalkState.WAITING) & (col(Talk.asked_at) <= now - NOBODY_CAME)
    query = (
        select(Talk)
        .where(or_(silent, forgotten))
        .order_by(col(Talk.id))
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    for talk in (await session.exec(query)).all():
        was_open = talk.state is TalkState.OPEN
        await end(session, talk, TalkEnd.SILENCE, now)
        if was_open:
            await _tell_the_person(session, talk, now)
            await _tell_the_staff(session, talk, now)


async def _tell_the_person(session: AsyncSession, talk: Talk, now: datetime) -> None:
    await _tell(session, talk, await chat_of(session, talk.person_id), "person", now)


async def _tell_the_staff(session: AsyncSession, talk: Talk, now: datetime) -> None:
    query = select(Staff.chat_id).where(Staff.id == talk.staff_id)
    await _tell(session, talk, (await session.exec(query)).first(), "staff", now)


async def _tell(session: AsyncSession, talk: Talk, chat_id: int | None, whom: str, now: datetime) -> None:
    if chat_id is not None:
        facts = {"talk": talk.id, "whom": whom}
        key = f"talk:{talk.id}:over:{whom}"
        await notify(session, chat_id, Notice.TALK_OVER, facts, now, dedupe_key=key)
