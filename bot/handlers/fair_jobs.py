"""The positions of a hiring day: what suits first, a few at a time, by kind of work and by district."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_words import FAIRS, ways_in
from bot.conversations.intake_words import DISTRICTS, FIELDS
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_registrations
from bot.models import Fair
from bot.rules.positions import Look, district_of, look
from bot.say import Button, Card, Rows, Say, say
from bot.services import fairs, profiles
from bot.services.fairs import Refusal, Stand

SHOWN = 4  # positions on one card
GU = tuple(choice.value for choice in DISTRICTS[:-1])
EVERYWHERE = 0  # in a button: no field, no district chosen; else the place in FIELDS or DISTRICTS, from 1 on

Offer = tuple[Stand, Look]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which positions somebody looks at, as a button carries it."""

    fair: int
    field: int = EVERYWHERE
    district: int = EVERYWHERE
    page: int = 0

    def fits(self, offer: Offer) -> bool:
        """Whether this position is among them."""
        return self.field in {EVERYWHERE, field_of(offer)} and self.district in {EVERYWHERE, where(offer)}

    def button(self, label: Say) -> Button:
        """The way to these positions."""
        return Button(label, f"fair:jobs:{self.fair}:{self.field}:{self.district}:{self.page}")


def field_of(offer: Offer) -> int:
    """The kind of work as buttons count it."""
    return next(number for number, each in enumerate(FIELDS, 1) if each.value == offer[1].position.field)


def where(offer: Offer) -> int:
    """The 구 as buttons count it; the last is somewhere else."""
    found = district_of(offer[1].position.place, GU)
    return GU.index(found) + 1 if found else len(DISTRICTS)


async def jobs(visit: Visit, _player: Player, numbers: Sequence[int], _message_id: int) -> None:
    """Some positions, each with why it is shown and how its conditions look."""
    wanted = Wanted(*(*numbers, 0, 0, 0)[:4])
    fair = await _open(visit, wanted)
    if fair is None:
        return
    offers, is_sorted = await _offers(visit, wanted.fair)
    found = [offer for offer in offers if wanted.fits(offer)]
    first = min(wanted.page * SHOWN, max(0, len(found) - 1) // SHOWN * SHOWN)
    wanted = replace(wanted, page=first // SHOWN)
    unknown = (
        () if is_sorted else (say("If you tell me more in the first interview, I can sort them for you."),)
    )
    note = say("Whatever stands there: everybody may register. This only helps to prepare.")
    lines = [_position(offer) for offer in found[first : first + SHOWN]]
    guest = await fairs.guest_of(visit.session, wanted.fair, visit.person_id)
    rows = (*_turning(wanted, len(found)), *_narrowing(wanted, offers), *ways_in(fair, guest))
    await visit.chat.say(Card((*_heading(wanted, len(found)), *lines, *unknown, note), rows))


async def fields(visit: Visit, _player: Player, numbers: Sequence[int], _message_id: int) -> None:
    """The kinds of work that are looked for, each with how many positions."""
    wanted = Wanted(*(*numbers, 0, 0)[:3])
    if await _open(visit, wanted) is None:
        return
    offers, _ = await _offers(visit, wanted.fair)
    counted = Counter(field_of(each) for each in offers if replace(wanted, field=EVERYWHERE).fits(each))
    rows = [
        (
            replace(wanted, field=number).button(
                say("{what}: {count} jobs", what=each.label, count=counted[number])
            ),
        )
        for number, each in enumerate(FIELDS, 1)
        if counted[number]
    ]
    whole = replace(wanted, field=EVERYWHERE).button(say("Every kind of work"))
    await visit.chat.say(Card((say("Which kind of work shall I show?"),), (*rows, (whole,), (FAIRS, MENU))))


async def districts(visit: Visit, _player: Player, numbers: Sequence[int], _message_id: int) -> None:
    """The 구 in which there are positions, each with how many."""
    wanted = Wanted(*(*numbers, 0, 0)[:3])
    if await _open(visit, wanted) is None:
        return
    offers, _ = await _offers(visit, wanted.fair)
    counted = Counter(where(each) for each in offers if replace(wanted, district=EVERYWHERE).fits(each))
    rows = [
        (
            replace(wanted, district=number).button(
                say("{what}: {count} jobs", what=each.label, count=counted[number])
            ),
        )
        for number, each in enumerate(DISTRICTS, 1)
        if counted[number]
    ]
    whole = replace(wanted, district=EVERYWHERE).button(say("Every place of work"))
    await visit.chat.say(Card((say("Where would you like to work?"),), (*rows, (whole,), (FAIRS, MENU))))


async def _open(visit: Visit, wanted: Wanted) -> Fair | None:
    """The hiring day, where it is still to come; None after saying that it is not."""
    fair = await fairs.fair(visit.session, wanted.fair)
    if fair is None or fair not in await fairs.coming(visit.session, visit.now):
        await fair_registrations.regret(visit, Refusal.NOT_OPEN)
        return None
    return fair


async def _offers(visit: Visit, fair_id: int) -> tuple[list[Offer], bool]:
    """Every position, those that suit best first; and whether we know enough of somebody to say so."""
    known = await profiles.known(visit.session, visit.person_id)
    facts = profiles.facts({key: answer.value for key, answer in known.items()}, visit.today.date())
    stands = await fairs.stands(visit.session, fair_id)
    looks = [(stand, look(position, facts)) for stand in stands for position in stand.positions]
    return sorted(looks, key=lambda offer: offer[1].order), bool(facts)


def _heading(wanted: Wanted, many: int) -> tuple[Say, ...]:
    """What was chosen, and which of how many these are; nothing where all fit on one card."""
    chosen = [
        choices[number - 1].label
        for number, choices in ((wanted.field, FIELDS), (wanted.district, DISTRICTS))
        if 0 < number <= len(choices)
    ]
    first = wanted.page * SHOWN
    if many == 0:
        return (say("There is no such position at this hiring day."),)
    last = min(first + SHOWN, many)
    if chosen:
        which = say("{first} to {last} of {many}", first=first + 1, last=last, many=many)
        return (say("<b>{chosen}</b>: {which}", chosen=tuple(chosen), which=which),)
    return (
        (say("{first} to {last} of {many}", first=first + 1, last=last, many=many),) if many > SHOWN else ()
    )


def _turning(wanted: Wanted, many: int) -> Rows:
    """To the positions before and after."""
    row = []
    if wanted.page:
        row.append(replace(wanted, page=wanted.page - 1).button(say("Positions before")))
    if (wanted.page + 1) * SHOWN < many:
        row.append(replace(wanted, page=wanted.page + 1).button(say("More positions")))
    return (tuple(row),) if row else ()


def _narrowing(wanted: Wanted, offers: Sequence[Offer]) -> Rows:
    """By kind of work and by district, where there is a choice."""
    at = f"{wanted.fair}:{wanted.field}:{wanted.district}"
    row = []
    if len({field_of(each) for each in offers}) > 1:
        row.append(Button(say("By field"), f"fair:fields:{at}"))
    if len({where(each) for each in offers}) > 1:
        row.append(Button(say("By workplace"), f"fair:districts:{at}"))
    return (tuple(row),) if row else ()


def _position(offer: Offer) -> Say:
    stand, seen = offer
    lines = [fair_words.position_lines(stand.company, seen.position), *fair_words.look_lines(seen)]
    return fair_words.under_each_other(lines)
