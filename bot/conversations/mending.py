"""The repairs that every script has: back, start over, stop, once more, skip, help, the menu."""

from collections.abc import Awaitable, Callable

from bot.conversations import cards, notebook
from bot.conversations.hearing import Given
from bot.conversations.script import one_step_back
from bot.conversations.stage import Stage
from bot.conversations.visit import Visit
from bot.korean.repairs import Repair
from bot.models import How
from bot.say import card, say

Digress = Callable[[Visit, str, bool], Awaitable[bool]]  # the last: only words that stand on a button
Home = Callable[[Visit], Awaitable[None]]


class Mending:
    """Steers a dialogue instead of answering it."""

    def __init__(self, stage: Stage, digress: Digress, home: Home) -> None:
        self.stage = stage
        self.digress = digress  # answers a question or another wish in the middle of a script
        self.home = home  # shows the menu

    async def mend(self, visit: Visit, wish: Repair) -> None:
        """Do what was wished; the open card loses its buttons."""
        if wish in {Repair.HELP, Repair.PERSON}:
            await self.digress(visit, wish.value, False)
            await self.stage.come_back(visit)
            return
        if wish is Repair.SKIP:
            await self._skip(visit)
            return
        await self.stage.retire(visit, asks_again=wish is Repair.REPEAT)
        match wish:
            case Repair.BACK:
                await self._back(visit)
            case Repair.CANCEL:
                await self._leave(visit)
            case Repair.RESTART:
                await self._start_over(visit)
            case Repair.HOME:
                await self.home(visit)
            case _:
                await self.stage.go_on(visit)

    async def change(self, visit: Visit, key: str) -> None:
        """One line of the summary is to be changed."""
        script, _ = self.stage.scene(visit)
        await self.stage.retire(visit)
        if script.question(key) and key in visit.answers:
            notebook.reopen_answer(visit, key, "changing")
        await self.stage.go_on(visit)

    async def _back(self, visit: Visit) -> None:
        script, dialogue = self.stage.scene(visit)
        asked = dialogue.asked or ""
        if dialogue.answers.get(asked, {}).get("draft") == "changing":
            notebook.keep(visit, asked)
        elif (ask := script.question(asked)) and ask.wish and visit.answers.get(ask.wish) == asked:
            notebook.forget(visit, [ask.wish])
        elif before := one_step_back(script, visit.answers, asked):
            notebook.reopen_answer(visit, before)
        else:
            visit.leads.append(say("This is the first question."))
        await self.stage.go_on(visit)

    async def _leave(self, visit: Visit) -> None:
        script, _ = self.stage.scene(visit)
        await self.stage.let_go(visit)
        notebook.finish(visit)
        visit.handled = True
        await visit.chat.say(
            card(say("We stopped here: {title}. Nothing of it was kept.", title=script.title))
        )
        await self.home(visit)

    async def _start_over(self, visit: Visit) -> None:
        script, _ = self.stage.scene(visit)
        await self.stage.let_go(visit)
        wanted = {key: value for key, value in visit.answers.items() if script.question(key) is None}
        notebook.finish(visit)
        visit.leads.append(say("From the beginning, then."))
        visit.fresh = True
        await self.stage.open(visit, script, wanted)

    async def _skip(self, visit: Visit) -> None:
        script, dialogue = self.stage.scene(visit)
        ask = script.question(dialogue.asked)
        if ask and ask.optional:
            notebook.write(visit, {ask.key: None}, Given(None, "", How.BUTTON, None))
            await self.stage.retire(visit, cards.receipt(script, ask, None, visit))
        else:
            await self.stage.retire(visit)
            visit.leads.append(say("I need this one to go on. You can also stop here at any time."))
        await self.stage.go_on(visit)
