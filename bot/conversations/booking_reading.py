"""How the answers of a booking are read and written."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bot.clock import SEOUL
from bot.conversations.visit import Visit
from bot.korean import moments
from bot.korean.moments import Moment
from bot.korean.unclear import Unclear, Why
from bot.models import Way
from bot.say import Say, quote, say

WAYS = {
    Way.VISIT: say("in person"),
    Way.PHONE: say("by telephone"),
    Way.VIDEO: say("by video"),
}
WAYS_TYPED = {
    Way.VISIT: ("대면", "방문", "센터", "만나", "직접", "찾아가", "찾아갈", "갈게", "갈께", "가서", "얼굴"),
    Way.PHONE: ("전화", "통화"),
    Way.VIDEO: ("화상", "영상"),
}
OF_ANY = {"상담", "상담사와", "상담사", "1:1"}  # parts of a service's name that tell nothing


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one sentence says of a booking: the service, perhaps a way and a moment."""

    service: str
    way: str | None = None
    moment: Moment | None = None


def service(text: str, visit: Visit) -> Wanted:
    """A service by the center's own word for it, with whatever else the sentence says."""
    bare = text.replace(" ", "")
    named = [s.key for s in visit.center.bookable if bare in s.name.replace(" ", "") and len(bare) > 1]
    if len(named) != 1:
        named = [s.key for s in visit.center.bookable if any(part in bare for part in parts_of(s.name))]
    if len(named) != 1:
        raise Unclear(Why.NOTHING)
    return Wanted(named[0], _way_in(text), _moment_in(text, visit))


def parts_of(name: str) -> list[str]:
    """The parts of a service's name by which people tell it from others: 금융, 재취업."""
    parts = [part for part in re.split(r"[\s·/]+", name) if part not in OF_ANY]
    return [part.removesuffix("상담") for part in parts if len(part.removesuffix("상담")) > 1]


def _way_in(text: str) -> str | None:
    named = [way for way, words in WAYS_TYPED.items() if any(word in text for word in words)]
    return named[0].value if len(named) == 1 else None


def _moment_in(text: str, visit: Visit) -> Moment | None:
    try:
        return moments.moment(text, visit.today)
    except Unclear:
        return None


def way(text: str, visit: Visit) -> Wanted:
    """How they would meet, or at least on which day; both where both were said."""
    found = Wanted("", _way_in(text), _moment_in(text, visit))
    if found.way is None and (found.moment is None or found.moment.day is None):
        raise Unclear(Why.NOTHING)
    return found


def moment(text: str, visit: Visit) -> Moment:
    """A day, an hour, or both."""
    return moments.moment(text, visit.today)


def show_service(value: Any, visit: Visit) -> Say:
    """The service by the center's word."""
    named = next(s for s in visit.center.services if s.key == value)
    return quote(named.name if visit.chat.language == "ko" else named.english_name)


def show_day(value: Any, _visit: Visit) -> Say:
    """12월 2일 (수)."""
    return Say("{day}", {"day": date.fromisoformat(str(value))})


def show_time(value: Any, _visit: Visit) -> Say:
    """12월 2일 (수) 오후 2시."""
    return Say("{when}", {"when": datetime.fromisoformat(str(value))})


def show_way(value: Any, visit: Visit) -> Say:
    """How they meet: as chosen, or the only way of the service."""
    chosen = value or visit.center.service(visit.answers["service"]).ways[0]
    return WAYS[Way(chosen)]


def show_how(value: Any, visit: Visit) -> Say:
    """The day or the week that was typed instead of a way to look for one."""
    since = str(visit.answers.get("since") or "")
    if value not in {"typed", "week"} or not since:
        return say("The soonest time")
    day = datetime.fromtimestamp(int(since.partition(":")[2]), UTC).astimezone(SEOUL).date()
    return say("from {day} on", day=day) if value == "week" else Say("{day}", {"day": day})
