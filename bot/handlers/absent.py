"""Absences and special days: entering them, taking them back, and what the people concerned choose."""

from bot.conversations.absence_words import absence_line, gone, listed, special_line, ways_of, what_then
from bot.conversations.common_words import BOOK, FOR_COUNSELORS, FOR_STAFF, MENU, MINE
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers.carried import moment, parts, row_number
from bot.models import Absence, Appointment, Counselor, Role, SpecialDay
from bot.say import card, quote, say
from bot.services import absences, days
from bot.services.absences import Gone
from bot.services.bookings import NotBookable, Refusal


async def leave(visit: Visit, player: Player) -> None:
    """Counselors only: what is entered already, then the question."""
    member = visit.staff_as(Role.COUNSELOR)
    if member is None or member.counselor_id is None:
        await visit.chat.say(FOR_COUNSELORS)
        return
    entered = await absences.whose(visit.session, member.counselor_id, visit.now)
    if entered:
        lines = [(absence_line(each), f"away:undo:{each.id}") for each in entered]
        await visit.chat.say(listed(say("<b>Entered so far</b>"), lines))
    await player.begin(visit, "leave")


async def closure(visit: Visit, player: Player) -> None:
    """Operators only."""
    if visit.staff_as(Role.OPERATOR) is None:
        await visit.chat.say(FOR_STAFF)
        return
    entered = await days.special_days(visit.session, visit.today.date())
    if entered:
        lines = [(special_line(each), f"away:undo_day:{each.id}") for each in entered]
        await visit.chat.say(listed(say("<b>Entered so far</b>"), lines))
    await player.begin(visit, "closure")


async def undo(visit: Visit, absence_id: int, message_id: int) -> None:
    """The counselor is there after all; another's absence is not theirs to take back."""
    visit.chat.take_buttons(message_id=message_id)
    member = visit.staff_as(Role.COUNSELOR)
    absence = await visit.session.get(Absence, absence_id)
    if member is None or absence is None or absence.counselor_id != member.counselor_id:
        await visit.chat.say(FOR_COUNSELORS)
        return
    told = await absences.undo(visit.session, visit.center, member, absence, visit.now)
    await _taken_back(visit, told)


async def undo_day(visit: Visit, day_id: int, message_id: int) -> None:
    """The day is as the calendar has it."""
    visit.chat.take_buttons(message_id=message_id)
    member = visit.staff_as(Role.OPERATOR)
    day = await visit.session.get(SpecialDay, day_id)
    if member is None or day is None:
        await visit.chat.say(FOR_STAFF)
        return
    await _taken_back(visit, await absences.undo_day(visit.session, visit.center, member, day, visit.now))


async def _taken_back(visit: Visit, told: int) -> None:
    lines = [say("Taken back. The times can be booked again.")]
    if told:
        lines.append(say("{many} people hear of it.", many=told))
    await visit.chat.say(card(*lines, rows=((MENU,),)))


async def choose(visit: Visit, rest: str, message_id: int) -> None:
    """A button under the message that a meeting cannot be."""
    deed, row, (seconds, _) = parts(rest)
    disruption = row_number(row)
    try:
        match deed:
            case "same":
                found = await absences.colleague_takes(
                    visit.session, visit.center, visit.person, disruption, visit.now
                )
            case "at":
                found = await absences.choose_time(
                    visit.session, visit.center, visit.person, disruption, moment(seconds), visit.now
                )
            case _:
                await _without_a_time(visit, deed, disruption, message_id)
                return
    except Gone:
        await _gone(visit, message_id)
    except NotBookable as refused:
        await _others(visit, refused, disruption, message_id)
    else:
        await _arranged(visit, found, message_id)


async def _without_a_time(visit: Visit, deed: str, disruption: int, message_id: int) -> None:
    if deed == "off":
        found = await absences.cancel(visit.session, visit.person, disruption, visit.now)
        visit.chat.rewrite(card(say("Canceled: {when}", when=found.starts_at)), message_id=message_id)
        await visit.chat.say(
            card(say("It is canceled. You can book another time whenever you like."), rows=((BOOK, MENU),))
        )
        return
    await absences.call_me(visit.session, visit.person, disruption, visit.now)
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(
        card(
            say(
                "All right. Somebody of the center calls you; if you would rather call: {phone}",
                phone=visit.center.phone,
            ),
            rows=((MENU,),),
        )
    )


async def _arranged(visit: Visit, appointment: Appointment, message_id: int) -> None:
    visit.chat.take_buttons(message_id=message_id)
    counselor = await visit.session.get_one(Counselor, appointment.counselor_id)
    await visit.chat.say(
        card(
            say("It is settled: <b>{when}</b>", when=appointment.starts_at),
            say(
                "Counselor: {counselor}\nBooking number: {number}",
                counselor=quote(counselor.name),
                number=appointment.number,
            ),
            rows=((MINE, MENU),),
        )
    )


async def _others(visit: Visit, refused: NotBookable, number: int, message_id: int) -> None:
    """Somebody was quicker, or there is something else then: what is left to choose."""
    visit.chat.take_buttons(message_id=message_id)
    disruption = await absences.own_disruption(visit.session, visit.person, number, visit.now)
    found = await absences.ways(visit.session, visit.center, disruption, visit.now)
    first = (
        say("You already have another appointment then. Please choose another time.")
        if refused.reason is Refusal.HAS_ONE
        else say("I am sorry, that time is gone by now. These are left.")
    )
    await visit.chat.say(card(first, what_then(found), rows=ways_of(found, number)))


async def _gone(visit: Visit, message_id: int) -> None:
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(gone())
