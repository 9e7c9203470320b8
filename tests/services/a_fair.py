"""A hiring day as its file would describe it, and short ways to its guests."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.center import FairPlan
from bot.clock import SEOUL
from bot.models import Fair, FairGuest, FairInterview, FairTalk, InterviewState, Person
from bot.services import fairs
from tests.services.a_morning import NOW, House


def on_the_day(hour: int, minute: int = 0) -> datetime:
    """A moment of the hiring day, December 2, in Seoul."""
    return datetime(2026, 12, 2, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def position(key: str = "assembly", **other: Any) -> dict[str, Any]:
    return {
        "key": key,
        "title": "가전 부품 조립",
        "field": "8",
        "headcount": 4,
        "pay": "월 240만원",
        "hours": "주 5일 08:30-17:30",
        "place": "광산구",
        "checked_by": "행사 담당",
        "checked_on": "2026-11-20",
        **other,
    }


def company(key: str, minutes: int = 15, desks: int = 1, **other: Any) -> dict[str, Any]:
    """A company whose booths are named after it: mudeung 1, mudeung 2."""
    return {
        "key": key,
        "name": f"(예시) {key}",
        "minutes": minutes,
        "interviewers": [{"name": f"면접관 {n}", "booth": f"{key} {n}"} for n in range(1, desks + 1)],
        "positions": [position()],
        **other,
    }


def plan(**other: Any) -> FairPlan:
    """An afternoon in December with two companies and one coaching."""
    return FairPlan.model_validate(
        {
            "key": "wednesday",
            "series": "wednesday",
            "title": "일자리 수요데이",
            "held_on": "2026-12-02",
            "hours": "14:00-17:00",
            "place": "11층 상설채용관",
            "about": "시험용 예시 행사예요.",
            "bring": ["이력서", "신분증"],
            "capacity": 24,
            "companies": [company("mudeung", desks=2), company("mobility", minutes=20)],
            "talks": [
                {
                    "key": "coaching",
                    "title": "이력서 다듬기",
                    "kind": "coaching",
                    "hours": "14:00-14:40",
                    "place": "상담실",
                    "seats": 6,
                }
            ],
            **other,
        }
    )


@dataclass
class Day:
    """A fair in a house, and what happens at it, each deed in a transaction of its own."""

    house: House
    fair: Fair
    companies: dict[str, int] = field(default_factory=dict)

    @classmethod
    async def of(cls, house: House, now: datetime = NOW, **other: Any) -> "Day":
        day = cls(house, await cls.load(house, now, **other))
        async with house.database.reading() as session:
            found = await fairs.stands(session, day.fair.id or 0)
        day.companies = {stand.company.key: stand.company.id or 0 for stand in found}
        return day

    @staticmethod
    async def load(house: House, now: datetime = NOW, **other: Any) -> Fair:
        async with house.database.transaction() as session:
            return await fairs.store(session, plan(**other), now)

    async def registers(self, person: Person, *wishes: str, now: datetime = NOW) -> FairGuest:
        async with self.house.database.transaction() as session:
            ids = [self.companies[wish] for wish in wishes]
            return await fairs.register(session, person, self.fair.id or 0, now, ids)

    async def withdraws(self, guest: FairGuest, now: datetime = NOW) -> None:
        async with self.house.database.transaction() as session:
            found = await fairs.guest(session, guest.id or 0)
            assert found
            await fairs.withdraw(session, found, now)

    async def sits(self, guest: FairGuest, talk: FairTalk) -> None:
        """A seat at this talk."""
        async with self.house.database.transaction() as session:
            found = await fairs.guest(session, guest.id or 0)
            assert found
            await fairs.take_seat(session, found, talk.id or 0, NOW)

    async def guest(self, guest: FairGuest) -> FairGuest:
        """As the database has them now."""
        return await self.house.only(FairGuest, FairGuest.id == guest.id)

    async def times(self, guest: FairGuest | None = None) -> list[FairInterview]:
        """The interviews that are planned, of one guest or of all."""
        of_guest = [] if guest is None else [FairInterview.guest_id == guest.id]
        return await self.house.rows(
            FairInterview,
            FairInterview.fair_id == self.fair.id,
            FairInterview.state == InterviewState.PLANNED,
            *of_guest,
        )


def minutes(many: float) -> timedelta:
    return timedelta(minutes=many)
