"""What guests of a hiring day are told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.conversations import fair_times, fair_words
from bot.conversations.common_words import BOOK, MENU
from bot.conversations.fair_words import FAIRS
from bot.models import Fair, FairCompany, FairGuest, FairTalk
from bot.notices.told import Told
from bot.say import Button, Card, Say, card, quote, say
from bot.services import fairs
from bot.services.fairs import Step


async def _whom(told: Told) -> tuple[FairGuest, Fair]:
    guest = await told.session.get_one(FairGuest, int(told.row.body["guest"]))
    return guest, await told.session.get_one(Fair, guest.fair_id)


async def _company(told: Told) -> FairCompany:
    return await told.session.get_one(FairCompany, int(told.row.body["company"]))


def _mine(guest: FairGuest) -> Button:
    return Button(say("My registration"), f"fair:mine:{guest.id}")


async def offer(told: Told) -> Card:
    """A place is free, and for how long it is kept."""
    guest, fair = await _whom(told)
    return card(
        say("A place is free now, and I keep it for you."),
        fair_words.heading(fair),
        say(
            "Please say until {until} whether you come.", until=datetime.fromisoformat(told.row.body["until"])
        ),
        rows=(
            (Button(say("Yes, I come"), f"fair:accept:{guest.id}"),),
            (Button(say("No, give it to somebody else"), f"fair:leave_yes:{guest.id}"),),
        ),
    )


async def offer_over(told: Told) -> Card:
    """The offer was not taken in time."""
    _, fair = await _whom(told)
    return card(
        say("I did not hear from you, so the place went to the next person. That is all right."),
        quote(fair.title),
        rows=((Button(say("Join the list again"), f"fair:register:{fair.id}"), FAIRS),),
    )


async def times(told: Told) -> Card:
    """Interview times, or more of them."""
    guest, fair = await _whom(told)
    return card(
        say("Your interview times at the hiring day are here. They stay as they are."),
        fair_words.heading(fair),
        await fair_times.times_line(told.session, guest, fair, told.now),
        rows=((_mine(guest),),),
    )


async def changed(told: Told) -> Card:
    """Another time, another place, or something that does not take place."""
    guest, fair = await _whom(told)
    return card(
        fair_words.under_each_other(_news(told.row.body)),
        fair_words.heading(fair),
        await fair_times.times_line(told.session, guest, fair, told.now),
        *await fair_times.seat_lines(told.session, guest.id or 0),
        rows=((_mine(guest),), (Button(say("I cannot come"), f"fair:leave:{guest.id}"),)),
    )


def _news(facts: Mapping[str, Any]) -> list[Say]:
    """What is different now, in the order in which it matters."""
    news = []
    if facts["moved"]:
        news.append(say("The hiring day has another time now."))
    if facts["place"]:
        news.append(say("The hiring day is at another place now."))
    if lost := facts.get("lost"):
        news.append(say("This does not take place: {what}", what=quote(", ".join(lost))))
    if facts.get("talks"):
        news.append(say("Where you have a seat, it is at another time or place now."))
    if clashes := facts.get("clashes"):
        what = quote(", ".join(clashes))
        news.append(
            say("It is now at the time of something else of yours, so the seat is free: {what}", what=what)
        )
    return news


async def canceled(told: Told) -> Card:
    """The fair does not take place."""
    _, fair = await _whom(told)
    return card(
        say("I am very sorry: this hiring day does not take place."),
        say("{title}\n{when}", title=quote(fair.title), when=fair_words.when(fair)),
        say("If you have questions, please call {phone}.", phone=told.center.phone),
        rows=((FAIRS, BOOK),),
    )


async def day_before(told: Told) -> Card:
    """The evening before."""
    guest, fair = await _whom(told)
    return card(
        say("Tomorrow is the hiring day."),
        fair_words.heading(fair),
        await fair_times.times_line(told.session, guest, fair, told.now),
        *await fair_times.seat_lines(told.session, guest.id or 0),
        *await fair_words.bring_line(fair),
        say("At the door, please show your code or say these six digits: <b>{code}</b>", code=guest.code),
        rows=(
            (Button(say("Show my code"), f"fair:code:{guest.id}"), *fair_words.map_button(fair)),
            (Button(say("I cannot come"), f"fair:leave:{guest.id}"),),
        ),
    )


async def seat(told: Told) -> Card:
    """The evening before a coaching on a day of its own."""
    guest, fair = await _whom(told)
    talk = await told.session.get_one(FairTalk, int(told.row.body["talk"]))
    return card(
        say("Tomorrow is the coaching for your hiring day."),
        fair_times.seat_line(talk),
        say("It makes ready for: {title}, {when}", title=quote(fair.title), when=fair.starts_at),
        rows=((_mine(guest),),),
    )


async def called(told: Told) -> Card:
    """It is their turn."""
    company = await _company(told)
    stand = await fairs.stand(told.session, company)
    turn = int(told.row.body["turn"])
    return card(
        say("<b>Please come now: {company}</b>", company=quote(company.name)),
        say("Booth {booth}. I keep your turn for ten minutes.", booth=quote(", ".join(stand.booths))),
        rows=(
            (Button(say("Let one go first"), f"fair:later:{turn}"),),
            (Button(say("Give up my number"), f"fair:out:{turn}"),),
        ),
    )


async def passed(told: Told) -> Card:
    """They did not come in time."""
    guest, _ = await _whom(told)
    company = await _company(told)
    return card(
        say("Ten minutes are over, so the next person went first: {company}", company=quote(company.name)),
        say("You can take a new number at any time."),
        rows=((Button(say("Take a number"), f"fair:queue:{guest.id}"),),),
    )


async def after(told: Told) -> Card:
    """The morning after: three questions, the results, the proof."""
    guest, fair = await _whom(told)
    return card(
        say("Thank you for coming to the hiring day: {title}", title=quote(fair.title)),
        say("May I ask you three short questions? It takes a minute."),
        rows=(
            (Button(say("Answer three questions"), f"fair:after:{guest.id}"),),
            (Button(say("Tell a result"), f"fair:result:{guest.id}"),),
            (Button(say("Confirmation of attendance"), f"fair:proof:{guest.id}"), MENU),
        ),
    )


async def stayed(told: Told) -> Card:
    """Thirty or ninety days after somebody was hired."""
    guest, _ = await _whom(told)
    company, days = await _company(told), int(told.row.body["days"])
    return card(
        say("{days} days ago you began: {company}", days=days, company=quote(company.name)),
        say("Are you still there? One tap is enough."),
        rows=fair_words.stay_rows(guest.id or 0, company.id or 0, Step(f"stayed_{days}")),
    )
