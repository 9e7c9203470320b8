"""The Bot API methods that are served, each with the parameters it knows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox import answers, documents, messages, places, profile, reception
from sandbox.call import Call

__all__ = ["METHODS", "Call", "Method"]

WHERE = "business_connection_id chat_id message_thread_id"
SENDING = (
    f"{WHERE} direct_messages_topic_id disable_notification protect_content allow_paid_broadcast"
    " message_effect_id suggested_post_parameters reply_parameters reply_markup"
)
SAYING = f"{SENDING} parse_mode"
EDITING = "business_connection_id chat_id message_id inline_message_id reply_markup"
WEBHOOK = "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token"


@dataclass(frozen=True, slots=True)
class Method:
    name: str
    run: Callable[[Call], Any]
    params: frozenset[str]


def _method(name: str, run: Callable[[Call], Any], params: str = "") -> Method:
    return Method(name, run, frozenset(params.split()))


SERVED = (
    _method("getMe", profile.get_me),
    _method("getUpdates", reception.get_updates, "offset limit timeout allowed_updates"),
    _method("setWebhook", reception.set_webhook, WEBHOOK),
    _method("deleteWebhook", reception.delete_webhook, "drop_pending_updates"),
    _method("getWebhookInfo", reception.get_webhook_info),
    _method("logOut", profile.agree),
    _method("close", profile.agree),
    _method("sendMessage", messages.send_message, f"{SAYING} text entities link_preview_options"),
    _method(
        "editMessageText", messages.edit_message_text,
        f"{EDITING} text parse_mode entities link_preview_options rich_message",
    ),
    _method(
        "editMessageCaption", messages.edit_message_caption,
        f"{EDITING} caption parse_mode caption_entities show_caption_above_media",
    ),
    _method("editMessageReplyMarkup", messages.edit_message_reply_markup, EDITING),
    _method("deleteMessage", messages.delete_message, "chat_id message_id"),
    _method("sendChatAction", messages.send_chat_action, f"{WHERE} action"),
    _method(
        "answerCallbackQuery", answers.answer_callback_query,
        "callback_query_id text show_alert url cache_time",
    ),
    _method(
        "sendDocument", documents.send_document,
        f"{SAYING} document thumbnail caption caption_entities disable_content_type_detection",
    ),
    _method(
        "sendPhoto", documents.send_photo,
        f"{SAYING} photo caption caption_entities show_caption_above_media has_spoiler",
    ),
    _method(
        "sendVenue", places.send_venue,
        f"{SENDING} latitude longitude title address foursquare_id foursquare_type google_place_id"
        " google_place_type",
    ),
    _method("getFile", documents.get_file, "file_id"),
    _method("setMyCommands", profile.set_my_commands, "commands scope language_code"),
    _method("getMyCommands", profile.get_my_commands, "scope language_code"),
    _method("deleteMyCommands", profile.delete_my_commands, "scope language_code"),
    _method("setMyName", profile.set_my_name, "name language_code"),
    _method("getMyName", profile.get_my_name, "language_code"),
    _method("setMyDescription", profile.set_my_description, "description language_code"),
    _method("getMyDescription", profile.get_my_description, "language_code"),
    _method("setMyShortDescription", profile.set_my_short_description, "short_description language_code"),
    _method("getMyShortDescription", profile.get_my_short_description, "language_code"),
    _method("setChatMenuButton", profile.set_chat_menu_button, "chat_id menu_button"),
    _method("getChatMenuButton", profile.get_chat_menu_button, "chat_id"),
    _method("getChat", profile.get_chat, "chat_id"),
)  # fmt: skip
METHODS = {method.name.lower(): method for method in SERVED}
