"""By which number the staff know somebody: never a name, and of a telephone only its end."""

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.models import Appointment, ProfileAnswer


async def known_as(session: AsyncSession, person_id: int) -> str:
    """The number of the latest booking, else how the telephone number ends; empty where we know neither."""
    booked = (
        select(Appointment.number)
        .where(Appointment.person_id == person_id)
        .order_by(col(Appointment.requested_at).desc(), col(Appointment.id).desc())
    )
    if number := (await session.exec(booked.limit(1))).first():
        return number
    told = select(ProfileAnswer.value).where(
        ProfileAnswer.person_id == person_id, ProfileAnswer.question == "contact"
    )
    phone = (await session.exec(told)).first()
    return f"***-{str(phone)[-4:]}" if phone else ""
