"""What an operator is offered and told while announcing something."""

from bot.conversations.announcement_reading import show_when
from bot.conversations.script import Choice
from bot.conversations.visit import Visit
from bot.say import Say, say
from bot.services.announcements import Reach

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


def preview_card(visit: Visit, reach: Reach) -> Say:
    """How many get it and when; the copy itself has just been sent to the operator."""
    numbers = say(
        "<b>How it goes out</b>\nYou have just got a copy, as they will see it.\n"
        "When: {when}\nPeople who get it: {now}\nof them at 08:00, after the night: {held}\n"
        "Left out, as they did not ask for it: {others}\nLeft out, as they had two today: {enough}",
        when=show_when(visit.answers["when"], visit),
        now=reach.now + reach.held,
        held=reach.held,
        others=reach.not_opted_in,
        enough=reach.enough,
    )
    if not reach.refused:
        return numbers
    return say(
        "{numbers}\nLeft out, as they refused this company or topic: {refused}",
        numbers=numbers,
        refused=reach.refused,
    )
