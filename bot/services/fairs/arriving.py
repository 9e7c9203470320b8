"""Checking in: by the picture, the six digits, the staff, at the door; each once, the first time kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Arrival, Fair, FairGuest, GuestState, ProfileAnswer
from bot.services.fairs import finding
from bot.services.fairs.reasons import NotPossible, Refusal

DOORS_OPEN = timedelta(hours=3)  # before the fair begins


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """Who is there, and whether this was the first time."""

    guest: FairGuest
    fair: Fair
    first: bool


async def check_in(session: AsyncSession, guest_id: int, how: Arrival, now: datetime) -> CheckedIn:
    """This guest is there; said again, it changes nothing. Raises NotPossible."""
    guest = await finding.guest(session, guest_id)
    if guest is None:
        raise NotPossible(Refusal.NOT_THERE)
    fair = await session.get_one(Fair, guest.fair_id)
    if not is_on(fair, now):
        raise NotPossible(Refusal.NOT_TODAY)
    arrived = (
        update(FairGuest)
        .where(
            col(FairGuest.id) == guest_id,
            col(FairGuest.state).in_((GuestState.REGISTERED, GuestState.OFFERED)),
        )
        .values(state=GuestState.ARRIVED, arrived_at=now, arrived_by=how, offered_until=None)
    )
    first = (await session.exec(arrived)).rowcount == 1
    guest = await finding.guest(session, guest_id)
    assert guest
    if guest.state is not GuestState.ARRIVED:
        raise NotPossible(Refusal.NO_PLACE)
    return CheckedIn(guest, fair, first)


async def guest_of_code(session: AsyncSession, fair_id: int, code: str) -> FairGuest | None:
    """Whose six digits these are at this fair."""
    query = select(FairGuest).where(FairGuest.fair_id == fair_id, FairGuest.code == code)
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def guests_called(session: AsyncSession, fair_id: int, name: str) -> list[tuple[FairGuest, str]]:
    """The guests whose name has these letters, with it: for the staff at the door."""
    query = select(FairGuest, ProfileAnswer.value).join(
        ProfileAnswer, col(ProfileAnswer.person_id) == FairGuest.person_id
    )
    query = query.where(
        FairGuest.fair_id == fair_id,
        ProfileAnswer.question == "name",
        col(FairGuest.state).in_((GuestState.REGISTERED, GuestState.OFFERED, GuestState.ARRIVED)),
    )
    found = (await session.exec(query.order_by(col(FairGuest.place)))).all()
    wanted = name.replace(" ", "")
    return [
        (guest, str(called)) for guest, called in found if wanted and wanted in str(called).replace(" ", "")
    ]


async def held_now(session: AsyncSession, now: datetime) -> Fair | None:
    """The fair at which people are checked in now."""
    return next((fair for fair in await finding.coming(session, now) if is_on(fair, now)), None)


def is_on(fair: Fair, now: datetime) -> bool:
    """Whether people can be checked in: from three hours before it begins until it ends."""
    return fair.state in finding.SHOWN and fair.starts_at - DOORS_OPEN <= now < fair.ends_at
