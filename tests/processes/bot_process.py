"""The bot as a process of its own."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


class BotProcess:
    """`python -m bot run`: started, killed, asked to stop, started again."""

    def __init__(self, settings: Mapping[str, str], log: Path, *options: str) -> None:
        self._settings = settings
        self._options = options
        self._process: asyncio.subprocess.Process | None = None
        self.token = settings["BITNA_TOKEN"]
        self.log = log

    async def start(self) -> None:
        assert self._process is None, "it runs already"
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run", *self._options),
                cwd=ROOT,
                env={**os.environ, **self._settings},
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """SIGKILL, at this very moment."""
        assert self._process
        assert self._process.returncode is None, f"the bot had ended by itself:\n{self.tail()}"
        self._process.kill()

    async def ended(self, seconds: float = 10) -> int:
        """Its exit code, once it has one."""
        assert self._process
        async with asyncio.timeout(seconds):
            code = await self._process.wait()
        self._process = None
        return code

    async def restart(self) -> None:
        """After a kill: again, at once."""
        await self.ended()
        await self.start()

    async def stop(self, seconds: float = 10) -> int:
        """SIGTERM, and the exit code that follows."""
        assert self._process
        self._process.terminate()
        return await self.ended(seconds)

    async def close(self) -> None:
        """Whatever happened: it does not outlive the test."""
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self.ended()

    def said(self) -> str:
        """Everything it ever wrote into its log."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def tail(self, lines: int = 40) -> str:
        return "\n".join(self.said().splitlines()[-lines:])
