"""What is said about absences and special days, wherever it is said."""

from datetime import date, time

from bot.conversations.common_words import MENU, MINE
from bot.models import Absence, AbsenceKind, SpecialDay
from bot.rules.absences import AFTERNOON, MORNING
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services.absences import Leave, Special, Ways

KINDS = {
    AbsenceKind.LEAVE: say("leave"),
    AbsenceKind.SICK: say("not well"),
    AbsenceKind.TRAINING: say("training"),
    AbsenceKind.OTHER: say("away"),
}
WEEKDAYS = (
    say("Mondays"),
    say("Tuesdays"),
    say("Wednesdays"),
    say("Thursdays"),
    say("Fridays"),
    say("Saturdays"),
    say("Sundays"),
)


def days_line(first_day: date, last_day: date | None, weekday: int | None) -> Say:
    """One day, a stretch of days, or each week's."""
    if weekday is not None and last_day is None:
        return say("every week on {weekday}", weekday=WEEKDAYS[weekday])
    if last_day in {None, first_day}:
        return Say("{day}", {"day": first_day})
    assert last_day
    return say("{first} to {last}", first=first_day, last=last_day)


def part_line(starts: time | None, ends: time | None) -> Say:
    """The part of the day."""
    if starts is None or ends is None:
        return say("the whole day")
    if (starts, ends) == MORNING:
        return say("in the morning")
    if (starts, ends) == AFTERNOON:
        return say("in the afternoon")
    if starts == MORNING[0]:
        return say("until {hour}", hour=ends)
    if ends == AFTERNOON[1]:
        return say("from {hour}", hour=starts)
    return say("{first} to {last}", first=starts, last=ends)


def absence_line(absence: Absence | Leave) -> Say:
    """Days, part of the day, kind."""
    return say(
        "{days}, {part}, {kind}",
        days=days_line(absence.first_day, absence.last_day, absence.weekday),
        part=part_line(absence.starts, absence.ends),
        kind=KINDS[absence.kind],
    )


def special_line(special: SpecialDay | Special) -> Say:
    """Day, part of it, name."""
    part = part_line(special.starts, special.ends) if special.closed else say("open")
    return say("{day}, {part}, {name}", day=special.day, part=part, name=quote(special.name))


def listed(first: Say, lines: list[tuple[Say, str]]) -> Card:
    """What is entered so far, each with the way to take it back."""
    rows: Rows = tuple((Button(say("Take back: {what}", what=line), data),) for line, data in lines)
    return Card((first, *(line for line, _ in lines)), rows)


def ways_of(ways: Ways, number: int) -> Rows:
    """Three ways on, and one out."""
    same = (
        ((Button(say("The same time, another counselor"), f"dis:same:{number}"),),) if ways.colleague else ()
    )
    times = tuple(
        (Button(Say("{when}", {"when": when}), f"dis:at:{number}:{int(when.timestamp())}"),)
        for when in ways.times
    )
    last = (
        (Button(say("Please call me"), f"dis:call:{number}"),),
        (Button(say("Cancel the appointment"), f"dis:off:{number}"),),
    )
    return (*same, *times, *last)


def what_then(ways: Ways) -> Say:
    """What can be chosen."""
    if not ways.colleague and not ways.times:
        return say("May we call you about another time?")
    return say("Which of these suits you? One tap, and it is settled.")


def gone() -> Card:
    """Nothing is left to choose."""
    return card(
        say("That is settled already. Here is how your appointments stand."),
        rows=((MINE, MENU),),
    )
