"""A day and an hour together, as far as they were said."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial

from korean_datetime import Ambiguity

from bot.korean.clauses import Meant
from bot.korean.dates import check_sentence, chosen_day, inherited_day, placed
from bot.korean.essence import settled
from bot.korean.hours import HalfDay, check_hours, chosen_hour
from bot.korean.mentions import Mention
from bot.korean.single_days import one_day
from bot.korean.unclear import Unclear, Why

_AFTERWARDS = re.compile(
    r"그(?:거|것|게)?\s*(?:마치|끝나|끝내|하|보)고|그날은?\s*(?=오전|오후|\d|[한두세네열])|갔다가|들렀다가?|다녀와서|온\s*김에|간\s*김에"
)


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


def _day_of_errand(said: str, chosen: Meant, now: datetime) -> date | None:
    """ "16일에 검진이 있는데 그거 마치고 3시에": the day of what is done before."""
    named = [each for each in (*chosen.rejected, *chosen.told) if each.has_day]
    if len(named) != 1 or not _AFTERWARDS.search(said):
        return None
    return one_day(named[0], now.date())


def _moment(said: str, found: list[Mention], chosen: Meant, now: datetime) -> Moment:
    check_sentence(said, found)
    check_hours(said, found)
    day = chosen_day(chosen, now) or inherited_day(chosen, now) or _day_of_errand(said, chosen, now)
    at = chosen_hour(chosen)
    if day is None and at is None:
        raise Unclear(Why.NOTHING)
    if day is not None:
        _check_midnight(chosen)
    return _not_past(Moment(day, at), now)


def moment(text: str, now: datetime) -> Moment:
    """The day and the hour the text names: "다음 주 화요일 오후" → that Tuesday, PM."""
    return settled(placed(text, now), now, partial(_moment, now=now))
