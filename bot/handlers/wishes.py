"""What a sentence wants done leads to where it is done: "예약 좀 바꿔주쇼" opens its change."""

from collections.abc import Awaitable, Callable

from bot.assistant.english import wanted_in_english
from bot.assistant.intents import wish
from bot.assistant.questions import looks_like_question
from bot.assistant.undertones import despairs, names_despair
from bot.conversations.common_words import MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import (
    booking,
    fair_registrations,
    information,
    mine,
    own_data,
    preferences,
    replies,
)
from bot.handlers.places import PLACES
from bot.korean.other_languages import foreign, wants_english
from bot.models import Appointment
from bot.say import card, say
from bot.services import bookings, talks

# The center's passages were asked first: a question that they do not know needs more than a hunch.
SURE_OF_A_QUESTION = 0.9
SURE_OF_A_WISH = 0.6

# What a service and a day in one sentence may sound like: "초기상담 전화로 내일 오후 3시".
NEAR_A_BOOKING = {"human_handoff", "intake_start", "greeting"}


Grant = Callable[[Visit, Player], Awaitable[None]]

# The labels of the readers' contract that a place of the menu answers.
PLACE_OF = {
    "my_appointments": "mine",
    "job_fair_info": "fairs",
    "job_fair_apply": "fairs",
    "intake_start": "intake",
    "my_profile": "mydata",
    "program_recommend": "fitting",
    "center_hours": "center",
    "center_location": "center",
    "notification_off": "notifications",
    "notification_on": "notifications",
    "language_change": "language",
    "human_handoff": "person",
}


def in_crisis(text: str, *, is_an_answer: bool) -> bool:
    """Whether somebody speaks of not wanting to live: in plain words, or surely enough in veiled ones.

    What plainly answers the open question ("만 45세") has no veil.
    """
    return names_despair(text) if is_an_answer else despairs(text)


async def hear_despair(visit: Visit) -> None:
    """Fixed words, who listens now, and the staff on duty; no news for a week."""
    alerted = await talks.heard_despair(visit.session, visit.center, visit.person, visit.now)
    await visit.chat.say(information.distress(visit, alerted=alerted))


async def grant(visit: Visit, player: Player, text: str) -> bool:
    """Do what is surely wanted; False where we do not know what that is."""
    if foreign(text):
        await lead_to_an_interpreter(visit, text)
        return True
    if (named := wanted_in_english(text)) and await _grant(visit, player, named, text):
        return True
    wanted = wish(text)
    asks = looks_like_question(text)
    if wanted is None or wanted.score < (SURE_OF_A_QUESTION if asks else SURE_OF_A_WISH):
        if asks or not booking.names_service_and_day(visit, text):
            return False
        await booking.begin_with(visit, player, text)
        return True
    if wanted.intent in NEAR_A_BOOKING and booking.names_service_and_day(visit, text):
        await booking.begin_with(visit, player, text)
        return True
    return await _grant(visit, player, wanted.intent, text)


async def _grant(visit: Visit, player: Player, intent: str, text: str) -> bool:
    if intent == "book_appointment":
        await booking.begin_with(visit, player, text)
    elif intent == "language_change" and wants_english(text):
        await preferences.choose_language(visit, "en")
    elif place := PLACE_OF.get(intent):
        await PLACES[place](visit, player)
    elif deed := DEEDS.get(intent):
        await deed(visit, player)
    elif reply := await replies.about(visit, intent):
        await visit.chat.say(reply)
    else:
        return False
    return True


async def lead_to_an_interpreter(visit: Visit, text: str) -> None:
    """Whoever writes in a language that we do not speak gets the telephone number of one who does."""
    told = await replies.reply_to_telling(visit, text) or await replies.named(visit, "interpreters")
    if told:
        await visit.chat.say(told)
    await preferences.language(visit)


async def cancel(visit: Visit, player: Player) -> None:
    """The one appointment there is, or the list to choose from."""
    booked = await _booked(visit)
    if len(booked) == 1 and booked[0].id:
        await mine.really_cancel(visit, booked[0].id)
    else:
        await PLACES["mine"](visit, player)


async def change(visit: Visit, player: Player) -> None:
    """The one appointment there is, or the list to choose from."""
    booked = await _booked(visit)
    if len(booked) == 1 and booked[0].id:
        await mine.move(visit, player, booked[0].id)
    else:
        await PLACES["mine"](visit, player)


async def _booked(visit: Visit) -> list[Appointment]:
    return await bookings.mine(visit.session, visit.person, visit.now)


async def delete(visit: Visit, _player: Player) -> None:
    """Ask first, as /delete does."""
    await own_data.really_erase(visit)


async def greet(visit: Visit, _player: Player) -> None:
    """A greeting deserves one."""
    rows = () if visit.dialogue else information.menu_rows(visit)
    await visit.chat.say(card(say("Hello! I am glad that you wrote."), rows=rows))


async def welcome_thanks(visit: Visit, _player: Player) -> None:
    """Thanks, too."""
    rows = () if visit.dialogue else ((MENU,),)
    await visit.chat.say(card(say("You are welcome. Write to me whenever you like."), rows=rows))


async def hear_complaint(visit: Visit, _player: Player) -> None:
    """No defense: a person who can help."""
    await visit.chat.say(
        card(
            say("I am sorry that it went badly. Thank you for saying so."),
            say("A person of the center listens on weekdays from 9 to 18: {phone}", phone=visit.center.phone),
            rows=() if visit.dialogue else ((MENU,),),
        )
    )


DEEDS: dict[str, Grant] = {
    "cancel_appointment": cancel,
    "change_appointment": change,
    "job_fair_cancel": fair_registrations.withdrawing,
    "delete_my_data": delete,
    "greeting": greet,
    "thanks": welcome_thanks,
    "complaint": hear_complaint,
}
