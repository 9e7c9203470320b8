"""What an announcement looks like: its copies, and the operator's progress."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.center import Center
from bot.models import AnnouncementState, OutboxState
from bot.notices.told import Told
from bot.say import Button, Card, Say, card, quote, say
from bot.services import announcements


def announcement_card(center: Center, text: str) -> Card:
    """A copy of an announcement: its words, who sends it, and the way to stop it."""
    return card(
        quote(text),
        say(
            "— {center}, {phone}\nYou get this because you asked for news. Stopping it is free.",
            center=quote(center.name),
            phone=center.phone,
        ),
        rows=((Button(say("No more news"), "news:stop"),),),
    )


async def progress(told: Told) -> Card:
    """To the operator: how the announcement goes; the numbers always add up to the audience."""
    facts = told.row.body
    number, state = int(facts["announcement"]), AnnouncementState(facts["state"])
    lines = [say("<b>Announcement {number}</b>: {state}", number=number, state=STATES[state])]
    if state is AnnouncementState.SCHEDULED:
        lines.append(say("It goes out: {when}", when=datetime.fromisoformat(facts["due_at"])))
    else:
        lines += _numbers(facts)
    may_stop = state in {AnnouncementState.SCHEDULED, AnnouncementState.SENDING}
    return Card(tuple(lines), ((Button(say("Stop it"), f"ann:cancel:{number}"),),) if may_stop else ())


def _numbers(facts: Mapping[str, Any]) -> list[Say]:
    tallies, audience = facts["tallies"], int(facts["audience"])
    percent = announcements.percent(facts)
    counted = say(
        "Delivered: {sent}\nBlocked us: {blocked}\nNot delivered: {failed}\n"
        "Uncertain: {unknown}\nWaiting: {waiting}",
        sent=tallies.get(OutboxState.SENT, 0),
        blocked=tallies.get(OutboxState.BLOCKED, 0),
        failed=sum(tallies.get(state, 0) for state in NOT_DELIVERED),
        unknown=tallies.get(OutboxState.UNKNOWN, 0),
        waiting=int(facts["open"]),
    )
    lines = [
        say(
            "{bar} {percent}% ({ended} of {total})",
            bar="█" * (percent // 10) + "░" * (10 - percent // 10),
            percent=percent,
            ended=audience - int(facts["open"]),
            total=audience,
        ),
        counted,
    ]
    if facts.get("held"):
        lines.append(say("Held until 8 in the morning: {held}", held=int(facts["held"])))
    return lines


NOT_DELIVERED = (OutboxState.FAILED, OutboxState.EXPIRED, OutboxState.CANCELED)

STATES = {
    AnnouncementState.SCHEDULED: say("scheduled"),
    AnnouncementState.SENDING: say("on its way"),
    AnnouncementState.SENT: say("finished"),
    AnnouncementState.CANCELED: say("stopped"),
}
