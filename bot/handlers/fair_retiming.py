"""Another time for an interview: at which company, then which of the times that are free."""

from collections.abc import Sequence
from datetime import timedelta

from bot.clock import SEOUL
from bot.conversations.common_words import MENU
from bot.conversations.fair_cards import registered_card
from bot.conversations.fair_words import times_of
from bot.conversations.player import Player
from bot.conversations.script import rows_of
from bot.conversations.visit import Visit
from bot.handlers.fair_registrations import own, regret
from bot.models import Fair, FairCompany, FairGuest, FairInterview
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible

SHOWN = 8  # times on one card


async def times(visit: Visit, _player: Player, numbers: Sequence[int], _message_id: int) -> None:
    """The free times at a company, or at which company the time should be another one."""
    guest = await own(visit, numbers[0])
    if guest is None:
        return
    planned = await fairs.times(visit.session, guest.id or 0)
    chosen = [each for each in planned if numbers[1] in {0, each[1].id}]
    if len(chosen) == 1:
        await _free(visit, guest, chosen[0], max(0, numbers[2]))
    elif chosen:
        rows = tuple((_at(guest, company),) for _, company in chosen)
        await visit.chat.say(card(say("Which interview shall be at another time?"), rows=(*rows, (MENU,))))
    else:
        await visit.chat.say(_no_time(guest))


def _at(guest: FairGuest, company: FairCompany) -> Button:
    return Button(times_of(company), f"fair:times:{guest.id}:{company.id}:0")


def _no_time(guest: FairGuest) -> Card:
    return card(
        say("You have no interview time that could be changed."),
        rows=((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),),
    )


async def _free(
    visit: Visit, guest: FairGuest, planned: tuple[FairInterview, FairCompany], page: int
) -> None:
    interview, company = planned
    fair = await visit.session.get_one(Fair, guest.fair_id)
    found = await fairs.other_times(visit.session, guest, company.id or 0, visit.now)
    shown = found[page * SHOWN : (page + 1) * SHOWN]
    buttons = [
        Button(
            Say("{time}", {"time": each.astimezone(SEOUL).time()}),
            f"fair:retime:{guest.id}:{company.id}:{(each - fair.starts_at) // timedelta(minutes=1)}",
        )
        for each in shown
    ]
    more: Rows = ()
    if len(found) > (page + 1) * SHOWN:
        more = ((Button(say("Later interview times"), f"fair:times:{guest.id}:{company.id}:{page + 1}"),),)
    await visit.chat.say(
        Card(
            (_heading(interview, company), _asks(bool(shown))),
            (*rows_of(buttons, wide=False), *more, *_ways(guest)),
        )
    )


def _heading(interview: FairInterview, company: FairCompany) -> Say:
    return say(
        "<b>{company}</b>: your interview is at {time} now.",
        company=quote(company.name),
        time=interview.starts_at.astimezone(SEOUL).time(),
    )


def _asks(several: bool) -> Say:
    if several:
        return say("These times are free. Which one shall it be?")
    return say(
        "No other time is free there. You can change companies, or take a number on the day itself: "
        "then it is your turn as soon as it is free."
    )


def _ways(guest: FairGuest) -> Rows:
    stays = Button(say("Leave the time as it is"), f"fair:mine:{guest.id}")
    return ((stays,), (Button(say("Change companies"), f"fair:change:{guest.id}"), MENU))


async def retime(visit: Visit, _player: Player, numbers: Sequence[int], message_id: int) -> None:
    """The chosen time is theirs."""
    guest = await own(visit, numbers[0])
    if guest is None:
        return
    fair = await visit.session.get_one(Fair, guest.fair_id)
    starts_at = fair.starts_at + timedelta(minutes=min(numbers[2], 24 * 60))
    visit.chat.take_buttons(message_id=message_id)
    try:
        await fairs.retime(visit.session, guest, numbers[1], starts_at, visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    mine = await registered_card(visit, guest)
    await visit.chat.say(card(say("Your interview time is changed."), *mine.paragraphs, rows=mine.rows))
