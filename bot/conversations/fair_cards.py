"""A registration as a card: where it stands, the times, and every way on from there."""

from bot.conversations import fair_times, fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_words import FAIRS
from bot.conversations.visit import Visit
from bot.models import Fair, FairGuest, GuestState
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs


async def registered_card(visit: Visit, guest: FairGuest) -> Card:
    """What somebody has at a hiring day, and every way on from there."""
    fair = await visit.session.get_one(Fair, guest.fair_id)
    if guest.state is GuestState.WAITING:
        return await _waiting_card(visit, guest, fair)
    return Card(
        (
            say("<b>Your registration</b>: {state}", state=fair_words.STATES[guest.state]),
            fair_words.heading(fair),
            await fair_times.times_line(visit.session, guest, fair, visit.now),
            *await fair_times.seat_lines(visit.session, guest.id or 0),
            *await _for_the_day(visit, guest, fair),
        ),
        await _ways(visit, guest, fair),
    )


async def _for_the_day(visit: Visit, guest: FairGuest, fair: Fair) -> list[Say]:
    """What is of use before the door, and at the booths; nothing any more once the day is over."""
    if fair.ends_at <= visit.now:
        return []
    if guest.state is GuestState.ARRIVED:
        return [say("Your code for the booths: <b>{code}</b>", code=guest.code)]
    code = say("Your code for the door: <b>{code}</b>", code=guest.code)
    if fairs.is_on(fair, visit.now) and guest.state is GuestState.REGISTERED:
        code = say("To come in, scan the picture at the door, or say: <b>{code}</b>", code=guest.code)
    return [*await fair_words.bring_line(fair), code]


async def _ways(visit: Visit, guest: FairGuest, fair: Fair) -> Rows:
    if guest.state is GuestState.OFFERED:
        return (
            (Button(say("Yes, I come"), f"fair:accept:{guest.id}"),),
            (Button(say("No, give it to somebody else"), f"fair:leave_yes:{guest.id}"),),
        )
    other = Button(say("Change companies"), f"fair:change:{guest.id}")
    more = await _changes(visit, guest)
    seats = await _seats(visit, guest, fair)
    if guest.state is GuestState.ARRIVED:
        proof = (Button(say("Confirmation of attendance"), f"fair:proof:{guest.id}"),)
        if fair.ends_at <= visit.now:
            result = (Button(say("Tell a result"), f"fair:result:{guest.id}"),)
            return (proof, result, (FAIRS, MENU))
        number = (Button(say("Take a number"), f"fair:queue:{guest.id}"),)
        return (number, proof, (other,), more, *seats, (FAIRS, MENU))
    code = (Button(say("Show my code"), f"fair:code:{guest.id}"), *fair_words.map_button(fair))
    leave = (Button(say("I cannot come"), f"fair:leave:{guest.id}"),)
    date = Button(say("Save the day"), f"fair:date:{guest.id}")
    return (code, (other, date), more, *seats, leave, (FAIRS, MENU))


async def _changes(visit: Visit, guest: FairGuest) -> tuple[Button, ...]:
    """To another interview time, where there is one, and to what companies may see."""
    seen = Button(say("What companies see"), f"fair:share:{guest.id}")
    if not await fairs.times(visit.session, guest.id or 0):
        return (seen,)
    return Button(say("Another interview time"), f"fair:times:{guest.id}:0:0"), seen


async def _seats(visit: Visit, guest: FairGuest, fair: Fair) -> Rows:
    """The seats one can give back, and the talks in which one can take one beside what one has."""
    had = [talk for talk in await fairs.seats(visit.session, guest.id or 0) if talk.starts_at > visit.now]
    busy = [(talk.starts_at, talk.ends_at) for talk in had]
    busy += [(each.starts_at, each.ends_at) for each, _ in await fairs.times(visit.session, guest.id or 0)]
    left = await fairs.seats_left(visit.session, fair.id or 0)
    free = [
        talk
        for talk in await fairs.talks(visit.session, fair.id or 0)
        if talk.starts_at > visit.now
        and left[talk.id or 0]
        and not any(starts_at < talk.ends_at and talk.starts_at < ends_at for starts_at, ends_at in busy)
    ]
    back = [
        Button(say("Give the seat back: {talk}", talk=quote(each.title)), f"fair:unseat:{guest.id}:{each.id}")
        for each in had
    ]
    take = [
        Button(say("Take a seat: {talk}", talk=quote(each.title)), f"fair:seat:{guest.id}:{each.id}")
        for each in free
    ]
    return tuple((button,) for button in (*back, *take))


async def _waiting_card(visit: Visit, guest: FairGuest, fair: Fair) -> Card:
    place = await fairs.position(visit.session, guest)
    return card(
        say("Every place is taken, so you are on the waiting list. Your place on it: {place}", place=place),
        fair_words.heading(fair),
        *await fair_times.wishes_line(visit.session, guest),
        say("When a place is free I write to you and keep it for a few hours."),
        rows=((Button(say("Leave the waiting list"), f"fair:leave:{guest.id}"),), (FAIRS, MENU)),
    )
