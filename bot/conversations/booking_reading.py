"""How the answers of a booking are read and written."""

from datetime import date, datetime
from typing import Any

from bot.clock import SEOUL
from bot.conversations.visit import Visit
from bot.korean import moments
from bot.korean.moments import Moment
from bot.korean.unclear import Unclear, Why
from bot.korean.yes_no import yes_or_no
from bot.say import Say, quote


def service(text: str, visit: Visit) -> str:
    """A service by the center's own word for it."""
    named = [s.key for s in visit.center.bookable if text.replace(" ", "") in s.name.replace(" ", "")]
    if len(named) != 1 or len(text.strip()) < 2:
        raise Unclear(Why.NOTHING)
    return named[0]


def moment(text: str, visit: Visit) -> Moment:
    """A day, an hour, or both."""
    return moments.moment(text, visit.today)


def sure(text: str, _visit: Visit) -> str:
    """Whether somebody typed yes or no."""
    return "yes" if yes_or_no(text) else "no"


def chosen_time(visit: Visit) -> datetime:
    """The moment that was chosen, in UTC."""
    return datetime.fromisoformat(str(visit.answers["time"]))


def show_service(value: Any, visit: Visit) -> Say:
    """The service by the center's word."""
    named = next(s for s in visit.center.services if s.key == value)
    return quote(named.name if visit.chat.language == "ko" else named.english_name)


def show_day(value: Any, _visit: Visit) -> Say:
    """12월 2일 (수)."""
    return Say("{day}", {"day": date.fromisoformat(str(value))})


def show_time(value: Any, _visit: Visit) -> Say:
    """오후 2시."""
    return Say("{time}", {"time": datetime.fromisoformat(str(value)).astimezone(SEOUL).time()})
