"""What somebody has at a hiring day: interview times, companies they have met, seats at talks."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.models import (
    Fair,
    FairCompany,
    FairGuest,
    FairInterview,
    FairState,
    FairTalk,
    FairTurn,
    GuestState,
    TurnState,
)
from bot.say import Say, quote, say
from bot.services import fairs


def time_line(interview: FairInterview, company: FairCompany) -> Say:
    """When, with whom, at which booth."""
    return say(
        "{when} {company}, booth {booth}",
        when=interview.starts_at.astimezone(SEOUL).time(),
        company=quote(company.name),
        booth=quote(interview.booth),
    )


async def times_line(session: AsyncSession, guest: FairGuest, fair: Fair, now: datetime) -> Say:
    """The interview times and numbers of a guest, whom they have met, and what they can do without a time."""
    over = fair.state is FairState.DONE
    times = [] if over else await fairs.times(session, guest.id or 0)
    met = [each for outcome, each in await fairs.outcomes(session, guest.id or 0) if outcome.interviewed_at]
    turns = await fairs.turns_of(session, guest.id or 0)
    seen = {each.id for each in (*met, *(each for _, each in times))} | {each.company_id for each in turns}
    wishes = [] if over else await fairs.wishes(session, guest.id or 0)
    without = [each for each in wishes if each.id not in seen]
    lines = [await turn_line(session, each, now) for each in turns]
    if times:
        lines += [say("<b>Your interviews</b>"), *(time_line(interview, each) for interview, each in times)]
    if without:
        lines.append(_without_time(guest, fair, without))
    if met:
        lines.append(say("You have had your interview: {companies}", companies=_named(met)))
    return fair_words.under_each_other(lines or [_no_wish(guest, fair)])


async def promised_lines(session: AsyncSession, guest: FairGuest, held: Sequence[FairTurn]) -> Say | None:
    """The interview times for which no number is needed, and what happens at them; None without any."""
    numbers = {turn.company_id for turn in held}
    times = [each for each in await fairs.times(session, guest.id or 0) if each[1].id not in numbers]
    if not times:
        return None
    heading = say("<b>Your interviews</b>")
    called = say("I call you here when it is time. You need no number for these.")
    return fair_words.under_each_other([heading, *(time_line(*each) for each in times), called])


def _without_time(guest: FairGuest, fair: Fair, companies: Sequence[FairCompany]) -> Say:
    """Wishes that have no time: not yet, or there is none; a number is the way in."""
    if fair.times_at and fair.times_told_at is None:
        return say("I will tell you the interview times on {when}.", when=fair.times_at)
    if guest.state is GuestState.ARRIVED:
        return say("You can take a number now: {companies}", companies=_named(companies))
    return say(
        "No interview time could be found: {companies}. You can take a number there on the day itself.",
        companies=_named(companies),
    )


def _no_wish(guest: FairGuest, fair: Fair) -> Say:
    if fair.state is FairState.DONE:
        return say("This hiring day is over.")
    if guest.state is GuestState.ARRIVED:
        return say("You can take a number at any booth now.")
    return say("You have not chosen a company. On the day itself you can take a number at any booth.")


def _named(companies: Sequence[FairCompany]) -> tuple[Say, ...]:
    return tuple(quote(company.name) for company in companies)


async def wishes_line(session: AsyncSession, guest: FairGuest) -> list[Say]:
    """The companies in order."""
    wishes = await fairs.wishes(session, guest.id or 0)
    named = tuple(
        say("{number}. {company}", number=number, company=quote(company.name))
        for number, company in enumerate(wishes, start=1)
    )
    return [say("Companies: {companies}", companies=named)] if named else []


def seat_line(talk: FairTalk) -> Say:
    """A talk in which somebody has a seat: when and where."""
    return say(
        "{talk}: {when}, {place}", talk=quote(talk.title), when=talk.starts_at, place=quote(talk.place)
    )


async def seat_lines(session: AsyncSession, guest_id: int) -> list[Say]:
    """The talks in which somebody has a seat, earliest first."""
    return [seat_line(talk) for talk in await fairs.seats(session, guest_id)]


async def turn_line(session: AsyncSession, turn: FairTurn, now: datetime) -> Say:
    """앞에 3명, 약 12분."""
    company = await fairs.company(session, turn.company_id)
    name = quote(company.name if company else "")
    if turn.state is TurnState.CALLED:
        return say("<b>{company}</b> No. {number}: please come now.", company=name, number=turn.number)
    if turn.state is TurnState.INSIDE:
        return say("<b>{company}</b> No. {number}: you are inside.", company=name, number=turn.number)
    place = await fairs.place(session, turn, now)
    if not place.minutes:
        return say("<b>{company}</b> No. {number}: you are next.", company=name, number=turn.number)
    if not place.ahead:
        return say(
            "<b>{company}</b> No. {number}: you are next, in about {minutes} minutes",
            company=name,
            number=turn.number,
            minutes=place.minutes,
        )
    return say(
        "<b>{company}</b> No. {number}: {ahead} before you, about {minutes} minutes",
        company=name,
        number=turn.number,
        ahead=place.ahead,
        minutes=place.minutes,
    )
