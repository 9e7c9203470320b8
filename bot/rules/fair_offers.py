"""Until when is a free place kept for somebody on the waiting list?"""

from datetime import datetime, timedelta

from bot.rules.quiet import earliest

KEPT = timedelta(hours=3)
KEPT_ON_THE_DAY = timedelta(minutes=30)
ON_THE_DAY = timedelta(hours=12)


def offer_until(now: datetime, starts_at: datetime, ends_at: datetime) -> datetime | None:
    """Three hours, the night not counted; half an hour shortly before; None when it is too late to come."""
    if now + KEPT_ON_THE_DAY >= ends_at:
        return None
    if starts_at - now <= ON_THE_DAY:
        return now + KEPT_ON_THE_DAY
    morning = earliest(now, agreed_to_nights=False)
    until = morning + KEPT
    rest = earliest(until, agreed_to_nights=False)
    return until if rest == until else rest + KEPT
