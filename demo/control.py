"""Asking the sandbox, and telling its people what to do: its control API over HTTP."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

from demo.children import CannotStart, Children

PATIENCE = 60.0


class Control:
    """The sandbox at this address; waiting for it ends when one of the processes does."""

    def __init__(self, url: str, children: Children) -> None:
        self._url = url
        self._children = children

    def is_open(self) -> bool:
        """Whether the sandbox answers."""
        try:
            self._call("people")
        except urllib.error.URLError:
            return False
        return True

    def types(self, person: int, text: str) -> None:
        """This person sends a message."""
        self._call(f"people/{person}/send", {"text": text})

    def has_heard(self, person: int) -> bool:
        """Whether the bot has said anything to this person."""
        return any(message["from_bot"] for message in self._call(f"people/{person}/chat")["messages"])

    def wait_until(self, ready: Callable[[], bool], what: str) -> None:
        """Until it is so; raise CannotStart when a process ends or nothing happens for too long."""
        deadline = time.monotonic() + PATIENCE
        while not ready():
            self._children.check()
            if time.monotonic() > deadline:
                raise CannotStart(
                    f"{PATIENCE:.0f}초 동안 기다렸지만 답이 없어요: {what} · no answer, see .demo/*.log"
                )
            time.sleep(0.1)

    def _call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        address = urllib.request.Request(f"{self._url}/sandbox/{path}", data)  # noqa: S310 - our own http address
        with _without_proxy.open(address, timeout=10) as answer:
            return json.loads(answer.read())


_without_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
