"""A killer: ends the bot with SIGKILL at moments that a seed has chosen, and starts it again at once."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from random import Random

from sandbox.log import Entry
from tests.processes.town import SENDS, Town, passes

DURING = {"sending": SENDS, "receiving": {"getUpdates"}, "answering": {"answerCallbackQuery"}}
WHEN = ("sending", "receiving", "answering", "working", "starting")


@dataclass
class Killer:
    """Kills while people are interviewed, `every` so many messages; the last times while alerts go out."""

    town: Town
    chance: Random
    every: int
    alerted: Collection[int]
    deaths: list[str] = field(default_factory=list)

    async def kills(self, times: int, alerting: int) -> None:
        """So many deaths, some of them while the bot comes back from the one before."""
        moments = [*WHEN] * (times // len(WHEN))
        moments = self.chance.sample(moments, times - alerting) + ["alerting"] * alerting
        sent = 0
        for when in moments:
            if when == "starting":
                await passes(self.chance.uniform(0, 3))
                self.town.bot.kill()
            elif when == "alerting":
                await self._killed_at(self.chance.randrange(1, 6), self._is_alert, self._is_alert)
            else:
                sent += self.every
                await self._killed_after(sent + self.chance.randrange(self.every // 2), when)
            self.deaths.append(when)
            await self.town.bot.restart()

    async def _killed_after(self, messages: int, when: str) -> None:
        """After so many messages since the beginning, in the middle of a call of the right kind, or later."""
        still = max(1, messages - self.town.calls_of(*SENDS))
        if when == "working":
            await self._killed_at(still, _is_message, _is_message, self.chance.uniform(0, 0.1))
        else:
            await self._killed_at(still, _is_message, lambda entry: entry.method in DURING[when])

    async def _killed_at(
        self,
        number: int,
        counted: Callable[[Entry], bool],
        wanted: Callable[[Entry], bool],
        later: float | None = None,
    ) -> None:
        """Once so many calls were counted, at a wanted one: Telegram has it and has not answered yet."""
        reached, log, left = asyncio.Event(), self.town.telegram.log, number

        def heard() -> None:
            nonlocal left
            entry = log.after(log.number - 1)[0]
            left -= counted(entry)
            if left <= 0 and wanted(entry) and not reached.is_set():
                reached.set()
                if later is None:
                    self.town.bot.kill()

        log.listeners.append(heard)
        try:
            async with asyncio.timeout(90):
                await reached.wait()
        except TimeoutError:
            raise AssertionError(f"{left} more calls were expected:\n{self.town.bot.tail()}") from None
        finally:
            log.listeners.remove(heard)
        if later is not None:
            await passes(later)
            self.town.bot.kill()

    def _is_alert(self, entry: Entry) -> bool:
        return entry.method == "sendMessage" and int(entry.chat_id or 0) in self.alerted


def _is_message(entry: Entry) -> bool:
    return entry.method in SENDS
