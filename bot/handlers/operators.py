"""The operators' buttons under an announcement: pause, go on, stop, approve, mend."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.models import Announcement, Role, Staff
from bot.say import Say, card, say
from bot.services import announcements
from bot.services.announcements import NotNow, NotOneself

Decide = Callable[[AsyncSession, int, datetime], Awaitable[Announcement | None]]

DECISIONS: dict[str, tuple[Decide, Say]] = {
    "cancel": (announcements.cancel, say("Stopped. Nobody else gets it.")),
    "pause": (announcements.pause, say("Paused. It goes on when you say so.")),
    "resume": (announcements.resume, say("It goes on.")),
}


async def decide(visit: Visit, player: Player, deed: str, announcement_id: int) -> None:
    """What an operator pressed under an announcement."""
    member = visit.staff_as(Role.OPERATOR)
    if member is None:
        await visit.chat.say(FOR_STAFF)
        return
    if deed in {"rewrite", "correct"}:
        await player.begin(visit, "mend", {"of": announcement_id, "how": deed})
        return
    try:
        said = await _decided(visit, member, deed, announcement_id)
    except NotNow:
        said = say("That is not possible any more: the card above shows how it stands.")
    except NotOneself:
        said = say("A second person has to read it: not the one who wrote it.")
    await visit.chat.say(card(said, rows=((MENU,),)))


async def _decided(visit: Visit, member: Staff, deed: str, announcement_id: int) -> Say:
    if deed == "approve":
        await announcements.approve(visit.session, member, announcement_id, visit.now)
        return say("Thank you. It goes out at its time.")
    if deed not in DECISIONS:
        raise NotNow
    act, said = DECISIONS[deed]
    await act(visit.session, announcement_id, visit.now)
    return said
