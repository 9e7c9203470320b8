"""What time it is in the sandbox: real time plus an offset that people and tests may move."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile


class Clock:
    """With a file, the offset in seconds is written there on every change: the bot under test reads it."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self.offset = timedelta()
        self._write()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.offset

    def timestamp(self) -> int:
        return int(self.now().timestamp())

    def advance(self, seconds: float) -> None:
        self.offset += timedelta(seconds=seconds)
        self._write()

    def set(self, moment: datetime) -> None:
        self.offset = moment - datetime.now(UTC)
        self._write()

    def reset(self) -> None:
        self.offset = timedelta()
        self._write()

    def _write(self) -> None:
        """Whoever reads the file finds the old offset or the new one, never half of one."""
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=self._file.parent, prefix=self._file.name, delete=False) as draft:
            draft.write(f"{self.offset.total_seconds():.6f}".rstrip("0").rstrip("."))
        os.replace(draft.name, self._file)  # noqa: PTH105 - one atomic step, whatever was there
