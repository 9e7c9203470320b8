"""Pressing in a dialogue: a button of now, a double tap, a button of long ago."""

from bot import texts
from bot.conversations import cards, notebook
from bot.conversations.answering import Answering
from bot.conversations.hearing import Given
from bot.conversations.listening import Listening
from bot.conversations.mending import Mending
from bot.conversations.presses import Press
from bot.conversations.script import Ask, AskAgain, Stop
from bot.conversations.stage import Stage
from bot.conversations.visit import Visit
from bot.korean.repairs import Repair
from bot.models import DialogueState, How
from bot.say import Card, say


class Pressing:
    """Every button ever shown leads somewhere: it acts, or it explains itself and shows where we are."""

    def __init__(self, stage: Stage, answering: Answering, mending: Mending, listening: Listening) -> None:
        self.stage = stage
        self.answering = answering
        self.mending = mending
        self.listening = listening

    async def pressed(self, visit: Visit, press: Press, data: str, message_id: int) -> None:
        """A button of a dialogue's card was pressed."""
        dialogue = visit.dialogue
        if dialogue is None or dialogue.id != press.dialogue_id:
            await self._elsewhere(visit, press, data, message_id)
        elif data == dialogue.last_press:
            visit.handled = True  # a double tap acts once
        elif press.version != dialogue.version and not self._chooses_more(visit, press):
            await self._of_an_earlier_card(visit, message_id)
        else:
            dialogue.last_press = data
            self.listening.welcome_back(visit)
            await self._act(visit, press)

    def _chooses_more(self, visit: Visit, press: Press) -> bool:
        """Several choices tapped faster than the card can show them."""
        script, dialogue = self.stage.scene(visit)
        ask = script.question(dialogue.asked)
        return bool(ask and ask.many and ask.key == press.question)

    async def _of_an_earlier_card(self, visit: Visit, message_id: int) -> None:
        """Where we are is said once: to tap ahead of a card that is still on its way queues no other one."""
        visit.chat.take_buttons(message_id=message_id)
        if await notebook.card_is_on_its_way(visit):
            visit.handled = True
            return
        visit.leads.append(say("That button is from an earlier card. We are here now."))
        await self.stage.retire(visit)
        await self.stage.go_on(visit)

    async def _act(self, visit: Visit, press: Press) -> None:
        script, _ = self.stage.scene(visit)
        ask = script.question(press.question)
        if not press.question:
            await self.mending.mend(visit, Repair(press.value))
        elif press.question == cards.SUMMARY and press.value == cards.RIGHT:
            await self.stage.retire(visit)
            await self.stage.close(visit)
        elif press.question == cards.SUMMARY:
            await self.mending.change(visit, press.value)
        elif ask:
            await self._answer(visit, ask, press.value)
        else:  # asked by an older release
            await self.stage.retire(visit)
            await self.stage.go_on(visit)

    async def _answer(self, visit: Visit, ask: Ask, value: str) -> None:
        if ask.many:
            await (self.answering.toggle(visit, ask, value) if value else self.answering.chosen(visit, ask))
            return
        label = await self._label(visit, ask, value)
        if label is None:
            visit.leads.append(say("That choice is no longer there."))
            await self.stage.retire(visit)
            await self.stage.go_on(visit)
            return
        await self.answering.take(visit, ask, Given(value, label, How.BUTTON, None))

    async def _label(self, visit: Visit, ask: Ask, value: str) -> str | None:
        """What stands on the button, if the choice is still offered."""
        try:
            choices = await self.stage.choices(visit, ask)
        except (AskAgain, Stop):  # nothing to choose from any more: asking again says so
            return None
        label = next((choice.label for choice in choices if choice.value == value), None)
        return texts.plain(label, visit.chat.language) if label else None

    async def _elsewhere(self, visit: Visit, press: Press, data: str, message_id: int) -> None:
        """A button of a dialogue that is not the open one: over, or left for later."""
        other = await notebook.of_this_chat(visit, press.dialogue_id)
        if other and other.last_press == data and other.state is DialogueState.DONE:
            visit.handled = True  # a double tap on the last button
            return
        visit.chat.take_buttons(message_id=message_id)
        if await notebook.card_is_on_its_way(visit):
            visit.handled = True
            return
        if other and other.state is DialogueState.PARKED:
            await self.stage.begin(visit, other.script)
            return
        visit.leads.append(say("That button belongs to something that is already finished."))
        if visit.dialogue:
            await self.stage.come_back(visit)
            return
        leads, visit.leads = tuple(visit.leads), []
        await visit.chat.say(Card(leads))
        await self.mending.home(visit)
