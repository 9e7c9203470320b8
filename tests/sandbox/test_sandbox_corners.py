"""The quieter corners of messages, files and profiles."""

import pytest

from sandbox.params import Upload
from sandbox.refusals import NotPossible, Refused
from sandbox.telegram import Telegram


def test_a_reply_may_do_without_its_message(call, phone, minji) -> None:
    lenient = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in call("sendMessage", chat_id=minji.id, text="a", reply_parameters=lenient)


def test_forcing_a_reply_leaves_the_keyboard(call, phone, minji) -> None:
    call("sendMessage", chat_id=minji.id, text="a", reply_markup={"keyboard": [["예"]]})
    call("sendMessage", chat_id=minji.id, text="b", reply_markup={"force_reply": True})
    assert phone.sees()["keyboard"] == {"keyboard": [[{"text": "예"}]]}


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (None, "there is no document in the request"),
        (Upload("a", "text/plain", b""), "file must be non-empty"),
    ],
)
def test_no_file(call, phone, minji, document: Upload | None, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        call("sendDocument", chat_id=minji.id, document=document)


def test_files_that_are_too_big_cannot_be_fetched(call, phone) -> None:
    sent = phone.send_document(Upload("긴 영상.mp4", "video/mp4", b"0" * (20 * 1024 * 1024 + 1)))
    with pytest.raises(Refused, match="file is too big"):
        call("getFile", file_id=sent["document"]["file_id"])


@pytest.mark.parametrize("content", [b"GIF89a", b"\xff\xd8\xff\xe0\x00\x04ab"])
def test_a_phone_sends_only_real_pictures_as_photos(phone, content: bytes) -> None:
    with pytest.raises(NotPossible, match="IMAGE_PROCESS_FAILED"):
        phone.send_photo(Upload("a", "image/png", content))


def test_numbers_and_flags_in_forms(call, phone, minji) -> None:
    phone.send("하나")
    assert len(call("getUpdates", limit="many", offset="x")) == 1
    call("deleteWebhook", drop_pending_updates="true")
    assert call("getUpdates") == []


def test_deleting_needs_to_know_which(call, phone, minji) -> None:
    with pytest.raises(Refused, match="message identifier is not specified"):
        call("deleteMessage", chat_id=minji.id)


def test_the_menu_button(call, minji) -> None:
    with pytest.raises(Refused, match="unsupported type"):
        call("setChatMenuButton", menu_button={"type": "dance"})
    call("setChatMenuButton", chat_id=minji.id, menu_button={"type": "default"})
    assert call("getChatMenuButton", chat_id=minji.id) == {"type": "default"}


def test_a_name_for_one_language_only(call) -> None:
    call("setMyName", name="Bitna", language_code="en")
    assert call("getMyName", language_code="en") == {"name": "Bitna"}
    assert call("getMe")["first_name"] == call("getMyName")["name"] == "챗봇"


def test_without_a_token_each_bot_has_its_own_chats() -> None:
    telegram = Telegram()
    minji = telegram.person("민지")
    with pytest.raises(NotPossible, match="no bot is connected yet"):
        telegram.phone(minji.id)
    first, second = (telegram.call(token, "getMe")["username"] for token in ("1:a", "2:b"))
    telegram.phone(minji.id, second).send("안녕")

    assert (first, second) == ("sandbox_bot", "sandbox_2_bot")
    assert telegram.call("1:a", "getUpdates") == []
    assert telegram.call("2:b", "getUpdates")[0]["message"]["text"] == "안녕"
    assert telegram.call("2:b", "sendMessage", {"chat_id": minji.id, "text": "네"})
    with pytest.raises(Refused, match="initiate"):
        telegram.call("1:a", "sendMessage", {"chat_id": minji.id, "text": "네"})


def test_the_same_seed_gives_the_same_people() -> None:
    assert Telegram(seed=7).person("민지").id == Telegram(seed=7).person("민지").id


PLACE = {"latitude": 35.15, "longitude": "126.91", "title": "센터", "address": "북구"}


def test_a_place_on_a_map(call, phone, minji) -> None:
    sent = call("sendVenue", chat_id=minji.id, **PLACE)
    assert sent["venue"] | sent["location"] == {
        "location": {"latitude": 35.15, "longitude": 126.91},
        "title": "센터",
        "address": "북구",
        "latitude": 35.15,
        "longitude": 126.91,
    }


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"latitude": ""}, "latitude is empty"),
        ({"longitude": "east"}, "wrong location specified"),
        ({"latitude": 91}, "wrong location specified"),
        ({"title": " "}, "wrong venue data"),
    ],
)
def test_no_such_place(call, phone, minji, other: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        call("sendVenue", chat_id=minji.id, **PLACE | other)
