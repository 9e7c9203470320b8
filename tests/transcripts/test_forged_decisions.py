"""Buttons of proposals, of passing on, of calendars: pressed by whoever they are not for."""

import pytest
from sqlmodel import select

from bot.conversations.deciding_words import packed
from bot.models import Feed, Outbox, Role
from bot.services import bookings
from tests.house import MONDAY, House
from tests.transcripts.test_coming import booked, everything

ELEVEN = packed([MONDAY.replace(day=25, hour=11)])
NOON = packed([MONDAY.replace(day=25, hour=12)])
ASKS = ("booking.proposed", "colleague.asked", "booking.calendar")

# 누리 has the appointment of 민지, 윤슬 is a colleague, 수아 a stranger. {id} and {at} are the appointment's.
FORGED = [
    ("수아", "prop:pick:{id}:{at}::"),
    ("수아", f"prop:send:{{id}}:{{at}}:{ELEVEN}:"),
    ("수아", f"take:{{id}}:{ELEVEN}"),
    ("수아", "pass:who:{id}:{at}"),
    ("수아", "pass:ask:{id}:{at}:1"),
    ("수아", "pass:yes:{id}:{at}"),
    ("수아", "pass:no:{id}:{at}"),
    ("수아", "appt:save:{id}"),
    ("수아", "feed:make"),
    ("민지", f"prop:send:{{id}}:{{at}}:{ELEVEN}:"),
    ("민지", f"take:{{id}}:{ELEVEN}"),
    ("민지", "take:{id}:"),
    ("민지", "take:{id}:zzzzzzzz"),
    ("민지", "take:424242:1"),
    ("민지", "appt:save:424242"),
    ("윤슬", "prop:pick:{id}:{at}::"),
    ("윤슬", f"prop:send:{{id}}:{{at}}:{ELEVEN}:"),
    ("윤슬", "prop:back:{id}:{at}::"),
    ("윤슬", "pass:ask:{id}:{at}:1"),
    ("윤슬", "prop:pick:{id}:1::"),
    ("윤슬", "appt:accept:{id}:1"),
    ("윤슬", "pass:yes:{id}:{at}"),
    ("윤슬", "pass:no:{id}:{at}"),
    ("누리", "pass:no:{id}:{at}"),
    ("누리", "prop:pick:{id}:1::"),
    ("누리", f"prop:send:{{id}}:1:{ELEVEN}:"),
    ("누리", f"prop:send:424242:{{at}}:{ELEVEN}:"),
    ("누리", f"prop:send:{{id}}:{{at}}:{NOON}:"),
    ("누리", "pass:who:424242:1"),
    ("누리", "pass:who:{id}:1"),
    ("누리", "pass:ask:999999999999999999:1:1"),
    ("누리", "pass::::::"),
]


@pytest.mark.parametrize(("name", "data"), FORGED, ids=lambda part: part)
async def test_what_is_not_theirs_is_refused_with_a_sentence(house: House, name: str, data: str) -> None:
    """Nothing changes, nobody is asked anything, no address is made; and it is said."""
    for called in ("누리", "윤슬"):
        await house.joins(f"{called} 상담사", Role.COUNSELOR, called, "ko")
    appointment = await booked(house, "민지", 25, 10)
    await house.agreed("수아", language="ko")
    house.bitna.feeds = "https://bitna.example/calendars"
    before = await everything(house)
    said = house.telegram.log.number

    phone = house.telegram.phone(house.person(name).id)
    message = phone._chat.newest(lambda message: message.from_bot)
    at = int(appointment.starts_at.timestamp())
    phone._pressed(message, data.format(id=appointment.id, at=at))
    await house.settle()

    assert await everything(house) == before
    replies = [each for each in house.telegram.log.after(said) if each.method == "sendMessage"]
    assert replies
    if name not in {"민지", "누리"}:  # whose it is not sees nothing of it
        assert not any(appointment.number in each.params["text"] for each in replies)
    async with house.database.reading() as session:
        assert (await session.exec(select(Feed))).all() == []
        notices = (await session.exec(select(Outbox.notice))).all()
    assert not set(notices) & set(ASKS)


async def test_a_colleague_who_was_not_asked_and_the_one_who_was(house: House) -> None:
    """Both have the same button; it opens for the one who was asked."""
    for called in ("누리", "윤슬", "새벽"):
        await house.joins(f"{called} 상담사", Role.COUNSELOR, called, "ko")
    appointment = await booked(house, "민지", 25, 14, "intake")
    await house.settle()
    async with house.database.reading() as session:
        [owner] = await bookings.with_names(session, [appointment])
    asked, other = sorted({"누리", "윤슬", "새벽"} - {owner.counselor_name.split()[0]})
    phone = house.telegram.phone(house.person(owner.counselor_name.split()[0]).id)
    phone.press_label("[동료에게 부탁하기]")
    await house.settle()
    phone.press_label(f"[{asked} 상담사에게 부탁하기]")
    await house.settle()
    before = await everything(house)

    at = int(appointment.starts_at.timestamp())
    for name, changes in ((other, False), (asked, True)):
        phone = house.telegram.phone(house.person(name).id)
        message = phone._chat.newest(lambda message: message.from_bot)
        phone._pressed(message, f"pass:yes:{appointment.id}:{at}")
        await house.settle()
        assert (await everything(house) != before) is changes
