"""How a question looks: its card with buttons, and what is left of it once it is answered."""

from collections.abc import Sequence
from typing import Any

from bot.conversations.presses import Press
from bot.conversations.script import (
    Ask,
    Choice,
    Script,
    applying,
    next_question,
    one_step_back,
    progress,
    rows_of,
)
from bot.conversations.visit import Visit
from bot.models import Dialogue
from bot.say import Button, Card, Rows, Say, card, say

SUMMARY = "check"
RIGHT = "right"

STEP = say("{title} {number}/{total}")
BACK = say("Back")
SKIP = say("Skip")
LEAVE = say("Stop here")
DONE_CHOOSING = say("Done choosing")
NONE_OF_THESE = say("None of these")
YES_RIGHT = say("Yes, that is right")


def question_card(
    script: Script, ask: Ask, visit: Visit, dialogue: Dialogue, choices: Sequence[Choice]
) -> Card:
    """The open question, with what can be answered and every way out."""
    chosen = dialogue.answers.get(ask.key, {}).get("value") or [] if ask.many else []
    answers = [_button(dialogue, ask.key, choice, choice.value in chosen) for choice in choices]
    rows = rows_of(answers, ask.wide)
    if ask.many:
        label = DONE_CHOOSING if chosen else NONE_OF_THESE
        rows += ((Button(label, Press(_id(dialogue), dialogue.version, ask.key, "").data()),),)
    rows += ways_out(script, ask, visit, dialogue)
    paragraphs = (*_leads(visit), block((*_step(script, ask, visit), ask.said(visit))))
    share = say("Share my phone number") if ask.contact else None
    return Card(paragraphs, rows, contact=share)


def ways_out(script: Script, ask: Ask, visit: Visit, dialogue: Dialogue) -> Rows:
    """Skip where the answer is optional, back where there is something before, and always an end."""
    repairs = [(SKIP, "skip")] if ask.optional else []
    changing = dialogue.answers.get(ask.key, {}).get("draft") == "changing"
    if changing or one_step_back(script, visit.answers, ask.key):
        repairs.append((BACK, "back"))
    repairs.append((LEAVE, "cancel"))
    return (tuple(_repair(dialogue, label, value) for label, value in repairs),)


def summary_card(script: Script, visit: Visit, dialogue: Dialogue) -> Card:
    """Everything that was answered, each line with a way to change it."""
    assert script.summary
    asked = [ask for ask in applying(script, visit.answers) if ask.key in visit.answers]
    lines = tuple(answered(ask, visit.answers[ask.key], visit) for ask in asked)
    changes = [
        Button(say("Change: {what}", what=ask.called), Press(*_at(dialogue), SUMMARY, ask.key).data())
        for ask in asked
    ]
    right = Button(YES_RIGHT, Press(*_at(dialogue), SUMMARY, RIGHT).data())
    rows = ((right,), *rows_of(changes, wide=False), (_repair(dialogue, LEAVE, "cancel"),))
    leads = _leads(visit)
    first = say("And now, is everything right?") if leads else script.summary
    return Card((*leads, first, block(lines)), rows)


def receipt(script: Script, ask: Ask, value: Any, visit: Visit) -> Card:
    """What an answered card becomes: the answer, without buttons."""
    return Card((block((*_step(script, ask, visit), answered(ask, value, visit))),))


def changed(ask: Ask, before: Any, after: Any, visit: Visit) -> Say:
    """Before and after of a corrected answer."""
    return say(
        "Changed {what}: {before} → {after}",
        what=ask.called,
        before=shown(ask, before, visit),
        after=shown(ask, after, visit),
    )


def shown(ask: Ask, value: Any, visit: Visit) -> Say:
    """An answer the way people say it."""
    if value is None:
        return say("not said")
    label = next((choice.label for choice in ask.choices if choice.value == value), None)
    return label or ask.shows(value, visit)


def block(lines: Sequence[Say], *, apart: bool = False) -> Say:
    """Lines under each other in one paragraph; `apart` leaves an empty line between them."""
    names = [f"line{number}" for number in range(len(lines))]
    between = "\n\n" if apart else "\n"
    return Say(between.join(f"{{{name}}}" for name in names), dict(zip(names, lines, strict=True)))


def answered(ask: Ask, value: Any, visit: Visit) -> Say:
    """A question by its name, and the answer."""
    return say("{what}: {answer}", what=ask.called, answer=shown(ask, value, visit))


def _step(script: Script, ask: Ask, visit: Visit) -> tuple[Say, ...]:
    if not script.counts:
        return ()
    number, total = progress(script, visit.answers, ask)
    return (Say(STEP.text, {"title": script.title, "number": number, "total": total}),)


def _leads(visit: Visit) -> tuple[Say, ...]:
    leads, visit.leads = tuple(visit.leads), []
    return leads


def _button(dialogue: Dialogue, question: str, choice: Choice, chosen: bool) -> Button:
    label = say("✓ {choice}", choice=choice.label) if chosen else choice.label
    return Button(label, Press(*_at(dialogue), question, choice.value).data())


def _repair(dialogue: Dialogue, label: Say, value: str) -> Button:
    return Button(label, Press(*_at(dialogue), "", value).data())


def _at(dialogue: Dialogue) -> tuple[int, int]:
    return _id(dialogue), dialogue.version


def _id(dialogue: Dialogue) -> int:
    assert dialogue.id is not None
    return dialogue.id


def resume_card(script: Script, parked: Dialogue) -> Card:
    """An offer to take up what was left."""
    answers = {key: given["value"] for key, given in parked.answers.items() if not given.get("draft")}
    ask = next_question(script, answers)
    number, total = progress(script, answers, ask) if ask else (len(script.questions),) * 2
    line = say(
        "You were in the middle of this: {title} ({number}/{total}).",
        title=script.title,
        number=number,
        total=total,
    )
    go_on = Button(say("Go on: {title}", title=script.title), f"menu:{script.key}")
    return card(line, rows=((go_on,),))
