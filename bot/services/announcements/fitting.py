"""A program's rules as a condition on people, for audiences: what the interview asks must speak for them.

What the interview never asks (income, insured days) is left to the counselor: it neither lets people in nor
keeps them out.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, not_, or_, true
from sqlalchemy import String as Text
from sqlmodel import cast, col

from bot.center import Center, Condition
from bot.models import Person, ProfileAnswer
from bot.rules.births import OLDEST, births

Made = ColumnElement[bool]
ALIKE = {"district": "district", "situation": "situation", "field": "field"}


def may_fit(center: Center | None, program_id: str, today: date) -> Made:
    """Condition on a person: this program may fit; nobody for a program that does not run today."""
    program = next((each for each in center.programs if each.id == program_id), None) if center else None
    rules = program.rules_on(today) if program else None
    if rules is None:
        return false()
    return and_(true(), *(_made(condition, today) for condition in rules.all))


def _made(condition: Condition, today: date) -> Made:
    if condition.field is not None:
        return _single(condition.field, condition.op or "", condition.value, today)
    if condition.any:
        told = [each for each in condition.any if each.field is None or each.field in KNOWN]
        return or_(*(_made(each, today) for each in told)) if told else true()
    if condition.all:
        return and_(*(_made(each, today) for each in condition.all))
    return and_(*(not_(_made(each, today)) for each in condition.none if each.field in KNOWN), true())


def _single(field: str, op: str, value: Any, today: date) -> Made:
    if field == "age" and op in AGES:
        low, high = AGES[op](value)
        return _answered("born", births(low, high, today))
    if field in ALIKE and op in {"is", "in", "not_in"}:
        values = [value] if op == "is" else list(value)
        found = _answered(ALIKE[field], values)
        return not_(found) if op == "not_in" else found
    if field == "hardships" and op == "any_of":
        words = cast(col(ProfileAnswer.value), Text)
        named = or_(*(words.like(f'%"{each}"%') for each in value))
        return exists().where(
            col(ProfileAnswer.person_id) == Person.id, col(ProfileAnswer.question) == "hardships", named
        )
    return true()


def _answered(question: str, values: list[str]) -> Made:
    return exists().where(
        col(ProfileAnswer.person_id) == Person.id,
        col(ProfileAnswer.question) == question,
        col(ProfileAnswer.value)[()].as_string().in_(values),
    )


KNOWN = {"age", "hardships", *ALIKE}
AGES: Mapping[str, Callable[[Any], tuple[int, int]]] = {
    "between": lambda value: (value[0], value[1]),
    "gte": lambda value: (value, OLDEST),
    "gt": lambda value: (value + 1, OLDEST),
    "lte": lambda value: (0, value),
    "lt": lambda value: (0, value - 1),
    "is": lambda value: (value, value),
}
