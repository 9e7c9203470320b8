"""When a member of the staff can be called to a talk."""

from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.visit import Visit
from bot.models import Duty
from bot.say import Button, card, say
from bot.services.duty import change_duty

SAID = {
    Duty.HOURS: say("You are called to talks in office hours."),
    Duty.ALWAYS: say("You are called to talks at any hour, by night too."),
    Duty.OFF: say("You are not called to talks at the moment."),
}
LABELS = {
    Duty.HOURS: say("In office hours"),
    Duty.ALWAYS: say("At any hour"),
    Duty.OFF: say("Not at the moment"),
}


async def duty(visit: Visit) -> None:
    """When this member of the staff can be called, and the choice."""
    if not visit.staff:
        await visit.chat.say(FOR_STAFF)
        return
    rows = tuple((Button(label, f"duty:{when}"),) for when, label in LABELS.items())
    await visit.chat.say(card(SAID[visit.staff[0].duty], say("When may I call you?"), rows=(*rows, (MENU,))))


async def choose(visit: Visit, when: str, message_id: int) -> None:
    """From now on at these times."""
    visit.chat.take_buttons(message_id=message_id)
    if not visit.staff or when not in set(Duty):
        await duty(visit)
        return
    await change_duty(visit.session, visit.staff, Duty(when))
    await visit.chat.say(card(SAID[Duty(when)], rows=((MENU,),)))
