"""Where a button of the menu leads, and the words that lead there as well."""

from collections.abc import Awaitable, Callable

from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.fitting_programs import programs_card
from bot.conversations.hearing import same_words
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import (
    absent,
    booth,
    calls,
    desk,
    duty,
    fair_desk,
    fair_registrations,
    fair_results,
    fairs,
    feed,
    groups,
    information,
    mine,
    own_data,
    preferences,
    programs,
    talking,
    unanswered,
    waiting,
    waiting_desk,
    week,
)
from bot.models import Role
from bot.say import Button, Card, Say, say
from bot.services import profiles

Place = Callable[[Visit, Player], Awaitable[None]]


def shows(make: Callable[[Visit], Card]) -> Place:
    """A place that is one card."""

    async def place(visit: Visit, _player: Player) -> None:
        await visit.chat.say(make(visit))

    return place


def does(deed: Callable[[Visit], Awaitable[None]]) -> Place:
    """A place that needs no player."""

    async def place(visit: Visit, _player: Player) -> None:
        await deed(visit)

    return place


def plays(script: str) -> Place:
    """A place that is a dialogue."""

    async def place(visit: Visit, player: Player) -> None:
        await player.begin(visit, script)

    return place


async def home(visit: Visit, player: Player) -> None:
    """The menu; an open dialogue waits there."""
    await player.park(visit)
    await visit.chat.say(await with_what_was_left(visit, player, information.home(visit)))


async def with_what_was_left(visit: Visit, player: Player, menu: Card) -> Card:
    """The menu, and above everything else the way back to what was left before."""
    left = await player.left(visit)
    if left is None:
        return menu
    offer = player.resume_card(left)
    return Card((*menu.paragraphs, *offer.paragraphs), (*offer.rows, *menu.rows))


async def fitting(visit: Visit, player: Player) -> None:
    """Which programs fit what is known; without a profile, the interview."""
    known = await profiles.known(visit.session, visit.person_id)
    if not known:
        await player.begin(visit, "intake")
        return
    await visit.chat.say(programs_card(visit, {key: answer.value for key, answer in known.items()}))


async def announce(visit: Visit, player: Player) -> None:
    """Operators only."""
    if visit.staff_as(Role.OPERATOR) is None:
        await visit.chat.say(FOR_STAFF)
        return
    await player.begin(visit, "announce")


async def arrange(visit: Visit, player: Player) -> None:
    """Those who may book for somebody."""
    if not any(visit.staff_as(role) for role in (Role.COUNSELOR, Role.OPERATOR)):
        await visit.chat.say(FOR_STAFF)
        return
    await player.begin(visit, "arrange")


PLACES: dict[str, Place] = {
    "arrange": arrange,
    "home": home,
    "fitting": fitting,
    "intake": plays("intake"),
    "book": plays("book"),
    "announce": announce,
    "benefit": plays("benefit"),
    "incomes": plays("incomes"),
    "mine": does(mine.my_appointments),
    "today": does(desk.today),
    "programs": shows(programs.names),
    "fairs": does(fairs.coming),
    "fair_mine": does(fair_registrations.own_ones),
    "fair_proof": fair_results.last_proof,
    "fairdesk": does(fair_desk.days),
    "checkin": plays("fair_checkin"),
    "stats": does(fair_desk.stats),
    "booth": does(booth.booth),
    "center": shows(information.about_center),
    "person": does(talking.offer),
    "calls": does(calls.to_call),
    "feed": does(feed.feed),
    "group": plays("group"),
    "groups": does(groups.desk),
    "group_plan": plays("group_plan"),
    "week": does(week.week),
    "wait": waiting.begin,
    "waiting": does(waiting_desk.line),
    "unanswered": does(unanswered.unanswered),
    "duty": does(duty.duty),
    "leave": absent.leave,
    "closure": absent.closure,
    "notifications": does(preferences.notifications),
    "mydata": does(own_data.my_data),
    "privacy": does(own_data.explain_privacy),
    "language": does(preferences.language),
}

# What people write instead of pressing; whole sentences, so that no answer is taken for a wish.
WORDS: dict[str, tuple[Say, ...]] = {
    "intake": (say("first interview"), say("I want to begin")),
    "book": (say("booking"), say("I want to book"), say("book counseling please")),
    "arrange": (say("book for somebody"),),
    "group": (say("group counseling"), say("group sessions")),
    "mine": (say("my booking"), say("show my appointments")),
    "today": (say("today's schedule"),),
    "week": (say("this week's schedule"),),
    "programs": (say("which programs are there"),),
    "fairs": (say("hiring day"), say("job fair")),
    "fair_mine": (say("my registration for the hiring day"), say("entry code"), say("my interview times")),
    "fair_proof": (say("proof of attendance"),),
    "center": (say("center information"),),
    "person": (say("a person please"), say("connect me to a counselor")),
    "notifications": (say("notifications"),),
    "mydata": (say("my data"),),
    "privacy": (say("privacy"),),
    "language": (say("language"),),
    "announce": (say("announcement please"),),
    "benefit": (
        say("reckon unemployment benefit"),
        say("how much unemployment benefit"),
        say("benefit calculator"),
    ),
    "incomes": (say("median income"), say("median income table")),
}


def place_named(visit: Visit, text: str) -> Place | None:
    """The place whose button or words were typed."""
    for button in _buttons(visit):
        if same_words(text, button.label):
            return PLACES[button.data.removeprefix("menu:")]
    named = next(
        (place for place, lines in WORDS.items() if any(same_words(text, line) for line in lines)), None
    )
    return PLACES[named] if named else None


def _buttons(visit: Visit) -> list[Button]:
    return [*(button for row in information.menu_rows(visit) for button in row), MENU]
