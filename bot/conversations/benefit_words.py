"""How a reckoned benefit is explained."""

from bot.rules.benefit import Amount, Bound, Days, NotReckonable, Why
from bot.say import Say, say


def amount_lines(amount: Amount, days: int, year: int) -> tuple[Say, ...]:
    """The sum, and how a day's amount was got; won."""
    total = say(
        "<b>It may be about {total} won</b>\n{day} won a day × {days} days",
        total=amount.won_a_day * days,
        day=amount.won_a_day,
        days=days,
    )
    return total, _how(amount, str(year))


def _how(amount: Amount, year: str) -> Say:
    match amount.bound:
        case Bound.CAP:
            return say(
                "60 % of your average daily wage would be {share} won, but the most for who left in {year} "
                "is {cap} won a day.",
                share=amount.share_won,
                year=year,
                cap=amount.cap_won,
            )
        case Bound.FLOOR:
            return say(
                "60 % of your average daily wage would be {share} won, but the least for who left in {year} "
                "is {floor} won a day.",
                share=amount.share_won,
                year=year,
                floor=amount.floor_won,
            )
    return say("That is 60 % of your average daily wage.")


def days_line(days: Days) -> Say:
    """For how many days, and by which part of the table."""
    who = say("50 and older, or with a disability") if days.older_or_disabled else say("younger than 50")
    if days.insured_years_to is None:
        return say(
            "{days} days: {who}, insured for {since} years or longer.",
            days=days.days,
            who=who,
            since=days.insured_years_from,
        )
    if not days.insured_years_from:
        return say("{days} days: {who}, insured for less than a year.", days=days.days, who=who)
    return say(
        "{days} days: {who}, insured for {since} to {until} years.",
        days=days.days,
        who=who,
        since=days.insured_years_from,
        until=days.insured_years_to,
    )


def nothing_to_reckon(unknown: NotReckonable, year: int) -> Say:
    """Why there is no amount."""
    match unknown.why:
        case Why.CAP_UNDECIDED if unknown.floor_won:
            return say(
                "The most for who leaves in {year} is not decided yet, so I cannot tell the amount. "
                "The least is {floor} won a day.",
                year=str(year),
                floor=unknown.floor_won,
            )
        case Why.FEW_HOURS:
            return say(
                "For less than 4 hours a day I have no table, so I cannot tell the amount. The center can."
            )
    return say("I do not have the amounts of {year}. The center can tell you.", year=str(year))
