"""What is done for a registered guest who writes around the hiring day; False where it is not about it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_day, fair_jobs, fair_registrations, fair_results, fair_retiming, fairs
from bot.models import Fair, FairGuest, GuestState
from bot.say import Button, Card, card, quote, say
from bot.services import bookings
from bot.services import fairs as services
from bot.services.fairs import Step

RESULTS_HEARD = timedelta(days=60)  # a result told later is rather of another interview
SETTLED_IN = timedelta(days=20)  # earlier there is nothing to tell of
PLACED = (GuestState.REGISTERED, GuestState.ARRIVED)

Deed = Callable[[Visit, Player, FairGuest, Fair], Awaitable[bool]]


def before_its_end(deed: Callable[[Visit, Player, int, int], Awaitable[None]]) -> Deed:
    """A deed for the time until the day is over."""

    async def do(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
        if fair.ends_at <= visit.now:
            return False
        await deed(visit, player, guest.id or 0, 0)
        return True

    return do


mine = before_its_end(fair_registrations.mine)


async def proof(visit: Visit, player: Player, _guest: FairGuest, _fair: Fair) -> bool:
    """Of the day where they were last."""
    await fair_results.last_proof(visit, player)
    return True


async def paper(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """Some confirmation: for who was not there it is rather one of something else."""
    return guest.arrived_at is not None and await proof(visit, player, guest, fair)


async def result(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """After an interview there; before it such words are about something else."""
    met = await services.met(visit.session, guest)
    if not met or visit.now > fair.ends_at + RESULTS_HEARD:
        return False
    await fair_results.result(visit, player, guest.id or 0, 0)
    return True


async def stays(visit: Visit, _player: Player, guest: FairGuest, _fair: Fair) -> bool:
    """Whether they are still where they were hired: asked with the buttons that write it down."""
    for outcome, company in await services.outcomes(visit.session, guest.id or 0):
        since = visit.now - outcome.hired_at if outcome.hired_at and not outcome.left_at else timedelta(0)
        if since < SETTLED_IN or since > RESULTS_HEARD * 3:
            continue
        step = Step.STAYED_90 if since > RESULTS_HEARD else Step.STAYED_30
        rows = fair_words.stay_rows(guest.id or 0, company.id or 0, step)
        line = say("Are you still there? One tap is enough.")
        await visit.chat.say(card(quote(company.name), line, rows=(*rows, (MENU,))))
        return True
    return False


async def over(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """An interview is over: another company, the proof, or what came of it."""
    if not services.is_on(fair, visit.now) or guest.state is not GuestState.ARRIVED:
        return await result(visit, player, guest, fair)
    rows = (
        (Button(say("Take a number"), f"fair:queue:{guest.id}"),),
        (Button(say("Confirmation of attendance"), f"fair:proof:{guest.id}"),),
        (MENU,),
    )
    line = say("Well done. Would you like to talk with another company, too?")
    await visit.chat.say(card(line, rows=rows))
    return True


async def there(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """They stand at the door, or are in already."""
    if not services.is_on(fair, visit.now):
        return False
    return await code(visit, player, guest, fair)


async def code(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """The picture for the door; inside it is of no use any more."""
    if fair.ends_at > visit.now and guest.state is GuestState.REGISTERED:
        await fair_day.code(visit, player, guest.id or 0, 0)
        return True
    return await mine(visit, player, guest, fair)


async def leave(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """They cannot come: asked once more before anything is given away."""
    if fair.ends_at <= visit.now or guest.state is GuestState.ARRIVED:
        return False
    await fair_registrations.withdrawing(visit, player)
    return True


async def leave_on(visit: Visit, player: Player, guest: FairGuest, fair: Fair, weekday: int | None) -> bool:
    """They cannot come on a weekday: the fair's, if it is soon and no counseling is booked for that day."""
    day = fair.starts_at.astimezone(SEOUL).date()
    soon = fair.starts_at - visit.now < timedelta(days=8)
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    if weekday != day.weekday() or not soon:
        return False
    if any(each.starts_at.astimezone(SEOUL).weekday() == weekday for each in booked):
        return False
    return await leave(visit, player, guest, fair)


async def cannot(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """They cannot come, without a word of where to: the fair, if it is near and no counseling is booked."""
    near = guest.state is GuestState.OFFERED or fair.starts_at - visit.now < timedelta(days=2)
    if not near or await bookings.mine(visit.session, visit.person, visit.now):
        return False
    return await leave(visit, player, guest, fair)


async def coming(visit: Visit, player: Player, guest: FairGuest, _fair: Fair) -> bool:
    """A yes to a place that was offered; otherwise it is about something else."""
    if guest.state is not GuestState.OFFERED:
        return False
    await fair_registrations.accept(visit, player, guest.id or 0, 0)
    return True


async def new_time(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """The times that are free instead."""
    if fair.ends_at <= visit.now or guest.state not in PLACED:
        return await mine(visit, player, guest, fair)
    await fair_retiming.times(visit, player, [guest.id or 0, 0, 0], 0)
    return True


async def booth(visit: Visit, _player: Player, guest: FairGuest, fair: Fair) -> bool:
    """Which company sits where."""
    if fair.ends_at <= visit.now:
        return False
    lines = [
        say(
            "{company}: booth {booth}",
            company=quote(stand.company.name),
            booth=quote(", ".join(stand.booths)),
        )
        for stand in await services.stands(visit.session, fair.id or 0)
    ]
    rows = ((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),)
    await visit.chat.say(Card((quote(fair.place), fair_words.under_each_other(lines)), rows))
    return True


async def seat(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """The talks and coachings of this very day, if it has some."""
    if fair.ends_at <= visit.now or not await services.talks(visit.session, fair.id or 0):
        return False
    return await mine(visit, player, guest, fair)


async def bring(visit: Visit, _player: Player, guest: FairGuest, fair: Fair) -> bool:
    """What this very day asks for; without a list of its own the center's general answer is better."""
    if fair.ends_at <= visit.now or not fair.bring:
        return False
    rows = ((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),)
    await visit.chat.say(card(fair_words.heading(fair), *await fair_words.bring_line(fair), rows=rows))
    return True


async def way(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """On the map, or the place in words."""
    if fair.ends_at <= visit.now:
        return False
    if fair.latitude is None:
        return await mine(visit, player, guest, fair)
    await fairs.on_a_map(visit, player, fair.id or 0, 0)
    return True


async def offers(visit: Visit, player: Player, _guest: FairGuest, fair: Fair) -> bool:
    """The positions of the day they are registered for."""
    if fair.ends_at <= visit.now:
        return False
    await fair_jobs.jobs(visit, player, [fair.id or 0], 0)
    return True
