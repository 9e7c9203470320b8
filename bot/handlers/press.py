"""Buttons outside of dialogues, and those of dialogues passed on to the player."""

from collections.abc import Awaitable, Callable

from telegram import Message, Update

from bot.context import Context
from bot.conversations.player import Player
from bot.conversations.presses import read_press
from bot.conversations.visit import Visit
from bot.handlers import (
    absent,
    booth,
    calls,
    coming,
    desk,
    duty,
    fair_press,
    feed,
    going_on,
    mine,
    operators,
    own_data,
    preferences,
    replies,
    talking,
    told,
    unanswered,
    verdicts,
)
from bot.handlers.guide import Guide, did_not_understand
from bot.say import say

Deed = Callable[[Visit, str, int], Awaitable[None]]


class Presser:
    """Everything that can be pressed. Each button carries a first word that says whose it is."""

    def __init__(self, player: Player, guide: Guide) -> None:
        self.player = player
        self.guide = guide

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

    def deeds(self) -> dict[str, Callable[[Visit, str, int], Awaitable[None]]]:
        """What the buttons outside of dialogues do, by the first word they carry."""
        return {
            "menu": lambda visit, place, _message: self.guide.go(visit, place),
            "appt": self.appointment,
            "news": lambda visit, wish, _message: (
                preferences.switch_news(visit, wish)
                if wish in preferences.DONE
                else self.guide.lead_on(visit)
            ),
            "data": self.data,
            "lang": lambda visit, code, _message: preferences.choose_language(visit, code),
            "ann": self.announcement,
            "tell": self.copy,
            "ask": self.passage,
            "talk": self.talk,
            "open": self.question,
            "told": self.verdict,
            "duty": duty.choose,
            "feed": feed.press,
            "fair": lambda visit, rest, message: fair_press.press(visit, self.player, rest, message),
            "fdesk": lambda visit, rest, message: fair_press.desk(visit, self.player, rest, message),
            "booth": booth.press,
            **self.of_meetings(),
        }

    def of_meetings(self) -> dict[str, Deed]:
        """The same for reminders, for what came of a meeting, and for the call list."""
        return {
            "rem": lambda visit, rest, _message: coming.answer(visit, self.player, rest),
            "again": lambda visit, rest, _message: coming.again(visit, self.player, rest),
            "met": lambda visit, rest, _message: coming.mark(visit, rest),
            "call": self.call,
            "dis": absent.choose,
            "away": self.absence,
            **going_on.presses(self.player),
        }

    async def call(self, visit: Visit, rest: str, _message_id: int) -> None:
        """A button of the call list."""
        end, _, number = rest.partition(":")
        await calls.made(visit, end, row_number(number))

    async def appointment(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button under an appointment."""
        deed, number, stamp = (*rest.split(":"), "", "")[:3]
        appointment_id = row_number(number)
        match deed:
            case "move":
                await mine.move(visit, self.player, appointment_id)
            case "cancel":
                await mine.really_cancel(visit, appointment_id)
            case "cancel_yes":
                await mine.cancel(visit, appointment_id, message_id)
            case "save":
                await mine.save_the_date(visit, appointment_id)
            case "accept":
                await desk.accept(visit, appointment_id, stamp, message_id)
            case "other":
                await desk.ask_other_time(visit, appointment_id, stamp, message_id)
            case _:
                await mine.keep(visit, appointment_id, message_id)

    async def announcement(self, visit: Visit, rest: str, _message_id: int) -> None:
        """A button under an announcement's progress."""
        deed, number = (*rest.split(":"), "")[:2]
        if row_number(number):
            await operators.decide(visit, self.player, deed, row_number(number))

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

    async def absence(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button under an absence or a special day."""
        deed, _, number = rest.partition(":")
        undo = absent.undo_day if deed == "undo_day" else absent.undo
        await undo(visit, row_number(number), message_id)

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


def row_number(written: str) -> int:
    """The number of a row as a button carries it; 0, which no row has, for anything else."""
    return int(written) if written.isdecimal() and len(written) < 15 else 0
