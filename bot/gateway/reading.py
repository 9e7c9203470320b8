"""Reading HTTP answers off a connection: each has a length, comes in chunks, or ends with the connection."""

import re

LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding:[^\r]*\bchunked\b", re.IGNORECASE)
CLOSES = re.compile(rb"\r\nconnection:[^\r]*\bclose\b", re.IGNORECASE)
LARGEST = 1 << 20  # an answer to one message is never as long
NO_BODY = {204, 304}


class Garbled(Exception):  # noqa: N818 - what came is no HTTP
    """What came cannot be an answer to what was asked."""


class Answers:
    """Puts together what comes in pieces; one answer at a time."""

    def __init__(self) -> None:
        self._buffer = b""
        self.is_last = False  # the connection ends with this answer

    def feed(self, data: bytes) -> tuple[int, bytes] | None:
        """The status and body once they are whole; raises Garbled."""
        self._buffer = self._buffer + data if self._buffer else data
        if len(self._buffer) > LARGEST:
            raise Garbled
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = self._buffer[: end + 2]
        status = status_of(head)
        if status < 200:  # "continue" and the like announce the answer, they are none
            self._buffer = self._buffer[end + 4 :]
            return self.feed(b"") if self._buffer else None
        body, rest = self._body(head, status, end + 4)
        if body is None:
            return None
        self._buffer = rest
        self.is_last = bool(rest) or CLOSES.search(head) is not None or not head.startswith(b"HTTP/1.1")
        return status, body

    def at_end(self) -> tuple[int, bytes] | None:
        """An answer that had no length: it is whole now that the connection has ended."""
        head, end, body = self._buffer.partition(b"\r\n\r\n")
        self._buffer = b""
        if not end or LENGTH.search(head + b"\r\n") or CHUNKED.search(head + b"\r\n"):
            return None
        self.is_last = True
        return status_of(head), body

    def _body(self, head: bytes, status: int, start: int) -> tuple[bytes | None, bytes]:
        """The body that begins there, None while it is not whole, and what came after it."""
        if status in NO_BODY:
            return b"", self._buffer[start:]
        if CHUNKED.search(head):
            return chunks(self._buffer, start)
        if (length := LENGTH.search(head)) is None:
            return None, b""
        whole = start + int(length[1])
        return (
            (self._buffer[start:whole], self._buffer[whole:]) if len(self._buffer) >= whole else (None, b"")
        )


def status_of(head: bytes) -> int:
    """The status in an answer's first line; raises Garbled."""
    if not head.startswith(b"HTTP/1.") or not head[9:12].isdigit():
        raise Garbled
    return int(head[9:12])


def chunks(data: bytes, at: int) -> tuple[bytes | None, bytes]:
    """A body in chunks that begins there, None while its last one is missing, and what came after it."""
    body = b""
    while (line := data.find(b"\r\n", at)) >= 0:
        try:
            size = int(data[at:line].split(b";")[0], 16)
        except ValueError:
            raise Garbled from None
        if size == 0:
            end = data.find(b"\r\n\r\n", line)
            return (body, data[end + 4 :]) if end >= 0 else (None, b"")
        if len(data) < line + 2 + size + 2:
            return None, b""
        body += data[line + 2 : line + 2 + size]
        at = line + 2 + size + 2
    return None, b""
