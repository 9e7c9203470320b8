"""The control API, its client, the streams and the process."""

import asyncio
import json
import sys

import aiohttp
import pytest

from sandbox.client import NotDone, Sandbox
from sandbox.process import launched

TOKEN = "4242:in-tests"


async def api(sandbox: Sandbox, method: str, **params: object) -> dict:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.base_url}{TOKEN}/{method}", json=params) as answer,
    ):
        return await answer.json()


async def test_people(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지", id=17, username="minji", language_code="vi", role="구직자")
    somebody = await sandbox.person("하늘")

    assert (minji.id, len(str(somebody.id)) in (9, 10)) == (17, True)
    assert [person.first_name for person in await sandbox.people()] == ["민지", "하늘"]
    with pytest.raises(NotDone, match="somebody has the id 17 already"):
        await sandbox.person("윤슬", id=17)


@pytest.mark.parametrize("form", ["query", "form", "multipart", "json"])
async def test_every_encoding_is_understood(sandbox: Sandbox, form: str) -> None:
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    params = {"chat_id": str(minji.id), "text": "안녕", "reply_markup": '{"remove_keyboard": true}'}
    how = {"query": {"params": params}, "form": {"data": params}, "json": {"json": params}}.get(form, {})
    if form == "multipart":
        body = aiohttp.FormData(params, default_to_multipart=True)
        how = {"data": body}
    async with aiohttp.ClientSession() as session:
        verb = "GET" if form == "query" else "POST"
        async with session.request(verb, f"{sandbox.base_url}{TOKEN}/SENDmessage", **how) as answer:
            assert (await answer.json())["result"]["text"] == "안녕"


async def test_nonsense_is_answered_politely(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session:
        headers = {"Content-Type": "application/json"}
        for body in b"{", b"[]":
            async with session.post(f"{sandbox.base_url}{TOKEN}/getMe", data=body, headers=headers) as answer:
                assert answer.status == 400
        async with session.get(f"{sandbox.base_url}{TOKEN}/getDance") as answer:
            assert await answer.json() == {"ok": False, "error_code": 404, "description": "Not Found"}
        async with session.get(f"{sandbox.base_file_url}{TOKEN}/no/such") as answer:
            assert answer.status == 404


async def test_hearing_waits_for_what_is_wanted(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    hearing = asyncio.create_task(minji.hears("둘"))
    for word in "하나", "둘", "셋":
        await api(sandbox, "sendMessage", chat_id=minji.id, text=word)

    heard = await hearing
    assert heard.text == "둘"
    await api(sandbox, "editMessageText", chat_id=minji.id, message_id=heard.message_id, text="둘이요")
    assert [(await minji.hears()).text for _ in range(2)] == ["셋", "둘이요"]
    assert (await minji.hears(lambda heard: heard.edited, after=0)).text == "둘이요"


async def test_silence_is_an_assertion(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    with pytest.raises(AssertionError, match="민지 did not hear"):
        await minji.hears(timeout=0.05)
    with pytest.raises(AssertionError, match="did not call"):
        await sandbox.call("sendMessage", timeout=0.05)


async def test_deeds_that_are_not_possible_say_why(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    with pytest.raises(NotDone, match=r"no button \[예\]"):
        await minji.presses("[예]")
    with pytest.raises(NotDone, match="KeyError"):
        await sandbox._wire.tell(f"people/{minji.id}/send")
    with pytest.raises(NotDone, match="nobody can dance"):
        await sandbox._wire.tell(f"people/{minji.id}/dance")
    with pytest.raises(NotDone, match="nobody here has the id 1"):
        await sandbox._wire.tell("people/1/send", text="a")


async def test_callbacks_and_pending(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    keyboard = {"inline_keyboard": [[{"text": "예", "callback_data": "y"}]]}
    await api(sandbox, "sendMessage", chat_id=minji.id, text="?", reply_markup=keyboard)
    message = await minji.hears()
    press = await minji.presses_data(message.message_id, "y")
    assert [(each["data"], each["answered"]) for each in await sandbox.callbacks()] == [("y", False)]
    assert await sandbox.pending() == 2

    answering = asyncio.create_task(minji.answer(press))
    emptied = asyncio.create_task(sandbox.pending(wait=5))
    await api(sandbox, "answerCallbackQuery", callback_query_id=press, text="네")
    assert (await answering)["text"] == "네"
    updates = (await api(sandbox, "getUpdates"))["result"]
    await api(sandbox, "getUpdates", offset=updates[-1]["update_id"] + 1)
    assert await emptied == 0


async def test_the_log_can_be_waited_for(sandbox: Sandbox) -> None:
    seen = len(await sandbox.calls())
    waiting = asyncio.create_task(sandbox.call("getMe", lambda entry: not entry["params"], after=seen))
    await api(sandbox, "getMe", odd=1)
    await api(sandbox, "getMe")

    assert (await waiting)["unknown_params"] == []
    assert (await sandbox.calls("getMe", after=seen))[0]["unknown_params"] == ["odd"]


async def events(stream: aiohttp.ClientResponse, kind: str) -> dict:
    async for line in stream.content:
        if line.startswith(b"data: ") and (event := json.loads(line[6:]))["kind"] == kind:
            return event
    raise AssertionError(f"the stream ended without {kind}")


async def test_the_stream_tells_what_happens(sandbox: Sandbox) -> None:
    minji, haneul = await sandbox.person("민지"), await sandbox.person("하늘")
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/sandbox/events?person={minji.id}") as stream,
    ):
        await haneul.sends("남의 말")
        sent = await minji.sends("/start")
        event = await events(stream, "message")
        assert (event["person"], event["data"]["text"], event["n"]) == (minji.id, "/start", sent["at"])
        await sandbox.breaks("slow", count=0)
        assert (await events(stream, "faults"))["data"][0]["kind"] == "slow"
        await minji.blocks()
        assert (await events(stream, "blocked"))["data"] == {"blocked": True}
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/sandbox/events?after=0") as stream,
    ):
        assert (await events(stream, "message"))["data"]["text"] == "남의 말"


async def test_reset_empties_the_chats(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    await sandbox.breaks("drop")
    await sandbox.reset()

    assert (await minji.chat())["messages"] == []
    assert (await sandbox.pending(), await sandbox.calls()) == (0, [])
    assert await sandbox._wire.ask("faults") == []


async def test_files_for_the_page(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    sent = await minji.sends_file("표.csv", b"a,b", "text/csv")
    async with aiohttp.ClientSession() as session:
        address = f"{sandbox.url}/sandbox/files/{sent['document']['file_id']}"
        async with session.get(address) as answer:
            assert (await answer.read(), answer.content_type) == (b"a,b", "application/octet-stream")
        for page in "/", "/page/app.js", "/page/style.css":
            async with session.get(sandbox.url + page) as answer:
                assert answer.status == 200


async def test_commands_for_one_person(sandbox: Sandbox) -> None:
    minji = await sandbox.person("민지")
    one, two = [{"command": "a", "description": "가"}], [{"command": "b", "description": "나"}]
    await api(sandbox, "setMyCommands", commands=one)
    assert await sandbox._wire.ask(f"people/{minji.id}/commands") == one
    await api(sandbox, "setMyCommands", commands=two, scope={"type": "chat", "chat_id": minji.id})
    assert await sandbox._wire.ask(f"people/{minji.id}/commands") == two
    assert [bot["username"] for bot in await sandbox._wire.ask("bots")] == ["sandbox_bot"]


async def test_as_a_process_of_its_own(tmp_path) -> None:
    file = tmp_path / "clock"
    with launched("--clock-file", str(file), "--person", "민지:구직자:17", "--person", "하늘") as url:
        async with Sandbox(url) as sandbox:
            [minji, _] = await sandbox.people()
            assert (minji.id, file.read_text()) == (17, "0")
            with pytest.raises(NotDone, match="no bot is connected yet"):
                await minji.sends("/start")
            await api(sandbox, "getMe")
            await minji.sends("/start")
            assert (await api(sandbox, "sendMessage", chat_id=17, text="안녕"))["ok"]
    assert "sandbox" in sys.modules
