"""What guests, and those who work there, write around a hiring day leads to where it is done."""

from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import fair_deeds as deeds
from bot.handlers import fair_registrations, fair_turns, fair_work
from bot.handlers.fair_deeds import Deed, before_its_end
from bot.korean.at_a_fair import AtFair, at_a_fair, weekday_named
from bot.services import fairs

DEEDS: dict[AtFair, Deed] = {
    AtFair.PROOF: deeds.proof,
    AtFair.PAPER: deeds.paper,
    AtFair.SHOWN: before_its_end(fair_registrations.share),
    AtFair.RESULT: deeds.result,
    AtFair.LEAVE_NUMBER: fair_turns.leave_number,
    AtFair.DEFER: fair_turns.defer,
    AtFair.LATE: fair_turns.late,
    AtFair.LEAVE: deeds.leave,
    AtFair.STAYS: deeds.stays,
    AtFair.CANNOT: deeds.cannot,
    AtFair.COMING: deeds.coming,
    AtFair.NEW_TIME: deeds.new_time,
    AtFair.COMPANIES: before_its_end(fair_registrations.change),
    AtFair.TURN: fair_turns.turn,
    AtFair.NUMBER: fair_turns.turn,
    AtFair.CODE: deeds.code,
    AtFair.THERE: deeds.there,
    AtFair.BOOTH: deeds.booth,
    AtFair.SEAT: deeds.seat,
    AtFair.LIST: deeds.mine,
    AtFair.BRING: deeds.bring,
    AtFair.WAY: deeds.way,
    AtFair.TIMES: deeds.mine,
    AtFair.SAVE: before_its_end(fair_registrations.date),
    AtFair.OFFERS: deeds.offers,
    AtFair.OVER: deeds.over,
}


async def heard(visit: Visit, player: Player, text: str) -> bool:
    """Whether this was about the hiring day that somebody works at or is registered for, and is answered."""
    if await fair_work.heard(visit, player, text):
        return True
    meant = at_a_fair(text)
    found = meant and await fairs.nearest(visit.session, visit.person_id, visit.now)
    if not meant or not found:
        return False
    if meant is AtFair.DAY_OFF:
        return await deeds.leave_on(visit, player, *found, weekday_named(text))
    return await DEEDS[meant](visit, player, *found)
