"""A TOML file of the center, and what is wrong in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.center.lines import Path as KeyPath
from bot.center.lines import line_for, lines_of

Kind = TypeVar("Kind", bound=BaseModel)

REASONS = {"missing": "is missing", "extra_forbidden": "is not a key we know"}


class CenterError(Exception):
    """The center's files cannot be used; each line of the message is one mistake."""


@dataclass(frozen=True)
class TomlFile:
    """What a file says, and where it says it."""

    name: str
    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]

    def mistake(self, path: KeyPath, reason: str) -> str:
        """One sentence about the value at this path."""
        return f"{self.name}, line {line_for(path, self.lines)}: {self._shown(path)}: {reason}."

    def _shown(self, path: KeyPath) -> str:
        """`counselors.yunseul.hours.monday`: things by their own key, places in a plain list left out."""
        names: list[str] = []
        value: Any = self.data
        for step in path:
            value = _inside(value, step)
            if isinstance(step, str):
                names.append(step)
            elif isinstance(value, Mapping):
                names.append(str(value.get("key") or value.get("id") or step + 1))
        return ".".join(names) or "file"


def _inside(value: Any, step: str | int) -> Any:
    try:
        return value[step]
    except (KeyError, IndexError, TypeError):
        return None


def read(path: Path, name: str, mistakes: list[str]) -> TomlFile | None:
    """The file, or None after noting why it cannot be read."""
    try:
        text = path.read_text("utf-8")
        return TomlFile(name, tomllib.loads(text), lines_of(text))
    except FileNotFoundError:
        mistakes.append(f"{name}: there is no such file.")
    except UnicodeDecodeError:
        mistakes.append(f"{name}: is not written in UTF-8.")
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        line = place.removeprefix("line ").partition(",")[0]
        at = f", line {line}" if line.isdigit() else ""
        mistakes.append(f"{name}{at}: {reason}.")
    return None


def checked(kind: type[Kind], file: TomlFile, mistakes: list[str]) -> Kind | None:
    """The file as this kind of record, or None after noting all that is wrong with it."""
    try:
        return kind.model_validate(file.data)
    except ValidationError as error:
        mistakes.extend(
            file.mistake(problem["loc"], _reason(problem["type"], problem))
            for problem in error.errors(include_url=False)
            if not _follows(problem)
        )
    return None


def _follows(problem: Mapping[str, Any]) -> bool:
    """Whether a list only seems too short because what stands in it is wrong, which is told already."""
    return problem["type"] == "too_short" and bool(len(problem["input"]) >= problem["ctx"]["min_length"])


def _reason(kind: str, problem: Mapping[str, Any]) -> str:
    if kind in REASONS:
        return REASONS[kind]
    message = str(problem["msg"])
    if kind == "value_error":
        return message.removeprefix("Value error, ")
    message = message[0].lower() + message[1:]
    value = problem["input"]
    return message if isinstance(value, Mapping | list | tuple) else f"{value!r} does not fit ({message})"
