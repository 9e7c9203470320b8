"""What time it is. The demo and the tests may move it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

SEOUL = ZoneInfo("Asia/Seoul")


class Clock:
    """The time, aware and in UTC; a file may hold the seconds by which it was moved."""

    def __init__(self, moved_by: Path | None = None) -> None:
        self._file = moved_by

    def now(self) -> datetime:
        """The present moment in UTC, moved where somebody moved it."""
        moment = datetime.now(UTC)
        return moment + self._moved() if self._file else moment

    def _moved(self) -> timedelta:
        try:
            text = self._file.read_text() if self._file else ""
        except FileNotFoundError:
            text = ""
        return timedelta(seconds=float(text or 0))
