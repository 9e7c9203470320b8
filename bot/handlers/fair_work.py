"""What those who work at a hiring day write leads to their cards: words alone call and mark nobody."""

from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import booth, booth_guests, fair_desk
from bot.korean.at_the_desk import AtDesk, at_the_booth, at_the_desk
from bot.models import Role


async def heard(visit: Visit, player: Player, text: str) -> bool:
    """Whether a company's person or an operator meant something of theirs, and is shown it."""
    if visit.staff_as(Role.COMPANY) and (meant := at_the_booth(text)):
        company = await booth.own_company(visit)
        if meant is AtDesk.GUESTS and company:
            await booth_guests.guests(visit, company, 0)
        elif company:
            await booth.booth(visit)
        return True
    if visit.staff_as(Role.OPERATOR) and (meant := at_the_desk(text)):
        if meant is AtDesk.CHECK_IN:
            await player.begin(visit, "fair_checkin")
        else:
            await fair_desk.days(visit)
        return True
    return False
