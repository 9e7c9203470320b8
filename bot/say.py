"""Lines of dialogue as values: what is said, before it has a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import LiteralString, Union

Value = Union[str, int, date, datetime, time, "Say", tuple["Say", ...]]


@dataclass(frozen=True, slots=True)
class Say:
    """One line in English, the source language, with blanks such as {name} and what goes into them."""

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)


def say(text: LiteralString, /, **values: Value) -> Say:
    """A line to be said. The text is a literal, so that the translators' catalog has it."""
    return Say(text, values)


def quote(text: str) -> Say:
    """Words that are nobody's to translate: a person's own, or the center's."""
    return Say("{quoted}", {"quoted": text})


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press: a label, and what the press will carry (at most 64 bytes) or a page it opens."""

    label: Say
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One message: paragraphs and the buttons below.

    `contact` labels a key that shares the person's own number; with it the buttons become keys of the
    keyboard, as Telegram allows only one of the two. `put_away` takes such a keyboard away again.
    """

    paragraphs: tuple[Say, ...]
    rows: Rows = ()
    contact: Say | None = None
    put_away: bool = False


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that is sent: a picture, or a document of some kind, with words and buttons below."""

    name: str
    content: bytes
    kind: str  # its MIME type
    words: Card

    @property
    def is_picture(self) -> bool:
        """Whether it is shown instead of being offered."""
        return self.kind.startswith("image/")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map, with its name, where it is in words, and buttons below; degrees of WGS 84."""

    name: Say
    address: Say
    latitude: float
    longitude: float
    rows: Rows = ()


def card(*paragraphs: Say, rows: Rows = ()) -> Card:
    """A message of these paragraphs with these buttons."""
    return Card(paragraphs, rows)
