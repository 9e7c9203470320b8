"""Reading Korean line by line: JSON objects in, JSON objects out; for whoever wants to check our readers."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.assistant.intents import intent
from bot.korean.contract import FIELDS, understand
from bot.korean.districts import Places, load_places

SEOUL = ZoneInfo("Asia/Seoul")
HERE = Path(__file__).resolve().parents[1]


class NotReadable(Exception):  # noqa: N818 (it says what the line is)
    """A line that asks nothing we could answer; the message is one sentence about why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line: which field of which text, seen from which moment."""

    field: str
    text: str
    now: datetime


def places_of(environment: Mapping[str, str]) -> Places:
    """The city's places: from the center's folder, or from the sample that came with us."""
    folders = (Path(environment.get("BITNA_CENTER", "center/")), HERE / "_center", HERE.parent / "center")
    files = [file for folder in folders if (file := folder / "places.toml").is_file()]
    return load_places(files[0])


def replies(lines: Iterable[bytes], places: Places, now: datetime) -> Iterator[bytes]:
    """For each line one line, in order; `now` stands in where a line names no moment."""
    for line in lines:
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _written(_reply(line, places, now))


def _reply(line: bytes, places: Places, now: datetime) -> dict[str, Any]:
    content: object = None
    reply: dict[str, Any] = {"id": None, "value": None}
    try:
        content = _parsed(line)
        reply["id"] = content.get("id")
        asked = _asked(content, now)
        reply["value"] = _value(asked, places)
    except NotReadable as why:
        reply["error"] = str(why)
    except Exception as error:  # noqa: BLE001 (the next lines must be answered whatever this one does to us)
        reply["error"] = f"This text could not be read ({type(error).__name__})."
    return reply


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        content = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotReadable("The line is not JSON in UTF-8.") from None
    if not isinstance(content, dict):
        raise NotReadable("The line is not a JSON object.")
    return content


def _asked(content: dict[str, Any], now: datetime) -> Asked:
    field, text = content.get("field"), content.get("text")
    if field not in {*FIELDS, "intent"}:
        raise NotReadable(f"The field is none of {', '.join(FIELDS)}, intent.")
    if not isinstance(text, str):
        raise NotReadable("The text is missing or no string.")
    return Asked(str(field), text, _moment(content.get("now"), now))


def _moment(written: object, now: datetime) -> datetime:
    if written is None:
        return now.astimezone(SEOUL)
    try:
        moment = datetime.fromisoformat(str(written))
        return moment.astimezone(SEOUL) if moment.tzinfo else moment.replace(tzinfo=SEOUL)
    except (ValueError, OverflowError):
        raise NotReadable("The moment in now is not written like 2026-11-23T10:00:00+09:00.") from None


def _value(asked: Asked, places: Places) -> str | None:
    if asked.field == "intent":
        return intent(asked.text)
    return understand(asked.field, asked.text, asked.now, places)


def _written(reply: dict[str, Any]) -> bytes:
    return json.dumps(reply, ensure_ascii=False).encode("utf-8", "replace") + b"\n"
