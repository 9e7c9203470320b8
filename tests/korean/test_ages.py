"""Birth years and ages, as people give them in November 2026."""

from functools import partial

import pytest

from bot.korean.ages import Age, BirthYear, age, birth_year_or_age
from bot.korean.unclear import Why
from tests.korean.outcomes import MONDAY, outcome

BORN = [
    ("1985", 1985), ("1985년", 1985), ("1985년생", 1985), ("1985년생이요", 1985), ("1985년도요", 1985), ("85년생", 1985), ("85년생이에요", 1985),
    ("85년 생입니다", 1985), ("85년", 1985), ("85년도", 1985), ("팔오년생", 1985), ("팔십오년생", 1985), ("구십년생이여", 1990), ("천구백팔십오년생", 1985),
    ("천구백육십이년", 1962), ("00년생", 2000), ("공공년생", 2000), ("05년생이요", 2005), ("2000년생", 2000), ("이천년생", 2000), ("이천일년생", 2001),
    ("저는 91년생입니다", 1991), ("1970년 3월 2일", 1970), ("1970.3.2", 1970), ("1970-03-02", 1970), ("19700302", 1970), ("700302", 1970),
    ("70.03.02", 1970), ("70년 3월생", 1970), ("99년 12월 1일생", 1999), ("64년생이고 아직 일할 수 있어요", 1964), ("'88년생", 1988), ("72년생이제", 1972),
    ("85년생 아니 86년생이요", 1986), ("만 41세 85년생", 1985), ("40살 86년생이에요", 1986),
]  # fmt: skip
AGES = [
    ("35", 35, False), ("35살", 35, False), ("35세", 35, False), ("35살이요", 35, False), ("서른다섯", 35, False), ("서른 다섯이요", 35, False),
    ("서른다섯살입니다", 35, False), ("삼십오세", 35, False), ("삼십오", 35, False), ("3십5살", 35, False), ("만 39세", 39, True), ("만39세요", 39, True),
    ("만 39", 39, True), ("만으로 39살이요", 39, True), ("만 나이로 39살", 39, True), ("만 서른아홉", 39, True), ("한국나이로 40살", 40, False),
    ("올해 마흔이요", 40, False), ("마흔둘", 42, False), ("쉰다섯이에요", 55, False), ("예순셋입니다", 63, False), ("저는 스물여덟이에요", 28, False),
    ("스무살", 20, False), ("스물넷이요", 24, False), ("이제 예순", 60, False), ("일흔 됐어요", 70, False), ("55살이고 경비 하고 싶어요", 55, False),
    ("나이는 47이요", 47, False), ("29요", 29, False), ("41살 아니 42살", 42, False), ("올해 58세입니다", 58, False), ("서른하나", 31, False),
    ("마흔다섯 살이어라", 45, False), ("육십이세", 62, False), ("19살", 19, False),
]  # fmt: skip
UNCLEAR = [
    ("35살 아들 있어요", Why.SEVERAL), ("50", Why.SEVERAL), ("저 서른살 넘음", Why.RANGE), ("80년대생이요", Why.NOTHING),
    ("75", Why.SEVERAL), ("64", Why.SEVERAL), ("79요", Why.SEVERAL), ("삼십이요", Why.SEVERAL), ("35살이나 36살", Why.SEVERAL), ("85년생 86년생", Why.SEVERAL),
    ("30대", Why.RANGE), ("30대 초반", Why.RANGE), ("50대 후반이요", Why.RANGE), ("서른 넘었어요", Why.RANGE), ("곧 마흔이에요", Why.RANGE), ("거의 60", Why.RANGE),
    ("사십대 중반", Why.RANGE), ("12살", Why.RANGE), ("200", Why.RANGE), ("환갑 지났어요", Why.RANGE), ("3~40살", Why.RANGE), ("2020년생", Why.RANGE),
    ("1890년생", Why.RANGE), ("토끼띠", Why.RANGE), ("사오십살", Why.RANGE), ("60세 이상", Why.RANGE), ("내년에 오십이에요", Why.RANGE),
    ("35살이고 70년생", Why.CONTRADICTION), ("", Why.NOTHING), ("비밀이요", Why.NOTHING), ("안 알려줄래요", Why.NOTHING), ("010-1234-5678", Why.NOTHING),
    ("나이가 많아요", Why.NOTHING), ("북구 살아요", Why.NOTHING), ("5년 했어요", Why.NOTHING), ("모르겠는디", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "year"), BORN)
def test_a_birth_year(text: str, year: int) -> None:
    assert outcome(partial(birth_year_or_age, now=MONDAY), text) == BirthYear(year)


@pytest.mark.parametrize(("text", "years", "full"), AGES)
def test_an_age(text: str, years: int, full: bool) -> None:
    assert outcome(partial(birth_year_or_age, now=MONDAY), text) == Age(years, full)
    assert outcome(age, text) == years


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_asked_again(text: str, why: Why) -> None:
    assert outcome(partial(birth_year_or_age, now=MONDAY), text) is why


def test_a_birth_year_is_no_age() -> None:
    assert outcome(age, "85년생") is Why.NOTHING
