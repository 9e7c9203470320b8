"""A registration as a card: where it stands, the times, and every way on from there."""

from bot.conversations import fair_words
from bot.conversations.fair_words import FAIRS, MENU
from bot.conversations.visit import Visit
from bot.models import Fair, FairGuest, GuestState
from bot.say import Button, Card, card, quote, say
from bot.services import fairs


async def registered_card(visit: Visit, guest: FairGuest) -> Card:
    """What somebody has at a hiring day, and every way on from there."""
    fair = await visit.session.get_one(Fair, guest.fair_id)
    if guest.state is GuestState.WAITING:
        return await _waiting_card(visit, guest, fair)
    seats = await fairs.seats(visit.session, guest.id or 0)
    sitting = [say("{talk}: {when}", talk=quote(talk.title), when=talk.starts_at) for talk in seats]
    return Card(
        (
            say("<b>Your registration</b>: {state}", state=fair_words.STATES[guest.state]),
            fair_words.heading(fair),
            await fair_words.times_line(visit.session, guest, fair),
            *sitting,
            *await fair_words.bring_line(fair),
            say("Your code for the door: <b>{code}</b>", code=guest.code),
        ),
        await _ways(visit, guest, fair),
    )


async def _ways(visit: Visit, guest: FairGuest, fair: Fair) -> tuple[tuple[Button, ...], ...]:
    if guest.state is GuestState.OFFERED:
        return (
            (Button(say("Yes, I come"), f"fair:accept:{guest.id}"),),
            (Button(say("No, give it to somebody else"), f"fair:leave_yes:{guest.id}"),),
        )
    rows: list[tuple[Button, ...]] = []
    if guest.state is GuestState.ARRIVED:
        rows.append((Button(say("Take a number"), f"fair:queue:{guest.id}"),))
        rows.append((Button(say("Confirmation of attendance"), f"fair:proof:{guest.id}"),))
    else:
        rows.append((Button(say("Show my code"), f"fair:code:{guest.id}"), *fair_words.map_button(fair)))
    rows.append((Button(say("Change companies"), f"fair:change:{guest.id}"),))
    talks = await fairs.talks(visit.session, fair.id or 0)
    had = {talk.id for talk in await fairs.seats(visit.session, guest.id or 0)}
    rows += [
        (Button(say("Take a seat: {talk}", talk=quote(talk.title)), f"fair:seat:{guest.id}:{talk.id}"),)
        for talk in talks
        if talk.id not in had and talk.starts_at > visit.now
    ]
    if guest.state is GuestState.REGISTERED:
        rows.append((Button(say("I cannot come"), f"fair:leave:{guest.id}"),))
    return (*rows, (FAIRS, MENU))


async def _waiting_card(visit: Visit, guest: FairGuest, fair: Fair) -> Card:
    place = await fairs.position(visit.session, guest)
    return card(
        say("Every place is taken, so you are on the waiting list. Your place on it: {place}", place=place),
        fair_words.heading(fair),
        *await fair_words.wishes_line(visit.session, guest),
        say("When a place is free I write to you and keep it for a few hours."),
        rows=((Button(say("Leave the waiting list"), f"fair:leave:{guest.id}"),), (FAIRS, MENU)),
    )
