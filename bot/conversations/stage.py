"""The stage: beginning a script, asking what is next, ending; and leaving no card with stale buttons."""

from collections.abc import Sequence
from typing import Any

from bot.conversations import cards, notebook
from bot.conversations.hearing import Given
from bot.conversations.script import (
    Ask,
    AskAgain,
    Choice,
    Ending,
    Known,
    Script,
    Stop,
    next_question,
)
from bot.conversations.visit import Visit
from bot.models import ConsentKind, Dialogue, How
from bot.say import Card, say

CONSENTS = {ConsentKind.COLLECT, ConsentKind.ABROAD}


class Stage:
    """Plays scripts. Two dialogues are never open in one chat: beginning one parks the other."""

    def __init__(self, scripts: Sequence[Script], consent: Script) -> None:
        self.scripts = {script.key: script for script in (*scripts, consent)}
        self.consent = consent

    def scene(self, visit: Visit) -> tuple[Script, Dialogue]:
        """The script that is open, and its page."""
        assert visit.dialogue is not None
        return self.scripts[visit.dialogue.script], visit.dialogue

    def works(self, visit: Visit) -> bool:
        """Whether a member of the staff is at work: what they write is not about themselves."""
        return visit.dialogue is not None and self.scene(visit)[0].for_staff

    async def begin(self, visit: Visit, key: str, known: dict[str, Any] | None = None) -> None:
        """Open this script, or take it up where it was left; what is `known` is not asked."""
        script = self.scripts[key]
        if visit.dialogue and visit.dialogue.script == key and not known:
            await self.come_back(visit)
            return
        await self.park(visit)
        if script.needs_consent and not visit.consents >= CONSENTS:
            wanted = {"then": key, "known": known} if known else {"then": key}
            await self.open(visit, self.consent, wanted)
            return
        parked = None if known else await notebook.parked(visit, key)
        if parked is None:
            await self.open(visit, script, known or {})
            return
        visit.dialogue = await notebook.reopen(visit, parked)
        visit.leads.append(say("Let us go on where we stopped. To begin anew, write “start over”."))
        await self.go_on(visit)

    async def open(self, visit: Visit, script: Script, known: dict[str, Any]) -> None:
        """A new page of this script, with what is known before the first question."""
        try:
            before = await script.start(visit) if script.start else {}
        except Stop as stop:
            await visit.chat.say(stop.why)
            return
        given = {
            key: notebook.entry(Given(value, "", How.BUTTON, None), visit.now)
            for key, value in {**before, **known}.items()
        }
        visit.dialogue = await notebook.opened(visit, script.key, given)
        await self.go_on(visit)

    async def park(self, visit: Visit) -> None:
        """Leave the open dialogue so that it can be taken up again."""
        if visit.dialogue:
            await self.retire(visit)
            await self.let_go(visit)
            await notebook.park(visit, keep=self.scripts[visit.dialogue.script].can_wait)

    async def let_go(self, visit: Visit) -> None:
        """What the open dialogue keeps for the person only while they are here."""
        script, _ = self.scene(visit)
        if script.left:
            await script.left(visit)

    async def go_on(self, visit: Visit) -> None:
        """Ask what is next, show the summary, or end."""
        script, _ = self.scene(visit)
        if ask := next_question(script, visit.answers):
            await self._ask(visit, script, ask)
        elif script.summary:
            await self._summarize(visit, script)
        else:
            await self.close(visit)

    async def _ask(self, visit: Visit, script: Script, ask: Ask) -> None:
        _, dialogue = self.scene(visit)
        tell = script.tells_of.get(ask.key)
        try:
            told = await tell(visit) if tell else None
            choices = await self.choices(visit, ask)
        except Stop as stop:
            await self.finish(visit, Ending(stop.why))
        except AskAgain as again:
            await self.again(visit, again)
        except Known as known:
            notebook.write(visit, known.fills, Given(None, "", How.TYPED, None))
            await self.go_on(visit)
        else:
            if told:
                visit.leads.append(told)
            dialogue.version += 1
            await self._show(visit, ask.key, cards.question_card(script, ask, visit, dialogue, choices))

    async def _summarize(self, visit: Visit, script: Script) -> None:
        _, dialogue = self.scene(visit)
        dialogue.version += 1
        await self._show(visit, cards.SUMMARY, cards.summary_card(script, visit, dialogue))

    async def _show(self, visit: Visit, asked: str, question: Card) -> None:
        _, dialogue = self.scene(visit)
        dialogue.asked = asked
        dialogue.card_id = await visit.chat.say(question)
        dialogue.touched_at = visit.now
        dialogue.misread_message_id = None
        visit.handled = True

    async def close(self, visit: Visit) -> None:
        """Everything is answered: what the script was for is done now."""
        script, _ = self.scene(visit)
        assert script.close
        try:
            ending = await script.close(visit)
        except AskAgain as again:
            await self.again(visit, again)
        except Stop as stop:
            await self.finish(visit, Ending(stop.why))
        else:
            await self.finish(visit, ending)

    async def again(self, visit: Visit, again: AskAgain) -> None:
        """Back to a question: its answer, and those after it, do not hold any more."""
        script, _ = self.scene(visit)
        visit.leads.append(again.why)
        keys = [ask.key for ask in script.questions]
        notebook.forget(visit, [again.key] if again.only else keys[keys.index(again.key) :])
        await self.go_on(visit)

    async def finish(self, visit: Visit, ending: Ending) -> None:
        """The last card; then what was wanted before, or the offer to go on with what was left."""
        known = visit.answers.get("known")
        notebook.finish(visit)
        visit.handled = True
        await visit.chat.say(ending.card)
        if ending.then:
            await self.begin(visit, ending.then, known)
        elif parked := await notebook.latest_parked(visit):
            await visit.chat.say(self.resume_card(parked))

    def resume_card(self, parked: Dialogue) -> Card:
        """An offer to take up what was left."""
        return cards.resume_card(self.scripts[parked.script], parked)

    async def choices(self, visit: Visit, ask: Ask) -> Sequence[Choice]:
        """What can be answered: looked up now, or as the script says. May raise Stop or AskAgain."""
        script, _ = self.scene(visit)
        look_up = script.offers_of.get(ask.key)
        return await look_up(visit) if look_up else ask.choices

    async def settled(self, visit: Visit, ask: Ask, value: Any) -> dict[str, Any]:
        """The answers that follow from what was read. May raise Stop or AskAgain."""
        script, _ = self.scene(visit)
        settle = script.settles_of.get(ask.key)
        return await settle(visit, value) if settle else {ask.key: value}

    async def retire(self, visit: Visit, receipt: Card | None = None, *, asks_again: bool = False) -> None:
        """The card of the open question becomes a receipt, or at least loses its buttons.

        A contact card has keys below the chat instead; they stay where the same question is asked again.
        """
        script, dialogue = self.scene(visit)
        ask = script.question(dialogue.asked)
        if dialogue.card_id is None:
            return
        if ask and ask.contact:  # Telegram does not let a card with keys be edited
            thanks = receipt.paragraphs if receipt else (say("I have put the phone key away."),)
            if not asks_again:
                await visit.chat.say(Card(thanks, put_away=True))
        elif receipt:
            visit.chat.rewrite(receipt, said=dialogue.card_id)
        else:
            visit.chat.take_buttons(said=dialogue.card_id)
        dialogue.card_id = None

    async def come_back(self, visit: Visit) -> None:
        """After a digression: the open question again, unless it was just asked."""
        if visit.dialogue and not visit.handled:
            await self.retire(visit, asks_again=True)
            await self.go_on(visit)
