"""Buttons outside of dialogues, and those of dialogues passed on to the player."""

from telegram import Message, Update

from bot.context import Context
from bot.conversations.player import Player
from bot.conversations.presses import read_press
from bot.conversations.visit import Visit
from bot.handlers import (
    booth,
    duty,
    fair_press,
    operators,
    own_data,
    preferences,
    programs,
    replies,
    talking,
    told,
    unanswered,
    verdicts,
)
from bot.handlers.carried import row_number
from bot.handlers.guide import Guide, did_not_understand
from bot.handlers.meeting_press import Deed, MeetingPresser
from bot.say import say


class Presser:
    """Everything that can be pressed. Each button carries a first word that says whose it is."""

    def __init__(self, player: Player, guide: Guide) -> None:
        self.player = player
        self.guide = guide
        self.meetings = MeetingPresser(player)

    async def pressed(self, update: Update, context: Context) -> None:
        """A button, of today or of long ago."""
        query, visit = update.callback_query, context.visit
        assert query
        data = query.data or ""
        message = query.message if isinstance(query.message, Message) else None
        message_id = message.message_id if message and message.reply_markup else 0  # 0: no buttons to take
        if press := read_press(data):
            await self.player.pressed(visit, press, data, message_id)
        else:
            await self.act(visit, data, message_id)

    async def act(self, visit: Visit, data: str, message_id: int) -> None:
        """Do what a button outside of dialogues carries; 0 where its message is not at hand."""
        kind, _, rest = data.partition(":")
        deed = self.deeds().get(kind)
        if deed is None:
            visit.leads.append(say("That button is from an older version of me."))
            await self.guide.lead_on(visit)
            return
        await deed(visit, rest, message_id)
        await self.player.come_back(visit)

    def deeds(self) -> dict[str, Deed]:
        """What the buttons outside of dialogues do, by the first word they carry."""
        return {
            "menu": lambda visit, place, _message: self.guide.go(visit, place),
            "news": lambda visit, wish, _message: (
                preferences.switch_news(visit, wish) if preferences.knows(wish) else self.guide.lead_on(visit)
            ),
            "data": self.data,
            "lang": lambda visit, code, _message: preferences.choose_language(visit, code),
            "ann": self.announcement,
            "tell": self.copy,
            "ask": self.passage,
            "prog": programs.press,
            "talk": self.talk,
            "open": self.question,
            "told": self.verdict,
            "duty": duty.choose,
            "fair": lambda visit, rest, message: fair_press.press(visit, self.player, rest, message),
            "fdesk": lambda visit, rest, message: fair_press.desk(visit, self.player, rest, message),
            "booth": booth.press,
            **self.meetings.deeds(),
        }

    async def announcement(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button under an announcement's progress."""
        deed, number = (*rest.split(":"), "")[:2]
        await operators.decide(visit, self.player, deed, row_number(number), message_id)

    async def copy(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button under a copy of an announcement."""
        deed, number = (*rest.split(":"), "")[:2]
        await told.act(visit, self.player, deed, row_number(number), message_id)

    async def passage(self, visit: Visit, key: str, _message_id: int) -> None:
        """One of several questions was meant."""
        reply = await replies.named(visit, key)
        await visit.chat.say(reply or did_not_understand(visit))

    async def talk(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button of a talk with a person."""
        deed, number = (*rest.split(":"), "")[:2]
        match deed:
            case "ask":
                visit.chat.take_buttons(message_id=message_id)
                await talking.ask(visit)
            case "word":
                visit.chat.take_buttons(message_id=message_id)
                await self.player.begin(visit, "word")
            case "take":
                await talking.take(visit, row_number(number), message_id)
            case "end":
                await talking.end(visit, row_number(number), message_id)
            case _:
                visit.chat.take_buttons(message_id=message_id)
                await self.guide.lead_on(visit)

    async def question(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button about a question without an answer."""
        deed, number = (*rest.split(":"), "")[:2]
        match deed:
            case "answer":
                await unanswered.begin_answer(visit, self.player, row_number(number))
            case "other":
                visit.chat.take_buttons(message_id=message_id)
                await self.player.begin(visit, "question")
            case "dismiss":
                await unanswered.dismiss(visit, row_number(number))
            case _:
                await unanswered.wait_for(visit, row_number(number), message_id)

    async def verdict(self, visit: Visit, rest: str, message_id: int) -> None:
        """What somebody thinks of an answer."""
        kind, _, key = rest.partition(":")
        await verdicts.give(visit, kind, key, message_id)

    async def data(self, visit: Visit, wish: str, message_id: int) -> None:
        """A button under what is kept about a person."""
        if wish == "delete":
            await own_data.really_erase(visit)
            return
        visit.chat.take_buttons(message_id=message_id)
        await (own_data.erase(visit) if wish == "delete_yes" else own_data.keep_everything(visit))
