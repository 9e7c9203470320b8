"""Wanting to come, said and not pressed: "신청할래요" below the hiring days shown, or one by its name."""

from collections.abc import Sequence
from datetime import date

from bot.clock import SEOUL
from bot.conversations.common_words import MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fairs as pages
from bot.korean.dates import day
from bot.korean.signing_up import hiring_day_named, signs_up
from bot.korean.unclear import Unclear
from bot.models import Fair
from bot.say import Button, card, say
from bot.services import fairs

SHOWS = {"show", "register"}


async def heard(visit: Visit, player: Player, text: str) -> bool:
    """Whether this wanted to come to a hiring day, and is answered.

    One that is shown is registered for at once; one that is only named is shown first.
    """
    if not signs_up(text):
        return False
    coming = await fairs.coming(visit.session, visit.now)
    shown = [each for each in coming if each.id in _shown(visit)]
    if not shown and hiring_day_named(text) is None:
        return False
    meant = _meant(visit, text, shown or coming)
    if len(meant) > 1:
        await _which(visit, meant)
    elif not meant:
        await pages.coming(visit)
    elif shown:
        await pages.register(visit, player, meant[0].id or 0, 0)
    else:
        await pages.show(visit, player, meant[0].id or 0, 0)
    return True


def _shown(visit: Visit) -> set[int]:
    """The hiring days on the last card."""
    buttons = [data.split(":") for _, data in visit.person.offered]
    return {int(each[2]) for each in buttons if each[0] == "fair" and each[1] in SHOWS}


def _meant(visit: Visit, text: str, among: Sequence[Fair]) -> Sequence[Fair]:
    """Those that fit the day or the name that was said; all where neither was."""
    said, name = _day(visit, text), hiring_day_named(text)
    if said:
        return [each for each in among if each.starts_at.astimezone(SEOUL).date() == said]
    named = [each for each in among if name and name in each.title.replace(" ", "")]
    return named or among


def _day(visit: Visit, text: str) -> date | None:
    try:
        return day(text, visit.today)
    except Unclear:
        return None


async def _which(visit: Visit, among: Sequence[Fair]) -> None:
    rows = tuple(
        (Button(say("Register: {when}", when=each.starts_at), f"fair:register:{each.id}"),)
        for each in among[: pages.SHOWN]
    )
    await visit.chat.say(card(say("Which hiring day do you mean?"), rows=(*rows, (MENU,))))
