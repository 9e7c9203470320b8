"""Processes that live and die with us."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PATIENCE = 10.0  # seconds for a process to end by itself


class CannotStart(Exception):  # noqa: N818 - the reason, in one sentence
    """Something that the demo needs is not there, or has ended."""


class Child(NamedTuple):
    """A process, what we call it, and where it writes."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path


class Children:
    """What we have started."""

    def __init__(self) -> None:
        self._living: list[Child] = []

    def start(self, name: str, module: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        """Start `python -m …`; what it says goes to the log.

        It stays in our process group: a signal to the whole group reaches it even when we are gone.
        """
        with log.open("ab") as file:
            process = subprocess.Popen(  # noqa: S603 - our own modules
                [sys.executable, "-m", *module],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
        self._living.append(Child(name, process, log))

    def check(self) -> None:
        """Raise CannotStart when one of them has ended."""
        for name, process, log in self._living:
            if process.poll() is not None:
                raise CannotStart(
                    f"{name} 프로그램이 멈췄어요. 까닭은 {log} 파일에 있어요. · {name} has ended, see {log}"
                )

    def watch(self) -> None:
        """Until one of them ends, or whoever started us has gone without a word (`kill -9` of make)."""
        parent = os.getppid()
        while os.getppid() == parent:
            self.check()
            time.sleep(0.2)

    def stop(self) -> None:
        """End them, the last one first: the bot goes before the Telegram it talks to."""
        while self._living:
            _, process, _ = self._living.pop()
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def stopping_on_signals() -> Iterator[Children]:
    """Processes for as long as the block lasts; a signal leads out of it, and none of them stays behind."""
    children = Children()
    for number in SIGNALS:
        signal.signal(number, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            yield children
    finally:
        for number in SIGNALS:  # a second Ctrl-C must not leave somebody behind
            signal.signal(number, signal.SIG_IGN)
        children.stop()
