"""Keyboards: which ones Telegram accepts."""

from typing import Any

from sandbox.params import Params
from sandbox.refusals import Json, bad_request

ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
REPLY_KEYS = ("keyboard", "remove_keyboard", "force_reply")
BUTTONS_A_ROW = 8
BUTTONS = 100
DATA_BYTES = 64


def reply_markup(params: Params) -> Json | None:
    """The checked keyboard of a call, as it will be stored."""
    given = params.structure("reply_markup", "reply keyboard markup")
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        rows = [[_inline(button) for button in row] for row in _rows(given["inline_keyboard"])]
        return {"inline_keyboard": [row for row in rows if row]} if any(rows) else None
    if "keyboard" in given:
        return given | {"keyboard": [[_plain(button) for button in row] for row in _rows(given["keyboard"])]}
    return given if any(given.get(key) for key in REPLY_KEYS) else None


def inline_only(params: Params) -> Json | None:
    """Edits take inline keyboards and nothing else."""
    markup = reply_markup(params)
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse keyboard: field must be an Array of Arrays")
    if any(len(row) > BUTTONS_A_ROW for row in rows) or sum(map(len, rows)) > BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return rows


def _inline(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not str(button["text"]).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    action = next((name for name in ACTIONS if button.get(name) not in (None, "")), None)
    if action is None and not any(name.startswith("switch") and name in button for name in ACTIONS):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if action == "callback_data" and len(str(button["callback_data"]).encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return button


def _plain(button: Any) -> Json:
    shaped = {"text": button} if isinstance(button, str) else button
    if not isinstance(shaped, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    if "text" not in shaped:
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    if not str(shaped["text"]).strip():
        raise bad_request("keyboard button text must be non-empty")
    return shaped
