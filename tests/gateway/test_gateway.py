"""From an update to what is said, through all of it."""

from bot.db import Database
from bot.gateway.gateway import Connection, Deeds, Gateway
from tests.gateway.pretend_telegram import (
    SUJIN,
    TOKEN,
    Pretend,
    StillClock,
    message,
    outbox_rows,
    phrase,
    render,
    reply,
    states,
)
from tests.paces import Unpaced


async def test_an_update_becomes_an_answer(database: Database) -> None:
    telegram = Pretend()

    async def echo(session, row, now) -> None:
        session.add(reply(f"You said {row.body['message']['text']}", row.chat_id))

    async def sorry(session, row, now) -> None:
        session.add(reply("Sorry", row.chat_id))

    gateway = Gateway(
        Connection(TOKEN, caller=telegram),
        database,
        StillClock(),
        Deeds(echo, sorry, render, phrase),
        pace=Unpaced(),
    )
    await gateway.store([message(1), message(2, SUJIN), message(3)])
    await gateway.flush()
    await gateway.sender.close()

    assert telegram.texts == ["You said 안녕하세요"] * 3
    assert await states(database) == ["sent"] * 3
    assert [row.body for row in await outbox_rows(database)] == [None] * 3
