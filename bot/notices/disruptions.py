"""What people are told where a meeting cannot be, and what the staff see of it."""

from bot.conversations.absence_words import ways_of, what_then
from bot.conversations.common_words import MENU, MINE
from bot.models import Disruption
from bot.notices.told import Told
from bot.say import Card, Say, card, say
from bot.services import absences, days


async def ways(told: Told) -> Card:
    """To the person: why it cannot be, and three ways on."""
    disruption = await told.session.get_one(Disruption, int(told.row.body["disruption"]))
    center = await days.center_as_said(told.session, told.center, told.now)
    found = await absences.ways(told.session, center, disruption, told.now)
    return card(
        _why(disruption),
        say(
            "<b>{when}</b>\nCounselor: {counselor}\nBooking number: {number}",
            when=disruption.starts_at,
            counselor=await told.counselor(found.appointment),
            number=found.appointment.number,
        ),
        what_then(found),
        rows=ways_of(found, disruption.id or 0),
    )


def _why(disruption: Disruption) -> Say:
    if disruption.special_day_id is not None:
        return say("I am very sorry: the center is closed then, and your appointment cannot take place.")
    return say("I am very sorry: the counselor cannot be there, and your appointment cannot take place.")


async def restored(told: Told) -> Card:
    """To the person: it can be after all."""
    appointment = await told.appointment()
    return card(
        say("Good news: your appointment takes place as agreed. You need not choose another time."),
        say(
            "<b>{when}</b>\nCounselor: {counselor}\nBooking number: {number}",
            when=appointment.starts_at,
            counselor=await told.counselor(appointment),
            number=appointment.number,
        ),
        rows=((MINE,),),
    )


async def summary(told: Told) -> Card:
    """To whoever entered it, an hour later: what came of it."""
    facts = told.row.body
    tally = await absences.tally(
        told.session, absence_id=facts["absence"], special_day_id=facts["special_day"]
    )
    return card(
        say("<b>An hour later</b>"),
        say(
            "People told: {told}\nMoved: {moved}\nCanceled: {canceled}\nWant a call: {calls}\n"
            "No answer yet, to be called: {silent}",
            told=tally.told,
            moved=tally.moved,
            canceled=tally.canceled,
            calls=tally.calls,
            silent=tally.silent,
        ),
        rows=((MENU,),),
    )
