"""The counselor picks up to three of their own free times; the person chooses one of them.

What is picked already stands in the buttons themselves: nothing has to be remembered in between.
"""

from collections.abc import Sequence
from datetime import datetime, time

from bot.clock import SEOUL
from bot.conversations.booking_words import REGRETS, booked_card
from bot.conversations.common_words import MENU, MINE
from bot.conversations.deciding_words import decisions, packed, stamp, unpacked
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import desk, mine
from bot.handlers.carried import parts, row_number
from bot.korean.pointing import none_suits
from bot.models import Appointment
from bot.notices import line_of
from bot.rules.booking import Refusal
from bot.say import Button, Card, Rows, Say, card, say
from bot.services import bookings
from bot.services.bookings import NotBookable, NotThere, proposing

NOT_MEANT = say(
    "That proposal is no longer open: the appointment has changed since, or the counselor has another idea."
)


async def press(visit: Visit, rest: str, message_id: int) -> None:
    """A button of the counselor's: pick, send, or back to the alert."""
    deed, row, more = parts(rest)
    found = await desk.decided_on(visit, row_number(row), more[0], message_id)
    if found is None:
        return
    picked, since = [*rest.split(":"), "", "", "", ""][3:5]
    times = unpacked(picked)[: proposing.MOST]
    match deed:
        case "send" if times:
            await _send(visit, found, times, message_id)
        case "back":
            line = await line_of(visit.session, visit.center, visit.chat.language, found)
            visit.chat.rewrite(Card((line,), decisions(found)), message_id=message_id)
        case _:
            first = next(iter(unpacked(since)), _that_day(visit, found))
            visit.chat.rewrite(await _picking(visit, found, times, first), message_id=message_id)


async def _picking(visit: Visit, found: Appointment, picked: Sequence[datetime], since: datetime) -> Card:
    free, later = await proposing.own_times(visit.session, visit.center, found, visit.now, since)
    line = await line_of(visit.session, visit.center, visit.chat.language, found)
    about = f"{found.id}:{stamp(found.starts_at)}"
    here = packed([since])
    rows: list[tuple[Button, ...]] = [(_time(each, picked, about, here),) for each in free]
    if later:
        rows.append((Button(say("Later times"), f"prop:pick:{about}:{packed(picked)}:{packed([later])}"),))
    if since > visit.now:
        soonest = f"prop:pick:{about}:{packed(picked)}:{packed([visit.now])}"
        rows.append((Button(say("The soonest times"), soonest),))
    if picked:
        label = say("Propose these: {many}", many=len(picked))
        rows.append((Button(label, f"prop:send:{about}:{packed(picked)}:"),))
    rows.append((Button(say("Let them choose any time"), f"appt:other:{about}"),))
    rows.append((Button(say("Back"), f"prop:back:{about}::"),))
    ask = (
        say("Which times shall I propose? Up to three.")
        if free or picked
        else say("You have no free time in the days that can be booked.")
    )
    chosen = (say("Chosen: {times}", times=tuple(_when(each) for each in sorted(picked))),) if picked else ()
    return Card((line, ask, *chosen), tuple(rows))


def _that_day(visit: Visit, found: Appointment) -> datetime:
    """Who cannot at that hour often can on that day."""
    midnight = datetime.combine(found.starts_at.astimezone(SEOUL).date(), time(), SEOUL)
    return max(visit.now, midnight)


def _time(each: datetime, picked: Sequence[datetime], about: str, here: str) -> Button:
    """Chosen by a tap, and by another one no longer; a fourth takes the place of the first."""
    if each in picked:
        label, then = say("✓ {choice}", choice=_when(each)), [other for other in picked if other != each]
    else:
        label, then = _when(each), [*sorted(picked)[-(proposing.MOST - 1) :], each]
    return Button(label, f"prop:pick:{about}:{packed(then)}:{here}")


def _when(moment: datetime) -> Say:
    return Say("{when}", {"when": moment})


async def _send(visit: Visit, found: Appointment, times: Sequence[datetime], message_id: int) -> None:
    member = desk.counselor(visit)
    assert member is not None
    assert found.id is not None
    try:
        await proposing.propose(visit.session, visit.center, member, found.id, times, visit.now)
    except NotThere:
        await desk.not_there(visit, message_id)
    except NotBookable:
        await visit.chat.say(card(say("One of these times was taken just now. Please choose again.")))
        visit.chat.rewrite(await _picking(visit, found, (), _that_day(visit, found)), message_id=message_id)
    else:
        line = await line_of(visit.session, visit.center, visit.chat.language, found)
        chosen = say("Chosen: {times}", times=tuple(_when(each) for each in times))
        done = say("<b>Proposed</b>"), line, chosen, say("I tell you what the person chooses.")
        visit.chat.rewrite(card(*done), message_id=message_id)


async def heard(visit: Visit, player: Player, text: str) -> bool:
    """None of the proposed times suits ("둘 다 안 돼요"): the person looks for another one themselves."""
    if visit.dialogue or not none_suits(text):
        return False
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    asked = next((each for each in booked if each.other_time_asked_at and each.starts_at > visit.now), None)
    if asked is None or asked.id is None:
        return False
    await mine.move(visit, player, asked.id)
    return True


async def take(visit: Visit, player: Player, rest: str, message_id: int) -> None:
    """The person has chosen: a move like any other, looked at anew."""
    row, _, chosen = rest.partition(":")
    moment = next(iter(unpacked(chosen)), visit.now)
    try:
        taken = await proposing.choose(
            visit.session, visit.center, visit.person, row_number(row), moment, visit.now
        )
    except NotThere:
        visit.chat.take_buttons(message_id=message_id)
        rows: Rows = ((MINE, MENU),)
        await visit.chat.say(card(NOT_MEANT, rows=rows))
    except NotBookable as refused:
        visit.leads.append(REGRETS.get(refused.reason, REGRETS[Refusal.TAKEN]))
        await mine.move(visit, player, row_number(row))
    else:
        visit.chat.take_buttons(message_id=message_id)
        agreed = say("The counselor proposed this time, so it is confirmed already.")
        booked = await booked_card(visit, taken, moved=True)
        await visit.chat.say(Card((booked.paragraphs[0], agreed, *booked.paragraphs[1:]), booked.rows))
