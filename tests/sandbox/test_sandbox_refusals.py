"""What Telegram refuses, and in which words."""

from typing import Any

import pytest

from sandbox.phone import Phone
from sandbox.refusals import Refused

ONE = {"text": "예", "callback_data": "yes"}
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
LONG_TAGGED = "<b>" + "가" * 4096 + "</b>"


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


def refusal(call: Any, method: str, **params: Any) -> tuple[int, str]:
    with pytest.raises(Refused) as refused:
        call(method, **params)
    return refused.value.code, refused.value.description


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n\t"}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "a", "chat_id": "@nobody"}, "chat not found"),
        ({"text": "a", "chat_id": 1}, "chat not found"),
        ({"text": "a", "chat_id": ""}, "chat_id is empty"),
        ({"text": "a", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "a", "reply_markup": "{nonsense"}, "can't parse reply keyboard markup JSON object"),
        ({"text": "a", "reply_markup": [1]}, "object expected as reply markup"),
        (
            {"text": "a", "reply_markup": keyboard({"text": "b", "callback_data": "가" * 22})},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "b", "callback_data": "x" * 65})},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "b", "callback_data": ""})},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "b"})},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"callback_data": "b"})},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "a", "reply_markup": keyboard({"text": "", "callback_data": "b"})},
            "inline keyboard button text must be non-empty",
        ),
        (
            {"text": "a", "reply_markup": keyboard("b")},
            "can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        ({"text": "a", "reply_markup": {"inline_keyboard": [[ONE] * 9]}}, "REPLY_MARKUP_TOO_LONG"),
        ({"text": "a", "reply_markup": keyboard(*[ONE] * 101)}, "REPLY_MARKUP_TOO_LONG"),
        (
            {"text": "a", "reply_markup": {"keyboard": [{"text": "a"}]}},
            "can't parse keyboard: field must be an Array of Arrays",
        ),
        ({"text": "a", "reply_markup": {"keyboard": [[""]]}}, "keyboard button text must be non-empty"),
        (
            {"text": "a", "reply_markup": {"keyboard": [[{}]]}},
            "can't parse keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "a", "reply_markup": {"keyboard": [[1]]}},
            "can't parse keyboard button: KeyboardButton must be an Object",
        ),
    ],
)
def test_a_message_is_refused(call, phone: Phone, minji, given: dict[str, Any], reason: str) -> None:
    assert refusal(call, "sendMessage", **{"chat_id": minji.id} | given) == (400, f"Bad Request: {reason}")
    assert len(phone.sees()["messages"]) == 1


@pytest.mark.parametrize(
    "text", ["a" * 4096, "가" * 4096, "😀" * 2048, LONG_TAGGED, "  " + "a" * 4096 + "\n", "&lt;" * 4096]
)
def test_the_limit_counts_utf16_units_after_markup(call, phone, minji, text: str) -> None:
    assert call("sendMessage", chat_id=minji.id, text=text, parse_mode="HTML")["message_id"] == 2


def test_data_of_64_bytes_and_a_hundred_buttons_are_welcome(call, phone, minji) -> None:
    longest = {"text": "b", "callback_data": "가" * 21 + "x"}
    rows = {"inline_keyboard": [[longest] * 8] * 12 + [[longest] * 4]}

    assert call("sendMessage", chat_id=minji.id, text="a", reply_markup=rows)["reply_markup"] == rows


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"message_id": 999, "text": "b"}, "message to edit not found"),
        ({"message_id": 1, "text": "b"}, "message can't be edited"),
        ({"message_id": 3, "text": "b"}, "message can't be edited"),
        ({"text": "b"}, "message identifier is not specified"),
        ({"message_id": 2, "text": ""}, "message text is empty"),
        ({"message_id": 2, "text": "b", "reply_markup": {"keyboard": [["c"]]}}, "inline keyboard expected"),
        (
            {"message_id": 2, "text": "<b>a</b>", "parse_mode": "HTML", "reply_markup": keyboard(ONE)},
            NOT_MODIFIED,
        ),
    ],
)
def test_an_edit_is_refused(call, phone, minji, given: dict[str, Any], reason: str) -> None:
    call("sendMessage", chat_id=minji.id, text="<b>a</b>", parse_mode="HTML", reply_markup=keyboard(ONE))
    call("sendMessage", chat_id=minji.id, text="번호?", reply_markup={"keyboard": [["네"]]})

    assert refusal(call, "editMessageText", chat_id=minji.id, **given) == (400, f"Bad Request: {reason}")


def test_what_was_edited_once_is_not_modified_the_second_time(call, phone, minji) -> None:
    call("sendMessage", chat_id=minji.id, text="a")
    assert call("editMessageText", chat_id=minji.id, message_id=2, text="b")["edit_date"]

    assert "not modified" in refusal(call, "editMessageText", chat_id=minji.id, message_id=2, text="b")[1]
    assert "not modified" in refusal(call, "editMessageReplyMarkup", chat_id=minji.id, message_id=2)[1]


def test_a_document_has_no_text_to_edit(call, phone, minji) -> None:
    phone_file = {"file_id": call.telegram.phone(minji.id).send_sticker()["sticker"]["file_id"]}
    assert refusal(call, "sendDocument", chat_id=minji.id, document=phone_file["file_id"])[1].endswith(
        "specified"
    )


def test_deleting(call, phone, minji) -> None:
    call("sendMessage", chat_id=minji.id, text="a")
    assert call("deleteMessage", chat_id=minji.id, message_id=2) is True

    assert (
        refusal(call, "deleteMessage", chat_id=minji.id, message_id=2)[1]
        == "Bad Request: message to delete not found"
    )
    call.telegram.move_clock(seconds=49 * 3600)
    assert "can't be deleted" in refusal(call, "deleteMessage", chat_id=minji.id, message_id=1)[1]


def test_somebody_who_never_wrote(call, telegram) -> None:
    stranger = telegram.person("하늘")

    assert refusal(call, "sendMessage", chat_id=stranger.id, text="a") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )


def test_somebody_who_blocked_the_bot(call, phone, minji) -> None:
    phone.block()

    assert refusal(call, "sendMessage", chat_id=minji.id, text="a") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    phone.unblock()
    assert call("sendMessage", chat_id=minji.id, text="a")


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "Start", "description": "a"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "a"}], "BOT_COMMAND_INVALID"),
        ([{"command": "", "description": "a"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a", "description": "가" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a", "description": "b"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ("nothing", "can't parse BotCommand JSON object"),
        ({}, "expected an Array of BotCommand"),
    ],
)
def test_commands_are_refused(call, commands: Any, reason: str) -> None:
    assert refusal(call, "setMyCommands", commands=commands) == (400, f"Bad Request: {reason}")


def test_other_refusals(call, phone, minji, telegram) -> None:
    assert refusal(call, "sendDance") == (404, "Not Found")
    assert refusal(call, "sendChatAction", chat_id=minji.id, action="dancing")[0] == 400
    assert refusal(call, "getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    assert refusal(call, "setMyName", name="a" * 65)[1] == "Bad Request: bot name is too long"
    with pytest.raises(Refused, match="Unauthorized"):
        telegram.call("1:stranger", "getMe")


def test_unknown_parameters_are_tolerated_and_remembered(call, phone, minji, telegram) -> None:
    call("sendMessage", chat_id=minji.id, text="a", txet="b")

    assert telegram.log.after(0)[-1].unknown_params == ["txet"]
