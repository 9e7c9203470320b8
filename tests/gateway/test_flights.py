"""Calls on their way: every end is written, whenever it comes."""

import asyncio
from typing import Any

from bot.gateway.flights import Flights
from bot.gateway.outcomes import Call, End, Outcome
from bot.models import OutboxKind

SENT = Outcome(End.SENT, message_id=1)


def call(row_id: int) -> Call:
    return Call(row_id, 1000 + row_id, OutboxKind.REPLY, "sendMessage", {})


async def test_a_call_that_ends_while_another_end_is_being_written_is_written_too() -> None:
    written: list[int] = []
    writing, second_ends = asyncio.Event(), asyncio.Event()

    async def write(ended: list[Any]) -> None:
        now = [each.row_id for each, _ in ended]
        writing.set()
        await second_ended.wait()
        written.extend(now)

    async def first() -> Outcome:
        return SENT

    second_ended = asyncio.Event()

    async def second() -> Outcome:
        await second_ends.wait()
        asyncio.get_running_loop().call_soon(second_ended.set)
        return SENT

    flights = Flights(write)
    flights.start(call(1), first())
    flights.start(call(2), second())
    await writing.wait()
    second_ends.set()
    await flights.landed()

    assert written == [1, 2]
    assert flights.chats == set()
