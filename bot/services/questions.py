"""Questions that no passage of the center answers: kept for the staff, answered once, known from then on."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Asker, Person, Question, QuestionState, Staff
from bot.services.notices import Notice, notify
from bot.services.rows import insert_into

LONGEST = 200  # characters of a question that are kept
SIGNS = re.compile(r"[^\w가-힣]+")


class Learned(NamedTuple):
    """A question that the staff answered, and from when the answer is."""

    id: int
    question: str
    answer: str
    answered_at: datetime


async def keep(session: AsyncSession, text: str, now: datetime) -> Question | None:
    """Keep a question, without who asked it; None where the staff said that it is not ours to answer.

    Numbers of people are covered before any text comes here (bot.korean.masking).
    """
    plain = _plain(text)
    if not plain:
        return None
    insert = insert_into(session, Question).values(
        plain=plain,
        words=text.strip()[:LONGEST],
        times=1,
        state=QuestionState.OPEN,
        first_at=now,
        last_at=now,
    )
    again = insert.on_conflict_do_update(
        index_elements=["plain"], set_={"times": Question.times + 1, "last_at": now}
    )
    kept = await session.exec(again.returning(Question), execution_options={"populate_existing": True})
    question: Question = kept.scalars().one()
    return None if question.state is QuestionState.DISMISSED else question


async def await_answer(session: AsyncSession, question_id: int, person_id: int, now: datetime) -> bool:
    """This person is told when the question has an answer; False where there is no such open question."""
    question = await session.get(Question, question_id)
    if question is None or question.state is not QuestionState.OPEN:
        return False
    row = insert_into(session, Asker).values(question_id=question_id, person_id=person_id, asked_at=now)
    await session.exec(row.on_conflict_do_nothing(index_elements=["question_id", "person_id"]))
    return True


async def unanswered(session: AsyncSession) -> Sequence[Question]:
    """What waits for an answer: asked most often first, then the oldest."""
    query = (
        select(Question)
        .where(Question.state == QuestionState.OPEN)
        .order_by(col(Question.times).desc(), col(Question.id))
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).all()


async def open_question(session: AsyncSession, question_id: int) -> Question | None:
    """The question of that number, while it waits for an answer."""
    query = select(Question).where(Question.id == question_id, Question.state == QuestionState.OPEN)
    return (await session.exec(query.with_for_update().execution_options(populate_existing=True))).first()


async def answer(session: AsyncSession, question_id: int, words: str, staff: Staff, now: datetime) -> bool:
    """The staff's answer: known from now on, told to who waits for it; False where somebody was quicker."""
    question = await open_question(session, question_id)
    if question is None:
        return False
    question.state, question.answer = QuestionState.ANSWERED, words
    question.staff_id, question.answered_at = staff.id, now
    session.add(question)
    query = (
        select(Person.chat_id)
        .join(Asker, col(Asker.person_id) == Person.id)
        .where(Asker.question_id == question_id)
    )
    for chat_id in (await session.exec(query)).all():
        key = f"question:{question_id}:{chat_id}"
        await notify(
            session, chat_id, Notice.QUESTION_ANSWERED, {"question": question_id}, now, dedupe_key=key
        )
    await session.exec(delete(Asker).where(col(Asker.question_id) == question_id))
    await session.flush()
    return True


async def dismiss(session: AsyncSession, question_id: int, staff: Staff, now: datetime) -> bool:
    """Not ours to answer: it leaves the list and does not come back; False where somebody was quicker."""
    question = await open_question(session, question_id)
    if question is None:
        return False
    question.state, question.staff_id, question.answered_at = QuestionState.DISMISSED, staff.id, now
    session.add(question)
    await session.exec(delete(Asker).where(col(Asker.question_id) == question_id))
    await session.flush()
    return True


async def learned(session: AsyncSession) -> tuple[Learned, ...]:
    """Everything that the staff have answered, oldest first."""
    query = (
        select(Question.id, Question.words, Question.answer, Question.answered_at)
        .where(Question.state == QuestionState.ANSWERED)
        .order_by(col(Question.id))
    )
    return tuple(Learned(*row) for row in (await session.exec(query)).all())


def _plain(text: str) -> str:
    return SIGNS.sub("", unicodedata.normalize("NFKC", text)).casefold()[:LONGEST]
