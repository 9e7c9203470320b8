"""What is kept about a person: shown, changed, explained, erased."""

from typing import Any

from bot.clock import SEOUL
from bot.conversations import cards
from bot.conversations.common_words import MENU
from bot.conversations.intake import INTAKE
from bot.conversations.visit import Visit
from bot.models import ConsentKind, Dialogue, DialogueState, How
from bot.say import Button, Card, Say, card, quote, say
from bot.services import privacy
from bot.texts import LANGUAGES

HOWS = {
    How.BUTTON: say("pressed"),
    How.TYPED: say("written"),
    How.CORRECTED: say("corrected"),
    How.CONTACT: say("shared"),
}


async def my_data(visit: Visit) -> None:
    """Everything that is kept, each answer with the person's own words and a way to change it."""
    stored = await privacy.stored(visit.session, visit.person)
    lines = [_answer_line(visit, answer) for answer in stored.answers]
    lines += [line for dialogue in stored.dialogues for line in _unfinished(visit, dialogue)]
    rows: list[tuple[Button, ...]] = []
    if lines:
        rows.append((Button(say("Change my answers"), "menu:intake"),))
    rows.append((Button(say("Erase everything"), "data:delete"), MENU))
    agreed = (
        say("You agreed to: {kinds}", kinds=tuple(AGREED[kind] for kind in sorted(visit.consents)))
        if visit.consents
        else say("You have not agreed to anything, so I keep only this chat and its language.")
    )
    answers = (cards.block(lines),) if lines else (say("I have no answers of yours."),)
    head = say("<b>What I keep about you</b>")
    await visit.chat.say(
        Card(
            (head, *answers, _counts(visit, stored), *_book(stored.book), *_fairs(stored), agreed),
            tuple(rows),
        )
    )


def _counts(visit: Visit, stored: privacy.Stored) -> Say:
    return say(
        "Appointments: {appointments} · Unfinished talks: {dialogues}\n"
        "Language: {language} · Here since {since}",
        appointments=len(stored.book.appointments),
        dialogues=sum(1 for each in stored.dialogues if each.state is not DialogueState.DONE),
        language=LANGUAGES[visit.person.language],
        since=visit.person.created_at.astimezone(SEOUL).date(),
    )


def _book(book: privacy.Booked) -> list[Say]:
    """What stands in the appointment book besides appointments, where there is any."""
    lines = []
    if book.own_counselor:
        lines.append(say("Your counselor: {counselor}", counselor=quote(book.own_counselor)))
    if book.waiting or book.invitations or book.series or book.calls:
        lines.append(
            say(
                "Waiting lists: {waiting} · Invitations: {invitations} · Series: {series} · Calls: {calls}",
                waiting=book.waiting,
                invitations=book.invitations,
                series=book.series,
                calls=book.calls,
            )
        )
    return lines


def _fairs(stored: privacy.Stored) -> list[Say]:
    """Hiring days, and companies that are not to write again, where there are any."""
    lines = []
    if stored.fairs:
        lines.append(say("Hiring days you registered for: {fairs}", fairs=quote(", ".join(stored.fairs))))
    if stored.refused:
        lines.append(say("No more offers of: {companies}", companies=quote(", ".join(stored.refused))))
    return lines


AGREED = {
    ConsentKind.COLLECT: say("keeping what you tell"),
    ConsentKind.ABROAD: say("Telegram abroad"),
    ConsentKind.NEWS: say("news"),
    ConsentKind.ADS: say("companies' offers"),
    ConsentKind.NIGHT: say("news at night"),
}


def _answer_line(visit: Visit, answer: Any) -> Say:
    ask = INTAKE.question(answer.question)
    if ask is None:
        return quote(f"{answer.question}: {answer.value}")
    return say(
        "{what}: {answer} ({how}, {day})",
        what=ask.called,
        answer=cards.shown(ask, answer.value, visit),
        how=HOWS[answer.how],
        day=answer.answered_at.astimezone(SEOUL).date(),
    )


def _unfinished(visit: Visit, dialogue: Dialogue) -> list[Say]:
    """The answers of an interview that was begun and not ended."""
    asked = [(INTAKE.question(key), told) for key, told in dialogue.answers.items()]
    return [
        say(
            "{what}: {answer} (not finished yet)",
            what=ask.called,
            answer=cards.shown(ask, told["value"], visit),
        )
        for ask, told in asked
        if ask and dialogue.script == INTAKE.key and told.get("words")
    ]


async def explain_privacy(visit: Visit) -> None:
    """What is kept, where, how long, and how to take it back."""
    kept = visit.center.retention
    await visit.chat.say(
        card(
            say("<b>Your data</b>"),
            say(
                "· I keep what you tell me only after you agree, on the center's own machine.\n"
                "· Chats go over Telegram's servers abroad. You agree to that separately.\n"
                "· Resident numbers are covered before anything is stored.\n"
                "· Answers go after {answers} days, appointments after {appointments} days.\n"
                "· Nobody gets your data without your consent.",
                answers=kept.answer_days,
                appointments=kept.appointment_days,
            ),
            say(
                "You can see everything, change it, take consent back, or have it erased. "
                "Questions: {phone}.",
                phone=visit.center.phone,
            ),
            rows=(
                (Button(say("What I keep"), "menu:mydata"), Button(say("Erase everything"), "data:delete")),
                (MENU,),
            ),
        )
    )


async def really_erase(visit: Visit) -> None:
    """Ask once before everything is gone."""
    await visit.chat.say(
        card(
            say("Shall I erase everything I keep about you?"),
            say(
                "Your answers, consents and coming appointments go, and this cannot be undone. "
                "The messages in Telegram stay until you delete them there."
            ),
            rows=(
                (Button(say("Yes, erase everything"), "data:delete_yes"),),
                (Button(say("No, keep it"), "data:keep"),),
            ),
        )
    )


async def erase(visit: Visit) -> None:
    """Everything goes; the receipt is the only trace, and it is the person's."""
    erasure = await privacy.erase(visit.session, visit.person, visit.now)
    visit.dialogue = None
    visit.handled = True
    await visit.chat.say(
        card(
            say("Everything is erased. Receipt: <b>{receipt}</b>", receipt=erasure.receipt),
            say(
                "The receipt proves it and says nothing about you. "
                "You are welcome again at any time with /start."
            ),
        )
    )


async def keep_everything(visit: Visit) -> None:
    """Nothing is erased."""
    await visit.chat.say(card(say("All right, everything stays."), rows=((MENU,),)))
