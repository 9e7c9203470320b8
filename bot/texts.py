"""A value in the reader's language: catalogs, dates and hours as people say them."""

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from html import escape
from pathlib import Path

from babel.dates import format_skeleton
from babel.messages.pofile import read_po

from bot.clock import SEOUL
from bot.say import Say, Value

LANGUAGES = {"ko": "한국어", "en": "English"}
SOURCE = "en"


def write(line: Say, language: str) -> str:
    """The line as HTML in that language; whatever fills its blanks is escaped."""
    return _fill(line, language, html=True)


def plain(line: Say, language: str) -> str:
    """The line as plain text, as labels of buttons are."""
    return _fill(line, language, html=False)


def _fill(line: Say, language: str, *, html: bool) -> str:
    text = catalog(language).get(line.text, line.text)
    if not line.values:
        return text
    return text.format(**{name: _value(value, language, html=html) for name, value in line.values.items()})


def _value(value: Value, language: str, *, html: bool) -> str:
    match value:
        case Say():
            return _fill(value, language, html=html)
        case tuple():
            return ", ".join(_fill(line, language, html=html) for line in value)
        case datetime():
            local = value.astimezone(SEOUL)
            return f"{_day(local.date(), language)} {_hour(local.time(), language)}"
        case date():
            return _day(value, language)
        case time():
            return _hour(value, language)
        case int():
            return f"{value:,}" if abs(value) >= 10_000 else str(value)
        case _:
            return escape(value, quote=False) if html else value


def _day(day: date, language: str) -> str:
    """12월 2일 (수); Wed, Dec 2."""
    return format_skeleton("MMMEd", day, locale=language)


def _hour(moment: time, language: str) -> str:
    """오후 2시 30분. Babel would write "PM 2:30" or "밤 11:30", which nobody says of office hours."""
    if language != "ko":
        return format_skeleton("hm", moment, locale=language)
    half = "오전" if moment.hour < 12 else "오후"
    minutes = f" {moment.minute}분" if moment.minute else ""
    return f"{half} {moment.hour % 12 or 12}시{minutes}"


def every_form(line: Say) -> set[str]:
    """The line as plain text in every language we speak: what a person may type instead of pressing it."""
    return {plain(line, language) for language in LANGUAGES}


@cache
def catalog(language: str) -> Mapping[str, str]:
    """What each English line is in that language, from the translators' own file: nothing to compile."""
    path = _locales() / language / "LC_MESSAGES" / "bot.po"
    if language == SOURCE or not path.exists():
        return {}
    with path.open("rb") as file:
        lines = read_po(file, locale=language)
    return {str(line.id): str(line.string) for line in lines if line.id and line.string and not line.fuzzy}


def _locales() -> Path:
    """Beside the code where it runs from a checkout, inside the package where it was installed."""
    inside = Path(__file__).parent / "_locales"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "locales"
