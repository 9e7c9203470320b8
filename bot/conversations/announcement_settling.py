"""What follows from an operator's answers: a time to come, room under a picture, whether it goes out."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import SEOUL
from bot.conversations import announcement_reading as reading
from bot.conversations.announcement_words import NO_SECOND, NOBODY_NOW, reached, reaches_somebody
from bot.conversations.script import AskAgain
from bot.conversations.visit import Visit
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.models import Role
from bot.rules.sending import needs_second
from bot.say import say
from bot.services.announcements import second_readers

ADDED = {"english", "picture", "fair", "narrow", "without"}  # asked only where an operator wants it


async def in_the_future(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A full moment that is still to come."""
    if isinstance(value, str):
        return {"when": value}
    if value.at is None or isinstance(value.at, HalfDay):
        raise AskAgain("when", say("Please name the day and the hour, like 내일 오전 10시."))
    when = datetime.combine(value.day or visit.today.date(), value.at, SEOUL).astimezone(UTC)
    if when <= visit.now:
        raise AskAgain("when", say("That time has already passed."))
    if when > visit.now + timedelta(days=90):
        raise AskAgain("when", say("Please choose a time within three months."))
    return {"when": when.isoformat()}


async def room_for_words(visit: Visit, value: str) -> dict[str, Any]:
    """Under a picture Telegram lets fewer words stand."""
    longest = max(len(str(visit.answers.get(key, ""))) for key in ("text", "english"))
    if value != reading.NONE and longest > reading.LONGEST_UNDER_PICTURE:
        raise AskAgain("text", say("Under a picture there is room for 800 characters only."), only=True)
    return {"picture": value}


async def sure_or_change(visit: Visit, value: str | Moment) -> dict[str, Any]:
    """Each part can be changed by itself; a plain no asks which."""
    if isinstance(value, Moment):
        return await in_the_future(visit, value)
    if value == "yes":
        if visit.answers["when"] == "now" and not reaches_somebody(visit):
            raise AskAgain("audience", NOBODY_NOW, only=True)
        await _somebody_reads_it(visit)
        return {"sure": value}
    if value == "no":
        raise AskAgain("sure", say("All right, it does not go out yet. What shall I change?"))
    if value in ADDED and value not in visit.answers:
        return {"more": value}
    raise AskAgain(value, say("Let us change it."), only=True)


async def _somebody_reads_it(visit: Visit) -> None:
    """Many receivers need a second operator: where there is none, it would wait for ever."""
    staff = visit.staff_as(Role.OPERATOR)
    if staff and needs_second(reached(visit)) and not await second_readers(visit.session, staff):
        raise AskAgain("sure", NO_SECOND)
