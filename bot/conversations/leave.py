"""A counselor is away: said in words, shown back with what it concerns, confirmed."""

from datetime import date, time
from typing import Any

from bot.conversations.absence_words import absence_line
from bot.conversations.entering import SURE, entered, sure_or_again
from bot.conversations.script import Ask, Ending, Script
from bot.conversations.visit import Visit
from bot.korean.absences import away
from bot.models import AbsenceKind, Role
from bot.say import Say, say
from bot.services import absences
from bot.services.absences import Leave


def when(text: str, visit: Visit) -> dict[str, Any]:
    """The days and hours, as a dialogue keeps them."""
    found = away(text, visit.today)
    return {
        "kind": found.kind,
        "first_day": found.first_day.isoformat(),
        "last_day": found.last_day.isoformat() if found.last_day else None,
        "weekday": found.weekday,
        "starts": found.starts.isoformat() if found.starts else None,
        "ends": found.ends.isoformat() if found.ends else None,
    }


def leave_of(value: dict[str, Any]) -> Leave:
    """The same as the services take it."""
    return Leave(
        AbsenceKind(value["kind"]),
        date.fromisoformat(value["first_day"]),
        date.fromisoformat(value["last_day"]) if value["last_day"] else None,
        value["weekday"],
        time.fromisoformat(value["starts"]) if value["starts"] else None,
        time.fromisoformat(value["ends"]) if value["ends"] else None,
    )


LEAVE = Script(
    "leave",
    say("Leave"),
    (
        Ask(
            "when",
            say("When can you not be met? For example: “tomorrow morning, leave”."),
            say("Away"),
            say("For example: 내일 오전 휴가, 12월 1일부터 3일까지 휴가, 오늘 아파서 못 나가요."),
            when,
            shows=lambda value, _visit: absence_line(leave_of(value)),
        ),
        SURE,
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
    can_wait=False,
)
LEAVE.settles("sure")(sure_or_again)


@LEAVE.tells("sure")
async def what_it_concerns(visit: Visit) -> Say:
    """The leave as it was understood, and how many appointments it touches."""
    member = visit.staff_as(Role.COUNSELOR)
    assert member
    leave = leave_of(visit.answers["when"])
    absence = leave.of(member.counselor_id or 0, member, visit.now)
    scope = absences.scope_of(absence, visit.now)
    found = await absences.affected(visit.session, visit.center, scope, visit.now, [absence])
    many = absences.people_in(found)
    line = absence_line(leave)
    if not many:
        return say("<b>{leave}</b>\nIt touches no appointment.", leave=line)
    return say(
        "<b>{leave}</b>\nIt touches {many} appointments. Each person gets a message at once and can choose "
        "another time, a colleague, or a call.",
        leave=line,
        many=many,
    )


@LEAVE.ends
async def enter(visit: Visit) -> Ending:
    """The leave holds from now on."""
    member = visit.staff_as(Role.COUNSELOR)
    assert member
    leave = leave_of(visit.answers["when"])
    absence, told = await absences.enter(
        visit.session, visit.center, member, member.counselor_id or 0, leave, visit.now
    )
    line = say("Entered: {leave}", leave=absence_line(leave))
    return entered(line, told, f"away:undo:{absence.id}")
