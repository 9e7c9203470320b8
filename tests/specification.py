"""The Bot API as data, where it lies beside the project: every call the bot makes is held against it."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from sandbox.params import Upload

FILE = Path(__file__).parent.parent.parent / "shared" / "telegram-bot-api.json"
LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)")
TAGS = re.compile(r"</?[a-z]+>")
SIMPLE = {"Integer": int, "String": str, "Boolean": bool, "Float": float, "True": bool}


@cache
def specification() -> Mapping[str, Any] | None:
    """Methods and types by name, or None where the file is not there."""
    return json.loads(FILE.read_text()) if FILE.exists() else None


def objections(method: str, params: Mapping[str, Any]) -> list[str]:
    """What the Bot API's own description has against this call; nothing where it is not there."""
    described = specification()
    if described is None:
        return []
    if method not in described["methods"]:
        return [f"{method} is not a method"]
    return list(_fields(method, described["methods"][method].get("fields", []), params))


def _fields(place: str, fields: list[Mapping[str, Any]], given: Mapping[str, Any]) -> Iterator[str]:
    known = {field["name"]: field for field in fields}
    for name in given.keys() - known.keys():
        yield f"{place}.{name} is not a field"
    for name, field in known.items():
        if name in given:
            yield from _value(f"{place}.{name}", field, given)
        elif field["required"]:
            yield f"{place}.{name} is missing"


def _value(place: str, field: Mapping[str, Any], given: Mapping[str, Any]) -> Iterator[str]:
    value = given[field["name"]]
    found = [list(_typed(place, kind, value)) for kind in field["types"]]
    if all(found):
        yield from min(found, key=len)
    if isinstance(value, str) and (limits := LENGTH.search(field["description"])):
        size = _size(value, limits[3], html=given.get("parse_mode") == "HTML")
        if not int(limits[1]) <= size <= int(limits[2]):
            yield f"{place} has {size} {limits[3]}, not {limits[1]}-{limits[2]}"


def _typed(place: str, kind: str, value: Any) -> Iterator[str]:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            yield f"{place} is no array"
            return
        for number, each in enumerate(value):
            yield from _typed(f"{place}[{number}]", kind.removeprefix("Array of "), each)
    elif kind in SIMPLE:
        if not isinstance(value, SIMPLE[kind]) or (kind == "Integer" and isinstance(value, bool)):
            yield f"{place} is no {kind}"
    elif kind == "InputFile" and isinstance(value, Upload):
        return
    elif not isinstance(value, dict):
        yield f"{place} is no {kind}"
    else:
        described = specification()
        assert described
        yield from _fields(place, described["types"][kind].get("fields", []), value)


def _size(value: str, unit: str, *, html: bool) -> int:
    """Bytes, or UTF-16 units of what is left when the formatting is read."""
    if unit == "bytes":
        return len(value.encode())
    return len((unescape(TAGS.sub("", value)) if html else value).encode("utf-16-le")) // 2
