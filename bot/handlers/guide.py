"""The way to a place, and back to the open question."""

from bot.assistant.questions import looks_like_question
from bot.conversations.not_knowing import unknown_question
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import commands, information, own_data, preferences
from bot.handlers.places import PLACES
from bot.say import Card, say


class Guide:
    """Leads people to places."""

    def __init__(self, player: Player) -> None:
        self.player = player

    async def go(self, visit: Visit, place: str) -> None:
        """To this place, and back to the open question."""
        match place:
            case "help":
                await visit.chat.say(commands.help_card(visit))
            case "stop":
                await preferences.switch_news(visit, "stop")
            case "delete":
                await own_data.really_erase(visit)
            case _:
                await PLACES.get(place, PLACES["home"])(visit, self.player)
        await self.player.come_back(visit)

    async def lead_on(self, visit: Visit) -> None:
        """Say what is to be said, and where we are."""
        if visit.dialogue:
            await self.player.come_back(visit)
            return
        home = information.home(visit)
        leads, visit.leads = tuple(visit.leads), []
        await visit.chat.say(Card((*leads, *home.paragraphs), home.rows))


async def not_known(visit: Visit, text: str) -> Card:
    """A question goes to the staff; other words get the menu."""
    return await unknown_question(visit, text) if looks_like_question(text) else did_not_understand(visit)


def did_not_understand(visit: Visit) -> Card:
    """Not understood, without blame: what can be done, and a person."""
    home = information.home(visit)
    return Card(
        (
            say("I did not quite understand that."),
            say("You can press a button below, or ask a person: {phone}.", phone=visit.center.phone),
        ),
        home.rows,
    )
