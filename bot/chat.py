"""Speaking to one chat: every line becomes a row of the outbox, in the unit of work of the turn."""

import base64
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import texts
from bot.models import Outbox, OutboxKind, Priority
from bot.say import Button, Card, Enclosure, Rows, Spot


class Chat:
    """One chat and its language. Nothing is sent here: the sender delivers what was committed."""

    def __init__(self, session: AsyncSession, chat_id: int, language: str, now: datetime) -> None:
        self.offered: list[list[str]] = []  # what stands on the last card's buttons, and what they carry
        self.session = session
        self.chat_id = chat_id
        self.language = language
        self.now = now

    def to(self, chat_id: int, language: str) -> "Chat":
        """Another chat, in which something is said in the same unit of work."""
        return Chat(self.session, chat_id, language, self.now)

    async def say(self, card: Card) -> int:
        """Say this; the number of the outbox row, by which it can be changed later."""
        row = self._row("sendMessage", call(card, self.language))
        self.session.add(row)
        buttons = [button for line in card.rows for button in line if button.data]
        if buttons:
            self.offered = [[texts.plain(button.label, self.language), button.data] for button in buttons]
        await self.session.flush()
        assert row.id is not None
        return row.id

    async def enclose(self, file: Enclosure) -> int:
        """Send this file; the number of its outbox row. The row keeps the bytes until they are sent."""
        row = self._row("sendPhoto" if file.is_picture else "sendDocument", enclosing(file, self.language))
        self.session.add(row)
        await self.session.flush()
        assert row.id is not None
        return row.id

    async def point_out(self, spot: Spot) -> int:
        """Show this place on a map; the number of its outbox row."""
        row = self._row("sendVenue", pointing_out(spot, self.language))
        self.session.add(row)
        await self.session.flush()
        assert row.id is not None
        return row.id

    def rewrite(self, card: Card, *, said: int | None = None, message_id: int | None = None) -> None:
        """Let an earlier message read like this instead, named by its outbox row or as Telegram counts it."""
        if not (said or message_id):
            return
        body = call(card, self.language)
        body.pop("disable_notification", None)
        self._edit("editMessageText", body, said, message_id)

    def take_buttons(self, *, said: int | None = None, message_id: int | None = None) -> None:
        """Leave an earlier message its words and take its buttons, if it still has some."""
        if said or message_id:
            self._edit("editMessageReplyMarkup", {}, said, message_id)

    def _edit(self, method: str, body: dict[str, Any], said: int | None, message_id: int | None) -> None:
        if message_id:
            body["message_id"] = message_id
        row = self._row(method, body)
        row.edits_id = None if message_id else said
        self.session.add(row)

    def _row(self, method: str, body: dict[str, Any]) -> Outbox:
        return Outbox(
            chat_id=self.chat_id,
            kind=OutboxKind.REPLY,
            method=method,
            body=body,
            priority=Priority.INTERACTIVE,
            due_at=self.now,
            created_at=self.now,
        )


def call(card: Card, language: str) -> dict[str, Any]:
    """The card as parameters of sendMessage or editMessageText, without the chat."""
    body: dict[str, Any] = {
        "text": "\n\n".join(texts.write(line, language) for line in card.paragraphs),
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    if card.contact:
        body["reply_markup"] = _keys(card, language)
    elif card.put_away:
        body["reply_markup"] = {"remove_keyboard": True}
    elif card.rows:
        body["reply_markup"] = _inline(card.rows, language)
    return body


def enclosing(file: Enclosure, language: str) -> dict[str, Any]:
    """The file as parameters of sendPhoto or sendDocument, without the chat (see gateway.api)."""
    body = call(file.words, language)
    body["caption"] = body.pop("text")
    del body["link_preview_options"]
    content = base64.b64encode(file.content).decode()
    upload = {"base64": content, "filename": file.name, "type": file.kind}
    return body | {"photo" if file.is_picture else "document": upload}


def pointing_out(spot: Spot, language: str) -> dict[str, Any]:
    """The place as parameters of sendVenue, without the chat."""
    body: dict[str, Any] = {
        "latitude": spot.latitude,
        "longitude": spot.longitude,
        "title": texts.plain(spot.name, language),
        "address": texts.plain(spot.address, language),
    }
    return body | ({"reply_markup": _inline(spot.rows, language)} if spot.rows else {})


def _inline(rows: Rows, language: str) -> dict[str, Any]:
    return {"inline_keyboard": [[_button(button, language) for button in row] for row in rows]}


def _button(button: Button, language: str) -> dict[str, str]:
    label = texts.plain(button.label, language)
    return {"text": label, "url": button.url} if button.url else {"text": label, "callback_data": button.data}


def _keys(card: Card, language: str) -> dict[str, Any]:
    assert card.contact
    keys = [[{"text": texts.plain(card.contact, language), "request_contact": True}]]
    keys += [[{"text": texts.plain(button.label, language)} for button in row] for row in card.rows]
    return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}
