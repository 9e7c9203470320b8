"""Sending, editing and deleting messages."""

from sandbox.call import Call
from sandbox.formatting import caption, message_text
from sandbox.markup import inline_only, reply_markup
from sandbox.people import Chat, Message
from sandbox.refusals import Json, bad_request

ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    }
)  # fmt: skip
DELETABLE_SECONDS = 48 * 3600


def send_message(call: Call) -> Json:
    chat = call.bot.open_chat(call.params.text("chat_id"))
    text, entities = message_text(call.params)
    return deliver(call, chat, {"text": text} | ({"entities": entities} if entities else {}))


def deliver(call: Call, chat: Chat, content: Json) -> Json:
    """Put a bot's new message into the chat, whatever it contains."""
    markup = reply_markup(call.params)
    reply = _replied(call, chat)
    call.world.limits.count(chat.person.id)
    inline = {"reply_markup": markup} if markup and "inline_keyboard" in markup else {}
    message_id = call.bot.next_message_id()
    body = {
        "message_id": message_id,
        "from": call.bot.user,
        "chat": chat.info,
        "date": call.world.clock.timestamp(),
    }
    message = Message(body | reply | content | inline, from_bot=True, locked=bool(markup and not inline))
    chat.messages[message_id] = message
    if message.locked:
        _show_keyboard(call, chat, markup)
    call.world.show("message", chat, message)
    return message.body


def _replied(call: Call, chat: Chat) -> Json:
    wanted: Json = call.params.structure("reply_parameters", "reply parameters") or {}
    if not wanted:
        return {}
    original = chat.messages.get(int(wanted.get("message_id") or 0))
    if original is None:
        if wanted.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {k: v for k, v in original.body.items() if k != "reply_to_message"}}


def _show_keyboard(call: Call, chat: Chat, markup: Json | None) -> None:
    if markup is None or markup.get("force_reply"):
        return
    chat.keyboard = None if markup.get("remove_keyboard") else markup
    call.world.events.tell("keyboard", chat.person.id, chat.keyboard)


def edit_message_text(call: Call) -> Json:
    chat, message = _own(call)
    text, entities = message_text(call.params)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    kept = {k: v for k, v in message.body.items() if k not in {"entities", "reply_markup", "edit_date"}}
    return _edited(call, chat, message, kept | {"text": text} | ({"entities": entities} if entities else {}))


def edit_message_caption(call: Call) -> Json:
    chat, message = _own(call)
    text, entities = caption(call.params)
    if not {"photo", "document"} & message.body.keys():
        raise bad_request("there is no caption in the message to edit")
    dropped = {"caption", "caption_entities", "reply_markup", "edit_date"}
    kept = {k: v for k, v in message.body.items() if k not in dropped}
    told = ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})
    return _edited(call, chat, message, kept | told)


def edit_message_reply_markup(call: Call) -> Json:
    chat, message = _own(call)
    kept = {k: v for k, v in message.body.items() if k not in {"reply_markup", "edit_date"}}
    return _edited(call, chat, message, kept)


def _own(call: Call) -> tuple[Chat, Message]:
    chat = call.bot.open_chat(call.params.text("chat_id"))
    if "message_id" not in call.params:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(call.params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.locked:
        raise bad_request("message can't be edited")
    return chat, message


def _edited(call: Call, chat: Chat, message: Message, body: Json) -> Json:
    if markup := inline_only(call.params):
        body["reply_markup"] = markup
    if body == {name: value for name, value in message.body.items() if name != "edit_date"}:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same"
            " as a current content and reply markup of the message"
        )
    message.body = body | {"edit_date": call.world.clock.timestamp()}
    call.world.show("edited", chat, message)
    return message.body


def delete_message(call: Call) -> bool:
    chat = call.bot.open_chat(call.params.text("chat_id"))
    if "message_id" not in call.params:
        raise bad_request("message identifier is not specified")
    message_id = call.params.integer("message_id")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if call.world.clock.timestamp() - message.body["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message_id]
    number = call.world.events.tell("deleted", chat.person.id, {"message_id": message_id})
    chat.deleted.append((number, message_id))
    return True


def send_chat_action(call: Call) -> bool:
    chat = call.bot.open_chat(call.params.text("chat_id"))
    action = call.params.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.world.events.tell("action", chat.person.id, {"action": action})
    return True
