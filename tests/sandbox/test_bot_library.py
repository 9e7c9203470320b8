"""python-telegram-bot against the server, over HTTP, method by method."""

import json
from pathlib import Path
from struct import pack

import pytest
import telegram as ptb
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from sandbox.methods import SERVED

SPECIFICATION = Path(__file__).parents[3] / "shared" / "telegram-bot-api.json"
PICTURE = b"\x89PNG\r\n\x1a\n" + pack(">I4sII", 13, b"IHDR", 640, 480) + b"..."
JPEG = b"\xff\xd8" + pack(">HH", 0xFFE0, 4) + b"..."[:2] + pack(">HHBHH", 0xFFC0, 17, 8, 48, 64) + b"." * 10


@pytest.fixture
async def minji(sandbox):
    minji = await sandbox.person("민지")
    await minji.sends("/start")
    return minji


async def test_messages(bot: ptb.Bot, minji) -> None:
    sent = await bot.send_message(minji.id, "<b>안녕</b>", parse_mode="HTML", reply_to_message_id=1)
    assert (sent.text, sent.text_html, sent.chat.id) == ("안녕", "<b>안녕</b>", minji.id)
    assert sent.reply_to_message.text == "/start"
    assert (await minji.hears()).text == "안녕"

    button = ptb.InlineKeyboardMarkup.from_button(ptb.InlineKeyboardButton("예", callback_data="y"))
    edited = await sent.edit_text("안녕히", reply_markup=button)
    assert edited.edit_date
    assert (await minji.hears()).labels == ["예"]
    bare = await sent.edit_reply_markup()
    assert bare.reply_markup is None

    assert await bot.send_chat_action(minji.id, ChatAction.TYPING)
    assert await sent.delete()
    assert [message.text for message in await minji.messages()] == ["/start"]
    assert (await minji.chat())["deleted"] == [sent.message_id]


async def test_pressing(bot: ptb.Bot, minji) -> None:
    button = ptb.InlineKeyboardMarkup.from_button(ptb.InlineKeyboardButton("예", callback_data="y"))
    await bot.send_message(minji.id, "괜찮으세요?", reply_markup=button)
    await minji.hears()
    press = await minji.presses("[예]")
    [update] = await bot.get_updates(offset=-1)
    await update.callback_query.answer("네", show_alert=True)

    assert await minji.answer(press) | {"text": "네", "show_alert": True} == await minji.answer(press)


async def test_files(bot: ptb.Bot, minji) -> None:
    sent = await bot.send_document(
        minji.id, "표".encode(), caption="<i>표</i>", parse_mode="HTML", filename="표.csv"
    )
    assert (sent.document.file_name, sent.document.file_size, sent.caption) == ("표.csv", 3, "표")
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == "표".encode()

    again = await bot.send_document(minji.id, sent.document.file_id)
    assert again.document.file_id == sent.document.file_id
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await again.edit_text("글")
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(minji.id, b"a", caption="a" * 1025)


@pytest.mark.parametrize(("content", "width"), [(PICTURE, 640), (JPEG, 64)])
async def test_photos(bot: ptb.Bot, minji, content: bytes, width: int) -> None:
    assert (await bot.send_photo(minji.id, content)).photo[0].width == width
    await minji.sends_photo(content, "여기요")
    [update] = await bot.get_updates(offset=-1)
    assert (update.message.photo[0].width, update.message.caption) == (width, "여기요")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"not a picture", "Image_process_failed"),
        ("https://a.kr/b.jpg", "Failed to get http url content"),
        ("unknown", "Wrong file identifier/http url specified"),
    ],
)
async def test_no_such_photo(bot: ptb.Bot, minji, content: bytes | str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.send_photo(minji.id, content)
    assert str(refused.value).lower() == reason.lower()


async def test_people_send_files_and_others(bot: ptb.Bot, minji) -> None:
    await minji.sends_file("이력서.pdf", b"%PDF", "application/pdf", "제 이력서예요")
    await minji.shares_contact("+821012345678", 17)
    await minji.sends_sticker()
    await minji.sends_voice()
    _, document, contact, sticker, voice = await bot.get_updates()

    assert (document.message.document.mime_type, document.message.caption) == (
        "application/pdf",
        "제 이력서예요",
    )
    assert (contact.message.contact.user_id, contact.message.from_user.id) == (17, minji.id)
    assert (sticker.message.sticker.emoji, voice.message.voice.to_dict()["duration"]) == ("🙂", 3)
    assert bytes(await (await document.message.document.get_file()).download_as_bytearray()) == b"%PDF"


async def test_what_a_bot_says_of_itself(bot: ptb.Bot, minji) -> None:
    commands = [ptb.BotCommand("start", "처음부터"), ptb.BotCommand("help", "도움말")]
    everybody = ptb.BotCommandScopeAllPrivateChats()
    assert await bot.set_my_commands(commands)
    assert await bot.set_my_commands(commands[:1], scope=everybody, language_code="ko")
    assert await bot.get_my_commands() == tuple(commands)
    assert await bot.get_my_commands(scope=everybody, language_code="ko") == tuple(commands[:1])
    assert await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()

    assert await bot.set_my_name("빛나")
    assert (await bot.get_me()).first_name == (await bot.get_my_name()).name == "빛나"
    assert await bot.set_my_description("도우미")
    assert (await bot.get_my_description()).description == "도우미"
    assert await bot.set_my_short_description("짧게")
    assert (await bot.get_my_short_description(language_code="ko")).short_description == "짧게"
    assert await bot.set_chat_menu_button(menu_button=ptb.MenuButtonCommands())
    assert (await bot.get_chat_menu_button()).type == "commands"
    assert (await bot.get_chat(minji.id)).first_name == "민지"


async def test_goodbyes(bot: ptb.Bot) -> None:
    assert await bot.close()
    assert await bot.log_out()


@pytest.mark.filterwarnings(
    "ignore:Deprecated since version v22.2"
)  # the library warns where it counts seconds
async def test_blocked_and_limited(bot: ptb.Bot, sandbox, minji) -> None:
    await minji.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(minji.id, "안녕")
    await minji.unblocks()
    await sandbox.limits(on=True)
    for _ in range(5):
        await bot.send_message(minji.id, "안녕")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(minji.id, "안녕")
    assert "Retry in" in str(refused.value)


async def test_a_stranger_is_not_let_in(sandbox) -> None:
    with pytest.raises(InvalidToken):
        async with ptb.Bot("1:other", base_url=sandbox.base_url):
            pass


@pytest.mark.skipif(not SPECIFICATION.exists(), reason="the Bot API's specification is not here")
@pytest.mark.parametrize("method", SERVED, ids=lambda method: method.name)
def test_parameters_are_those_of_the_bot_api(method) -> None:
    specified = json.loads(SPECIFICATION.read_text())["methods"][method.name]
    assert method.params == {field["name"] for field in specified.get("fields", ())}
