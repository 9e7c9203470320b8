"""Text as Telegram counts and stores it: UTF-16 units, trimmed, with entities."""

import re

from sandbox.refusals import Json

SPACE = " \t\n\r\v\f\x00"
FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<url>(?<!\w)(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,!?;:)\]}'])"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#[^\W\d]\w*)"
)
"""What Telegram marks by itself, without any markup."""


def units(text: str) -> int:
    """Length in UTF-16 code units: an emoji outside the basic plane counts two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, start: int, end: int) -> str:
    """The piece between two UTF-16 offsets."""
    return text.encode("utf-16-le")[start * 2 : end * 2].decode("utf-16-le", "ignore")


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Telegram drops blanks at both ends and moves or shortens the entities accordingly."""
    kept = text.rstrip(SPACE)
    start = len(kept) - len(kept.lstrip(SPACE))
    if start == 0 and len(kept) == len(text):
        return text, entities
    lead, end = units(kept[:start]), units(kept)
    return kept[start:], [fit for entity in entities if (fit := _within(entity, lead, end))]


def _within(entity: Json, lead: int, end: int) -> Json | None:
    start = max(entity["offset"], lead)
    length = min(entity["offset"] + entity["length"], end) - start
    return entity | {"offset": start - lead, "length": length} if length > 0 else None


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """Entities as stored: what was marked, plus the commands, links and tags Telegram finds itself."""
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities]
    found = [
        {"type": match.lastgroup, "offset": start, "length": length}
        for match in FOUND.finditer(text)
        if _free(start := units(text[: match.start()]), length := units(match.group()), taken)
    ]
    return sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))


def _free(start: int, length: int, taken: list[tuple[int, int]]) -> bool:
    return all(start + length <= first or last <= start for first, last in taken)
