"""One's own registration for a hiring day: seeing, changing, withdrawing it, a seat at a talk."""

from collections.abc import Sequence

from bot.calendars import ICALENDAR, fair_file
from bot.conversations import fair_sharing, fair_words
from bot.conversations.common_words import BOOK, MENU
from bot.conversations.fair_cards import registered_card
from bot.conversations.fair_registering import known_before
from bot.conversations.fair_words import FAIRS
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.models import Fair, FairGuest, GuestState
from bot.say import Button, Enclosure, card, quote, say
from bot.services import announcements, fairs
from bot.services.fairs import NotPossible, Refusal

NOTHING_YET = say("You are not registered for any hiring day at the moment.")


async def mine(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """One's own registration."""
    guest = await own(visit, guest_id)
    if guest:
        await visit.chat.say(await registered_card(visit, guest))


async def change(visit: Visit, player: Player, guest_id: int, _message_id: int) -> None:
    """Choose other companies, or another order."""
    guest = await own(visit, guest_id)
    if guest:
        fair = await visit.session.get_one(Fair, guest.fair_id)
        visit.leads.append(say("Times with companies that you keep stay as they are."))
        await player.begin(visit, "fair_change", {**await known_before(visit, fair), "guest": guest.id})


async def share(visit: Visit, player: Player, guest_id: int, _message_id: int) -> None:
    """What companies see of them, and from now on."""
    guest = await own(visit, guest_id)
    if guest:
        await fair_sharing.begin(visit, player, guest)


async def own_ones(visit: Visit) -> None:
    """One's own registration, or the list where there are several; who was at the last one finds it, too."""
    found = await fairs.guests_of(visit.session, visit.person_id)
    shown = [(guest, fair) for guest, fair in found if fair.ends_at > visit.now] or found[-1:]
    if len(shown) == 1:
        await visit.chat.say(await registered_card(visit, shown[0][0]))
        return
    if not shown:
        await visit.chat.say(card(NOTHING_YET, rows=((FAIRS, MENU),)))
        return
    when = [say("{when}", when=fair.starts_at) for _, fair in shown]
    rows = tuple(
        (Button(say("My registration: {when}", when=day), f"fair:mine:{guest.id}"),)
        for day, (guest, _) in zip(when, shown, strict=True)
    )
    await visit.chat.say(card(*(fair_words.heading(fair) for _, fair in shown), rows=(*rows, (MENU,))))


async def date(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """The day for the phone's calendar."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    kept = await visit.session.get_one(Fair, guest.fair_id)
    fair = await announcements.fair_named(visit.session, kept.key)
    assert fair  # it is the one just seen
    words = card(say("{title}: {when}", title=quote(fair.title), when=fair.starts_at))
    file = Enclosure(f"{fair.held_on}.ics", fair_file(visit.center, fair), ICALENDAR, words)
    await visit.chat.enclose(file)


async def withdrawing(visit: Visit, player: Player) -> None:
    """Somebody wrote that they cannot come: the one registration there is, or which of them."""
    coming = [
        (guest, fair)
        for guest, fair in await fairs.guests_of(visit.session, visit.person_id)
        if guest.state is not GuestState.ARRIVED and fair.ends_at > visit.now
    ]
    if len(coming) == 1:
        await leave(visit, player, coming[0][0].id or 0, 0)
        return
    if not coming:
        await visit.chat.say(card(NOTHING_YET, rows=((FAIRS, MENU),)))
        return
    rows = tuple(
        (Button(say("Withdraw: {when}", when=say("{when}", when=fair.starts_at)), f"fair:leave:{guest.id}"),)
        for guest, fair in coming
    )
    lines = (fair_words.heading(fair) for _, fair in coming)
    await visit.chat.say(card(say("Which registration shall I withdraw?"), *lines, rows=(*rows, (MENU,))))


async def leave(visit: Visit, _player: Player, guest_id: int, _message_id: int) -> None:
    """Ask once before a place is given away."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    fair = await visit.session.get_one(Fair, guest.fair_id)
    await visit.chat.say(
        card(
            say("Shall I withdraw your registration? Your place and your times go to others."),
            fair_words.heading(fair),
            rows=(
                (Button(say("Yes, withdraw it"), f"fair:leave_yes:{guest_id}"),),
                (Button(say("No, keep it"), f"fair:mine:{guest_id}"),),
            ),
        )
    )


async def leave_yes(visit: Visit, _player: Player, guest_id: int, message_id: int) -> None:
    """Withdrawn; who waited is told."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    visit.chat.take_buttons(message_id=message_id)
    try:
        await fairs.withdraw(visit.session, guest, visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    await visit.chat.say(
        card(
            say("It is withdrawn. Thank you for telling us: somebody else can come now."),
            say("Another hiring day, or a talk with a counselor?"),
            rows=((FAIRS, BOOK), (MENU,)),
        )
    )


async def accept(visit: Visit, _player: Player, guest_id: int, message_id: int) -> None:
    """The offered place is taken."""
    guest = await own(visit, guest_id)
    if guest is None:
        return
    visit.chat.take_buttons(message_id=message_id)
    try:
        await fairs.accept(visit.session, await fairs.held(visit.session, guest.fair_id), guest, visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    await visit.chat.say(await registered_card(visit, guest))


async def seat(visit: Visit, _player: Player, numbers: Sequence[int], _message_id: int) -> None:
    """A seat at a talk."""
    guest = await own(visit, numbers[0])
    if guest is None:
        return
    try:
        talk = await fairs.take_seat(visit.session, guest, numbers[1], visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    seated = say("Your seat is kept: {talk}, {when}", talk=quote(talk.title), when=talk.starts_at)
    await visit.chat.say(
        card(seated, rows=((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),))
    )


async def unseat(visit: Visit, _player: Player, numbers: Sequence[int], message_id: int) -> None:
    """Give a seat at a talk back."""
    guest = await own(visit, numbers[0])
    if guest is None:
        return
    visit.chat.take_buttons(message_id=message_id)
    try:
        talk = await fairs.leave_seat(visit.session, guest, numbers[1], visit.now)
    except NotPossible as refused:
        await regret(visit, refused.reason)
        return
    line = say("Your seat is free for somebody else now: {talk}", talk=quote(talk.title))
    await visit.chat.say(card(line, rows=((Button(say("My registration"), f"fair:mine:{guest.id}"), MENU),)))


async def own(visit: Visit, guest_id: int) -> FairGuest | None:
    """This person's registration of that number; None after saying that there is none."""
    guest = await fairs.guest(visit.session, guest_id)
    if guest and guest.person_id == visit.person_id and guest.state not in {"withdrawn", "missed"}:
        return guest
    await regret(visit, Refusal.NOT_THERE)
    return None


async def regret(visit: Visit, reason: Refusal) -> None:
    """Why it cannot be done, and where to go."""
    await visit.chat.say(card(fair_words.REGRETS[reason], rows=((FAIRS, MENU),)))
