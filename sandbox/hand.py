"""One person's hand on their phone, for tests that read like a chat."""

from base64 import b64encode
from collections.abc import Callable
from time import monotonic

from sandbox.heard import Heard
from sandbox.refusals import Json
from sandbox.wire import Wire

Wanted = str | Callable[[Heard], bool] | None


class Hand:
    """`heard` is how far this person has listened: deeds and `hears` move it on."""

    def __init__(self, wire: Wire, person: Json) -> None:
        self._wire = wire
        self.id = int(person["id"])
        self.first_name = str(person["first_name"])
        self.heard = 0

    async def _do(self, deed: str, **wish: object) -> Json:
        done: Json = await self._wire.tell(f"people/{self.id}/{deed}", **wish)
        self.heard = int(done["at"])
        return done

    async def sends(self, text: str) -> Json:
        return await self._do("send", text=text)

    async def presses(self, label: str, message_id: int | None = None) -> str:
        """By label, on the newest message that has it. The id of the callback query."""
        return str((await self._do("press", label=label, message_id=message_id))["callback_query_id"])

    async def presses_data(self, message_id: int, data: str) -> str:
        return str((await self._do("press", message_id=message_id, data=data))["callback_query_id"])

    async def edits(self, message_id: int, text: str) -> Json:
        return await self._do("edit", message_id=message_id, text=text)

    async def shares_contact(self, phone_number: str, user_id: int | None = None) -> Json:
        return await self._do("contact", phone_number=phone_number, user_id=user_id)

    async def sends_file(self, name: str, content: bytes, mime_type: str, caption: str = "") -> Json:
        encoded = b64encode(content).decode()
        return await self._do("file", name=name, content_base64=encoded, mime_type=mime_type, caption=caption)

    async def sends_photo(self, content: bytes, caption: str = "") -> Json:
        encoded = b64encode(content).decode()
        return await self._do(
            "photo", name="photo", content_base64=encoded, mime_type="image/png", caption=caption
        )

    async def sends_sticker(self) -> Json:
        return await self._do("sticker")

    async def sends_voice(self) -> Json:
        return await self._do("voice")

    async def blocks(self) -> None:
        await self._do("block")

    async def unblocks(self) -> None:
        await self._do("unblock")

    async def answer(self, callback_query_id: str, timeout: float = 10.0) -> Json:  # noqa: ASYNC109
        """What the bot answered to a press; AssertionError when it did not in time."""
        [press] = await self._wire.ask("callbacks", id=callback_query_id, wait=timeout)
        assert press["answered"], f"{self.first_name}: the press of {press['data']!r} was never answered"
        answered: Json = press
        return answered

    async def chat(self, after: int = 0) -> Json:
        """Everything on the screen: messages, reply keyboard, whether started or blocked."""
        seen: Json = await self._wire.ask(f"people/{self.id}/chat", after=after)
        return seen

    async def messages(self) -> list[Heard]:
        return [Heard(body) for body in (await self.chat())["messages"]]

    async def hears(
        self,
        until: Wanted = None,
        *,
        after: int | None = None,
        timeout: float = 10.0,  # noqa: ASYNC109
    ) -> Heard:
        """The next thing the bot says or edits; with `until`, the first that contains or fulfills it."""
        deadline = monotonic() + timeout
        position = self.heard if after is None else after
        passed: list[str] = []
        while (left := deadline - monotonic()) > 0:
            seen = await self._wire.ask(f"people/{self.id}/chat", after=position, wait=left)
            for message in sorted(map(Heard, seen["messages"]), key=lambda message: message.changed):
                position = message.changed
                if message.from_bot and _fits(message, until):
                    self.heard = position
                    return message
                passed.append(message.text)
            position = max(position, int(seen["at"]))
        raise AssertionError(f"{self.first_name} did not hear {until!r} in {timeout} s, only {passed}")


def _fits(message: Heard, wanted: Wanted) -> bool:
    if wanted is None:
        return True
    return wanted in message.text if isinstance(wanted, str) else wanted(message)
