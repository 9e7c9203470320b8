"""What a guest of a hiring day writes about their turn: when it is, letting one go first, being late."""

from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_times import turn_line
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_day
from bot.handlers.fair_deeds import mine
from bot.models import Fair, FairGuest, FairTurn, GuestState, TurnState
from bot.say import Button, Card, Say, card, say
from bot.services import bookings
from bot.services import fairs as services

LET_ONE_FIRST = say("Shall I let one person go first? Your place is kept.")


async def turn(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """How many are before them: in the queues on the day, on the waiting list before it."""
    if guest.state is GuestState.WAITING:
        return await mine(visit, player, guest, fair)
    if not services.is_on(fair, visit.now):
        return False
    if guest.state is GuestState.ARRIVED:
        await fair_day.queue(visit, player, guest.id or 0, 0)
    else:
        code = Button(say("Show my code"), f"fair:code:{guest.id}")
        line = fair_words.REGRETS[services.Refusal.NOT_ARRIVED]
        await visit.chat.say(card(line, rows=((code, MENU),)))
    return True


async def defer(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """Let one go first; without a number, how it stands."""
    return await _about_the_turn(visit, guest, LET_ONE_FIRST) or await _inside(visit, player, guest, fair)


async def leave_number(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    """Give the number up; without a number, how it stands."""
    asked = await _about_the_turn(visit, guest, say("Shall I give your number up?"))
    return asked or await _inside(visit, player, guest, fair)


async def _inside(visit: Visit, player: Player, guest: FairGuest, fair: Fair) -> bool:
    return guest.state is GuestState.ARRIVED and await turn(visit, player, guest, fair)


async def late(visit: Visit, _player: Player, guest: FairGuest, fair: Fair) -> bool:
    """On the day itself, where no counseling is booked that somebody could be late for as well."""
    today = visit.now.astimezone(SEOUL).date()
    if fair.starts_at.astimezone(SEOUL).date() != today or fair.ends_at <= visit.now:
        return False
    booked = await bookings.mine(visit.session, visit.person, visit.now)
    if any(each.starts_at.astimezone(SEOUL).date() == today for each in booked):
        return False
    if await _about_the_turn(visit, guest, LET_ONE_FIRST):
        return True
    end = Say("{time}", {"time": fair.ends_at.astimezone(SEOUL).time()})
    rows = (
        (Button(say("My registration"), f"fair:mine:{guest.id}"),),
        (Button(say("I cannot come"), f"fair:leave:{guest.id}"), MENU),
    )
    await visit.chat.say(
        card(
            say("That is all right. Please come safely, without hurry."),
            say("When you are there, the company calls you as soon as it can: until {end}.", end=end),
            rows=rows if guest.state is GuestState.REGISTERED else (rows[0], (MENU,)),
        )
    )
    return True


async def _about_the_turn(visit: Visit, guest: FairGuest, asks: Say) -> bool:
    """Nothing is done by words alone: a number is quickly lost. False where they hold none."""
    held = await _their_turn(visit, guest)
    if held is None:
        return False
    first = () if held.deferred else ((Button(say("Let one go first"), f"fair:later:{held.id}"),),)
    out = ((Button(say("Give up my number"), f"fair:out:{held.id}"),),)
    line = await turn_line(visit.session, held, visit.now)
    await visit.chat.say(Card((line, asks), (*first, *out, (MENU,))))
    return True


async def _their_turn(visit: Visit, guest: FairGuest) -> FairTurn | None:
    """The number that these words are about: where they are called, else the first that they wait with."""
    turns = await services.turns_of(visit.session, guest.id or 0)
    called = [each for each in turns if each.state is TurnState.CALLED]
    return next(iter([*called, *(each for each in turns if each.state is TurnState.WAITING)]), None)
