"""The days that stand in a sentence, each completed by the week or month that was named beside it."""

import re
from datetime import datetime

from korean_datetime import parse

from bot.korean.clauses import Meant
from bot.korean.mentions import OPTIONS, Mention
from bot.korean.unclear import Unclear, Why

_OFFERED = re.compile(r"\s*(?:이나|나|하고|이랑|랑|과|와|또는|혹은|아니면|,)")


def _again(text: str, mention: Mention, now: datetime) -> Mention | None:
    """The mention read anew with the week or month it left unsaid."""
    expression = parse(text, now=now, options=OPTIONS)
    if expression is None:
        return None
    return Mention(expression, mention.start, mention.end, mention.before, mention.behind)


def _check_holidays(mention: Mention, said: Meant) -> None:
    """ "크리스마스는 쉬고 수요일": a bare weekday before the feast is hardly meant."""
    if mention.is_bare_weekday and any(
        other.is_holiday and mention.expression.start < other.expression.start
        for other in (*said.rejected, *said.told)
    ):
        raise Unclear(Why.SEVERAL)


def _nearest(mention: Mention, said: Meant) -> list[Mention]:
    """What else was named: before it, the nearest first, then behind it, then what was only told."""
    others = [other for other in (*said.rejected, *said.kept) if other is not mention]
    others.sort(key=lambda other: (other.start > mention.start, abs(other.start - mention.start)))
    return [*others, *reversed(said.told)]


def _lies_outside(mention: Mention, stretch: Mention) -> bool:
    """ "이번 주는 안 되고 월요일에": what was turned down does not hold the day, or the weekday confirms its date."""
    day = mention.expression.start
    dated = mention.is_bare_day and re.search(r"[월화수목금토일]\s*요일", mention.text) is not None
    return dated or not stretch.expression.start <= day < stretch.expression.end


def _completed(mention: Mention, said: Meant, now: datetime) -> Mention:
    """ "다음 주요, 수요일": the weekday lies in the week that was named beside it."""
    if not (mention.is_bare_weekday or mention.is_bare_day):
        return mention
    _check_holidays(mention, said)
    for other in _nearest(mention, said):
        context = other.week if mention.is_bare_weekday else other.month
        if context is None:
            continue
        if other not in said.kept and other.is_stretch and not other.is_holiday:
            if mention.is_bare_day if other in said.told else _lies_outside(mention, other):
                return mention
            raise Unclear(Why.SEVERAL)
        return _again(f"{context} {mention.text}", mention, now) or mention
    return mention


def _without_repeated(named: list[Mention]) -> list[Mention]:
    """ "수요일에 쉬는데 다음 주 수요일로": a bare weekday says again what is named in full."""
    full = [each for each in named if each.has_weekday and not each.is_bare_weekday]
    weekdays = {each.expression.start.weekday() for each in full}
    return [
        each
        for each in named
        if not (
            each.is_bare_weekday
            and each.expression.start.weekday() in weekdays
            and not _OFFERED.match(each.behind)
        )
    ]


def _without_frames(named: list[Mention]) -> list[Mention]:
    """ "다음 주요. 다음 주 목요일이요": the week only holds the day."""
    single = [each for each in named if not each.is_stretch]
    if not single:
        return named
    return [
        each
        for each in named
        if not (
            each.is_stretch
            and not _OFFERED.match(each.behind)
            and all(each.expression.start <= day.expression.start < each.expression.end for day in single)
        )
    ]


def days_meant(said: Meant, now: datetime) -> list[Mention]:
    """The mentions of days that stand, each complete, without the weeks and months that complete them."""
    named = _without_repeated([mention for mention in said.kept if mention.has_day])
    completed = [_completed(mention, said, now) for mention in named]
    narrower = [new for old, new in zip(named, completed, strict=True) if new is not old]
    if narrower:
        completed = [
            mention for mention in completed if not (mention.is_stretch and (mention.week or mention.month))
        ]
    completed = _without_frames(completed)
    future = [mention for mention in completed if mention.expression.end.date() > now.date()]
    return future or completed
