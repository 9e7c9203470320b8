"""A bot as Telegram knows it."""

from dataclasses import dataclass, field
from zlib import crc32

from sandbox.people import Chat
from sandbox.refusals import Json, bad_request, forbidden
from sandbox.updates import Updates


@dataclass(frozen=True, slots=True)
class File:
    """A file somebody sent."""

    file_id: str
    name: str
    mime_type: str
    content: bytes
    path: str
    description: Json


@dataclass(slots=True)
class Press:
    """A pressed button, waiting for the bot to answer."""

    id: str
    person: int
    message_id: int
    data: str
    at: float
    answered: bool = False
    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(slots=True)
class Webhook:
    url: str
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str = ""
    last_error: Json = field(default_factory=dict)


@dataclass(slots=True)
class Bot:
    token: str
    name: str
    username: str
    updates: Updates
    id: int = field(init=False)
    chats: dict[int, Chat] = field(default_factory=dict)
    webhook: Webhook | None = None
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    files: dict[str, File] = field(default_factory=dict)
    last_message_id: int = 0
    user: Json = field(init=False)

    def __post_init__(self) -> None:
        prefix = self.token.partition(":")[0]
        self.id = int(prefix) if prefix.isdecimal() else crc32(self.token.encode())
        self.rename(self.name)

    def rename(self, name: str) -> None:
        self.name = name
        self.user = {"id": self.id, "is_bot": True, "first_name": name, "username": self.username}

    def next_message_id(self) -> int:
        self.last_message_id += 1
        return self.last_message_id

    def chat(self, chat_id: object) -> Chat:
        """The chat a bot may write to."""
        text = str(chat_id)
        if text in ("", "None"):
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(text)) if text.isascii() and text.isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, chat_id: object) -> Chat:
        """The same, when the person listens."""
        chat = self.chat(chat_id)
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat
