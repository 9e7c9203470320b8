"""What is promised about hiring days, the database keeps: plain SQL is refused as well."""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.models import FairGuest, FairInterview, FairPosition
from tests.services.a_fair import Day, company
from tests.services.a_morning import House
from tests.services.test_raw_sql import plainly

POSITION = """
    INSERT INTO fair_position
        (company_id, key, title, field, headcount, pay, hours, place, checked_by, checked_on, conditions)
    SELECT company_id, 'other', {title}, {field}, headcount, pay, hours, place, {by}, {day}, conditions
    FROM fair_position LIMIT 1
"""
SAME_POSITION = {"title": "title", "field": "field", "by": "checked_by", "day": "checked_on"}
INTERVIEW = """
    INSERT INTO fair_interview
        (fair_id, guest_id, person_id, company_id, interviewer_id, booth, starts_at, ends_at, state, given_at)
    SELECT fair_id, {guest}, {person}, company_id, {interviewer}, {booth}, starts_at, ends_at, 'planned', given_at
    FROM fair_interview WHERE id = (SELECT min(id) FROM fair_interview)
"""
LAST = "(SELECT max({0}) FROM {1})"
STRANGER = {
    "guest": LAST.format("id", "fair_guest"),
    "person": LAST.format("person_id", "fair_guest"),
    "interviewer": "interviewer_id",
    "booth": "booth",
}
ELSEWHERE = STRANGER | {
    "interviewer": "(SELECT id FROM fair_interviewer WHERE booth = 'mudeung 2')",
    "booth": "'mudeung 2'",
}
GUEST = """
    INSERT INTO fair_guest (fair_id, capacity, person_id, state, place, code, shared, registered_at)
    SELECT fair_id, {capacity}, {person}, 'registered', {place}, '999999', shared, registered_at
    FROM fair_guest WHERE id = (SELECT min(id) FROM fair_guest)
"""

REFUSED = {
    "a position that nobody has checked": POSITION.format(**SAME_POSITION | {"by": "' '"}),
    "a position checked on no day": POSITION.format(**SAME_POSITION | {"day": "NULL"}),
    "a position without a name": POSITION.format(**SAME_POSITION | {"title": "''"}),
    "a field that KECO does not have": POSITION.format(**SAME_POSITION | {"field": "'x'"}),
    "an interviewer with two at once": INTERVIEW.format(**STRANGER),
    "a booth that is not the interviewer's": INTERVIEW.format(**STRANGER | {"booth": "'mudeung 2'"}),
    "a person at two booths at once": INTERVIEW.format(
        **ELSEWHERE | {"guest": "guest_id", "person": "person_id"}
    ),
    "an interview of somebody else's registration": INTERVIEW.format(**ELSEWHERE | {"person": "person_id"}),
    "a booth with two at once": (
        "UPDATE fair_interviewer SET booth = 'mudeung 1' WHERE booth = 'mobility 1'"
    ),
    "one place twice": GUEST.format(capacity="capacity", person="NULL", place="1"),
    "a place that the fair does not have": GUEST.format(capacity="capacity", person="NULL", place="4"),
    "more places by saying so": GUEST.format(capacity="99", person="NULL", place="4"),
    "two registrations of one person": GUEST.format(capacity="capacity", person="person_id", place="3"),
    "fewer places than were given": "UPDATE fair SET capacity = 1",
    "a place for somebody who waits": "UPDATE fair_guest SET state = 'waiting' WHERE place = 1",
    "an arrival without its time": "UPDATE fair_guest SET state = 'arrived' WHERE place = 1",
    "hired without an interview": (
        "INSERT INTO fair_outcome (guest_id, company_id, hired_at, told_by, told_at) "
        "SELECT id, (SELECT min(id) FROM fair_company), registered_at, 'staff', registered_at FROM fair_guest"
    ),
}


@pytest.fixture
async def day(house: House) -> Day:
    """Three places; two guests, the first with a time at both companies."""
    day = await Day.of(house, capacity=3, companies=[company("mudeung", desks=2), company("mobility")])
    await day.registers(await house.person(), "mudeung", "mobility")
    await day.registers(await house.person(), "mobility")
    return day


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED)
async def test_plain_sql_is_refused(day: Day, statement: str) -> None:
    tables = (FairGuest, FairInterview, FairPosition)
    before = [row.model_dump() for table in tables for row in await day.house.rows(table)]
    with pytest.raises(IntegrityError):
        await plainly(day.house, statement)

    assert [row.model_dump() for table in tables for row in await day.house.rows(table)] == before
