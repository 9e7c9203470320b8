"""Updates: offsets, redelivery, kinds, and two pollers."""

import asyncio

import pytest
import telegram as ptb
from telegram.error import Conflict

from sandbox.refusals import Refused


def ids(updates: list[dict]) -> list[int]:
    return [update["update_id"] for update in updates]


@pytest.fixture
def three(call, phone) -> list[int]:
    for word in "하나", "둘", "셋":
        phone.send(word)
    return ids(call("getUpdates"))


def test_updates_come_again_until_a_later_offset(call, three) -> None:
    first, second, third = three
    assert (second, third) == (first + 1, first + 2)
    assert ids(call("getUpdates")) == three
    assert ids(call("getUpdates", offset=first)) == three
    assert ids(call("getUpdates", offset=second)) == [second, third]
    assert ids(call("getUpdates", offset=first)) == [second, third]
    assert call("getUpdates", offset=third + 1) == []


def test_a_negative_offset_forgets_all_but_the_last(call, three) -> None:
    assert ids(call("getUpdates", offset=-1)) == three[2:]
    assert ids(call("getUpdates")) == three[2:]


def test_a_limit_gives_the_oldest(call, three) -> None:
    assert ids(call("getUpdates", limit="2")) == three[:2]


def test_unwanted_kinds_are_never_queued(call, phone) -> None:
    call("getUpdates", allowed_updates='["callback_query"]')
    phone.send("안녕")
    assert call("getUpdates") == []

    call("getUpdates", allowed_updates=[])
    phone.send("안녕")
    assert len(call("getUpdates")) == 1


def test_what_people_do_becomes_the_right_kind_of_update(call, phone, minji) -> None:
    sent = phone.send("오타")
    phone.edit(sent["message_id"], "오타 없음")
    phone.share_contact("+821012345678")
    phone.send_sticker()
    phone.send_voice()
    phone.block()
    phone.unblock()
    kinds = [next(kind for kind in update if kind != "update_id") for update in call("getUpdates")]

    assert kinds == ["message", "edited_message", *["message"] * 3, "my_chat_member", "my_chat_member"]
    edited, contact = call("getUpdates")[1]["edited_message"], call("getUpdates")[2]["message"]["contact"]
    assert (edited["text"], edited["message_id"]) == ("오타 없음", sent["message_id"])
    assert edited["edit_date"]
    assert contact == {"phone_number": "+821012345678", "first_name": "민지", "user_id": minji.id}


def test_an_update_on_its_way_keeps_what_it_was_sent_with(call, phone) -> None:
    sent = phone.send("처음")
    phone.edit(sent["message_id"], "나중")

    assert [update["message"]["text"] for update in call("getUpdates")[:1]] == ["처음"]


def test_no_polling_while_a_webhook_is_set(call) -> None:
    call("setWebhook", url="https://example.org/hook")
    with pytest.raises(Refused) as refused:
        call("getUpdates")
    assert (refused.value.code, refused.value.description[:42]) == (
        409,
        "Conflict: can't use getUpdates method whil",
    )


async def test_a_long_poll_ends_when_something_arrives(bot: ptb.Bot, sandbox) -> None:
    minji = await sandbox.person("민지")
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.call("getUpdates")
    await minji.sends("안녕")

    [update] = await poll
    assert update.effective_message.text == "안녕"


async def test_a_long_poll_ends_with_nothing_after_its_time(bot: ptb.Bot) -> None:
    assert await bot.get_updates(timeout=1) == ()


async def test_the_second_poller_ends_the_first(bot: ptb.Bot, sandbox) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.call("getUpdates")
    async with ptb.Bot(bot.token, base_url=sandbox.base_url) as second:
        await second.get_updates(timeout=0)

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_setting_a_webhook_ends_the_poll(bot: ptb.Bot, sandbox) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await sandbox.call("getUpdates")
    await bot.set_webhook("http://127.0.0.1:1/")

    with pytest.raises(Conflict):
        await poll
