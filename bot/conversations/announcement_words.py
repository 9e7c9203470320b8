"""What an operator is offered and told while announcing something."""

from bot.conversations.announcement_reading import show_when
from bot.conversations.cards import block
from bot.conversations.script import Choice
from bot.conversations.visit import Visit
from bot.rules.sending import needs_second
from bot.say import Say, say
from bot.services.announcements import Reach, Wave

KINDS = (
    Choice("program", say("News of the center")),
    Choice("advert", say("A company's offer (advertisement)")),
    Choice("service", say("What those who registered need to know")),
)

SURE = (
    Choice("yes", say("Yes, send it")),
    Choice("text", say("Change the text")),
    Choice("audience", say("Change the audience")),
    Choice("when", say("Change the time")),
    Choice("english", say("Add English")),
    Choice("picture", say("Add a picture")),
    Choice("fair", say("Button to register")),
    Choice("narrow", say("Narrow it down")),
    Choice("without", say("Leave some out")),
)


REACHED = "reached"  # how many it reaches, kept beside the answers
FOR_NOBODY = ("audience", "when")  # what first helps an announcement that nobody would get
NOBODY_NOW = say("Nobody would get it now, so it cannot go out.")
NOBODY_YET = say(
    "<b>Nobody would get it as things stand.</b> Others may come until then, or change the audience."
)


ASKED_OTHERS = say("More than 500 people would get it, so I have asked the other operators to read it first.")
SECOND = say("As more than 500 people get it, another operator reads it first.")
NO_SECOND = say(
    "More than 500 people would get it, and no other operator is in this chat who could read it first. "
    "Please let one be invited, or choose fewer people."
)


def reaches_somebody(visit: Visit) -> bool:
    """Whether the draft reaches anybody."""
    return reached(visit) > 0


def reached(visit: Visit) -> int:
    """How many the draft reaches, as it was counted for its preview."""
    return int(visit.answers.get(REACHED, 1))


def may_it_go(visit: Visit) -> Say:
    """The last question."""
    if reaches_somebody(visit):
        return say("Shall I send it?")
    return (
        say("What shall I change?")
        if visit.answers["when"] == "now"
        else say("Shall I keep it all the same?")
    )


def many(reach: Reach, wave: Wave | None) -> int:
    """How many get it: nobody in waves without a seat."""
    return 0 if wave and not wave.seats else reach.now + reach.held


def preview_card(visit: Visit, whom: Say, reach: Reach, wave: Wave | None = None) -> Say:
    """Whom it is for, how many get it and when; the copy itself was sent to the operator."""
    numbers = say(
        "<b>How it goes out</b>\nAbove you have got a copy, as they will see it.\n"
        "Audience: {whom}\nWhen: {when}\n"
        "People who get it: {now}\nof them at 08:00, after the night: {held}\n"
        "Left out, as they did not ask for it: {others}\nLeft out, as they had two today: {enough}",
        whom=whom,
        when=show_when(visit.answers["when"], visit),
        now=reach.now + reach.held,
        held=reach.held,
        others=reach.not_opted_in,
        enough=reach.enough,
    )
    if reach.refused:
        numbers = say(
            "{numbers}\nLeft out, as they refused this company or topic: {refused}",
            numbers=numbers,
            refused=reach.refused,
        )
    return block([numbers, *_remarks(visit, reach, wave)], apart=True)


def _remarks(visit: Visit, reach: Reach, wave: Wave | None) -> list[Say]:
    """What is unusual about it."""
    remarks = []
    if wave and not wave.seats:
        remarks.append(say("There is no free seat, and in waves nobody is told of none."))
    elif wave:
        remarks.append(
            say(
                "In waves: {people} people at most at first, for {seats} free seats; "
                "then again each half hour, as long as there are seats.",
                people=wave.people,
                seats=wave.seats,
            )
        )
    if needs_second(reach.now + reach.held):
        remarks.append(SECOND)
    if not many(reach, wave):
        remarks.append(NOBODY_NOW if visit.answers["when"] == "now" else NOBODY_YET)
    return remarks
