"""What the center's people see of an announcement: how it goes, and what is asked of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.conversations.announcement_words import KINDS
from bot.conversations.audience_words import whom
from bot.models import Announcement, AnnouncementState, CopyState, Staff
from bot.notices.copies import days_of
from bot.notices.told import Told
from bot.say import Button, Card, Rows, Say, quote, say
from bot.services import announcements


async def progress(told: Told) -> Card:
    """To the operator: how the announcement goes; the numbers always add up to the audience."""
    facts = told.row.body
    number, state = int(facts["announcement"]), AnnouncementState(facts["state"])
    lines = [say("<b>Announcement {number}</b>: {state}", number=number, state=STATES[state])]
    if state in WAITING:
        lines.append(say("It goes out: {when}", when=datetime.fromisoformat(facts["due_at"])))
        lines += await _by_itself(told, number)
    elif state is AnnouncementState.CANCELED and not facts["audience"]:
        lines.append(say("Nobody has got it."))
    else:
        lines += _numbers(facts)
    return Card(tuple(lines), _buttons(facts))


async def _by_itself(told: Told, number: int) -> list[Say]:
    """What nobody here has written is shown before it goes out."""
    announcement = await told.session.get_one(Announcement, number)
    if announcement.origin is None:
        return []
    days = await days_of(told.session, [announcement])
    return [
        quote(announcement.text),
        *days.values(),
        say(
            "It goes out by itself, as the center's file says. "
            "There is nothing to do, unless you want to stop it."
        ),
    ]


def _buttons(facts: Mapping[str, Any]) -> Rows:
    """What can be done now; what some have got already can also be mended where it was paused or stopped."""
    number, state = int(facts["announcement"]), AnnouncementState(facts["state"])
    mending = (_mending(number),) if facts["tallies"].get(CopyState.SENT) else ()
    match state:
        case AnnouncementState.SENDING:
            return ((Button(say("Pause"), f"ann:pause:{number}"), _stop(number)),)
        case AnnouncementState.PAUSED:
            return ((Button(say("Go on"), f"ann:resume:{number}"), _stop(number)), *mending)
        case AnnouncementState.SCHEDULED | AnnouncementState.AWAITING:
            return ((_stop(number),),)
        case AnnouncementState.SENT | AnnouncementState.CANCELED:
            return mending
    return ()


def _mending(number: int) -> tuple[Button, ...]:
    return (
        Button(say("Correct all copies"), f"ann:rewrite:{number}"),
        Button(say("Tell them more"), f"ann:correct:{number}"),
    )


def _stop(number: int) -> Button:
    return Button(say("Stop it"), f"ann:cancel:{number}")


async def approval(told: Told) -> Card:
    """To another operator, below the copy that people would get: say yes or no."""
    announcement = await told.session.get_one(Announcement, int(told.row.body["announcement"]))
    number = announcement.id or 0
    writer = await told.session.get(Staff, announcement.staff_id)
    return Card(
        (
            say(
                "<b>Announcement {number} waits for a second person</b>\n"
                "Above is what {people} people would get. Please read it as they would.",
                number=number,
                people=announcement.expected,
            ),
            say(
                "Written by: {writer}\nKind: {kind}\nAudience: {whom}\nIt goes out: {when}",
                writer=quote(writer.name if writer else ""),
                kind=next(each.label for each in KINDS if each.value == announcement.law),
                whom=await whom(told.session, told.center, announcement.audience),
                when=announcement.due_at,
            ),
        ),
        ((Button(say("Yes, it may go out"), f"ann:approve:{number}"), _stop(number)),),
    )


async def paused(told: Told) -> Card:
    """To the operator: it stopped by itself."""
    number = int(told.row.body["announcement"])
    return Card(
        (
            say(
                "<b>Announcement {number} has stopped by itself</b>\n"
                "More than 3% of the last 200 copies could not be delivered. "
                "Please look at the numbers above, then let it go on or stop it.",
                number=number,
            ),
        ),
        ((Button(say("Go on"), f"ann:resume:{number}"), _stop(number)),),
    )


def _numbers(facts: Mapping[str, Any]) -> list[Say]:
    audience, percent = int(facts["audience"]), announcements.percent(facts)
    lines = [
        say(
            "{bar} {percent}% ({ended} of {total})",
            bar="█" * (percent // 10) + "░" * (10 - percent // 10),
            percent=percent,
            ended=audience - int(facts["open"]),
            total=audience,
        ),
        _counted(facts),
    ]
    if facts.get("left") and int(facts["open"]) and facts["state"] == AnnouncementState.SENDING:
        lines.append(_speed(facts))
    if facts.get("held"):
        lines.append(say("Held until 8 in the morning: {held}", held=int(facts["held"])))
    return lines


def _counted(facts: Mapping[str, Any]) -> Say:
    tallies = facts["tallies"]
    return say(
        "Delivered: {sent}\nBlocked us: {blocked}\nNot delivered: {failed}\n"
        "Uncertain: {unknown}\nWaiting: {waiting}",
        sent=tallies.get(CopyState.SENT, 0),
        blocked=tallies.get(CopyState.BLOCKED, 0),
        failed=sum(tallies.get(state, 0) for state in NOT_DELIVERED),
        unknown=tallies.get(CopyState.UNKNOWN, 0),
        waiting=int(facts["open"]),
    )


def _speed(facts: Mapping[str, Any]) -> Say:
    """How fast it goes, and how long it will still take."""
    left, still_open = int(facts["left"]), int(facts["open"]) - int(facts.get("held") or 0)
    each = still_open / left if left else 0.0
    if left < 60:
        return say("Speed: {speed} a second · less than a minute left", speed=f"{each:.1f}")
    minutes = -(-left // 60)
    return say("Speed: {speed} a second · about {minutes} min left", speed=f"{each:.1f}", minutes=minutes)


NOT_DELIVERED = (CopyState.FAILED, CopyState.CANCELED)

WAITING = {AnnouncementState.DRAFT, AnnouncementState.AWAITING, AnnouncementState.SCHEDULED}
STATES = {
    AnnouncementState.DRAFT: say("a draft"),
    AnnouncementState.AWAITING: say("waits for a second person"),
    AnnouncementState.SCHEDULED: say("scheduled"),
    AnnouncementState.SENDING: say("on its way"),
    AnnouncementState.PAUSED: say("paused"),
    AnnouncementState.SENT: say("finished"),
    AnnouncementState.CANCELED: say("stopped"),
}
