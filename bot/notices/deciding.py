"""A proposal of the counselor's, a meeting that is passed on, and what came of both."""

from bot.conversations.booking_words import place
from bot.conversations.common_words import MINE
from bot.conversations.deciding_words import asked_rows, decisions, proposed_rows
from bot.models import Counselor
from bot.notices.told import Told
from bot.say import Card, Say, card, quote, say
from bot.services.bookings.asking import moment_of
from bot.services.bookings.proposing import proposed_times


async def proposed(told: Told) -> Card:
    """To the person: not then, but perhaps then; nothing changes until they choose."""
    appointment = await told.appointment()
    counselor = (await told.session.get_one(Counselor, appointment.counselor_id)).name
    times = [moment_of(int(each)) for each in told.row.body["times"]]
    return card(
        say(
            "I am sorry: on <b>{when}</b> {counselor} cannot, and proposes another time.",
            when=appointment.starts_at,
            counselor=quote(counselor),
        ),
        say("Which one suits you? With a tap it is booked. Until then your appointment stays as it is."),
        rows=proposed_rows(appointment, counselor, times),
    )


async def unanswered(told: Told, first: Say) -> Card:
    """To the person, instead of a reminder: the counselor cannot then, and waits for another time."""
    appointment = await told.appointment()
    counselor = (await told.session.get_one(Counselor, appointment.counselor_id)).name
    times = await proposed_times(told.session, appointment)
    return card(
        first,
        say(
            "But on <b>{when}</b> the counselor cannot, and has asked you for another time.",
            when=appointment.starts_at,
        ),
        say("Please choose one, so that nobody waits in vain."),
        rows=proposed_rows(appointment, counselor, [each for each in times if each > told.now]),
    )


async def proposal_taken(told: Told) -> Card:
    """To the counselor: the person has chosen."""
    return card(say("<b>Your proposal was taken</b>"), await told.line(), say("It is confirmed."))


async def colleague_asked(told: Told) -> Card:
    """To the colleague: would they take it?"""
    appointment = await told.appointment()
    return card(
        say("<b>{counselor} asks you to take this over</b>", counselor=await _name(told, "asked_by")),
        await told.line(),
        say("You are free then. Would you?"),
        rows=asked_rows(appointment),
    )


async def colleague_refused(told: Told) -> Card:
    """To whoever asked: it is still theirs."""
    appointment = await told.appointment()
    return card(
        say("<b>Your colleague cannot take this over</b>"),
        await told.line(),
        say("It is still with you. What shall we do?"),
        rows=decisions(appointment),
    )


async def taken_over(told: Told) -> Card:
    """To whoever asked: it is the colleague's now."""
    appointment = await told.appointment()
    first = say("<b>{counselor} has taken this over</b>", counselor=await told.counselor(appointment))
    return card(first, await told.line())


async def passed_on(told: Told) -> Card:
    """To the person: whom they meet."""
    appointment = await told.appointment()
    return card(
        say(
            "On <b>{when}</b> you will meet {counselor}. The time stays the same.",
            when=appointment.starts_at,
            counselor=await told.counselor(appointment),
        ),
        say(
            "{place}\nBooking number: {number}",
            place=place(told.center, appointment),
            number=appointment.number,
        ),
        rows=((MINE,),),
    )


async def _name(told: Told, fact: str) -> Say:
    return quote((await told.session.get_one(Counselor, int(told.row.body[fact]))).name)
