"""What companies may see of a guest, changed after registering: agreeing to more, or taking it back."""

from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_reading import SHARED, shared_named, show_shared
from bot.conversations.fair_words import FAIRS
from bot.conversations.intake_reading import person_name
from bot.conversations.player import Player
from bot.conversations.script import Ask, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.models import FairGuest, How
from bot.say import Button, card, say
from bot.services import fairs, profiles

WHAT_THEY_SEE = (
    Ask(
        "shared",
        say(
            "What may these companies see of you, for the interview only?\n"
            "Without anything they see your number alone. It is erased six months after the day."
        ),
        say("Companies may see"),
        say("Please press what they may see, then “Done choosing”."),
        shared_named,
        SHARED,
        many=True,
        wide=True,
        shows=show_shared,
    ),
    Ask(
        "name",
        say("Which name shall I write for them?"),
        say("Name"),
        say("For example: Minji, or 민지."),
        person_name,
        free=True,
        only_if=lambda answers: "name" in (answers.get("shared") or ()) and not answers.get("known_name"),
    ),
)

SHARING = Script("fair_share", say("What companies see"), WHAT_THEY_SEE, counts=False)


async def begin(visit: Visit, player: Player, guest: FairGuest) -> None:
    """What they see now, and what they may see from now on."""
    known = await profiles.known(visit.session, visit.person_id)
    visit.leads.append(say("Companies see now: {shared}", shared=show_shared(guest.shared, visit)))
    await player.begin(visit, "fair_share", {"guest": guest.id, "known_name": "name" in known})


@SHARING.ends
async def share(visit: Visit) -> Ending:
    """So it is from now on."""
    guest = await fairs.guest(visit.session, int(visit.answers["guest"]))
    if guest is None or guest.person_id != visit.person_id:
        raise Stop(card(fair_words.REGRETS[fairs.Refusal.NOT_THERE], rows=((FAIRS, MENU),)))
    await remember_name(visit)
    guest = await fairs.share(visit.session, guest, visit.answers.get("shared") or [])
    return Ending(
        card(
            say("Companies see this from now on: {shared}", shared=show_shared(guest.shared, visit)),
            say("What is not among it, they cannot open any more."),
            rows=((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),),
        )
    )


async def remember_name(visit: Visit) -> None:
    """The name that was given for the companies is known from now on."""
    if name := visit.answers.get("name"):
        given = profiles.Given(name, str(name), How.TYPED, None, visit.now)
        await profiles.remember(visit.session, visit.person_id, "name", given)
