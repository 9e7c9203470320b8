"""Buttons about appointments: the person's, the counselor's, the call list's, the calendar's."""

from collections.abc import Awaitable, Callable

from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import (
    absent,
    calling_off,
    calls,
    coming,
    desk,
    feed,
    going_on,
    groups,
    mine,
    passing,
    proposing,
    waiting_desk,
)
from bot.handlers.carried import row_number

Deed = Callable[[Visit, str, int], Awaitable[None]]


class MeetingPresser:
    """Whatever is pressed about a meeting. Each button carries a first word that says what it is about."""

    def __init__(self, player: Player) -> None:
        self.player = player

    def deeds(self) -> dict[str, Deed]:
        """What these buttons do, by their first word."""
        return {
            "appt": self.appointment,
            "rem": lambda visit, rest, _message: coming.answer(visit, self.player, rest),
            "again": lambda visit, rest, _message: coming.again(visit, self.player, rest),
            "met": lambda visit, rest, _message: coming.mark(visit, rest),
            "call": self.call,
            "dis": absent.choose,
            "away": self.absence,
            "feed": feed.press,
            "prop": proposing.press,
            "pass": passing.press,
            "off": calling_off.press,
            "take": lambda visit, rest, message: proposing.take(visit, self.player, rest, message),
            **going_on.presses(self.player),
            "grp": lambda visit, rest, message: groups.press(visit, self.player, rest, message),
            **waiting_desk.presses(self.player),
        }

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

    async def call(self, visit: Visit, rest: str, _message_id: int) -> None:
        """A button of the call list."""
        end, _, number = rest.partition(":")
        await calls.made(visit, end, row_number(number))

    async def absence(self, visit: Visit, rest: str, message_id: int) -> None:
        """A button under an absence or a special day."""
        deed, _, number = rest.partition(":")
        undo = absent.undo_day if deed == "undo_day" else absent.undo
        await undo(visit, row_number(number), message_id)
