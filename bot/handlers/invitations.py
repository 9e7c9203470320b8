"""Invitations: the person's way into booking, their no, and the staff's taking it back."""

from bot.conversations.booking_direct import invited_to
from bot.conversations.common_words import BOOK, FOR_STAFF, MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers.carried import row_number
from bot.models import Role
from bot.say import Button, card, say
from bot.services import bookings
from bot.services.bookings import NotThere, Why

NOT_OPEN = card(
    say("That is not open any more. I have changed nothing. You can book at any time."), rows=((BOOK, MENU),)
)
COLLEAGUE = card(say("Somebody else asked for this. I have changed nothing."), rows=((MENU,),))
ANSWERED = card(say("It is answered already. I have changed nothing."), rows=((MENU,),))


async def press(visit: Visit, player: Player, rest: str, message_id: int) -> None:
    """A button under an invitation."""
    deed, _, row = rest.partition(":")
    match deed:
        case "off":
            await _withdraw(visit, row_number(row), message_id)
        case "no":
            await _decline(visit, row_number(row))
        case _:
            await _book(visit, player, row_number(row))


async def _book(visit: Visit, player: Player, invitation_id: int) -> None:
    try:
        invitation = await bookings.take_up(visit.session, visit.person, invitation_id, visit.now)
    except NotThere:
        await visit.chat.say(NOT_OPEN)
        return
    await invited_to(visit, player, invitation.service, invitation.counselor_id)


async def _decline(visit: Visit, invitation_id: int) -> None:
    try:
        await bookings.decline(visit.session, visit.person, invitation_id, visit.now)
    except NotThere:
        await visit.chat.say(NOT_OPEN)
        return
    await visit.chat.say(
        card(
            say("All right, not now. I have told the counselor, and nothing speaks against you."),
            say("If you think otherwise later, one tap is enough."),
            rows=((Button(say("Choose a time after all"), f"inv:book:{invitation_id}"),), (MENU,)),
        )
    )


async def _withdraw(visit: Visit, invitation_id: int, message_id: int) -> None:
    member = visit.staff_as(Role.COUNSELOR) or visit.staff_as(Role.OPERATOR)
    if member is None:
        await visit.chat.say(FOR_STAFF)
        return
    try:
        await bookings.withdraw(visit.session, member, invitation_id, visit.now)
    except NotThere as gone:
        await visit.chat.say(COLLEAGUE if gone.reason is Why.NOT_YOURS else ANSWERED)
        return
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(card(say("It is taken back. The person is not reminded any more."), rows=((MENU,),)))
