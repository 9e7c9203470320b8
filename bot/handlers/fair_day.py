"""The day itself for who came: the code, numbers, how many are before and how long it takes."""

from collections.abc import Sequence

from bot.conversations.common_words import MENU
from bot.conversations.fair_times import promised_lines, turn_line
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers.fair_registrations import own, regret
from bot.models import FairTurn, GuestState
from bot.pictures import code_picture
from bot.say import Button, Card, Enclosure, card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible, Refusal


async def code(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """The picture for the door, with the six digits below."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    address = f"https://t.me/{visit.bot_name}?start=fair-{guest.id}-{guest.code}"
    words = card(
        say("Please show this at the door, or say the six digits: <b>{code}</b>", code=guest.code),
        rows=((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),),
    )
    await visit.chat.enclose(Enclosure("code.png", code_picture(address), "image/png", words))


async def queue(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """The numbers one holds, and the companies at which one can take one."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    if guest.state is not GuestState.ARRIVED:
        await regret(visit, Refusal.NOT_ARRIVED)
        return
    held = await fairs.turns_of(visit.session, guest_id)
    lines = [await turn_line(visit.session, turn, visit.now) for turn in held]
    if times := await promised_lines(visit.session, guest, held):
        lines.append(times)
    rows = [
        (
            Button(
                say("Number at: {company}", company=quote(stand.company.name)),
                f"fair:number:{guest_id}:{stand.company.id}",
            ),
        )
        for stand in await fairs.stands(visit.session, guest.fair_id)
        if stand.company.id not in {turn.company_id for turn in held}
    ]
    again = ((Button(say("Look again"), f"fair:queue:{guest_id}"), MENU),)
    first = lines or [say("At which company would you like a number?")]
    await visit.chat.say(Card(tuple(first), (*rows, *again)))


async def number(visit: Visit, _player: Player, numbers: Sequence[int], _message_id: int) -> None:
    """Take a number."""
    guest = await own(visit, numbers[0])
    if guest is None:
        return
    try:
        turn = await fairs.take_number(visit.session, guest, numbers[1], visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    await visit.chat.say(
        card(
            await turn_line(visit.session, turn, visit.now),
            say("I call you here when it is your turn. You need not stand in line."),
            rows=(
                (Button(say("Look again"), f"fair:queue:{guest.id}"),),
                (Button(say("Give up my number"), f"fair:out:{turn.id}"),),
            ),
        )
    )


async def later(visit: Visit, _player: Player, turn_id: int, message_id: int) -> None:
    """Let one person go first; the place is kept."""
    if await _own_turn(visit, turn_id) is None:
        return
    visit.chat.take_buttons(message_id=message_id)
    try:
        turn = await fairs.defer(visit.session, turn_id, visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    line = say("One person goes first. Then it is your turn, and I call you again.")
    if not (await fairs.place(visit.session, turn, visit.now)).minutes:  # nobody is there to go first
        line = say("Nobody else is waiting just now. The company calls you again in a moment.")
    await visit.chat.say(card(line, await turn_line(visit.session, turn, visit.now)))


async def out(visit: Visit, _player: Player, turn_id: int, message_id: int) -> None:
    """Give the number up."""
    turn = await _own_turn(visit, turn_id)
    if turn is None:
        return
    visit.chat.take_buttons(message_id=message_id)
    await fairs.give_up(visit.session, turn_id, visit.now)
    take = Button(say("Take a number"), f"fair:queue:{turn.guest_id}")
    await visit.chat.say(card(say("Your number is given up."), rows=((take, MENU),)))


async def _own_turn(visit: Visit, turn_id: int) -> FairTurn | None:
    turn = await visit.session.get(FairTurn, turn_id)
    guest = await own(visit, turn.guest_id if turn else 0)
    return turn if guest else None
