"""What people can be made to do over the control API."""

from base64 import b64decode
from collections.abc import Callable

from sandbox.answers import told
from sandbox.params import Upload
from sandbox.phone import Phone
from sandbox.refusals import Json

Deed = Callable[[Phone, Json], Json]


def _press(phone: Phone, wish: Json) -> Json:
    if "data" in wish:
        return told(phone.press(int(wish["message_id"]), str(wish["data"])))
    message_id = wish.get("message_id")
    return told(phone.press_label(str(wish["label"]), int(message_id) if message_id else None))


def _contact(phone: Phone, wish: Json) -> Json:
    return phone.share_contact(str(wish["phone_number"]), wish.get("user_id"), wish.get("first_name", ""))


def _upload(wish: Json) -> Upload:
    content = b64decode(wish["content_base64"])
    return Upload(wish.get("name", "file"), wish.get("mime_type", "application/octet-stream"), content)


def _block(phone: Phone, _wish: Json) -> Json:
    phone.block()
    return {"blocked": True}


def _unblock(phone: Phone, _wish: Json) -> Json:
    phone.unblock()
    return {"blocked": False}


DEEDS: dict[str, Deed] = {
    "send": lambda phone, wish: phone.send(str(wish["text"])),
    "press": _press,
    "edit": lambda phone, wish: phone.edit(int(wish["message_id"]), str(wish["text"])),
    "contact": _contact,
    "file": lambda phone, wish: phone.send_document(_upload(wish), wish.get("caption", "")),
    "photo": lambda phone, wish: phone.send_photo(_upload(wish), wish.get("caption", "")),
    "sticker": lambda phone, wish: phone.send_sticker(wish.get("emoji", "🙂")),
    "voice": lambda phone, wish: phone.send_voice(int(wish.get("duration", 3))),
    "block": _block,
    "unblock": _unblock,
}
