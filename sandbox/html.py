"""Reading Telegram's HTML: the text that stays, its entities, and the refusals for what does not parse."""

import re
from dataclasses import dataclass, field
from html import unescape

from sandbox.refusals import Json, bad_request
from sandbox.text import units

SIMPLE = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link", "span": "spoiler",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
TAG_NAME = re.compile(r"[^\s>/]*")
ATTRIBUTE = re.compile(r"""([a-zA-Z0-9.-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"'=]+))?""")
KNOWN_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


@dataclass(slots=True)
class Open:
    """A tag that has not been closed yet."""

    tag: str
    start: int
    attributes: dict[str, str]


@dataclass(slots=True)
class Reading:
    """Where we are: what was read, how far, and what is still open."""

    source: str
    at: int = 0
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)

    def say(self, raw: str) -> None:
        text = KNOWN_REFERENCE.sub(lambda match: unescape(match.group()), raw)
        self.pieces.append(text)
        self.length += units(text)

    def offset(self, at: int) -> int:
        """Telegram names the place in bytes."""
        return len(self.source[:at].encode())


def parsed(source: str) -> tuple[str, list[Json]]:
    """The plain text and its entities, in Telegram's order."""
    reading = Reading(source)
    while (tag := source.find("<", reading.at)) >= 0:
        reading.say(source[reading.at : tag])
        reading.at = _end_tag(reading, tag) if source.startswith("</", tag) else _start_tag(reading, tag)
    reading.say(source[reading.at :])
    if reading.stack:
        raise _wrong(f'Can\'t find end tag corresponding to start tag "{reading.stack[-1].tag}"')
    order = sorted(reading.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(reading.pieces), order


def _start_tag(reading: Reading, begin: int) -> int:
    named = TAG_NAME.match(reading.source, begin + 1)
    tag = named.group().lower() if named else ""
    end = reading.source.find(">", begin)
    if tag not in SIMPLE:
        raise _wrong(f'Unsupported start tag "{tag}" at byte offset {reading.offset(begin)}')
    if end < 0:
        raise _wrong(f'Unclosed start tag "{tag}" at byte offset {reading.offset(begin)}')
    attributes = _attributes(reading.source[begin + 1 + len(tag) : end])
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {reading.offset(begin)}')
    reading.stack.append(Open(tag, reading.length, attributes))
    return end + 1


def _attributes(source: str) -> dict[str, str]:
    found = ATTRIBUTE.findall(source)
    return {
        name.lower(): unescape(value[1:-1] if value[:1] in {'"', "'"} else value) for name, value in found
    }


def _end_tag(reading: Reading, begin: int) -> int:
    end = reading.source.find(">", begin)
    where = reading.offset(begin)
    if not reading.stack:
        raise _wrong(f"Unexpected end tag at byte offset {where}")
    if end < 0:
        raise _wrong(f"Unclosed end tag at byte offset {where}")
    tag = reading.source[begin + 2 : end].strip().lower()
    opened = reading.stack.pop()
    if tag not in ("", opened.tag):
        raise _wrong(
            f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"'
        )
    _close(reading, opened)
    return end + 1


def _close(reading: Reading, opened: Open) -> None:
    length = reading.length - opened.start
    entity = _entity(opened, reading, length)
    if length > 0 and entity:
        reading.entities.append(
            {"type": entity.pop("type"), "offset": opened.start, "length": length} | entity
        )


def _entity(opened: Open, reading: Reading, length: int) -> Json | None:
    """The entity for a closed tag; None when it only adds something to the one around it."""
    if opened.tag == "a":
        url = opened.attributes.get("href") or "".join(reading.pieces)[-length:]
        return {"type": "text_link", "url": url} if "." in url or ":" in url else None
    if opened.tag == "code" and reading.stack and reading.stack[-1].tag == "pre":
        reading.stack[-1].attributes |= opened.attributes
        return None
    if opened.tag == "pre" and (language := opened.attributes.get("class", "")).startswith("language-"):
        return {"type": "pre", "language": language.removeprefix("language-")}
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        return {"type": "expandable_blockquote"}
    if opened.tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": opened.attributes.get("emoji-id", "")}
    return {"type": SIMPLE[opened.tag]}


def _wrong(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")
