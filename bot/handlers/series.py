"""The next meeting of a series: chosen by the counselor below the present one, or by the person."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.conversations.booking_words import REGRETS
from bot.conversations.common_words import FOR_COUNSELORS, MENU
from bot.conversations.series_words import WHY_ENDED, ordinal_of, time_rows
from bot.conversations.visit import Visit
from bot.handlers.carried import moment, parts, row_number
from bot.models import Appointment, AppointmentState, Role, SeriesEnd, Staff
from bot.notices import line_of
from bot.say import Button, Card, Rows, Say, card, say
from bot.services import bookings
from bot.services.bookings import SHOWN, NotBookable, NotThere, Why

MET = (AppointmentState.ARRIVED, AppointmentState.DONE)
SETTLED = card(
    say("There is nothing to book after this meeting any more. I have changed nothing."), rows=((MENU,),)
)
COLLEAGUE = card(say("This is a colleague's appointment. I have changed nothing."), rows=((MENU,),))

Deed = Callable[[Visit, Staff, int, list[str]], Awaitable[None]]


async def offer(
    visit: Visit, met: Appointment, since: datetime | None = None
) -> tuple[tuple[Say, ...], Rows]:
    """What stands below a meeting that is under way or done: when the next one could be."""
    following = await bookings.next_meeting(visit.session, met) if met.state in MET else None
    if following is None:
        return (), ()
    found = await bookings.times_for(visit.session, visit.center, following, visit.now, since)
    asks = say("When is the next meeting? {meeting}", meeting=ordinal_of(following.series, following.ordinal))
    later: Rows = ()
    if len(found) > SHOWN:
        moment = int(found[SHOWN].starts_at.timestamp())
        later = ((Button(say("Later times"), f"next:from:{met.id}:{moment}"),),)
    rows: Rows = (
        *time_rows(found, following.after.way, f"next:at:{met.id}"),
        *later,
        (Button(say("Let the person choose"), f"next:ask:{met.id}"),),
        (Button(say("No further meeting"), f"next:stop:{met.id}"),),
    )
    return (asks,), rows


async def press(visit: Visit, rest: str) -> None:
    """A button of the counselor's."""
    deed, row, more = parts(rest)
    member = visit.staff_as(Role.COUNSELOR)
    if member is None:
        await visit.chat.say(FOR_COUNSELORS)
        return
    try:
        await DEEDS.get(deed, _nothing)(visit, member, row_number(row), more)
    except NotThere as gone:
        await visit.chat.say(COLLEAGUE if gone.reason is Why.NOT_YOURS else SETTLED)
    except NotBookable as refused:
        await visit.chat.say(card(REGRETS.get(refused.reason, HAS_ONE)))
        await _times(visit, member, row_number(row), [])


HAS_ONE = say("The person has another appointment then, or one for this already.")


async def _book(visit: Visit, member: Staff, appointment_id: int, more: list[str]) -> None:
    booked = await bookings.book_next(
        visit.session,
        visit.center,
        member,
        appointment_id,
        moment(more[0]),
        row_number(more[1]),
        visit.now,
    )
    line = await line_of(visit.session, visit.center, visit.chat.language, booked)
    await visit.chat.say(
        Card((say("<b>Booked</b>"), line, say("I have told the person.")), ((TODAY,), (MENU,)))
    )


TODAY = Button(say("Today's appointments"), "menu:today")


async def _times(visit: Visit, member: Staff, appointment_id: int, more: list[str]) -> None:
    following = await bookings.next_after(visit.session, member, appointment_id)
    since = moment(more[0]) if more and more[0] else None
    paragraphs, rows = await offer(visit, following.after, since)
    await visit.chat.say(Card(paragraphs, (*rows, (MENU,))))


async def _ask_person(visit: Visit, member: Staff, appointment_id: int, _more: list[str]) -> None:
    following = await bookings.next_after(visit.session, member, appointment_id)
    await bookings.leave_to_person(visit.session, following, visit.now)
    await visit.chat.say(
        card(
            say("I have asked the person when they would like to come. You hear when they have chosen."),
            rows=((TODAY, MENU),),
        )
    )


async def _why(visit: Visit, member: Staff, appointment_id: int, _more: list[str]) -> None:
    following = await bookings.next_after(visit.session, member, appointment_id)
    rows: Rows = tuple(
        (Button(label, f"next:end:{appointment_id}:{why}"),) for why, label in WHY_ENDED.items()
    )
    meeting = ordinal_of(following.series, following.ordinal)
    await visit.chat.say(
        Card((say("Why does it end before this? {meeting}", meeting=meeting),), (*rows, (MENU,)))
    )


async def _end(visit: Visit, member: Staff, appointment_id: int, more: list[str]) -> None:
    if more[0] not in set(WHY_ENDED):
        await _why(visit, member, appointment_id, more)
        return
    await bookings.stop_by_staff(visit.session, member, appointment_id, SeriesEnd(more[0]), visit.now)
    await visit.chat.say(
        card(
            say(
                "It is written down. No further meeting is expected: {why}", why=WHY_ENDED[SeriesEnd(more[0])]
            ),
            rows=((TODAY, MENU),),
        )
    )


async def _nothing(visit: Visit, _member: Staff, _appointment_id: int, _more: list[str]) -> None:
    await visit.chat.say(SETTLED)


DEEDS: dict[str, Deed] = {"at": _book, "from": _times, "ask": _ask_person, "stop": _why, "end": _end}
