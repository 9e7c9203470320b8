"""The person's side of a series: the next time, no further meeting, and going on after all."""

from collections.abc import Awaitable, Callable

from bot.conversations.booking_direct import straight_to, times_from
from bot.conversations.common_words import BOOK, MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import invitations, series
from bot.handlers.carried import moment, parts, row_number
from bot.models import SeriesEnd
from bot.say import Button, card, say
from bot.services import bookings
from bot.services.bookings import NextMeeting, NotThere

NOT_OPEN = card(
    say("These meetings are not open any more. You can book anew at any time."), rows=((BOOK, MENU),)
)


def presses(player: Player) -> dict[str, Callable[[Visit, str, int], Awaitable[None]]]:
    """What the buttons about the next meeting do, by the first word they carry."""
    return {
        "next": lambda visit, rest, _message: series.press(visit, rest),
        "inv": lambda visit, rest, message: invitations.press(visit, player, rest, message),
        "series": lambda visit, rest, _message: answer(visit, player, rest),
    }


async def answer(visit: Visit, player: Player, rest: str) -> None:
    """A button of the person's: a time, other times, or no further meeting."""
    deed, row, more = parts(rest)
    series_id = row_number(row)
    following = await bookings.next_of(visit.session, series_id)
    mine = following is not None and following.series.person_id == visit.person_id
    match deed:
        case "at" if mine and following:
            service, way = following.series.service, following.after.way
            await straight_to(visit, player, service, way, moment(more[0]), row_number(more[1]))
        case "more" if mine and following:
            await times_from(visit, player, following.series.service, following.after.way)
        case "stop" if mine:
            await _stop(visit, series_id)
        case "resume":
            await _resume(visit, player, series_id)
        case _:
            await visit.chat.say(NOT_OPEN)


async def _stop(visit: Visit, series_id: int) -> None:
    await bookings.stop(visit.session, visit.person_id, series_id, SeriesEnd.PERSON, visit.now)
    await visit.chat.say(
        card(
            say("All right, we stop here. You have come a good way."),
            say("Whenever you like to go on, one tap is enough."),
            rows=((Button(say("Go on with the meetings"), f"series:resume:{series_id}"),), (MENU,)),
        )
    )


async def _resume(visit: Visit, player: Player, series_id: int) -> None:
    try:
        await bookings.resume(visit.session, visit.person, series_id)
    except NotThere:
        await visit.chat.say(NOT_OPEN)
        return
    following: NextMeeting | None = await bookings.next_of(visit.session, series_id)
    if following is None:
        await visit.chat.say(NOT_OPEN)
        return
    visit.leads.append(say("Welcome back."))
    await times_from(visit, player, following.series.service, following.after.way)
