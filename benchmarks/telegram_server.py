"""A Bot API that answers every call at once with the same message, to measure those who call it.

Only who the bot is, it says differently.
"""

import asyncio
import json
import sys
import time

MESSAGE = {
    "message_id": 4321,
    "from": {"id": 123456, "is_bot": True, "first_name": "빛나", "username": "bitna_bot"},
    "chat": {"id": 1001, "first_name": "민지", "username": "minji", "type": "private"},
    "date": 1772413200,
    "text": "예약했어요: 3월 3일 (화) 오전 10시, 김 상담사. 하루 전에 다시 알려 드릴게요.",
    "entities": [{"offset": 7, "length": 16, "type": "bold"}],
    "reply_markup": {
        "inline_keyboard": [
            [
                {"text": "변경할게요", "callback_data": "7k:mine.move:12"},
                {"text": "취소할게요", "callback_data": "7k:mine.cancel:12"},
            ]
        ]
    },
}


def answer(result: object) -> bytes:
    """The whole answer as it goes over the wire."""
    body = json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode()
    head = (
        b"HTTP/1.1 200 OK\r\nServer: nginx/1.18.0\r\nContent-Type: application/json\r\n"
        b"Connection: keep-alive\r\nContent-Length: %d\r\nStrict-Transport-Security: max-age=31536000\r\n\r\n"
    )
    return head % len(body) + body


ANSWER, WHO_IT_IS = answer(MESSAGE), answer(MESSAGE["from"])


# When messages came, where that is wanted: the clock is one for all processes of a machine.
TIMES: list[float] | None = [] if "--times" in sys.argv else None


class Answering(asyncio.Protocol):
    """One connection: as many answers as there are whole requests."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport, self.received = transport, b""

    def data_received(self, data: bytes) -> None:
        self.received += data
        while (length := self.request_length()) and len(self.received) >= length:
            if TIMES is not None and b"/sendMessage " in self.received[:200]:
                TIMES.append(time.monotonic())
            asked_who = b"/getMe " in self.received[:200]
            self.received = self.received[length:]
            self.transport.write(WHO_IT_IS if asked_who else ANSWER)

    def request_length(self) -> int:
        """How long the first request is, or 0 while its headers are not all there."""
        head, end, _ = self.received.partition(b"\r\n\r\n")
        if not end:
            return 0
        name = b"\r\ncontent-length:"
        _, found, rest = head.lower().partition(name)
        return len(head) + 4 + (int(rest.split(b"\r\n", 1)[0]) if found else 0)


async def main() -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)  # until the measurer is gone
    print(*(TIMES or ()), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
