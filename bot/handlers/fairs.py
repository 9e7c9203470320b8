"""Hiring days for job seekers: what comes, and what it offers."""

from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.fair_registering import known_before
from bot.conversations.fair_words import FAIRS
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_registrations
from bot.models import FairState
from bot.say import Button, Card, Say, Spot, card, quote, say
from bot.services import fairs
from bot.services.fairs import Refusal, Stand

SHOWN = 4  # fairs on one card


async def coming(visit: Visit) -> None:
    """The coming hiring days, each with its way in; what one has registered for stands first."""
    mine = {fair.id: guest for guest, fair in await fairs.guests_of(visit.session, visit.person_id)}
    found = (await fairs.coming(visit.session, visit.now))[:SHOWN]
    if not found:
        news = Button(say("News settings"), "menu:notifications")
        line = say("No hiring day is announced at the moment. I can tell you as soon as there is one.")
        await visit.chat.say(card(line, rows=((news, MENU),)))
        return
    rows: list[tuple[Button, ...]] = []
    for fair in found:
        day = say("{when}", when=fair.starts_at)
        if guest := mine.get(fair.id):
            rows.append((Button(say("My registration: {when}", when=day), f"fair:mine:{guest.id}"),))
        else:
            rows.append((Button(say("Look: {when}", when=day), f"fair:show:{fair.id}"),))
    lines = [fair_words.heading(fair) for fair in found]
    await visit.chat.say(
        Card(
            (say("<b>Coming hiring days</b>"), *lines),
            (*rows, (Button(say("News settings"), "menu:notifications"), MENU)),
        )
    )


async def show(visit: Visit, _player: Player, fair_id: int, _message_id: int) -> None:
    """One hiring day with its companies."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None or fair not in await fairs.coming(visit.session, visit.now):
        await fair_registrations.regret(visit, Refusal.NOT_OPEN)
        return
    stands = await fairs.stands(visit.session, fair_id)
    guest = await fairs.guest_of(visit.session, fair_id, visit.person_id)
    talks = await _talks(visit, fair_id)
    await visit.chat.say(
        Card(
            (
                fair_words.heading(fair),
                *([quote(fair.about)] if fair.about else []),
                fair_words.under_each_other([_stand(stand) for stand in stands]),
                *talks,
                *await fair_words.bring_line(fair),
            ),
            fair_words.ways_in(fair, guest),
        )
    )


async def _talks(visit: Visit, fair_id: int) -> list[Say]:
    """The talks and coachings to come, with the seats that are left."""
    left = await fairs.seats_left(visit.session, fair_id)
    return [
        say(
            "{talk}: {begins}, free seats: {seats}",
            talk=quote(talk.title),
            begins=talk.starts_at,
            seats=left[talk.id or 0],
        )
        for talk in await fairs.talks(visit.session, fair_id)
        if talk.starts_at > visit.now
    ]


def _stand(stand: Stand) -> Say:
    return say(
        "· {company}: {positions}",
        company=quote(stand.company.name),
        positions=tuple(
            say("{title}, {count} people", title=quote(each.title), count=each.headcount)
            for each in stand.positions
        ),
    )


async def on_a_map(visit: Visit, _player: Player, fair_id: int, _message_id: int) -> None:
    """Where it is, as a place that the phone's own map opens."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None or fair.latitude is None or fair.longitude is None or fair.state is FairState.DRAFT:
        await fair_registrations.regret(visit, Refusal.NOT_THERE)
        return
    rows = ((fair_words.route_button(fair),), (FAIRS, MENU))
    await visit.chat.point_out(
        Spot(quote(fair.title), quote(fair.place), fair.latitude, fair.longitude, rows)
    )


async def register(visit: Visit, player: Player, fair_id: int, message_id: int) -> None:
    """Begin to register, or show the registration there is."""
    fair = await fairs.fair(visit.session, fair_id)
    if fair is None or fair not in await fairs.coming(visit.session, visit.now):
        await fair_registrations.regret(visit, Refusal.NOT_OPEN)
    elif guest := await fairs.guest_of(visit.session, fair_id, visit.person_id):
        await fair_registrations.mine(visit, player, guest.id or 0, message_id)
    else:
        await player.begin(visit, "fair_register", await known_before(visit, fair))
