"""A small bot for looking at the page: it knows buttons, a contact keyboard and every kind of text."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import orjson

TOKEN = "4242:browser"
WELCOME = (
    "<b>빛나</b>예요. 반가워요!\n<i>한 번에 하나씩</i> 여쭤볼게요.\n"
    "<blockquote>예약 <code>A-17</code>\n11월 25일 (수) 오후 2:00</blockquote>\n"
    '자세한 안내는 <a href="https://example.org">여기</a>, 도움말은 /help 에 있어요.'
)
COMMANDS = [
    {"command": "start", "description": "처음부터"},
    {"command": "book", "description": "상담 예약"},
    {"command": "help", "description": "도움말"},
]


def button(text: str, data: str) -> dict[str, str]:
    return {"text": text, "callback_data": data}


CHOICES = {
    "inline_keyboard": [
        [button("상담 예약하기", "book")],
        [button("알림", "alert"), button("조용히", "slow")],
    ]
}


class Echo:
    def __init__(self, url: str) -> None:
        self._url = f"{url}/bot{TOKEN}"
        self._session = aiohttp.ClientSession()

    async def call(self, method: str, **params: Any) -> Any:
        async with self._session.post(
            f"{self._url}/{method}", data=orjson.dumps(params), headers={"Content-Type": "application/json"}
        ) as answer:
            return orjson.loads(await answer.read()).get("result")

    async def run(self) -> None:
        await self.call("setMyName", name="빛나")
        await self.call("setMyCommands", commands=COMMANDS)
        await self.call(
            "setMyDescription",
            description="일자리를 찾는 분의 대화 도우미예요.\n상담을 예약하고 궁금한 것을 물어보세요.",
        )
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30) or ():
                offset = update["update_id"] + 1
                await self.meet(update)

    async def meet(self, update: dict[str, Any]) -> None:
        if query := update.get("callback_query"):
            await self.pressed(query)
        elif edited := update.get("edited_message"):
            await self.call("sendMessage", chat_id=edited["chat"]["id"], text=f"고치셨네요: {edited['text']}")
        elif message := update.get("message"):
            await self.heard(message)

    async def pressed(self, query: dict[str, Any]) -> None:
        chat_id, message_id = query["message"]["chat"]["id"], query["message"]["message_id"]
        if query["data"] == "slow":
            return
        alert = query["data"] == "alert"
        await self.call(
            "answerCallbackQuery", callback_query_id=query["id"], text="확인했어요", show_alert=alert
        )
        if not alert:
            await self.call(
                "editMessageText",
                chat_id=chat_id,
                message_id=message_id,
                text="예약했어요: <b>11월 25일 (수) 오후 2:00</b>",
                parse_mode="HTML",
            )

    async def heard(self, message: dict[str, Any]) -> None:
        chat_id, text = message["chat"]["id"], message.get("text", "")
        if text.startswith("/start"):
            await self.call(
                "sendMessage", chat_id=chat_id, text=WELCOME, parse_mode="HTML", reply_markup=CHOICES
            )
        elif text == "/book":
            keyboard = {
                "keyboard": [[{"text": "내 전화번호 보내기", "request_contact": True}], ["나중에"]],
                "resize_keyboard": True,
                "one_time_keyboard": True,
            }
            await self.call(
                "sendMessage", chat_id=chat_id, text="연락드릴 번호를 알려 주시겠어요?", reply_markup=keyboard
            )
        elif contact := message.get("contact"):
            await self.call(
                "sendMessage",
                chat_id=chat_id,
                text=f"{contact['phone_number']} 번호로 연락드릴게요.",
                reply_markup={"remove_keyboard": True},
            )
        else:
            await self.call("sendChatAction", chat_id=chat_id, action="typing")
            await self.call("sendMessage", chat_id=chat_id, text=f"들었어요: {text or '파일'}")

    async def close(self) -> None:
        await self._session.close()


async def _live(url: str, stopped: threading.Event, ready: threading.Event) -> None:
    echo = Echo(url)
    living = asyncio.create_task(echo.run())
    ready.set()
    await asyncio.to_thread(stopped.wait)
    living.cancel()
    await asyncio.gather(living, return_exceptions=True)
    await echo.close()


@contextmanager
def living(url: str) -> Iterator[None]:
    """The bot, in a thread, for as long as the block lasts."""
    stopped, ready = threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(_live(url, stopped, ready)))
    thread.start()
    ready.wait()
    try:
        yield
    finally:
        stopped.set()
        thread.join()
