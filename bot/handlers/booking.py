"""A whole sentence that asks for an appointment: what it says is not asked again."""

from bot.conversations.booking_beginning import begun_with
from bot.conversations.booking_reading import service
from bot.conversations.player import Player
from bot.conversations.script import Stop
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear


async def begin_with(visit: Visit, player: Player, text: str) -> None:
    """The booking, with the service, the way and the day where the sentence names them."""
    try:
        wanted = service(text, visit)
        known = await begun_with(visit, wanted)
    except Unclear:
        await player.begin(visit, "book")
    except Stop as stop:
        await player.park(visit)
        await visit.chat.say(stop.why)
    else:
        await player.begin(visit, "book", known)


def names_service_and_day(visit: Visit, text: str) -> bool:
    """Whether a sentence without a verb is a booking all the same: "다음 주 화요일 오후 금융 상담이요"."""
    try:
        wanted = service(text, visit)
    except Unclear:
        return False
    return wanted.moment is not None and wanted.moment.day is not None
