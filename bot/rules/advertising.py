"""What the law allows to tell many, and when (정보통신망법 50, 시행령 61–62; 개인정보 보호법 22).

A service notice concerns what the person has with us (a registration that changed) and needs no consent to
news. News of programs need one, a company's advertisement one of its own. At night nothing goes out without
a separate consent; a consent older than two years must be confirmed first. The center is strict with itself:
whether a public center's news are advertisements at all is not settled, so they follow the same hours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.models import ConsentKind, LegalClass
from bot.rules.quiet import earliest

VALID = timedelta(days=730)  # 50 ⑧: every two years
ASKED_BEFORE = timedelta(days=30)  # we ask so long before the two years are over
CONFIRMED_KINDS = frozenset({ConsentKind.NEWS, ConsentKind.ADS, ConsentKind.NIGHT})
NEEDED: Mapping[LegalClass, ConsentKind | None] = {
    LegalClass.SERVICE: None,
    LegalClass.PROGRAM: ConsentKind.NEWS,
    LegalClass.ADVERT: ConsentKind.ADS,
}


class Why(StrEnum):
    """Why somebody does not get it."""

    NOT_ASKED_FOR = "not_asked_for"
    TOO_OLD = "too_old"


@dataclass(frozen=True, slots=True)
class Verdict:
    """At what moment it may go, or why it may not."""

    at: datetime | None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """What a message must carry: the label that opens it, who sends it, how to refuse it for free."""

    label: bool
    sender: bool
    refusal: bool


def verdict(law: LegalClass, ages: Mapping[ConsentKind, timedelta], moment: datetime) -> Verdict:
    """When a message of this class may go to somebody whose consents are so old."""
    needed = NEEDED[law]
    if needed is not None:
        if needed not in ages:
            return Verdict(None, Why.NOT_ASKED_FOR)
        if not is_valid(ages[needed]):
            return Verdict(None, Why.TOO_OLD)
    nights = ConsentKind.NIGHT in ages and is_valid(ages[ConsentKind.NIGHT])
    return Verdict(earliest(moment, nights))


def is_valid(age: timedelta) -> bool:
    """Whether a consent of this age, counted from its last confirmation, still holds."""
    return age < VALID


def marks(law: LegalClass) -> Marks:
    """What the words of this class must carry."""
    return Marks(label=law is LegalClass.ADVERT, sender=True, refusal=law is not LegalClass.SERVICE)
