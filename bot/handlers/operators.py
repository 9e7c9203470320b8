"""The operators' buttons under an announcement: pause, go on, stop, approve, mend."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.conversations.announcement_hearing import wishes_to_announce, wishes_to_see
from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import announced
from bot.models import Announcement, AnnouncementState, Role, Staff
from bot.say import Say, card, quote, say
from bot.services import announcements, people
from bot.services.announcements import NotNow, NotOneself

Decide = Callable[[AsyncSession, int, datetime], Awaitable[Announcement | None]]

DECISIONS: dict[str, tuple[Decide, Say]] = {
    "cancel": (announcements.cancel, say("Stopped. Nobody else gets it.")),
    "pause": (announcements.pause, say("Paused. It goes on when you say so.")),
    "resume": (announcements.resume, say("It goes on.")),
}


async def heard(visit: Visit, player: Player, text: str) -> bool:
    """Whether an operator wishes to announce something, or to see what was announced."""
    if visit.staff_as(Role.OPERATOR) is None:
        return False
    if wishes_to_see(text):
        await announced.overview(visit)
        return True
    if wishes_to_announce(text):
        await player.begin(visit, "announce")
        return True
    return False


async def decide(visit: Visit, player: Player, deed: str, announcement_id: int, message_id: int = 0) -> None:
    """What an operator pressed under an announcement."""
    member = visit.staff_as(Role.OPERATOR)
    if member is None:
        await visit.chat.say(FOR_STAFF)
        return
    if deed in {"rewrite", "correct"}:
        await _mend(visit, player, deed, announcement_id)
        return
    if deed == "list":
        await announced.overview(visit)
        return
    if deed == "show":
        await announced.again(visit, member, announcement_id)
        return
    try:
        said = await _decided(visit, member, deed, announcement_id, message_id)
    except NotNow:
        said = say("That is not possible any more: the card above shows how it stands.")
    except NotOneself:
        said = say("A second person has to read it: not the one who wrote it.")
    await visit.chat.say(card(said, rows=((MENU,),)))


async def _mend(visit: Visit, player: Player, deed: str, announcement_id: int) -> None:
    """What rewrote another one is mended by rewriting that one again."""
    told = await announcements.told_of(visit.session, announcement_id)
    meant = (told.edits_id or announcement_id) if told else announcement_id
    if not await announcements.delivered(visit.session, meant):
        nobody = say("Nobody has got it yet, so there is nothing to mend.")
        await visit.chat.say(card(nobody, rows=((MENU,),)))
        return
    await player.begin(visit, "mend", {"of": meant, "how": deed})


async def _decided(visit: Visit, member: Staff, deed: str, announcement_id: int, message_id: int) -> Say:
    if deed == "approve":
        return await _approved(visit, member, announcement_id, message_id)
    if deed not in DECISIONS:
        raise NotNow
    before = await announcements.told_of(visit.session, announcement_id)
    if deed == "cancel" and before and before.state is AnnouncementState.CANCELED:
        return say("It was stopped already. Nobody else gets it.")
    act, said = DECISIONS[deed]
    decided = await act(visit.session, announcement_id, visit.now)
    if deed == "cancel" and decided and decided.state is not AnnouncementState.CANCELED:
        raise NotNow  # all of it had gone out
    if deed == "cancel":
        name = quote(member.name)
        line = say("{name} has stopped announcement {number}.", name=name, number=announcement_id)
        await _tell_writer(visit, decided, line)
    return said


async def _approved(visit: Visit, member: Staff, announcement_id: int, message_id: int) -> Say:
    approved = await announcements.approve(visit.session, member, announcement_id, visit.now)
    if message_id:
        visit.chat.take_buttons(message_id=message_id)
    line = say(
        "{name} has read announcement {number}: it goes out.", name=quote(member.name), number=announcement_id
    )
    await _tell_writer(visit, approved, line)
    return say("Thank you. It goes out at its time.")


async def _tell_writer(visit: Visit, announcement: Announcement | None, line: Say) -> None:
    """Whoever wrote it hears what a colleague decided."""
    writer = await visit.session.get(Staff, announcement.staff_id) if announcement else None
    if writer is None or writer.chat_id in {None, visit.person.chat_id}:
        return
    assert writer.chat_id
    there = await people.person_of_chat(visit.session, writer.chat_id)
    language = there.language if there else "ko"
    await visit.chat.to(writer.chat_id, language).say(card(line, rows=((MENU,),)))
