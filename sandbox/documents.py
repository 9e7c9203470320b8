"""Files: sending them, keeping them, fetching them."""

from collections.abc import Callable
from struct import unpack

from sandbox.bots import Bot, File
from sandbox.call import Call
from sandbox.formatting import caption
from sandbox.messages import deliver
from sandbox.params import Upload
from sandbox.refusals import Json, bad_request

DOWNLOAD_LIMIT = 20 * 1024 * 1024


def send_document(call: Call) -> Json:
    return _send(call, "document", keep_document)


def send_photo(call: Call) -> Json:
    return _send(call, "photo", keep_photo)


def _send(call: Call, kind: str, keep: Callable[[Bot, Upload], File]) -> Json:
    chat = call.bot.open_chat(call.params.text("chat_id"))
    file = _meant(call, kind, keep)
    text, entities = caption(call.params)
    content = content_of(kind, file) | ({"caption": text} if text else {})
    return deliver(call, chat, content | ({"caption_entities": entities} if entities else {}))


def content_of(kind: str, file: File) -> Json:
    """A photo is a list of sizes; one is enough here."""
    return {kind: [file.description] if kind == "photo" else file.description}


def _meant(call: Call, kind: str, keep: Callable[[Bot, Upload], File]) -> File:
    given = call.params.given.get(kind)
    if isinstance(given, str) and given.startswith("attach://"):
        given = call.params.given.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        return keep(call.bot, given)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if str(given).startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = call.bot.files.get(str(given))
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def keep_document(bot: Bot, upload: Upload) -> File:
    if not upload.content:
        raise bad_request("file must be non-empty")
    more = {"file_name": upload.name, "mime_type": upload.mime_type}
    return _kept(bot, upload, "documents", upload.name.rpartition(".")[2] or "bin", more)


def keep_photo(bot: Bot, upload: Upload) -> File:
    width, height = picture_size(upload.content)
    return _kept(bot, upload, "photos", "jpg", {"width": width, "height": height})


def _kept(bot: Bot, upload: Upload, folder: str, ending: str, more: Json) -> File:
    number = len(bot.files)
    file_id = f"sandbox-file-{bot.id}-{number}"
    size = {"file_id": file_id, "file_unique_id": f"unique{number}", "file_size": len(upload.content)}
    path = f"{folder}/file_{number}.{ending}"
    file = File(file_id, upload.name, upload.mime_type, upload.content, path, size | more)
    bot.files[file_id] = file
    return file


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or a JPEG; Telegram refuses what it cannot read as a picture."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = unpack(">II", content[16:24])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    raise bad_request("IMAGE_PROCESS_FAILED")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content):
        marker, length = unpack(">HH", content[at : at + 4])
        if 0xFFC0 <= marker <= 0xFFCF and marker not in {0xFFC4, 0xFFC8, 0xFFCC}:
            height, width = unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    raise bad_request("IMAGE_PROCESS_FAILED")


def get_file(call: Call) -> Json:
    file = call.bot.files.get(call.params.text("file_id"))
    if file is None:
        raise bad_request("invalid file_id")
    if len(file.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    shown = {name: file.description[name] for name in ("file_id", "file_unique_id", "file_size")}
    return shown | {"file_path": file.path}
