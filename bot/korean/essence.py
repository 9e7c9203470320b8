"""What a sentence chooses, without the clauses that tell why, what comes before, or ask about the office.

"추석 쇠고 28일에 갈게요 (27일은 장날이라)" → "28일에 갈게요". The strict readers read the whole sentence
first; only where that leaves a question is the essence read, by the same strict rules.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeVar

from bot.korean.clause_kinds import chooses, clauses_of, is_circumstance, is_deed, is_plain_fact
from bot.korean.clauses import Meant, meant
from bot.korean.last_choice import last_choice, pointed_back
from bot.korean.mentions import Mention, mentions_of
from bot.korean.unclear import Unclear, Why

T = TypeVar("T")

_PREFERS = re.compile(
    r"(?:굳이(?:면|\s*고르자면|\s*고르라면)?|[기이]왕이면|웬만하면|되도록(?:이면)?|가급적(?:이면)?|중에(?:서|서는|는)?|"
    r"고르자면|고르라면|상관\s*없(?:는데|지만|고)|다\s*(?:괜찮|좋|되)(?:은데|는데|지만)|하나만\s*고르면|그래도)\s+"
)
# What is chosen if something else fails leaves two days.
_IF_NOT = re.compile(r"(?:안|못)\s*[가-힣]{1,3}면(?=\s|$)|없으면|아니면")


def _essence(said: str, found: list[Mention]) -> tuple[str, list[Mention]] | None:
    """The clauses that choose, and what was named in others before; None where there is nothing to leave out."""
    clauses = clauses_of(said, found)
    if any(_IF_NOT.search(clause.text) for clause in clauses):
        return None
    kept = [clause for clause in clauses if not is_circumstance(clause)]
    choosing = [clause for clause in kept if chooses(clause)]
    if not choosing:
        return None
    kept = [
        clause for clause in kept if clause in choosing or not (clause.mentions and is_plain_fact(clause))
    ]
    if len(kept) == len(clauses):
        return None
    before = clauses[: clauses.index(choosing[0])]
    told = [mention for clause in before if clause not in kept for mention in clause.mentions]
    return ", ".join(clause.text for clause in kept), told


def _preferred(said: str, found: list[Mention]) -> tuple[str, list[Mention]] | None:
    """ "화요일 수요일 다 괜찮은데 굳이면 화요일": what is named behind such a word, if it was named before."""
    match = _PREFERS.search(said)
    if match is None:
        return None
    before = [each for each in found if each.end <= match.start()]
    behind = [each for each in found if each.start >= match.end()]
    if len(behind) != 1:
        return None
    if match[0].startswith("그래도") and not any(behind[0].text.startswith(each.text) for each in before):
        return None
    return said[match.end() :], [each for each in before if not behind[0].text.startswith(each.text)]


def _parts(said: str, found: list[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    """The parts of a sentence that may be its answer, the surest first, each with what was told before it."""
    clauses = clauses_of(said, found)
    if preferred := _preferred(said, found):
        yield preferred
    elif essence := _essence(said, found):
        yield essence
    for part in (last_choice(clauses, meant(found).rejected), pointed_back(clauses)):
        if part:
            yield part


def settled(said: str, now: datetime, read: Callable[[str, list[Mention], Meant], T]) -> T:
    """What a strict reader finds in the sentence or, where that leaves a question, in the part that chooses."""
    found = mentions_of(said, now)
    try:
        return read(said, found, meant(found))
    except Unclear as unclear:
        first = unclear
    if first.why is Why.PAST and not any(
        clause.mentions and (is_deed(clause) or not chooses(clause)) for clause in clauses_of(said, found)
    ):
        raise first
    for core, told in _parts(said, found):
        try:
            return _read_part(core, told, now, read)
        except Unclear as still:
            if still.why is Why.PAST:
                raise
    raise first


def _read_part(
    core: str, told: list[Mention], now: datetime, read: Callable[[str, list[Mention], Meant], T]
) -> T:
    chosen = mentions_of(core, now)
    if any(each.has_day and not each.has_hour for each in told) and not any(each.has_day for each in chosen):
        raise Unclear(Why.SEVERAL)
    stands = meant(chosen)
    # "시험이 12월 11일에 끝나니까 14일에": what is told completes what is chosen.
    return read(core, chosen, Meant(stands.kept, stands.rejected, tuple(told)))
