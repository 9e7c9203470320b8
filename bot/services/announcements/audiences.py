"""Who an announcement is for, and whom it reaches.

An audience is a mapping of wishes that all have to be met:

    district, field   as answered in the interview          {"district": "북구"}
    ages              from … to, both included              {"ages": [20, 39]}
    program           the key of a program that may fit     {"program": "training_card"}
    fair              the key of a fair they registered for {"fair": "wednesday_1202"}
    language          the language we speak with them       {"language": "en"}
    got, not_got      an announcement they have, have not   {"not_got": 12}
    without           wishes of whom it is not for          {"without": {"district": "남구"}}
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, not_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.center import Center
from bot.clock import SEOUL
from bot.models import (
    Announcement,
    Consent,
    ConsentKind,
    Copy,
    CopyState,
    LegalClass,
    Person,
    ProfileAnswer,
    RefusalKind,
    Refused,
)
from bot.rules.advertising import VALID
from bot.rules.births import births
from bot.rules.sending import A_DAY
from bot.services.announcements import fairs
from bot.services.announcements.fitting import may_fit

WISHES = frozenset({"district", "field", "ages", "program", "fair", "language", "got", "not_got", "without"})
ON_THE_WAY = (CopyState.WAITING, CopyState.SENDING)
READ = (CopyState.SENT, CopyState.UNKNOWN)

# In the words of the index ix_person_out_of_reach, or it would not be used.
OUT_OF_REACH = or_(col(Person.unreachable_at).is_not(None), col(Person.hushed_until).is_not(None))

Condition = ColumnElement[bool]
Among = tuple[int, int]  # people after this number, up to that one


def fits(announcement: Announcement, center: Center | None, now: datetime) -> list[Condition]:
    """Conditions on a person: can be reached, is not in distress, is whom it is for, did not refuse it."""
    return [*concerns(announcement, center, now), *(not_(each) for each in refusals(announcement))]


def concerns(
    announcement: Announcement, center: Center | None, now: datetime, *, whole: bool = False
) -> list[Condition]:
    """Conditions on a person: can be reached, is not in distress, is whom it is for.

    `whole` says that they are put to all people and not to a page of them: see _answered.
    """
    return [*within_reach(now), *meets(announcement.audience, center, now, whole=whole)]


def within_reach(now: datetime) -> list[Condition]:
    """Conditions on a person: has not blocked us, and has not told of despair lately."""
    undisturbed = or_(col(Person.hushed_until).is_(None), col(Person.hushed_until) <= now)
    return [col(Person.unreachable_at).is_(None), undisturbed]


def refusals(announcement: Announcement) -> list[Condition]:
    """Conditions on a person: they want nothing more of this company; of this topic."""
    return [
        _refuses(kind, what)
        for kind, what in (
            (RefusalKind.COMPANY, announcement.sponsor),
            (RefusalKind.TOPIC, announcement.topic),
        )
        if what
    ]


def meets(
    audience: Mapping[str, Any], center: Center | None, now: datetime, *, whole: bool = False
) -> list[Condition]:
    """Conditions on a person: all wishes of this audience; raises ValueError for one we do not know."""
    if strange := set(audience) - WISHES:
        raise ValueError(f"an audience is chosen by {sorted(WISHES)}, not by {sorted(strange)}")
    return [_meets(wish, value, center, now, whole=whole) for wish, value in sorted(audience.items())]


def _meets(wish: str, value: Any, center: Center | None, now: datetime, *, whole: bool) -> Condition:
    today = now.astimezone(SEOUL).date()
    match wish:
        case "ages":
            low, high = value
            return _answered("born", *births(low, high, today), whole=whole)
        case "program":
            return may_fit(center, value, today)
        case "fair":
            return fairs.registered_for(value)
        case "language":
            spoken: Condition = col(Person.language) == value
            return spoken
        case "got":
            return got(value)
        case "not_got":
            return not_(got(value))
        case "without":
            return not_(and_(*meets(value, center, now, whole=whole)))
    return _answered(wish, value, whole=whole)


def agreement(
    kind: ConsentKind, now: datetime, among: Among | None = None
) -> tuple[type[Consent], Condition]:
    """Consents of this kind that are in force and younger than two years, and how to join them to people.

    Nobody has two. Joined and not asked for with EXISTS: SQLite would ask anew for each of a million people.
    Who must have agreed is joined in the WHERE: in an ON, SQLite goes by an index that costs more here.
    Only `among` these people, from after the first to the last: PostgreSQL would read all for each page.
    """
    given = aliased(Consent)
    return given, and_(col(given.person_id) == Person.id, *_in_force(given, kind, now, among))


def who_agreed(kind: ConsentKind, now: datetime, among: Among | None = None) -> Any:
    """The ids of those who agreed, to look people up in: made once, where few agreed."""
    given = aliased(Consent)
    known = col(given.person_id).is_not(None)  # beside one that is nobody's, IN would say neither yes nor no
    return select(given.person_id).where(known, *_in_force(given, kind, now, among))


def _in_force(given: type[Consent], kind: ConsentKind, now: datetime, among: Among | None) -> list[Condition]:
    page = [col(given.person_id) > among[0], col(given.person_id) <= among[1]] if among else []
    young = func.coalesce(col(given.confirmed_at), col(given.given_at)) > now - VALID
    return [*page, col(given.kind) == kind, col(given.withdrawn_at).is_(None), young]


async def had_enough(session: AsyncSession, announcement: Announcement, now: datetime) -> Condition | None:
    """Condition on a person: two announcements are theirs today already. None where nobody can have two.

    What waits is counted, whether it goes out today or, at night, in the morning. A service notice and what
    rewrites a message are not news, and always come.
    """
    if announcement.law is LegalClass.SERVICE or announcement.edits_id is not None:
        return None
    day = datetime.combine(now.astimezone(SEOUL).date(), datetime.min.time(), SEOUL)
    news = col(Announcement.law) != LegalClass.SERVICE, col(Announcement.edits_id).is_(None)
    lately = or_(col(Announcement.ended_at).is_(None), col(Announcement.ended_at) >= day)
    others = select(Announcement.id).where(col(Announcement.released_at).is_not(None), lately, *news)
    others = others.where(col(Announcement.id) != announcement.id)
    ids = (await session.exec(others)).all()
    if len(ids) < A_DAY:
        return None
    one = aliased(Copy)
    today = or_(col(one.state).in_(ON_THE_WAY), and_(col(one.state).in_(READ), col(one.ended_at) >= day))
    theirs = select(func.count()).where(
        col(one.person_id) == Person.id, col(one.announcement_id).in_(ids), today
    )
    enough: Condition = theirs.correlate(Person).scalar_subquery() >= A_DAY
    return enough


def got(announcement_id: int) -> Condition:
    """Condition on a person: this announcement was delivered to them, or may have been."""
    return exists().where(
        col(Copy.person_id) == Person.id,
        col(Copy.announcement_id) == announcement_id,
        col(Copy.state).in_(READ),
    )


def _refuses(kind: RefusalKind, what: str) -> Condition:
    return exists().where(
        col(Refused.person_id) == Person.id, col(Refused.kind) == kind, col(Refused.what) == what
    )


def _answered(question: str, *values: str, whole: bool) -> Condition:
    """Of all people a list is made once; of a page each is asked, or the list would be made for each page."""
    theirs = select(ProfileAnswer.person_id).where(
        col(ProfileAnswer.question) == question, col(ProfileAnswer.value)[()].as_string().in_(values)
    )
    if whole:
        return col(Person.id).in_(theirs)
    return theirs.where(col(ProfileAnswer.person_id) == Person.id).correlate(Person).exists()
