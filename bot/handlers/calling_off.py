"""A counselor calls one meeting off: why, whether for certain, what the person is told; and back again."""

from bot.conversations.arranging_words import REFUSED, WHY
from bot.conversations.common_words import MENU
from bot.conversations.visit import Visit
from bot.handlers import desk
from bot.handlers.carried import parts, row_number
from bot.models import Appointment, Cause, Person
from bot.notices import called_off_because, line_of
from bot.rules.booking import Refusal
from bot.say import Button, Card, Rows, Say, card, say
from bot.services import bookings
from bot.services.bookings import NotBookable, NotThere

SILENT = "none"  # what the button carries where the counselor says no reason
REASONS: dict[str, Say] = {why: WHY[why] for why in bookings.TOLD_CAUSES} | {
    SILENT: say("I would rather not say why")
}


async def press(visit: Visit, rest: str, message_id: int) -> None:
    """A button of the counselor's: the first opens a card of its own, the others change that card."""
    deed, row, more = parts(rest)
    if deed == "again":
        await _again(visit, row_number(row), message_id)
        return
    found = await desk.decided_on(visit, row_number(row), more[0], message_id)
    if found is None:
        return
    match deed:
        case "sure" if more[1] in REASONS:
            visit.chat.rewrite(await _sure(visit, found, more[1]), message_id=message_id)
        case "yes" if more[1] in REASONS:
            await _call_off(visit, found, more[1], message_id)
        case "keep":
            kept = say("It stays as it is: {when}.", when=found.starts_at)
            visit.chat.rewrite(card(kept), message_id=message_id)
        case "back":
            visit.chat.rewrite(await _why(visit, found), message_id=message_id)
        case _:
            await visit.chat.say(await _why(visit, found))


async def _why(visit: Visit, found: Appointment) -> Card:
    about = _about(found)
    rows: Rows = tuple((Button(label, f"off:sure:{about}:{word}"),) for word, label in REASONS.items())
    ask = say("Why can it not take place? The person is told.")
    return Card((await _line(visit, found), ask), (*rows, _keep(about)))


async def _sure(visit: Visit, found: Appointment, word: str) -> Card:
    about = _about(found)
    return card(
        say("Shall I call this off?"),
        await _line(visit, found),
        say("I tell the person: {words}", words=called_off_because(found.starts_at, _cause(word))),
        say("They also see which times are free."),
        rows=(
            (Button(say("Yes, cancel it"), f"off:yes:{about}:{word}"),),
            _keep(about),
            (Button(say("Back"), f"off:back:{about}"),),
        ),
    )


async def _call_off(visit: Visit, found: Appointment, word: str, message_id: int) -> None:
    member, why = desk.counselor(visit), _cause(word)
    assert member is not None
    assert found.id is not None
    try:
        off = await bookings.cancel_by_center(visit.session, member, found.id, visit.now, why)
    except NotThere:
        await desk.not_there(visit, message_id)
        return
    done = say("<b>Called off</b>"), await _line(visit, off), await _told(visit, off, why), *_left_to_do(why)
    back = Button(say("Book it again for them"), f"off:again:{off.id}")
    visit.chat.rewrite(Card(done, ((back,), (MENU,))), message_id=message_id)


async def _told(visit: Visit, off: Appointment, why: Cause | None) -> Say:
    """The very words that the person reads, or that nothing reaches them."""
    person = await visit.session.get(Person, off.person_id) if off.person_id else None
    if person is None or person.unreachable_at is not None:
        return say("The person cannot be reached in this chat at present. Please call them.")
    return say("The person was told: {words}", words=called_off_because(off.starts_at, why))


def _left_to_do(why: Cause | None) -> tuple[Say, ...]:
    """Whoever is away has not said so to the timetable by this."""
    if why is not Cause.ABSENCE:
        return ()
    return (say("Others can book that time now. To keep it free, say with /leave when you are away."),)


async def _again(visit: Visit, appointment_id: int, message_id: int) -> None:
    """It was a mistake: the same meeting under a new number, where nobody was quicker."""
    member = desk.counselor(visit)
    if member is None:
        await desk.not_yours(visit)
        return
    try:
        booked = await bookings.book_again(visit.session, visit.center, member, appointment_id, visit.now)
    except NotThere:
        await desk.not_there(visit, message_id)
    except NotBookable as refused:
        rows: Rows = ((Button(say("Arrange another one"), "menu:arrange"), MENU),)
        await visit.chat.say(card(REFUSED.get(refused.reason, REFUSED[Refusal.TAKEN]), rows=rows))
    else:
        done = say("<b>Booked</b>"), await _line(visit, booked), say("I have told the person.")
        visit.chat.rewrite(card(*done), message_id=message_id)


def _cause(word: str) -> Cause | None:
    return None if word == SILENT else Cause(word)


def _about(found: Appointment) -> str:
    return f"{found.id}:{int(found.starts_at.timestamp())}"


def _keep(about: str) -> tuple[Button, ...]:
    return (Button(say("No, keep it"), f"off:keep:{about}"),)


async def _line(visit: Visit, appointment: Appointment) -> Say:
    return await line_of(visit.session, visit.center, visit.chat.language, appointment)
