"""The control API from Python: a sandbox whose people send, press and wait."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic
from typing import Self

from sandbox.faults import Kind
from sandbox.hand import Hand
from sandbox.heard import Heard
from sandbox.refusals import Json
from sandbox.wire import NotDone, Wire

__all__ = ["Hand", "Heard", "NotDone", "Sandbox"]


class Sandbox:
    """`async with Sandbox(url) as sandbox:` closes the connections; nothing else is kept."""

    def __init__(self, url: str) -> None:
        self._wire = Wire(url)
        self.url = self._wire.url

    @property
    def base_url(self) -> str:
        """What a bot library takes for `https://api.telegram.org/bot`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        return f"{self.url}/file/bot"

    async def person(
        self, first_name: str, *, id: int | None = None, username: str | None = None,  # noqa: A002
        language_code: str | None = None, role: str | None = None,
    ) -> Hand:  # fmt: skip
        """Somebody new with a phone."""
        wish = {"id": id, "username": username, "language_code": language_code, "role": role}
        return Hand(self._wire, await self._wire.tell("people", first_name=first_name, **wish))

    async def people(self) -> list[Hand]:
        """Everybody who is already there."""
        return [Hand(self._wire, person) for person in await self._wire.ask("people")]

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self._wire.ask("clock"))["now"])

    async def advance(self, by: timedelta) -> None:
        await self._wire.tell("clock", advance=by.total_seconds())

    async def set_clock(self, moment: datetime) -> None:
        await self._wire.tell("clock", set=moment.isoformat())

    async def breaks(
        self, kind: Kind, method: str = "*", *, seconds: float | None = None, count: int | None = None,
        share: float | None = None, person: int | None = None,
    ) -> None:  # fmt: skip
        """From now on something goes wrong, for `count` calls or until `mends`."""
        more = {"seconds": seconds, "count": count, "share": share, "person": person}
        await self._wire.tell("faults", kind=kind, method=method, **more)

    async def mends(self) -> None:
        await self._wire.remove("faults")

    async def limits(self, *, on: bool) -> None:
        """Telegram's real sending limits."""
        await self._wire.tell("limits", on=on)

    async def calls(self, method: str | None = None, *, after: int = 0, wait: float = 0) -> list[Json]:
        """The call log."""
        entries: list[Json] = await self._wire.ask("log", after=after, method=method, wait=wait)
        return entries

    async def call(
        self,
        method: str,
        until: Callable[[Json], bool] = bool,
        *,
        after: int = 0,
        timeout: float = 10.0,  # noqa: ASYNC109
    ) -> Json:
        """The first such call that fulfills `until`, waited for."""
        deadline = monotonic() + timeout
        while (left := deadline - monotonic()) > 0:
            for entry in await self.calls(method, after=after, wait=left):
                if until(entry):
                    return entry
                after = int(entry["n"])
        raise AssertionError(f"the bot did not call {method} as expected in {timeout} s")

    async def callbacks(self) -> list[Json]:
        presses: list[Json] = await self._wire.ask("callbacks")
        return presses

    async def pending(self, wait: float = 0) -> int:
        """Updates the bot has not acknowledged; with `wait`, given so long to become none."""
        return int((await self._wire.ask("pending", wait=wait))["pending"])

    async def reset(self) -> None:
        await self._wire.tell("reset")

    async def close(self) -> None:
        await self._wire.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
