"""Mending an announcement that went out: an operator writes what it should say, and says yes."""

from bot.conversations.announcement_hearing import sure_of_words
from bot.conversations.announcement_reading import announcement_text
from bot.conversations.announcement_words import ASKED_OTHERS
from bot.conversations.common_words import MENU
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script
from bot.conversations.visit import Visit
from bot.models import AnnouncementState, Role
from bot.say import Say, card, quote, say
from bot.services import announcements

MENDING_ANNOUNCEMENTS = Script(
    "mend",
    say("Correction"),
    (
        Ask(
            "text",
            lambda visit: (
                say("Please write what every copy should say from now on.")
                if visit.answers.get("how") == "rewrite"
                else say("Please write what those who got it should know.")
            ),
            say("Text"),
            say("Between 5 and 3,000 characters, as plain text."),
            announcement_text,
            free=True,
        ),
        Ask(
            "sure",
            say("Shall I send it?"),
            say("Sending"),
            say("Please say yes, or that I shall change the text."),
            sure_of_words,
            (Choice("yes", say("Yes, send it")), Choice("text", say("Change the text"))),
        ),
    ),
    needs_consent=False,
    for_staff=True,
    can_wait=False,
)


@MENDING_ANNOUNCEMENTS.tells("sure")
async def whom(visit: Visit) -> Say:
    """How many it concerns."""
    many = await announcements.delivered(visit.session, int(visit.answers["of"]))
    words = quote(str(visit.answers["text"]))
    if visit.answers["how"] == "rewrite":
        return say(
            "{text}\n\n{many} copies that were delivered will read like this. Nobody hears a sound.",
            text=words,
            many=many,
        )
    return say(
        "{text}\n\n{many} people got the first message. They get this one, too.", text=words, many=many
    )


@MENDING_ANNOUNCEMENTS.settles("sure")
async def sure_or_change(_visit: Visit, value: str) -> dict[str, str]:
    """A no leads back to the words."""
    if value == "yes":
        return {"sure": value}
    raise AskAgain("text", say("Let us change it."), only=True)


@MENDING_ANNOUNCEMENTS.ends
async def mend(visit: Visit) -> Ending:
    """It goes out at once, or after a second person's word."""
    staff = visit.staff_as(Role.OPERATOR)
    assert staff
    deed = announcements.rewrite if visit.answers["how"] == "rewrite" else announcements.tell_more
    told = await deed(
        visit.session, staff, int(visit.answers["of"]), str(visit.answers["text"]), visit.center, visit.now
    )
    if told is None:
        said = say("There is nothing to mend.")
    elif told.state is AnnouncementState.AWAITING:
        said = ASKED_OTHERS
    else:
        said = say("It goes out now. The card above shows how it goes.")
    return Ending(card(said, rows=((MENU,),)))
