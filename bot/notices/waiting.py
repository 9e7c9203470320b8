"""What those who wait are told: a free time, and what became of it."""

from bot.clock import SEOUL
from bot.conversations.booking_reading import WAYS
from bot.conversations.common_words import BOOK, MENU, MINE
from bot.conversations.waiting_words import answers
from bot.models import Appointment, Counselor, Offer, Waiting
from bot.notices.told import Told
from bot.say import Button, Card, Say, card, quote, say

TIME_FREE = say("A time that you wait for is free.")
SEAT_FREE = say("A seat in the group session that you wait for is free.")


async def offer(told: Told) -> Card:
    """A time is free, and until when it is theirs alone."""
    offered = await _offer(told)
    hold = await told.session.get_one(Appointment, offered.appointment_id)
    counselor = await told.session.get_one(Counselor, hold.counselor_id)
    kind = told.center.service(hold.service)
    what = say(
        "<b>{when}</b>\n{service}, {counselor}, {way}",
        when=hold.starts_at,
        service=quote(kind.name if told.language == "ko" else kind.english_name),
        counselor=quote(counselor.name),
        way=WAYS[hold.way],
    )
    words = (quote(kind.accept),) if kind.accept else ()
    first = SEAT_FREE if hold.session_id else TIME_FREE
    lines = (first, what, *await _moves(told, hold), *words, _until(told, offered))
    return Card(lines, answers(offered.id))


async def _moves(told: Told, hold: Appointment) -> tuple[Say, ...]:
    """What they have already moves there."""
    if hold.moving_id is None:
        return ()
    moving = await told.session.get_one(Appointment, hold.moving_id)
    return (say("Your appointment moves there: {when}.", when=moving.starts_at),)


def _until(told: Told, offered: Offer) -> Say:
    until = offered.leased_until.astimezone(SEOUL)
    today = until.date() == told.now.astimezone(SEOUL).date()
    return say("I keep it for you until {until}. Shall I book it?", until=until.time() if today else until)


async def lapsed(told: Told) -> Card:
    """Nobody is blamed for not looking at the phone."""
    offered = await _offer(told)
    return card(
        say(
            "I did not hear from you, so the time went to the next person: {when}. That is all right.",
            when=offered.starts_at,
        ),
        say("Your place stays as it is, and I ask you when another time is free."),
        rows=((MINE, MENU),),
    )


async def lost(told: Told) -> Card:
    """The center gave a time and has to take it back."""
    offered = await _offer(told)
    return card(
        say("I am sorry: the counselor cannot meet anybody then after all: {when}.", when=offered.starts_at),
        say("Your place stays as it is, and I ask you when another time is free."),
        rows=((MINE, MENU),),
    )


async def over(told: Told) -> Card:
    """All the days have passed."""
    waiting = await told.session.get_one(Waiting, int(told.row.body["waiting"]))
    group = waiting.service in {kind.key for kind in told.center.services if kind.is_group}
    others = (
        Button(say("Group sessions to come"), "menu:group")
        if group
        else Button(say("Wait for other days"), f"wait:for:{waiting.service}")
    )
    return card(
        say("I am sorry: no time was free on the days that you waited for."),
        say(
            "Would you like to wait for other days? By telephone the center looks with you: {phone}",
            phone=told.center.phone,
        ),
        rows=((others, BOOK), (MENU,)),
    )


async def _offer(told: Told) -> Offer:
    return await told.session.get_one(Offer, int(told.row.body["offer"]))
