"""What is said when the staff ask somebody to choose a time."""

from bot.models import Invitation, Staff
from bot.notices.told import Told
from bot.say import Button, Card, Say, card, quote, say
from bot.services.known_as import known_as


async def asked(told: Told) -> Card:
    """To the person: who asks, for what, and the way into booking."""
    invitation = await _of(told)
    return _card(
        told,
        invitation,
        say(
            "{staff} suggests this counseling to you. Would you choose a time that suits you?",
            staff=quote((await told.session.get_one(Staff, invitation.invited_by_id)).name),
        ),
    )


async def reminder(told: Told) -> Card:
    """To the person, once, who has not answered."""
    first = say("You can still choose a time for this counseling. Without hurry: your counselor is glad.")
    return _card(told, await _of(told), first)


async def declined(told: Told) -> Card:
    """To whoever asked."""
    invitation = await _of(told)
    return card(
        say("<b>Not now</b>"),
        say(
            "{number}: {service}. They would rather not book it now.",
            number=await known_as(told.session, invitation.person_id),
            service=quote(told.service(invitation.service)),
        ),
    )


async def _of(told: Told) -> Invitation:
    return await told.session.get_one(Invitation, int(told.row.body["invitation"]))


def _card(told: Told, invitation: Invitation, first: Say) -> Card:
    kind = next((each for each in told.center.services if each.key == invitation.service), None)
    about = (quote(kind.about),) if kind and told.language == "ko" else ()
    return card(
        first,
        Say("<b>{service}</b>", {"service": quote(told.service(invitation.service))}),
        *about,
        rows=(
            (Button(say("Choose a time"), f"inv:book:{invitation.id}"),),
            (Button(say("Not now"), f"inv:no:{invitation.id}"),),
        ),
    )
