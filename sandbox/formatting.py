"""From what a bot sent to the text that people see."""

from sandbox import html
from sandbox.params import Params
from sandbox.refusals import Json, bad_request
from sandbox.text import trimmed, units, with_found

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024


def message_text(params: Params) -> tuple[str, list[Json]]:
    text, entities = _formatted(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, entities


def caption(params: Params) -> tuple[str, list[Json]]:
    text, entities = _formatted(params, "caption", "caption_entities")
    if units(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return text, entities


def _formatted(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    text, entities = _marked(params, name, entities_name)
    text, entities = trimmed(text, entities)
    return text, with_found(text, entities)


def _marked(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    text = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        return html.parsed(text)
    if mode not in ("", "none"):
        # Markdown is not read here: sending it on unread would show stars where Telegram shows bold.
        raise bad_request("unsupported parse_mode")
    return text, params.structure(entities_name, "entities") or []
