"""Buttons and their answers, keyboards."""

import pytest

from sandbox.refusals import NotPossible, Refused

CHOICE = {
    "inline_keyboard": [[{"text": "예", "callback_data": "yes"}, {"text": "길", "url": "https://a.kr"}]]
}


@pytest.fixture
def question(call, phone, minji) -> dict:
    return call("sendMessage", chat_id=minji.id, text="괜찮으세요?", reply_markup=CHOICE)


def test_a_press_is_an_update_with_its_message(call, phone, question, minji) -> None:
    press = phone.press_label("[예]")
    [update] = call("getUpdates")

    assert update["callback_query"]["id"] == press.id
    assert update["callback_query"]["data"] == "yes"
    assert update["callback_query"]["message"] == question
    assert update["callback_query"]["from"]["id"] == minji.id


def test_answering(call, phone, question) -> None:
    press = phone.press(question["message_id"], "yes")
    assert not press.answered

    assert call("answerCallbackQuery", callback_query_id=press.id, text="네", show_alert="true")
    assert (press.answered, press.text, press.show_alert) == (True, "네", True)
    assert call("answerCallbackQuery", callback_query_id=press.id), "Telegram lets a bot answer twice"


@pytest.mark.parametrize("late", [True, False])
def test_too_late_or_unknown(call, phone, question, late: bool) -> None:
    press = phone.press(question["message_id"], "yes")
    call.telegram.move_clock(seconds=61 if late else 0)

    with pytest.raises(Refused, match="query is too old and response timeout expired or query ID is invalid"):
        call("answerCallbackQuery", callback_query_id=press.id if late else "17")


def test_a_long_answer(call, phone, question) -> None:
    press = phone.press_label("예")
    assert call("answerCallbackQuery", callback_query_id=press.id, text="가" * 200)
    with pytest.raises(Refused, match="MESSAGE_TOO_LONG"):
        call("answerCallbackQuery", callback_query_id=press.id, text="가" * 201)


def test_the_newest_message_with_that_button_is_meant(call, phone, question, minji) -> None:
    again = call("sendMessage", chat_id=minji.id, text="정말요?", reply_markup=CHOICE)

    assert phone.press_label("[예]").message_id == again["message_id"]
    assert phone.press_label("[예]", question["message_id"]).message_id == question["message_id"]


@pytest.mark.parametrize("label", ["[아니요]", "[길]"])
def test_what_cannot_be_pressed(phone, question, label: str) -> None:
    with pytest.raises(NotPossible):
        phone.press_label(label)


def test_a_button_that_was_taken_away(call, phone, question, minji) -> None:
    call("editMessageReplyMarkup", chat_id=minji.id, message_id=question["message_id"])
    with pytest.raises(NotPossible):
        phone.press(question["message_id"], "yes")


def test_reply_keyboards_stay_until_removed(call, phone, minji) -> None:
    call("sendMessage", chat_id=minji.id, text="번호?", reply_markup={"keyboard": [["나중에"]]})
    phone.send("나중에")
    assert phone.sees()["keyboard"]["keyboard"] == [[{"text": "나중에"}]]

    call("sendMessage", chat_id=minji.id, text="네", reply_markup={"remove_keyboard": True})
    assert phone.sees()["keyboard"] is None


@pytest.mark.parametrize(
    "used", [lambda phone: phone.send("나중에"), lambda phone: phone.share_contact("010")]
)
def test_a_one_time_keyboard_goes_once_used(call, phone, minji, used) -> None:
    keyboard = {
        "keyboard": [[{"text": "번호", "request_contact": True}, "나중에"]],
        "one_time_keyboard": True,
    }
    call("sendMessage", chat_id=minji.id, text="번호?", reply_markup=keyboard)
    phone.send("딴소리")
    assert phone.sees()["keyboard"]

    used(phone)
    assert phone.sees()["keyboard"] is None


@pytest.mark.parametrize(
    "deed",
    [
        lambda phone: phone.send(" "),
        lambda phone: phone.send("a" * 4097),
        lambda phone: phone.edit(99, "b"),
        lambda phone: (phone.block(), phone.send("a")),
        lambda phone: (phone.block(), phone.press_label("예")),
    ],
)
def test_what_no_phone_offers(phone, question, deed) -> None:
    with pytest.raises(NotPossible):
        deed(phone)
