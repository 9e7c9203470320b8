"""A hiring day for the transcripts, and who works at it."""

from typing import Any

from bot.models import Role
from bot.services import fairs, staff
from tests.house import House
from tests.services.a_fair import plan

MUDEUNG = {
    "key": "mudeung",
    "name": "무등가전",
    "minutes": 12,
    "interviewers": [{"name": "면접관 1", "booth": "A1"}],
    "positions": [
        {
            "key": "assembly",
            "title": "가전 부품 조립",
            "field": "8",
            "headcount": 4,
            "pay": "월 240만원",
            "hours": "주 5일 08:30-17:30",
            "place": "광산구",
            "work24": "K1234567",
            "checked_by": "행사 담당",
            "checked_on": "2026-11-20",
            "conditions": [
                {"text": "경력 1년 이상", "field": "career_months", "op": "gte", "value": 12},
                {"text": "지게차 자격증이 있으면 좋아요"},
            ],
        }
    ],
}


async def holds(house: House, **other: Any) -> int:
    """The center holds this hiring day, and no other; its number."""
    house.center = house.bitna.center = house.center.model_copy(update={"fairs": ()})
    async with house.database.transaction() as session:
        fair = await fairs.store(
            session, plan(**{"companies": [MUDEUNG], "talks": [], **other}), house.clock.now()
        )
    return fair.id or 0


async def comes_for(house: House, fair_id: int, name: str) -> None:
    """Somebody of the first company joins."""
    async with house.database.transaction() as session:
        [stand, *_] = await fairs.stands(session, fair_id)
        now = house.clock.now()
        code = await staff.invite(session, name, Role.COMPANY, now, stand.company.id)
        await staff.join(session, code, house.person(name, language_code="ko").id, now)
