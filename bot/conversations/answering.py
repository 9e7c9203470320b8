"""Taking an answer: settled by the script, kept with its provenance, shown on a receipt."""

from bot.conversations import cards, notebook
from bot.conversations.hearing import Given
from bot.conversations.script import Ask, AskAgain, Ending, Stop
from bot.conversations.stage import Stage
from bot.conversations.visit import Visit
from bot.models import How

WORDS_KEPT = 200  # characters of a person's own words beside an answer


class Answering:
    """What happens to an answer once it is understood."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage

    async def take(self, visit: Visit, ask: Ask, given: Given) -> None:
        """Keep it and go on; or say why it cannot be, and ask again."""
        try:
            fills = await self.stage.settled(visit, ask, given.value)
        except AskAgain as again:
            await self.stage.retire(visit)
            await self.stage.again(visit, again)
            return
        except Stop as stop:
            await self.stage.retire(visit)
            await self.stage.finish(visit, Ending(stop.why))
            return
        script, dialogue = self.stage.scene(visit)
        before = dialogue.answers.get(ask.key, {})
        notebook.write(visit, fills, Given(None, given.words[:WORDS_KEPT], given.how, given.message_id))
        if before.get("draft") == "changing" and ask.key in fills:
            visit.leads.append(cards.changed(ask, before["value"], fills[ask.key], visit))
        answered = next((asked for key in fills if (asked := script.question(key))), None)
        receipt = cards.receipt(script, answered, fills[answered.key], visit) if answered else None
        await self.stage.retire(visit, receipt)
        await self.stage.go_on(visit)

    async def toggle(self, visit: Visit, ask: Ask, value: str) -> None:
        """One of several was chosen, or taken back; the card shows it."""
        script, dialogue = self.stage.scene(visit)
        choices = await self.stage.choices(visit, ask)
        notebook.toggle(visit, ask.key, value, [choice.value for choice in choices])
        dialogue.version += 1
        dialogue.touched_at = visit.now
        question = cards.question_card(script, ask, visit, dialogue, choices)
        visit.chat.rewrite(question, said=dialogue.card_id)
        visit.handled = True

    async def chosen(self, visit: Visit, ask: Ask) -> None:
        """All that were wanted are chosen."""
        _, dialogue = self.stage.scene(visit)
        chosen = dialogue.answers.get(ask.key, {}).get("value") or []
        await self.take(visit, ask, Given(chosen, "", How.BUTTON, None))
