"""Editing an earlier message corrects the answer that it was."""

from bot.conversations import cards, hearing, notebook
from bot.conversations.answering import WORDS_KEPT
from bot.conversations.hearing import Given
from bot.conversations.listening import Listening
from bot.conversations.script import Ask, AskAgain
from bot.conversations.stage import Stage
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear
from bot.models import How
from bot.say import say


class Correcting:
    """Before and after are shown, and only what is newly open is asked."""

    def __init__(self, stage: Stage, listening: Listening) -> None:
        self.stage = stage
        self.listening = listening

    async def edited(self, visit: Visit, text: str, message_id: int) -> bool:
        """Whether the edited message was an answer of this dialogue; then that answer is corrected."""
        if visit.dialogue is None:
            return False
        script, dialogue = self.stage.scene(visit)
        if dialogue.misread_message_id == message_id:
            await self.listening.typed(visit, text, message_id)
            return True
        keys = [key for key, told in dialogue.answers.items() if told.get("message_id") == message_id]
        asked = [ask for ask in script.questions if ask.key in keys]
        if len(asked) > 1:
            await self._correct_several(visit, asked, text, message_id)
        elif asked:
            await self._correct(visit, asked[0], text, message_id)
        return bool(asked)

    async def _correct_several(self, visit: Visit, asked: list[Ask], text: str, message_id: int) -> None:
        """A sentence that had answered several questions: what reads otherwise now is corrected."""
        script, _ = self.stage.scene(visit)
        told = script.whole(text, visit) if script.whole else {}
        before = visit.answers
        other = [ask for ask in asked if ask.key in told and told[ask.key] != before.get(ask.key)]
        visit.leads += [cards.changed(ask, before.get(ask.key), told[ask.key], visit) for ask in other]
        fills = {ask.key: told[ask.key] for ask in other}
        notebook.write(visit, fills, Given(None, text[:WORDS_KEPT], How.CORRECTED, message_id))
        await self.stage.retire(visit)
        await self.stage.go_on(visit)

    async def _correct(self, visit: Visit, ask: Ask, text: str, message_id: int) -> None:
        before = visit.answers.get(ask.key)
        choice = hearing.chosen(text, await self.stage.choices(visit, ask))
        try:
            value = choice.value if choice else hearing.read(ask, text, visit)
            fills = await self.stage.settled(visit, ask, value)
        except (Unclear, AskAgain) as refusal:
            why = [refusal.why] if isinstance(refusal, AskAgain) else hearing.why_not(refusal, ask, visit)
            visit.leads += [say("I saw your edit, but kept {what} as it was.", what=ask.called), *why]
        else:
            notebook.write(visit, fills, Given(None, text[:WORDS_KEPT], How.CORRECTED, message_id))
            visit.leads.append(cards.changed(ask, before, fills.get(ask.key), visit))
        await self.stage.retire(visit)
        await self.stage.go_on(visit)
