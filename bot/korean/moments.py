"""A day and an hour together, as far as they were said."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from korean_datetime import Ambiguity

from bot.korean.clauses import Meant, meant
from bot.korean.dates import check_sentence, chosen_day, inherited_day
from bot.korean.hours import HalfDay, check_hours, chosen_hour
from bot.korean.mentions import mentions
from bot.korean.unclear import Unclear, Why


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known of a moment: the day, the hour, or both."""

    day: date | None
    at: time | HalfDay | None


def _check_midnight(said: Meant) -> None:
    """ "내일 밤 12시" may be the beginning or the end of tomorrow."""
    for mention in said.kept:
        if Ambiguity.DAY_ATTRIBUTION in mention.expression.ambiguities or re.search("자정", mention.text):
            raise Unclear(Why.SEVERAL, mention.expression.start)


def _not_past(found: Moment, now: datetime) -> Moment:
    clock = now.time().replace(tzinfo=None)
    if found.day == now.date() and (
        (found.at is HalfDay.AM and clock >= time(12)) or (isinstance(found.at, time) and found.at < clock)
    ):
        raise Unclear(Why.PAST, found)
    return found


def moment(text: str, now: datetime) -> Moment:
    """The day and the hour the text names: "다음 주 화요일 오후" → that Tuesday, PM."""
    sentence, found = mentions(text, now)
    check_sentence(sentence, found)
    check_hours(sentence, found)
    said = meant(found)
    day = chosen_day(said, now) or inherited_day(said, now)
    at = chosen_hour(said)
    if day is None and at is None:
        raise Unclear(Why.NOTHING)
    if day is not None:
        _check_midnight(said)
    return _not_past(Moment(day, at), now)
