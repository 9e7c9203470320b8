"""The player performs scripts: it asks, hears, goes back, and always knows where a dialogue stands."""

from collections.abc import Awaitable, Sequence
from typing import Any, TypeVar

from bot.conversations import hearing, notebook
from bot.conversations.answering import Answering
from bot.conversations.correcting import Correcting
from bot.conversations.listening import Listening
from bot.conversations.mending import Digress, Home, Mending
from bot.conversations.presses import Press
from bot.conversations.pressing import Pressing
from bot.conversations.script import AskAgain, Ending, Script, Stop
from bot.conversations.stage import Stage
from bot.conversations.visit import Visit
from bot.models import Dialogue
from bot.say import Card

Heard = TypeVar("Heard")


class Player:
    """Plays every script. `digress` answers a question in the middle of one, `home` shows the menu."""

    def __init__(self, scripts: Sequence[Script], consent: Script, digress: Digress, home: Home) -> None:
        self._stage = Stage(scripts, consent)
        answering = Answering(self._stage)
        mending = Mending(self._stage, digress, home)
        self._listening = Listening(self._stage, answering, mending)
        self._correcting = Correcting(self._stage, self._listening)
        self._pressing = Pressing(self._stage, answering, mending, self._listening)

    async def begin(self, visit: Visit, key: str, known: dict[str, Any] | None = None) -> None:
        """Open this script, or take it up where it was left; what is `known` is not asked."""
        await self._stage.begin(visit, key, known)

    async def park(self, visit: Visit) -> None:
        """Leave the open dialogue so that it can be taken up again."""
        await self._stage.park(visit)

    async def left(self, visit: Visit) -> Dialogue | None:
        """What was left last and can be taken up again."""
        return await notebook.latest_parked(visit)

    def resume_card(self, parked: Dialogue) -> Card:
        """An offer to take up what was left."""
        return self._stage.resume_card(parked)

    def works(self, visit: Visit) -> bool:
        """Whether a member of the staff writes what others will read: it is not about themselves."""
        return self._stage.works(visit)

    def would_take(self, visit: Visit, text: str) -> bool:
        """Whether the open question takes these words for an answer, and would not take any words."""
        if visit.dialogue is None:
            return False
        script, dialogue = self._stage.scene(visit)
        ask = script.question(dialogue.asked)
        return ask is not None and not ask.free and hearing.settles(ask, text, visit)

    async def come_back(self, visit: Visit) -> None:
        """After a digression: the open question again."""
        await self._stage.come_back(visit)

    async def typed(self, visit: Visit, text: str, message_id: int) -> None:
        """Something was written while a dialogue is open."""
        await self._heeding(visit, self._listening.typed(visit, text, message_id), None)

    async def shared(self, visit: Visit, phone: str, message_id: int) -> None:
        """The person shared their own number."""
        await self._listening.shared(visit, phone, message_id)

    async def edited(self, visit: Visit, text: str, message_id: int) -> bool:
        """Whether the edited message was an answer of the open dialogue; then it is corrected."""
        return await self._heeding(visit, self._correcting.edited(visit, text, message_id), True)

    async def pressed(self, visit: Visit, press: Press, data: str, message_id: int) -> None:
        """A button of a dialogue's card was pressed: now, twice, or long after."""
        await self._pressing.pressed(visit, press, data, message_id)

    async def _heeding(self, visit: Visit, deed: Awaitable[Heard], otherwise: Heard) -> Heard:
        """Do it; where the choices themselves lead back or end the dialogue (all is taken by now), follow."""
        try:
            return await deed
        except AskAgain as again:
            await self._stage.retire(visit)
            await self._stage.again(visit, again)
        except Stop as stop:
            await self._stage.retire(visit)
            await self._stage.finish(visit, Ending(stop.why))
        return otherwise
