"""aiogram against the server: the sandbox serves any bot."""

import asyncio

import pytest

aiogram = pytest.importorskip("aiogram", reason="aiogram is not installed")

from aiogram.client.session.aiohttp import AiohttpSession  # noqa: E402 - only where it is installed
from aiogram.client.telegram import TelegramAPIServer  # noqa: E402
from aiogram.types import (  # noqa: E402
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="예", callback_data="yes")]])


async def test_a_whole_conversation(sandbox) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    bot, dispatcher = aiogram.Bot("4242:in-tests", session=session), aiogram.Dispatcher()
    left: asyncio.Queue[str] = asyncio.Queue()

    @dispatcher.message()
    async def heard(message: Message) -> None:
        await message.answer("<b>들었어요</b>", parse_mode="HTML", reply_markup=YES)
        await message.answer_document(BufferedInputFile(b"abc", filename="가.txt"))

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("네")

    @dispatcher.my_chat_member()
    async def membership(change: aiogram.types.ChatMemberUpdated) -> None:
        left.put_nowait(change.new_chat_member.status)

    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    minji = await sandbox.person("민지")
    await minji.sends("안녕")
    assert (await minji.hears()).text == "들었어요"
    assert (await minji.hears()).body["document"]["file_name"] == "가.txt"
    assert (await minji.answer(await minji.presses("[예]")))["text"] == "네"
    await minji.blocks()
    assert await left.get() == "kicked"

    await dispatcher.stop_polling()
    await polling
