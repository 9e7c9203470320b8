"""The buttons and codes of hiring days, each led to what it does."""

from collections.abc import Awaitable, Callable, Sequence

from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_cards import registered_card
from bot.conversations.fair_words import FAIRS
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import (
    fair_day,
    fair_desk,
    fair_jobs,
    fair_registrations,
    fair_results,
    fair_retiming,
    fairs,
)
from bot.handlers.carried import row_number
from bot.models import Arrival, Role
from bot.say import card
from bot.services import fairs as services
from bot.services.fairs import NotPossible, Refusal

Deed = Callable[[Visit, Player, int, int], Awaitable[None]]

DEEDS: dict[str, Deed] = {
    "show": fairs.show,
    "map": fairs.on_a_map,
    "register": fairs.register,
    "mine": fair_registrations.mine,
    "date": fair_registrations.date,
    "change": fair_registrations.change,
    "share": fair_registrations.share,
    "leave": fair_registrations.leave,
    "leave_yes": fair_registrations.leave_yes,
    "accept": fair_registrations.accept,
    "code": fair_day.code,
    "queue": fair_day.queue,
    "later": fair_day.later,
    "out": fair_day.out,
    "proof": fair_results.proof,
    "result": fair_results.result,
    "unheard": fair_results.unheard,
    "after": fair_results.after,
}
DETAILED: dict[str, Callable[[Visit, Player, Sequence[int], int], Awaitable[None]]] = {
    "number": fair_day.number,
    "seat": fair_registrations.seat,
    "unseat": fair_registrations.unseat,
    "times": fair_retiming.times,
    "retime": fair_retiming.retime,
    "left": fair_results.left,
    "jobs": fair_jobs.jobs,
    "fields": fair_jobs.fields,
    "districts": fair_jobs.districts,
}


async def press(visit: Visit, player: Player, rest: str, message_id: int) -> None:
    """A button of a hiring day."""
    deed, *others = rest.split(":")
    numbers = [row_number(each) for each in others] + [0, 0]
    if deed in DEEDS:
        await DEEDS[deed](visit, player, numbers[0], message_id)
    elif deed in DETAILED:
        await DETAILED[deed](visit, player, numbers, message_id)
    elif deed == "step":
        await fair_results.step(visit, numbers, others[-1], message_id)
    else:
        await fair_registrations.regret(visit, Refusal.NOT_THERE)


async def desk(visit: Visit, player: Player, rest: str, _message_id: int) -> None:
    """A button of the operator's side."""
    deed, _, fair_id = rest.partition(":")
    await fair_desk.press(visit, player, deed, row_number(fair_id))


async def scanned(visit: Visit, player: Player, payload: str) -> None:
    """A guest's picture was read: by the staff it checks in, for the guest it shows the registration."""
    written, _, digits = payload.partition("-")
    guest_id = row_number(written)
    guest = await services.guest(visit.session, guest_id)
    if guest is None or guest.code != digits:
        await fair_registrations.regret(visit, Refusal.NOT_THERE)
    elif visit.staff_as(Role.OPERATOR):
        await fair_desk.scanned(visit, guest)
    else:
        await fair_registrations.mine(visit, player, guest_id, 0)


async def at_the_door(visit: Visit, player: Player, door: str) -> None:
    """The picture at the door was read: who registered is there; others may register now."""
    fair = await services.fair_of_door(visit.session, door)
    if fair is None:
        await fair_registrations.regret(visit, Refusal.NOT_THERE)
        return
    guest = await services.guest_of(visit.session, fair.id or 0, visit.person_id)
    if guest is None:
        await fairs.show(visit, player, fair.id or 0, 0)
        return
    try:
        done = await services.check_in(visit.session, guest.id or 0, Arrival.DOOR, visit.now)
    except NotPossible as refused:
        await visit.chat.say(card(fair_words.REGRETS[refused.reason], rows=((FAIRS, MENU),)))
        return
    shown = await registered_card(visit, done.guest)
    await visit.chat.say(card(fair_words.checked_in(done), *shown.paragraphs, rows=shown.rows))
