"""The two processes, the people, and the staff who have already joined."""

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from demo.children import CannotStart, Children
from demo.control import Control

FOLDER = Path(".demo")  # in the checkout; the processes run there, too
PORT = 8800
TOKEN = "8800000000:only-the-pretend-Telegram-knows-it"  # noqa: S105 - and nobody else asks
DATABASE = f"sqlite+aiosqlite:///{FOLDER}/bitna.db"
CLOCK = FOLDER / "clock"


class Somebody(NamedTuple):
    """A person with a phone; the staff have a role and the name by which they are invited."""

    id: int
    name: str
    does: str
    role: str = ""
    invited_as: str = ""


PEOPLE = (
    Somebody(710_293_841, "민지", "구직자"),
    Somebody(820_193_745, "윤슬", "상담사", "counselor", "yunseul"),
    Somebody(931_820_467, "하늘", "운영 담당", "operator", "하늘"),
)
STAFF = tuple(somebody for somebody in PEOPLE if somebody.role)


def free_port(wanted: str) -> int:
    """The wanted port, if nobody has it."""
    if not (wanted.isascii() and wanted.isdecimal() and 0 < int(wanted) < 65536):
        raise CannotStart(
            f"BITNA_DEMO_PORT에는 1–65535 사이의 숫자를 적어 주세요. · BITNA_DEMO_PORT is no port: {wanted!r}"
        )
    port = int(wanted)
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        other = f"BITNA_DEMO_PORT={port % 65535 + 1} make demo"
        raise CannotStart(
            f"{port}번 포트를 쓸 수 없어요. 이렇게 다른 포트를 골라 주세요: {other} · Port {port} is taken."
        ) from None
    return port


class House:
    """A pretend Telegram on this port, and the bot that takes it for the real one."""

    def __init__(self, port: int, children: Children) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._port = port
        self._children = children
        self._control = Control(self.url, children)
        self._environment = surroundings(os.environ, f"{self.url}/bot")

    def open(self) -> None:
        """Start both, bring the staff in, and return when the bot has welcomed them."""
        self._children.start("sandbox", self._sandbox(), self._environment, FOLDER / "sandbox.log")
        self._control.wait_until(self._control.is_open, "sandbox")
        for somebody in STAFF:
            self._control.types(somebody.id, self._invitation(somebody))
        self._children.start("bot", ["bot", "run"], self._environment, FOLDER / "bot.log")
        for somebody in STAFF:
            self._control.wait_until(lambda who=somebody.id: self._control.has_heard(who), "bot")  # type: ignore[misc]

    def _sandbox(self) -> list[str]:
        people = [f"--person={somebody.name}:{somebody.does}:{somebody.id}" for somebody in PEOPLE]
        options = ["--port", str(self._port), "--token", TOKEN, "--name", "빛나", "--clock-file", str(CLOCK)]
        return ["sandbox", *options, *people]

    def _invitation(self, somebody: Somebody) -> str:
        """The line that this member of the staff was given to type."""
        command = ["bot", "staff", "invite", "--role", somebody.role, "--name", somebody.invited_as]
        done = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-m", *command],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            log = FOLDER / "invite.log"
            log.write_text(done.stdout + done.stderr)
            raise CannotStart(
                f"{somebody.name} 님을 초대하지 못했어요: {log} · an invitation failed, see the log"
            )
        return done.stdout.strip()


def surroundings(environment: Mapping[str, str], api: str) -> dict[str, str]:
    """Our own surroundings, with the demo's settings in place of anybody's real ones."""
    own = {name: value for name, value in environment.items() if not name.startswith("BITNA_")}
    return {
        **own,
        "BITNA_TOKEN": TOKEN,
        "BITNA_API": api,
        "BITNA_DATABASE": DATABASE,
        "BITNA_CENTER": "center",
        "BITNA_CLOCK": str(CLOCK),
        "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1",
    }
