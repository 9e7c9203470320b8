"""What the staff arrange for a person is done, and the person hears of it."""

from datetime import datetime

from bot.conversations.arranging_script import ARRANGING
from bot.conversations.arranging_words import REFUSED, line
from bot.conversations.common_words import MENU
from bot.conversations.script import AskAgain, Ending, Stop
from bot.conversations.series_words import with_meeting
from bot.conversations.visit import Visit
from bot.models import Appointment, Cause, Person, Role, Staff, Way
from bot.rules.booking import Refusal
from bot.say import Button, Card, Say, card, say
from bot.services import bookings, found
from bot.services.bookings import NotAsked, NotBookable, NotThere, WhyNot

AGAIN = (Button(say("Arrange another one"), "menu:arrange"), MENU)
NOT_ASKED = {
    WhyNot.ASKED: say("They were asked for this already and have not answered yet."),
    WhyNot.HAS_ONE: say("They have an appointment for this already."),
    WhyNot.UNREACHABLE: say("The person cannot be reached in this chat at present. Please call them."),
    WhyNot.NOT_THEIRS_TO_CHOOSE: say("This one is booked by the staff."),
}
GONE = card(
    say("That appointment was already changed, canceled, or is over."),
    rows=((MENU,),),
)


def member(visit: Visit) -> Staff:
    """Who arranges it; Stop for somebody who is not on the staff any more."""
    found_member = visit.staff_as(Role.COUNSELOR) or visit.staff_as(Role.OPERATOR)
    if found_member is None:
        raise Stop(card(say("This is for the staff of the center.")))
    return found_member


async def person(visit: Visit) -> Person:
    """For whom; Stop where they have left meanwhile."""
    known = await found.person_of(visit.session, int(visit.answers["person"]))
    if known is None:
        raise Stop(card(say("The person is no longer here. I have changed nothing.")))
    return known


@ARRANGING.ends
async def arrange(visit: Visit) -> Ending:
    """It is done, and the person hears of it; or somebody was quicker."""
    behind = await person(visit)
    if visit.answers["deed"] == "invite":
        return Ending(await _ask(visit, behind))
    try:
        arranged = await _do(visit, behind)
    except NotBookable as refused:
        raise AskAgain("time", REFUSED.get(refused.reason, REFUSED[Refusal.TAKEN])) from refused
    except NotThere as gone:
        raise Stop(GONE) from gone
    moved = visit.answers["deed"] == "move"
    return Ending(
        await _done(visit, behind, arranged, say("<b>Moved</b>") if moved else say("<b>Booked</b>"))
    )


async def _ask(visit: Visit, behind: Person) -> Card:
    """The person is asked to choose a time themselves."""
    only = visit.answers.get("only")
    try:
        asked = await bookings.invite(
            visit.session, visit.center, member(visit), behind, visit.answers["service"], only, visit.now
        )
    except NotAsked as none:
        raise Stop(card(NOT_ASKED[none.reason], rows=(AGAIN,))) from none
    except NotThere as gone:
        raise Stop(GONE) from gone
    return card(
        say("I have asked the person. In three days I remind them once, then they stand on the call list."),
        rows=((Button(say("Take it back"), f"inv:off:{asked.id}"),), AGAIN),
    )


async def _do(visit: Visit, behind: Person) -> Appointment:
    answers = visit.answers
    starts_at = datetime.fromisoformat(str(answers["time"]))
    if answers["deed"] == "move":
        return await bookings.postpone(
            visit.session,
            visit.center,
            member(visit),
            int(answers["appointment"]),
            starts_at,
            Cause(answers["why"]),
            visit.now,
        )
    return await bookings.book_for(
        visit.session,
        visit.center,
        member(visit),
        behind,
        str(answers["service"]),
        starts_at,
        visit.now,
        way=Way(answers["way"]) if answers.get("way") else None,
        counselor_id=int(answers["counselor"]),
    )


async def _done(visit: Visit, behind: Person, arranged: Appointment, first: Say) -> Card:
    series = await bookings.series_of(visit.session, arranged)
    told = (
        say("I have told the person.")
        if behind.unreachable_at is None
        else say("The person cannot be reached in this chat at present. Please call them.")
    )
    return Card((first, with_meeting(line(arranged, visit), series, arranged), told), (AGAIN,))
