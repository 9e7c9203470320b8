"""What a copy of an announcement looks like: its words, what the law wants with them, and the buttons."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import chat
from bot.center import Center
from bot.conversations.fair_words import heading
from bot.models import Announcement, Fair
from bot.rules.advertising import marks
from bot.say import Button, Card, Rows, Say, quote, say

LONGEST = 4096  # characters of a message, and of the words under a picture (Bot API: sendMessage, sendPhoto)
LONGEST_UNDER_PICTURE = 1024
BETWEEN = quote("· · ·")


class Copies:
    """Puts copies into words, once for each language."""

    def __init__(self, center: Center) -> None:
        self.center = center

    async def phrase(
        self, session: AsyncSession, ids: tuple[int, ...], language: str, rewrites: bool
    ) -> tuple[str, dict[str, Any]] | None:
        """The method and the parameters without the receiver; None where they do not fit into one message."""
        found = [await session.get_one(Announcement, number) for number in ids]
        for announcement in found:
            await session.refresh(announcement)
        return message(self.center, found, language, await days_of(session, found), rewrites=rewrites)


async def days_of(session: AsyncSession, told: Sequence[Announcement]) -> dict[int, Say]:
    """What stands under the words of a hiring day that announced itself, by the announcement's number."""
    by_itself = [each for each in told if each.origin and each.fair]
    query = select(Fair).where(col(Fair.key).in_({each.fair for each in by_itself}))
    fairs = {fair.key: fair for fair in (await session.exec(query)).all()} if by_itself else {}
    return {each.id or 0: heading(fairs[each.fair]) for each in by_itself if each.fair in fairs}


def message(
    center: Center,
    announcements: Sequence[Announcement],
    language: str,
    days: Mapping[int, Say],
    *,
    rewrites: bool = False,
) -> tuple[str, dict[str, Any]] | None:
    """The call that tells these announcements; several that fell together become one message."""
    params = chat.call(copy_card(center, announcements, language, days), language)
    picture = announcements[0].picture if len(announcements) == 1 else None
    if picture is None:
        if len(announcements) > 1 and len(params["text"]) > LONGEST:
            return None
        return "editMessageText" if rewrites else "sendMessage", params
    del params["link_preview_options"]
    caption = {"caption": params.pop("text")} | params
    return ("editMessageCaption", caption) if rewrites else ("sendPhoto", {"photo": picture} | caption)


def copy_card(
    center: Center,
    announcements: Sequence[Announcement],
    language: str,
    days: Mapping[int, Say],
) -> Card:
    """The words of these announcements, who sends them, why, and how to want no more of it."""
    paragraphs: list[Say] = []
    for announcement in announcements:
        if paragraphs:
            paragraphs.append(BETWEEN)
        paragraphs.append(_words(announcement, language))
        if day := days.get(announcement.id or 0):
            paragraphs.append(day)
    is_service = not any(marks(each.law).refusal for each in announcements)
    paragraphs.append(_sender(center) if is_service else _sender_and_refusal(center, announcements))
    rows = tuple(row for each in announcements for row in _offers(each))
    return Card(tuple(paragraphs), rows if is_service else (*rows, *_refusals(announcements)))


def words_of(announcement: Announcement, language: str) -> str:
    """The text in this language; Korean where nobody wrote it."""
    return announcement.words.get(language) or announcement.text


def _words(announcement: Announcement, language: str) -> Say:
    text = quote(words_of(announcement, language))
    if not marks(announcement.law).label:
        return text
    return say("(광고) {company}\n{text}", company=quote(announcement.sponsor or ""), text=text)


def _sender(center: Center) -> Say:
    return say("— {center}, {phone}", center=quote(center.name), phone=center.phone)


def _sender_and_refusal(center: Center, announcements: Sequence[Announcement]) -> Say:
    if marks(announcements[0].law).label:
        return say(
            "— {center}, {phone}\n"
            "You get this because you asked for companies' offers. "
            "Refusing them is free: the button below, or /stop.",
            center=quote(center.name),
            phone=center.phone,
        )
    return say(
        "— {center}, {phone}\nYou get this because you asked for news. Stopping it is free.",
        center=quote(center.name),
        phone=center.phone,
    )


def _offers(announcement: Announcement) -> Rows:
    if announcement.fair is None:
        return ()
    return (
        (
            Button(say("Register"), f"tell:register:{announcement.id}"),
            Button(say("Save the date"), f"tell:date:{announcement.id}"),
        ),
    )


def _refusals(announcements: Sequence[Announcement]) -> Rows:
    """One button where there is nothing finer to refuse; otherwise the one that leads to the choices."""
    finer = next((each for each in announcements if each.sponsor or each.topic), None)
    if finer is None:
        return ((Button(say("No more news"), "news:stop"),),)
    return ((Button(say("Not interested"), f"tell:no:{finer.id}"),),)
