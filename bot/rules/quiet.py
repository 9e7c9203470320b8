"""The night, in which news may only reach those who agreed to it (정보통신망법 50 ③)."""

from datetime import datetime, time, timedelta

from bot.clock import SEOUL

NIGHT_BEGINS = time(21)
NIGHT_ENDS = time(8)


def is_night(moment: datetime) -> bool:
    """Whether it is between 21:00 and 08:00 in Seoul."""
    hour = moment.astimezone(SEOUL).time()
    return hour >= NIGHT_BEGINS or hour < NIGHT_ENDS


def earliest(due: datetime, agreed_to_nights: bool) -> datetime:
    """The first moment from `due` on at which news may go to this person."""
    if agreed_to_nights or not is_night(due):
        return due
    local = due.astimezone(SEOUL)
    morning = local.date() + timedelta(days=local.time() >= NIGHT_BEGINS)
    return datetime.combine(morning, NIGHT_ENDS, SEOUL)
