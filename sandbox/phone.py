"""What people do with their phone."""

from collections.abc import Callable

from sandbox import documents
from sandbox.answers import told
from sandbox.bots import Bot, File, Press
from sandbox.params import Upload
from sandbox.people import Chat, Message
from sandbox.refusals import Json, NotPossible, Refused
from sandbox.text import trimmed, units, with_found
from sandbox.world import World

TEXT_LIMIT = 4096


class Phone:
    """One person's phone, open at the chat with one bot."""

    def __init__(self, world: World, bot: Bot, person_id: int) -> None:
        self._world = world
        self._bot = bot
        self._chat: Chat = bot.chats[person_id]

    def send(self, text: str) -> Json:
        content = _text(text)
        self._use_up_keyboard(content["text"])
        return self._deliver(content)

    def share_contact(self, phone_number: str, user_id: int | None = None, first_name: str = "") -> Json:
        """The own number, unless somebody else's id is given."""
        owner = user_id or self._chat.person.id
        name = first_name or self._chat.person.first_name
        self._use_up_keyboard(None)
        return self._deliver(
            {"contact": {"phone_number": phone_number, "first_name": name, "user_id": owner}}
        )

    def send_location(self, latitude: float, longitude: float) -> Json:
        """A place that the person points out on the map."""
        return self._deliver({"location": {"latitude": latitude, "longitude": longitude}})

    def send_document(self, upload: Upload, caption: str = "") -> Json:
        return self._send_file("document", upload, caption, documents.keep_document)

    def send_photo(self, upload: Upload, caption: str = "") -> Json:
        return self._send_file("photo", upload, caption, documents.keep_photo)

    def _send_file(
        self, kind: str, upload: Upload, caption: str, keep: Callable[[Bot, Upload], File]
    ) -> Json:
        try:
            content = documents.content_of(kind, keep(self._bot, upload))
        except Refused as refused:
            raise NotPossible(refused.description) from None
        return self._deliver(content | ({"caption": caption} if caption else {}))

    def send_sticker(self, emoji: str = "🙂") -> Json:
        sticker = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._deliver({"sticker": _loose_file("sticker") | sticker | {"emoji": emoji}})

    def send_voice(self, duration: int = 3) -> Json:
        return self._deliver(
            {"voice": _loose_file("voice") | {"duration": duration, "mime_type": "audio/ogg"}}
        )

    def _deliver(self, content: Json) -> Json:
        if self._chat.blocked:
            raise NotPossible("the bot is blocked: unblock it first")
        chat, bot = self._chat, self._bot
        chat.started = True
        message_id = bot.next_message_id()
        base = {"message_id": message_id, "from": chat.user, "chat": chat.info}
        message = Message(base | {"date": self._world.clock.timestamp()} | content, from_bot=False)
        chat.messages[message_id] = message
        self._world.show("message", chat, message)
        bot.updates.add("message", message.body)
        return message.body

    def _use_up_keyboard(self, text: str | None) -> None:
        """A one-time keyboard goes away once one of its buttons was used."""
        keyboard = self._chat.keyboard
        if not keyboard or not keyboard.get("one_time_keyboard"):
            return
        if text is None or any(button["text"] == text for row in keyboard["keyboard"] for button in row):
            self._chat.keyboard = None
            self._world.events.tell("keyboard", self._chat.person.id, None)

    def edit(self, message_id: int, text: str) -> Json:
        message = self._chat.messages.get(message_id)
        if message is None or message.from_bot or "text" not in message.body:
            raise NotPossible(f"there is no own text message {message_id} to edit")
        kept = {name: value for name, value in message.body.items() if name != "entities"}
        message.body = kept | _text(text) | {"edit_date": self._world.clock.timestamp()}
        self._world.show("edited", self._chat, message)
        self._bot.updates.add("edited_message", message.body)
        return message.body

    def press(self, message_id: int, data: str) -> Press:
        """Press the button with this data under this message."""
        message = self._chat.messages.get(message_id)
        if message is None or data not in [button.get("callback_data") for button in _buttons(message)]:
            raise NotPossible(f"message {message_id} has no button with the data {data!r}")
        return self._pressed(message, data)

    def press_label(self, label: str, message_id: int | None = None) -> Press:
        """Press the button with this label, on the newest message that has it."""
        wanted = label.strip().removeprefix("[").removesuffix("]")
        message = self._chat.newest(
            lambda message: (
                message_id in (None, message.body["message_id"])
                and any(button["text"] == wanted for button in _buttons(message))
            )
        )
        button = next((b for b in _buttons(message) if b["text"] == wanted), {}) if message else {}
        if message is None or "callback_data" not in button:
            raise NotPossible(f"there is no button [{wanted}] to press")
        return self._pressed(message, button["callback_data"])

    def _pressed(self, message: Message, data: str) -> Press:
        if self._chat.blocked:
            raise NotPossible("the bot is blocked: unblock it first")
        press_id = str(self._world.random.randint(10**17, 10**18))
        at = self._world.clock.now().timestamp()
        press = Press(press_id, self._chat.person.id, message.body["message_id"], data, at)
        self._bot.presses[press_id] = press
        self._world.events.tell("pressed", self._chat.person.id, told(press))
        query = {"id": press_id, "from": self._chat.user, "message": message.body, "data": data}
        self._bot.updates.add("callback_query", query | {"chat_instance": str(self._chat.person.id)})
        return press

    def block(self) -> None:
        self._membership(blocked=True)

    def unblock(self) -> None:
        self._membership(blocked=False)

    def _membership(self, *, blocked: bool) -> None:
        if self._chat.blocked is blocked:
            return
        self._chat.blocked = blocked
        self._world.events.tell("blocked", self._chat.person.id, {"blocked": blocked})
        status = ("member", "kicked") if blocked else ("kicked", "member")
        old, new = ({"user": self._bot.user, "status": word} | _until(word) for word in status)
        change = {"chat": self._chat.info, "from": self._chat.user, "date": self._world.clock.timestamp()}
        self._bot.updates.add("my_chat_member", change | {"old_chat_member": old, "new_chat_member": new})

    def sees(self, after: int = 0) -> Json:
        """The chat as it stands, or what changed after an event number."""
        return {"at": self._world.events.number} | self._chat.seen(after)


def _text(text: str) -> Json:
    plain, _ = trimmed(text, [])
    if not plain:
        raise NotPossible("nobody can send an empty message")
    if units(plain) > TEXT_LIMIT:
        raise NotPossible("a phone would send this as several messages: it is too long")
    entities = with_found(plain, [])
    return {"text": plain} | ({"entities": entities} if entities else {})


def _buttons(message: Message) -> list[Json]:
    return [
        button for row in message.body.get("reply_markup", {}).get("inline_keyboard", ()) for button in row
    ]


def _until(status: str) -> Json:
    return {"until_date": 0} if status == "kicked" else {}


def _loose_file(kind: str) -> Json:
    return {"file_id": f"sandbox-{kind}", "file_unique_id": f"sandbox-{kind}", "file_size": 1024}
