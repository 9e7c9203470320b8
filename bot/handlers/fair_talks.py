"""The talks and coachings of a hiring day on the operator's side: what there is, and taking one out."""

from bot.conversations.common_words import MENU
from bot.conversations.fair_programs import programs_card
from bot.conversations.fair_words import DESK
from bot.conversations.visit import Visit
from bot.models import Fair
from bot.say import Button, card, quote, say
from bot.services import fairs
from bot.services.fairs import NotPossible, NotStored


async def programs(visit: Visit, fair_id: int) -> None:
    """The card of one fair."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair:
        await visit.chat.say(await programs_card(visit, fair))


async def ask_to_take_out(visit: Visit, talk_id: int) -> None:
    """Nothing is taken out by a single tap."""
    found = await fairs.talk(visit.session, talk_id)
    if found is None:
        return
    taken = found.seats - (await fairs.seats_left(visit.session, found.fair_id))[talk_id]
    line = say("Shall it be taken out? {many} people with a seat are told at once.", many=taken)
    yes = Button(say("Yes, take it out"), f"fdesk:untalk_yes:{talk_id}")
    back = Button(say("Talks and coachings"), f"fdesk:talks:{found.fair_id}")
    await visit.chat.say(card(line, quote(found.title), rows=((yes,), (back, MENU))))


async def take_out(visit: Visit, talk_id: int) -> None:
    """It does not take place."""
    found = await fairs.talk(visit.session, talk_id)
    if found is None:
        return
    fair = await visit.session.get_one(Fair, found.fair_id)
    try:
        await fairs.drop_talk(visit.session, fair, found.key, visit.now)
    except (NotPossible, NotStored):
        await visit.chat.say(
            card(say("This hiring day is over and cannot be changed."), rows=((DESK, MENU),))
        )
        return
    await visit.chat.say(await programs_card(visit, fair))
