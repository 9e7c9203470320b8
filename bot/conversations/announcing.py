"""Announcing: an operator writes once, sees who will get it and when, and says yes."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import SEOUL
from bot.conversations.intake_words import DISTRICTS, FIELDS
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script
from bot.conversations.visit import Visit
from bot.korean import districts, fields, moments
from bot.korean.hours import HalfDay
from bot.korean.moments import Moment
from bot.korean.unclear import Unclear, Why
from bot.korean.yes_no import yes_or_no
from bot.models import Role
from bot.say import Button, Say, card, quote, say
from bot.services import announcements

LONGEST = (
    3000  # characters: a copy also carries the center's name and the way to stop, within Telegram's 4096
)

AUDIENCES = (
    Choice("all", say("Everyone who wants news")),
    Choice("district", say("By district")),
    Choice("field", say("By kind of work")),
)


def announcement_text(text: str, _visit: Visit) -> str:
    """The words of the announcement."""
    words = text.strip()
    if not 5 <= len(words) <= LONGEST:
        raise Unclear(Why.NOTHING)
    return words


def district(text: str, visit: Visit) -> str:
    """One of the five 구."""
    return districts.district(text, visit.places)


def job_field(text: str, _visit: Visit) -> str:
    """The first digit of the KECO code."""
    return fields.job_field(text)


def moment(text: str, visit: Visit) -> Moment | str:
    """When to send it."""
    return "now" if text.strip() in {"지금", "바로", "now"} else moments.moment(text, visit.today)


def sure(text: str, _visit: Visit) -> str:
    """Whether somebody typed yes or no."""
    return "yes" if yes_or_no(text) else "no"


def show_when(value: Any, _visit: Visit) -> Say:
    """Now, or the day and hour."""
    return say("now") if value == "now" else Say("{when}", {"when": datetime.fromisoformat(str(value))})


def audience_of(answers: Any) -> dict[str, str]:
    """The audience as the announcement keeps it."""
    kind = answers["audience"]
    return {} if kind == "all" else {kind: answers[kind]}


ANNOUNCING = Script(
    "announce",
    say("Announcement"),
    (
        Ask(
            "text",
            say("Please write the announcement as job seekers will read it."),
            say("Text"),
            say("Between 5 and 3,000 characters, as plain text."),
            announcement_text,
            free=True,
        ),
        Ask(
            "audience",
            say("Who should get it? Only people who asked for news are counted."),
            say("Audience"),
            say("Please press one of the buttons."),
            None,
            AUDIENCES,
            wide=True,
        ),
        Ask(
            "district",
            say("Which district?"),
            say("District"),
            say("For example: Buk-gu, or your neighborhood such as 용봉동 or 수완동."),
            district,
            DISTRICTS[:5],
            only_if=lambda answers: answers.get("audience") == "district",
        ),
        Ask(
            "field",
            say("Which kind of work?"),
            say("Kind of work wanted"),
            say("For example: office work, driving, care work."),
            job_field,
            FIELDS,
            only_if=lambda answers: answers.get("audience") == "field",
        ),
        Ask(
            "when",
            say("When shall I send it? You may write it, like “tomorrow 10 in the morning”."),
            say("Sending time"),
            say("For example: 내일 오전 10시. Between 21:00 and 08:00 it waits for the morning."),
            moment,
            (Choice("now", say("Now")),),
            shows=show_when,
        ),
        Ask(
            "sure",
            say("Shall I send it?"),
            say("Sending"),
            say("Please say yes or no."),
            sure,
            (
                Choice("yes", say("Yes, send it")),
                Choice("text", say("Change the text")),
                Choice("audience", say("Change the audience")),
                Choice("when", say("Change the time")),
            ),
        ),
    ),
    needs_consent=False,
    for_staff=True,
)


@ANNOUNCING.settles("when")
async def in_the_future(visit: Visit, value: Moment | str) -> dict[str, Any]:
    """A full moment that is still to come."""
    if isinstance(value, str):
        return {"when": value}
    if value.day is None or value.at is None or isinstance(value.at, HalfDay):
        raise AskAgain("when", say("Please name the day and the hour, like 내일 오전 10시."))
    when = datetime.combine(value.day, value.at, SEOUL).astimezone(UTC)
    if when <= visit.now:
        raise AskAgain("when", say("That time has already passed."))
    if when > visit.now + timedelta(days=90):
        raise AskAgain("when", say("Please choose a time within three months."))
    return {"when": when.isoformat()}


@ANNOUNCING.tells("sure")
async def preview(visit: Visit) -> Say:
    """How it will look, how many will get it, and how many wait for the morning."""
    answers = visit.answers
    reach = await announcements.count(visit.session, audience_of(answers), _due(visit))
    return say(
        "<b>Preview</b>\n{text}\n\n<b>How it goes out</b>\nWhen: {when}\nPeople who get it: {now}\n"
        "of them at 08:00, after the night: {held}\nLeft out, as they did not ask for news: {others}",
        text=quote(str(answers["text"])),
        when=show_when(answers["when"], visit),
        now=reach.now + reach.held,
        held=reach.held,
        others=reach.not_opted_in,
    )


@ANNOUNCING.settles("sure")
async def sure_or_change(_visit: Visit, value: str) -> dict[str, Any]:
    """Each part can be changed by itself; a plain no leads back to the words."""
    if value != "yes":
        raise AskAgain("text" if value == "no" else value, say("Let us change it."), only=True)
    return {"sure": value}


@ANNOUNCING.ends
async def schedule(visit: Visit) -> Ending:
    """It is kept with its time; the clock releases it."""
    staff = visit.staff_as(Role.OPERATOR)
    assert staff
    answers = visit.answers
    await announcements.schedule(
        visit.session, staff, str(answers["text"]), audience_of(answers), _due(visit), visit.now
    )
    return Ending(
        card(
            say(
                "It is in the book: {when}. The card above shows how it goes.",
                when=show_when(answers["when"], visit),
            ),
            rows=((Button(say("Menu"), "menu:home"),),),
        )
    )


def _due(visit: Visit) -> datetime:
    when = str(visit.answers["when"])
    return visit.now if when == "now" else datetime.fromisoformat(when)
