"""What counselors and job seekers are told about talks."""

from typing import Any

from bot.conversations.cards import block
from bot.conversations.common_words import BOOK, MENU, PERSON
from bot.conversations.intake_words import DISTRICTS, FIELDS, SITUATIONS, show_career
from bot.models import Talk, TalkEnd
from bot.notices.told import Told
from bot.say import Button, Card, Say, card, quote, say
from bot.services import talks
from bot.services.talks import Brief

DOING = {
    "intake": say("They are in the first interview."),
    "book": say("They are booking counseling."),
}


async def asked(told: Told) -> Card:
    """To a counselor: somebody would like to talk, and what helps to begin."""
    return await _call(told, say("<b>Somebody would like to talk with a counselor</b>"))


async def distress(told: Told) -> Card:
    """To everybody on duty: it is urgent."""
    first = say(
        "<b>Urgent: somebody wrote that they can hardly bear it</b>\n"
        "I told them of 109. Please take the talk now; if life is in danger, call 112 or 119."
    )
    return await _call(told, first)


async def _call(told: Told, first: Say) -> Card:
    brief = await talks.brief(told.session, int(told.row.body["talk"]), told.now)
    take = Button(say("Take the talk"), f"talk:take:{brief.talk.id}")
    return card(first, block(_lines(brief)), rows=((take,),))


def _lines(brief: Brief) -> list[Say]:
    lines = [line for key, value in brief.answers.items() if (line := _line(key, value))]
    if brief.script in DOING:
        lines.append(DOING[brief.script])
    if brief.appointment:
        lines.append(
            say(
                "Booked: {when}, {number}",
                when=brief.appointment.starts_at,
                number=brief.appointment.number,
            )
        )
    if brief.talk.words:
        lines.append(say("They left a word. You see it when you take the talk."))
    return lines or [say("They have told nothing about themselves yet.")]


def _line(key: str, value: Any) -> Say | None:
    """One answer of the interview, as the interview itself writes it."""
    match key:
        case "name":
            return say("Name: {name}", name=str(value))
        case "career":
            return say("Career: {career}", career=show_career(value))
    labels = {"district": DISTRICTS, "situation": SITUATIONS, "field": FIELDS}.get(key, ())
    return next((choice.label for choice in labels if choice.value == value), None)


async def nobody(told: Told) -> Card:
    """To the person: nobody could come."""
    return card(
        say("I am sorry: no counselor is free in this chat right now. I keep your wish until one is."),
        say("By telephone somebody answers sooner: {phone}", phone=told.center.phone),
        rows=((Button(say("Leave a word"), "talk:word"), BOOK),),
    )


async def over(told: Told) -> Card:
    """To both: nobody wrote for an hour, or the person left Telegram or us."""
    talk = await told.session.get_one(Talk, int(told.row.body["talk"]))
    if talk.ended_by is TalkEnd.PERSON:
        return card(say("The person has left this chat, so the talk is over."), rows=((MENU,),))
    if told.row.body["whom"] == "staff":
        return card(say("Nobody wrote for an hour, so I ended the talk."), rows=((MENU,),))
    return card(
        say("Nobody wrote for an hour, so the talk ended. You can call a counselor again at any time."),
        rows=((PERSON,), (MENU,)),
    )


async def answered(told: Told) -> Card:
    """To the person: their question has an answer."""
    question = await told.question()
    return card(
        say("The center has answered a question of yours."),
        say(
            "<b>{question}</b>\n{answer}", question=quote(question.words), answer=quote(question.answer or "")
        ),
        rows=((PERSON, MENU),),
    )


async def reported(told: Told) -> Card:
    """To operators: somebody says that an answer is wrong."""
    key = str(told.row.body["passage"])
    passage = next((each for each in told.center.passages if each.key == key), None)
    words = quote(passage.answer) if passage else say("An answer of the staff's: {key}", key=key)
    return card(
        say("<b>Somebody says that this answer is wrong</b>"),
        words,
        say("Please check it: {key}", key=key),
    )
