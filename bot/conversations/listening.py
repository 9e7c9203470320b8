"""Listening in a dialogue: what was typed, shared, or edited afterwards."""

from datetime import timedelta
from typing import Any

from bot.assistant.questions import looks_like_question
from bot.conversations import cards, hearing, notebook
from bot.conversations.answering import WORDS_KEPT, Answering
from bot.conversations.hearing import Given
from bot.conversations.mending import Mending
from bot.conversations.not_knowing import unknown_question
from bot.conversations.script import Ask, AskAgain, Script, Stop, progress
from bot.conversations.stage import Stage
from bot.conversations.visit import Visit
from bot.korean.asking_why import asks_why
from bot.korean.corrections import takes_back
from bot.korean.nothing import enough
from bot.korean.repairs import Repair, repair
from bot.korean.unclear import Unclear, Why
from bot.korean.yes_no import yes_or_no
from bot.models import How
from bot.say import say

WHY = say("I ask so that I can go on helping you with this. You can stop at any time.")
LONG_AGO = timedelta(minutes=30)


class Listening:
    """Hears words. A label typed is a button pressed; a question is answered and the dialogue goes on."""

    def __init__(self, stage: Stage, answering: Answering, mending: Mending) -> None:
        self.stage = stage
        self.answering = answering
        self.mending = mending

    async def typed(self, visit: Visit, text: str, message_id: int) -> None:
        """Something was written while a dialogue is open."""
        self.welcome_back(visit)
        script, dialogue = self.stage.scene(visit)
        ask = script.question(dialogue.asked)
        if ask and (label := hearing.chosen(text, ask.choices)) and not ask.many:
            await self._answer(visit, ask, text, message_id, label.value)
        elif wish := repair(text):
            await self.mending.mend(visit, wish)
        elif dialogue.asked == cards.SUMMARY:
            await self._typed_at_summary(visit, script, text)
        elif ask:
            await self._typed_answer(visit, ask, text, message_id)
        else:  # asked by an older release
            await self.stage.retire(visit)
            await self.stage.go_on(visit)

    async def _typed_answer(self, visit: Visit, ask: Ask, text: str, message_id: int) -> None:
        offered = await self.stage.choices(visit, ask)
        choice = hearing.meant(text, ask, offered)
        wishes_first = hearing.wishes_first(ask, text, visit, works=self.stage.works(visit))
        if ask.many and choice:
            await self.answering.toggle(visit, ask, choice.value)
        elif ask.many and _enough(text):
            await self.answering.chosen(visit, ask)
        elif choice:
            await self._answer(visit, ask, text, message_id, choice.value)
        elif ask.optional and enough(text):
            await self.mending.mend(visit, Repair.SKIP)
        elif asks_why(text):
            await self._tell_why(visit, ask)
        elif wishes_first and await self._digressed(visit, text, exact=ask.free):
            return
        elif told := self._several(visit, text):
            await self._take_several(visit, told, text, message_id)
        else:
            await self._read(visit, ask, text, message_id)

    async def _tell_why(self, visit: Visit, ask: Ask) -> None:
        visit.leads.append(ask.why or WHY)
        await self.stage.retire(visit, asks_again=True)
        await self.stage.go_on(visit)

    def _several(self, visit: Visit, text: str) -> dict[str, Any]:
        """Two or more open questions that one sentence answers; nothing where it is one or none."""
        script, _ = self.stage.scene(visit)
        told = script.whole(text, visit) if script.whole else {}
        new = {key: value for key, value in told.items() if key not in visit.answers}
        return new if len(new) > 1 else {}

    async def _take_several(self, visit: Visit, told: dict[str, Any], text: str, message_id: int) -> None:
        """What was read is shown; only the rest is asked."""
        script, _ = self.stage.scene(visit)
        given = Given(None, text[:WORDS_KEPT], How.TYPED, message_id)
        notebook.write(visit, told, given)
        read = [ask for ask in script.questions if ask.key in told]
        lines = [cards.answered(ask, told[ask.key], visit) for ask in read]
        visit.leads.append(say("This is what I read in that. You can change it at the end."))
        visit.leads.append(cards.block(lines))
        await self.stage.retire(visit)
        await self.stage.go_on(visit)

    async def _read(self, visit: Visit, ask: Ask, text: str, message_id: int) -> None:
        works = self.stage.works(visit)  # then neither job seekers' wishes nor their open questions are meant
        try:
            value = hearing.read(ask, text, visit)
        except Unclear as unclear:
            # What reads as an answer, though not as one answer, is no wish for something else.
            if unclear.why is Why.NOTHING and (
                await self._took_back(visit, text, message_id)
                or await self._digressed(visit, text, exact=works)
            ):
                return
            if looks_like_question(text) and not works:
                await visit.chat.say(await unknown_question(visit, text))
            else:
                visit.leads.extend(hearing.why_not(unclear, ask, visit))
            await self.stage.retire(visit, asks_again=True)
            await self.stage.go_on(visit)
            if visit.dialogue:
                visit.dialogue.misread_message_id = message_id
            return
        await self._answer(visit, ask, text, message_id, value)

    async def _took_back(self, visit: Visit, text: str, message_id: int) -> bool:
        """Whether an earlier answer is corrected in words ("아 아니 남구요"): the latest that they fit."""
        if not takes_back(text):
            return False
        script, _ = self.stage.scene(visit)
        answered = [ask for ask in script.questions if ask.key in visit.answers and not ask.free]
        for ask in reversed(answered):
            try:
                choice = hearing.chosen(text, await self.stage.choices(visit, ask))
                value = choice.value if choice else hearing.read(ask, text, visit)
                fills = await self.stage.settled(visit, ask, value)
            except (Unclear, AskAgain, Stop):
                continue
            before = visit.answers.get(ask.key)
            if before == fills.get(ask.key):
                continue
            notebook.write(visit, fills, Given(None, text[:WORDS_KEPT], How.CORRECTED, message_id))
            visit.leads.append(cards.changed(ask, before, fills.get(ask.key), visit))
            await self.stage.retire(visit)
            await self.stage.go_on(visit)
            return True
        return False

    async def _answer(self, visit: Visit, ask: Ask, text: str, message_id: int, value: Any) -> None:
        await self.answering.take(visit, ask, Given(value, text, How.TYPED, message_id))

    async def _typed_at_summary(self, visit: Visit, script: Script, text: str) -> None:
        named = next((ask.key for ask in script.questions if hearing.names(text, ask)), None)
        if named in visit.answers:
            await self.mending.change(visit, str(named))
            return
        try:
            right = hearing.same_words(text, cards.YES_RIGHT) or yes_or_no(text)
        except Unclear:
            if await self._digressed(visit, text):
                return
            right = False
        await self.stage.retire(visit)
        if right:
            await self.stage.close(visit)
            return
        visit.leads.append(say("Please press what should be changed, or say that it is right."))
        await self.stage.go_on(visit)

    async def _digressed(self, visit: Visit, text: str, *, exact: bool = False) -> bool:
        if not await self.mending.digress(visit, text, exact):
            return False
        await self.stage.come_back(visit)
        return True

    async def shared(self, visit: Visit, phone: str, message_id: int) -> None:
        """The person shared their own number with the contact key."""
        script, dialogue = self.stage.scene(visit)
        ask = script.question(dialogue.asked)
        if ask and ask.contact:
            await self.answering.take(visit, ask, Given(phone, "", How.CONTACT, message_id))
            return
        visit.leads.append(say("I do not need a phone number here, so I did not keep it."))
        await self.stage.come_back(visit)

    def welcome_back(self, visit: Visit) -> None:
        """After an interruption: where we were."""
        script, dialogue = self.stage.scene(visit)
        ask = script.question(dialogue.asked)
        if ask is None or visit.now - dialogue.touched_at < LONG_AGO:
            return
        number, total = progress(script, visit.answers, ask)
        line = say(
            "Good to see you again. We were here: {title} {number}/{total}.",
            title=script.title,
            number=number,
            total=total,
        )
        visit.leads.append(line)


def _enough(text: str) -> bool:
    """Whether nothing more is to be chosen."""
    labels = (cards.DONE_CHOOSING, cards.NONE_OF_THESE)
    return enough(text) or any(hearing.same_words(text, label) for label in labels)
