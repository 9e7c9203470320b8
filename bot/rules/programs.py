"""Which programs may fit somebody: a possibility to talk about with a counselor, never a decision.

Facts are what the intake heard: `district`, `age` or `birth_year`, `situation`, `field`, `career_months`,
`hardships`. What nobody said is unknown, not "no".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.center import Program
from bot.rules.conditions import Reason, judged, once
from bot.rules.truth import every

ON_ONE_SCREEN = 4
KEPT_FOR_OPEN_ONES = 2


class Verdict(StrEnum):
    """How a program looks from what we know."""

    POSSIBLE = "possible"
    NEED_MORE = "need_more"
    UNLIKELY = "unlikely"


VERDICTS = {True: Verdict.POSSIBLE, None: Verdict.NEED_MORE, False: Verdict.UNLIKELY}


@dataclass(frozen=True)
class Fit:
    """A program, how it looks, and why; `because` and `ask` are the center's own sentences."""

    program_id: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]
    because: tuple[str, ...]
    ask: tuple[str, ...]
    answers: tuple[str, ...]


def fitting(
    programs: Sequence[Program], facts: Mapping[str, object], on: date, most: int = ON_ONE_SCREEN
) -> list[Fit]:
    """The programs worth showing: possible ones first, those that answer most hardships first.

    Unlikely ones are left out; `fit` tells why. A few places are kept for programs that answer a hardship but
    need the center's look: help with money would otherwise hide behind what is open to everybody.
    """
    found = [fit(program, facts, on) for program in sorted(programs, key=lambda each: each.order)]
    ranked = sorted((each for each in found if each is not None), key=lambda each: -len(each.answers))
    possible = [each for each in ranked if each.verdict is Verdict.POSSIBLE]
    unsure = [each for each in ranked if each.verdict is Verdict.NEED_MORE]
    kept = min(KEPT_FOR_OPEN_ONES, sum(bool(each.answers) for each in unsure), most)
    shown = possible[: most - kept]
    return shown + unsure[: most - len(shown)]


def fit(program: Program, facts: Mapping[str, object], on: date) -> Fit | None:
    """How this program looks by the rules of that day; None when it does not run then."""
    rules = program.rules_on(on)
    if rules is None:
        return None
    known = _known(facts, on)
    findings = [judged(condition, known) for condition in rules.all]
    verdict = VERDICTS[every(finding.truth for finding in findings)]
    because = [line for finding in findings for line in finding.because]
    if rules.because and verdict is Verdict.POSSIBLE:
        because.insert(0, rules.because)
    return Fit(
        program_id=program.id,
        verdict=verdict,
        reasons=once(reason for finding in findings for reason in finding.reasons),
        missing=once(field for finding in findings for field in finding.missing),
        because=once(because),
        ask=once(line for finding in findings for line in finding.ask),
        answers=_answered(program, known.get("hardships")),
    )


def _answered(program: Program, hardships: object) -> tuple[str, ...]:
    named = hardships if isinstance(hardships, frozenset) else frozenset()
    return tuple(need for need in program.needs if need in named)


def _known(facts: Mapping[str, object], on: date) -> dict[str, object]:
    """The facts, where a year of birth alone stands for both ages that are possible on that day."""
    known = dict(facts)
    born, hardships = known.get("birth_year"), known.get("hardships")
    if known.get("age") is None and isinstance(born, int):
        known["age"] = (on.year - born - 1, on.year - born)
    if isinstance(hardships, Iterable):
        known["hardships"] = frozenset(hardships)
    return known
