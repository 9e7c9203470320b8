"""After the day: proof that one was there, what came of it, what comes next."""

from collections.abc import Sequence

from bot.clock import SEOUL
from bot.conversations.common_words import BOOK, MENU
from bot.conversations.fair_words import FAIRS
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers.fair_registrations import own, regret
from bot.models import Fair, FairGuest, Teller
from bot.pictures import Proof, proof_paper
from bot.say import Button, Enclosure, card, quote, say
from bot.services import fairs, profiles
from bot.services.fairs import Refusal, Step


async def proof(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """A page that says that one was there, as a file."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    if guest.arrived_at is None:
        await regret(visit, Refusal.NOT_ARRIVED)
        return
    paper = proof_paper(await _proof(visit, guest), visit.chat.language)
    words = card(
        say("Here is your confirmation of attendance. You can print it or hand it in as it is."),
        rows=((MENU,),),
    )
    await visit.chat.enclose(Enclosure(f"F-{guest.id}.pdf", paper, "application/pdf", words))


async def last_proof(visit: Visit, player: Player) -> None:
    """The page of the hiring day where one was last."""
    there = [g for g, _ in await fairs.guests_of(visit.session, visit.person_id) if g.arrived_at]
    if there:
        await proof(visit, player, there[-1].id or 0, 0)
    else:
        line = say("I can confirm a hiring day once you have checked in there.")
        await visit.chat.say(card(line, rows=((FAIRS, MENU),)))


async def _proof(visit: Visit, guest: FairGuest) -> Proof:
    fair = await visit.session.get_one(Fair, guest.fair_id)
    named = (await profiles.known(visit.session, visit.person_id)).get("name")
    assert guest.arrived_at
    interviewed = [
        company.name
        for outcome, company in await fairs.outcomes(visit.session, guest.id or 0)
        if outcome.interviewed_at
    ]
    return Proof(
        name=str(named.value) if named else "",
        fair=fair.title,
        place=fair.place,
        held_on=fair.starts_at.astimezone(SEOUL).date(),
        arrived_at=guest.arrived_at,
        companies=tuple(interviewed),
        number=f"F-{fair.id}-{guest.id}",
        center=visit.center.name,
        phone=visit.center.phone,
        made_on=visit.today.date(),
    )


async def result(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """How it went on with each company one talked with."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    found = await fairs.met(visit.session, guest)
    if not found:
        await visit.chat.say(
            card(say("I know of no interview of yours at this hiring day."), rows=((MENU,),))
        )
        return
    for company in found:
        at = f"fair:step:{guest_id}:{company.id}"
        await visit.chat.say(
            card(
                say("How did it go on? <b>{company}</b>", company=quote(company.name)),
                rows=(
                    (Button(say("There is a second interview"), f"{at}:second"),),
                    (Button(say("I was hired"), f"{at}:hired"),),
                    (Button(say("It did not work out"), f"{at}:declined"),),
                    (Button(say("Nobody has told me yet"), f"fair:unheard:{guest_id}"),),
                ),
            )
        )


async def step(visit: Visit, numbers: Sequence[int], wish: str, message_id: int) -> None:
    """A result as the person tells it, and what comes next."""
    guest = await own(visit, numbers[0])
    if guest is None or wish not in set(Step):
        return
    visit.chat.take_buttons(message_id=message_id)
    chosen = Step(wish)
    known = {company.id for company in await fairs.met(visit.session, guest)}
    if numbers[1] not in known:
        await regret(visit, Refusal.NOT_THERE)
        return
    await fairs.mark(visit.session, guest.id or 0, numbers[1], chosen, Teller.PERSON, visit.now)
    await visit.chat.say(
        card(ANSWERS[chosen], rows=(WAYS_ON, (MENU,)) if chosen is Step.DECLINED else ((MENU,),))
    )


ANSWERS = {
    Step.INTERVIEWED: say("Thank you for telling me."),
    Step.SECOND: say("That is good news. I wish you luck for the second interview."),
    Step.HIRED: say("Congratulations. I will ask after a month and after three whether all is well."),
    Step.STAYED_30: say("That is good to hear. Thank you."),
    Step.STAYED_90: say("That is good to hear. Thank you."),
    Step.DECLINED: say("I am sorry. That hurts. A counselor can look with you for what comes next."),
}
WAYS_ON = (BOOK, Button(say("Hiring days"), "menu:fairs"))


async def unheard(visit: Visit, _player: Player, _guest_id: int, message_id: int) -> None:
    """No answer from the company: the center asks there."""
    visit.chat.take_buttons(message_id=message_id)
    line = say(
        "If a week passes without an answer, please call {phone}: we ask there for you.",
        phone=visit.center.phone,
    )
    await visit.chat.say(card(line, rows=((MENU,),)))


async def left(visit: Visit, _player: Player, numbers: Sequence[int], message_id: int) -> None:
    """Somebody who was hired is no longer there: no question why, and none after ninety days."""
    guest = await own(visit, numbers[0])
    if guest is None:
        return
    await fairs.leave_job(visit.session, guest.id or 0, numbers[1] or None, visit.now)
    visit.chat.take_buttons(message_id=message_id)
    await visit.chat.say(
        card(say("Thank you for telling me. Shall we look for what comes next?"), rows=(WAYS_ON, (MENU,)))
    )


async def after(visit: Visit, player: Player, guest_id: int, _message_id: int) -> None:
    """The three questions."""
    guest = await own(visit, guest_id)
    if guest:
        await player.begin(visit, "fair_after", {"guest": guest.id})
