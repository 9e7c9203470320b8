"""What a counselor sees before taking a talk: one screen, and only what the person agreed to have kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import LIVE_STATES, Appointment, Dialogue, DialogueState, Person, Talk
from bot.services.profiles import known

INTERVIEW = "intake"
# What helps to begin a talk. Difficulties such as debts are the person's to speak of.
SHOWN = ("name", "district", "situation", "field", "career")


@dataclass(frozen=True, slots=True)
class Brief:
    """The talk, what the person told of themselves, what they were doing here, and what is booked."""

    talk: Talk
    answers: Mapping[str, Any]
    script: str | None
    appointment: Appointment | None


async def brief(session: AsyncSession, talk_id: int, now: datetime) -> Brief:
    """The brief of this talk as things stand now."""
    talk = await session.get_one(Talk, talk_id)
    dialogue = await _open_dialogue(session, talk.person_id)
    told = await answers_of(session, talk.person_id)
    return Brief(
        talk=talk,
        answers={key: told[key] for key in SHOWN if key in told},
        script=dialogue.script if dialogue else None,
        appointment=await _next_appointment(session, talk.person_id, now),
    )


async def answers_of(session: AsyncSession, person_id: int) -> dict[str, Any]:
    """What the person told in an interview, by question: the latest, also of one that is not finished."""
    told = {key: answer.value for key, answer in (await known(session, person_id)).items()}
    dialogue = await _open_dialogue(session, person_id)
    if dialogue and dialogue.script == INTERVIEW:
        told |= {key: each["value"] for key, each in dialogue.answers.items() if not each.get("draft")}
    return told


async def _open_dialogue(session: AsyncSession, person_id: int) -> Dialogue | None:
    query = (
        select(Dialogue)
        .join(Person, col(Person.chat_id) == Dialogue.chat_id)
        .where(Person.id == person_id, Dialogue.state == DialogueState.OPEN)
    )
    return (await session.exec(query)).first()


async def _next_appointment(session: AsyncSession, person_id: int, now: datetime) -> Appointment | None:
    query = (
        select(Appointment)
        .where(
            Appointment.person_id == person_id,
            col(Appointment.state).in_(LIVE_STATES),
            col(Appointment.starts_at) > now,
        )
        .order_by(col(Appointment.starts_at))
        .limit(1)
    )
    return (await session.exec(query)).first()
