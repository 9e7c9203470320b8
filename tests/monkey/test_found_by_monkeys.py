"""What monkeys have found, one chat each: none of it may happen again."""

from sandbox.phone import Phone
from tests.house import House
from tests.monkey.test_impatience import house, said, taps

__all__ = ["house"]


async def asked_for_a_time(house: House) -> Phone:
    """Somebody who was asked which time of today suits them, and went away."""
    await house.agreed("민지")
    phone = house.telegram.phone(house.person("민지").id)
    phone.send("/book")
    await house.settle()
    for question, value in (("service", "intake"), ("way", "visit"), ("how", "day"), ("day", "2026-11-23")):
        taps(phone, question, value)
        await house.settle()
    return phone


async def test_who_answers_when_the_day_is_over_is_asked_for_another_day(house: House) -> None:
    phone = await asked_for_a_time(house)

    await house.pass_time(hours=12)
    phone.send("오후 2시")
    await house.settle()

    assert "That time is not free. These are." in said(phone)[-1]


async def test_who_edits_an_answer_when_the_day_is_over_is_asked_for_another_day(house: House) -> None:
    phone = await asked_for_a_time(house)
    sent = phone.send("오후 2시")
    await house.settle()

    await house.pass_time(hours=12)
    phone.edit(sent["message_id"], "오후 3시")
    await house.settle()

    assert "That time is not free. These are." in said(phone)[-1]
