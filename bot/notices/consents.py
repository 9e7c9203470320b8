"""What people are told about what they agreed to."""

from datetime import datetime

from bot.clock import SEOUL
from bot.models import ConsentKind
from bot.notices.told import Told
from bot.say import Button, Card, Say, quote, say

KINDS: dict[str, Say] = {
    ConsentKind.NEWS: say("news of hiring days and programs"),
    ConsentKind.ADS: say("companies' offers"),
    ConsentKind.NIGHT: say("news at night"),
}


async def confirm(told: Told) -> Card:
    """To the person: every two years the law wants to know whether they still want it (정보통신망법 50 ⑧)."""
    facts = told.row.body
    given_at = datetime.fromisoformat(facts["given_at"])
    return Card(
        (
            say(
                "<b>Do you still want this?</b>\nSince {day} you get from us: {kinds}.",
                day=given_at.astimezone(SEOUL).date(),
                kinds=tuple(KINDS[kind] for kind in facts["kinds"]),
            ),
            say(
                "Every two years I ask again. Without a yes it stops by itself. Stopping it is free.\n"
                "— {center}, {phone}",
                center=quote(told.center.name),
                phone=told.center.phone,
            ),
        ),
        ((Button(say("Yes, go on"), "news:confirm"), Button(say("No more news"), "news:stop")),),
    )
