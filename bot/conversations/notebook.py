"""The dialogue's page: what was answered, how and when, written so that any process can go on from it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, delete, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.conversations.hearing import Given
from bot.conversations.visit import Visit
from bot.models import Dialogue, DialogueState, Outbox, OutboxState


def entry(given: Given, now: datetime) -> dict[str, Any]:
    """An answer as it is kept: the value, the person's own words, how, from which message, when."""
    return {
        "value": given.value,
        "words": given.words,
        "how": given.how.value,
        "message_id": given.message_id,
        "at": now.isoformat(),
    }


async def of_this_chat(visit: Visit, dialogue_id: int) -> Dialogue | None:
    """The dialogue of that number, if it is of this chat."""
    query = select(Dialogue).where(Dialogue.id == dialogue_id, Dialogue.chat_id == visit.person.chat_id)
    return (await visit.session.exec(query)).first()


async def card_is_on_its_way(visit: Visit) -> bool:
    """Whether the open question has not reached the phone yet: who presses now has not seen it."""
    said = visit.dialogue.card_id if visit.dialogue else None
    if said is None:
        return False
    query = select(Outbox.id).where(
        or_(col(Outbox.id) == said, col(Outbox.copy_of) == said),
        col(Outbox.state).in_((OutboxState.WAITING, OutboxState.SENDING)),
    )
    return (await visit.session.exec(query)).first() is not None


async def parked(visit: Visit, script: str) -> Dialogue | None:
    """The dialogue of this script that was left for later."""
    query = _parked(visit).where(Dialogue.script == script)
    return (await visit.session.exec(query)).first()


async def latest_parked(visit: Visit) -> Dialogue | None:
    """What was left last, of any script."""
    return (await visit.session.exec(_parked(visit).order_by(col(Dialogue.touched_at).desc()))).first()


def _parked(visit: Visit) -> SelectOfScalar[Dialogue]:
    return select(Dialogue).where(
        Dialogue.chat_id == visit.person.chat_id, Dialogue.state == DialogueState.PARKED
    )


async def opened(visit: Visit, script: str, answers: dict[str, Any]) -> Dialogue:
    """A new page for this script."""
    dialogue = Dialogue(
        chat_id=visit.person.chat_id,
        script=script,
        answers=answers,
        started_at=visit.now,
        touched_at=visit.now,
    )
    visit.session.add(dialogue)
    await visit.session.flush()
    return dialogue


async def reopen(visit: Visit, dialogue: Dialogue) -> Dialogue:
    """Go on with a page that was left."""
    dialogue.state = DialogueState.OPEN
    await visit.session.flush()
    return dialogue


async def park(visit: Visit, *, keep: bool) -> None:
    """Leave the open page; of each script only the latest is kept."""
    dialogue = visit.dialogue
    if dialogue is None:
        return
    if not keep:
        finish(visit)
        return
    older = delete(Dialogue).where(
        col(Dialogue.chat_id) == dialogue.chat_id,
        col(Dialogue.script) == dialogue.script,
        col(Dialogue.state) == DialogueState.PARKED,
    )
    await visit.session.exec(older)
    dialogue.state = DialogueState.PARKED
    visit.dialogue = None
    await visit.session.flush()


def finish(visit: Visit) -> None:
    """The page is over; what had to last was saved elsewhere, so it is wiped."""
    if visit.dialogue:
        visit.dialogue.state = DialogueState.DONE
        visit.dialogue.answers = {}
        visit.dialogue.asked = None
        visit.dialogue.touched_at = visit.now
    visit.dialogue = None


def write(visit: Visit, fills: Mapping[str, Any], given: Given) -> None:
    """Keep these values as answers that were given so."""
    dialogue = _page(visit)
    told = {
        key: entry(Given(value, given.words, given.how, given.message_id), visit.now)
        for key, value in fills.items()
    }
    dialogue.answers = {**dialogue.answers, **told}
    dialogue.touched_at = visit.now


def toggle(visit: Visit, key: str, value: str, order: Sequence[str]) -> None:
    """Choose one of several, or take the choice back."""
    dialogue = _page(visit)
    drafted = dialogue.answers.get(key, {"draft": "choosing"})
    chosen = set(drafted.get("value") or []) ^ {value}
    kept = {**drafted, "value": [choice for choice in order if choice in chosen]}
    dialogue.answers = {**dialogue.answers, key: {"draft": "choosing", **kept}}


def reopen_answer(visit: Visit, key: str, draft: str = "choosing") -> None:
    """Ask this again, with the present answer still at hand."""
    dialogue = _page(visit)
    dialogue.answers = {**dialogue.answers, key: {**dialogue.answers[key], "draft": draft}}


def keep(visit: Visit, key: str) -> None:
    """Leave the answer as it was after all."""
    dialogue = _page(visit)
    kept = {name: part for name, part in dialogue.answers[key].items() if name != "draft"}
    dialogue.answers = {**dialogue.answers, key: kept}


def forget(visit: Visit, keys: Sequence[str]) -> None:
    """These answers do not hold any more."""
    dialogue = _page(visit)
    dialogue.answers = {key: given for key, given in dialogue.answers.items() if key not in keys}


def _page(visit: Visit) -> Dialogue:
    assert visit.dialogue is not None
    return visit.dialogue
