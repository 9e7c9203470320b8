"""What people are told about their seats in group sessions."""

from bot.conversations.common_words import MINE
from bot.notices.told import Told
from bot.say import Button, Card, card, say


async def canceled(told: Told) -> Card:
    """The session does not take place: sorry once, and what can be done."""
    appointment = await told.appointment()
    return card(
        say(
            "I am very sorry: the group session does not take place: <b>{when}</b>.",
            when=appointment.starts_at,
        ),
        say("Please look at the other sessions, or call {phone}.", phone=told.center.phone),
        rows=((Button(say("Group sessions to come"), "menu:group"),), (MINE,)),
    )
