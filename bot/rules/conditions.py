"""One condition of a program against what we know of somebody."""

import operator
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from bot.center import Condition
from bot.rules.truth import Truth, agreed, every, opposite, some

Line = TypeVar("Line")

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "between": lambda fact, value: bool(value[0] <= fact <= value[1]),
    "gte": operator.ge,
    "gt": operator.gt,
    "lte": operator.le,
    "lt": operator.lt,
    "is": operator.eq,
    "in": lambda fact, value: fact in value,
    "not_in": lambda fact, value: fact not in value,
    "any_of": lambda fact, value: not set(fact).isdisjoint(value),
}


@dataclass(frozen=True)
class Reason:
    """A condition that was decided, and by which fact."""

    field: str
    op: str
    value: object
    fact: object
    met: bool


@dataclass(frozen=True)
class Finding:
    """What came of a condition, and what there is to say about it."""

    truth: Truth
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()


def judged(condition: Condition, facts: Mapping[str, object]) -> Finding:
    """Whether the condition is met, as far as the facts go."""
    if condition.field is not None:
        return _single(condition, condition.field, facts)
    if condition.any:
        children = [judged(child, facts) for child in condition.any]
        return _group(condition, children, some(child.truth for child in children))
    if condition.all:
        children = [judged(child, facts) for child in condition.all]
        return _group(condition, children, every(child.truth for child in children))
    children = [_against(judged(child, facts)) for child in condition.none]
    return _group(condition, children, every(child.truth for child in children))


def once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each line at its first place."""
    return tuple(dict.fromkeys(lines))


def _single(condition: Condition, field: str, facts: Mapping[str, object]) -> Finding:
    fact = facts.get(field)
    truth = None if fact is None else _compared(condition, fact)
    if truth is None:
        unknown = () if condition.optional else (field,)
        return Finding(condition.optional or None, missing=unknown, ask=_said(condition.ask))
    reason = Reason(field, condition.op or "", condition.value, fact, truth)
    return Finding(truth, (reason,), because=_said(condition.because if truth else None))


def _compared(condition: Condition, fact: object) -> Truth:
    compare = COMPARISONS[condition.op or ""]
    # Of a year of birth two ages are possible: only what is true of both is true.
    candidates = fact if isinstance(fact, tuple) and condition.field == "age" else (fact,)
    return agreed(compare(candidate, condition.value) for candidate in candidates)


def _group(condition: Condition, children: list[Finding], truth: Truth) -> Finding:
    """What the members say, as far as it speaks for the outcome."""
    telling = [child for child in children if child.truth is truth]
    if truth is None:
        met = [child for child in children if child.truth is True]
        return Finding(
            None,
            reasons=once(reason for child in met for reason in child.reasons),
            missing=once(field for child in telling for field in child.missing),
            because=once(line for child in met for line in child.because),
            ask=once((*_said(condition.ask), *(line for child in telling for line in child.ask))),
        )
    because = (*_said(condition.because), *(line for child in telling for line in child.because))
    return Finding(
        truth,
        reasons=once(reason for child in telling for reason in child.reasons),
        because=once(because) if truth else (),
        ask=once(line for child in telling for line in child.ask),
    )


def _against(finding: Finding) -> Finding:
    reasons = tuple(replace(reason, met=not reason.met) for reason in finding.reasons)
    return replace(finding, truth=opposite(finding.truth), reasons=reasons, because=())


def _said(line: str | None) -> tuple[str, ...]:
    return () if line is None else (line,)
