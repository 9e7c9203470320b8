"""Answers to free questions, from the center's own passages."""

from collections.abc import Sequence
from datetime import date

from bot.assistant.answers import Found, Several, answer, looks_like_question
from bot.center import Center, Passage
from bot.handlers.information import MENU
from bot.say import Button, Card, card, quote, say

# The passages name what to do next; here is where that leads.
NEXT = {
    "book": Button(say("Book counseling"), "menu:book"),
    "call": Button(say("Talk to a person"), "menu:person"),
    "fairs": Button(say("Hiring days"), "menu:fairs"),
    "intake": Button(say("First interview (3 minutes)"), "menu:intake"),
    "my_data": Button(say("What I keep"), "menu:mydata"),
    "person": Button(say("Talk to a person"), "menu:person"),
    "place": Button(say("About the center"), "menu:center"),
    "privacy": Button(say("Your data"), "menu:privacy"),
    "programs": Button(say("Programs"), "menu:programs"),
    "stop": Button(say("News settings"), "menu:notifications"),
    "work24": Button(say("Open work24"), url="https://www.work24.go.kr"),
}


def reply(text: str, center: Center, today: date) -> Card | None:
    """The center's answer to a question, several to choose from, or None where we do not know."""
    if not looks_like_question(text):
        return None
    match answer(text, center.passages, today):
        case Found(passage):
            return passage_card(passage)
        case Several(passages):
            return choice_of(passages)
        case _:
            return None


def about(intent: str, center: Center, today: date) -> Card | None:
    """What the center says of a subject that was named: the one passage, some to choose from, or None."""
    found = [each for each in center.passages if intent in each.intents and each.holds(today)]
    if len(found) > 1:
        return choice_of(found)
    return passage_card(found[0]) if found else None


def choice_of(passages: Sequence[Passage]) -> Card:
    """Two or three near ones: the person says which."""
    rows = tuple((Button(quote(each.questions[0]), f"ask:{each.key}"),) for each in passages[:3])
    return Card((say("Which of these do you mean?"),), (*rows, (MENU,)))


def passage_card(passage: Passage) -> Card:
    """The answer, from when it is, and what can be done next."""
    buttons = [NEXT[key] for key in passage.next if key in NEXT][:3]
    return card(
        quote(passage.answer),
        say("As of {day}.", day=passage.as_of),
        rows=(*((button,) for button in buttons), (MENU,)),
    )


def named(key: str, center: Center, today: date) -> Card | None:
    """The passage of that name, if it still holds."""
    return next(
        (passage_card(each) for each in center.passages if each.key == key and each.holds(today)), None
    )
