"""What can be answered in the intake, in plain words, and how an answer is written."""

from typing import Any

from bot.conversations.script import Choice
from bot.conversations.visit import Visit
from bot.say import Say, say

DISTRICTS = (
    Choice("동구", say("Dong-gu")),
    Choice("서구", say("Seo-gu")),
    Choice("남구", say("Nam-gu")),
    Choice("북구", say("Buk-gu")),
    Choice("광산구", say("Gwangsan-gu")),
    Choice("outside", say("Somewhere else")),
)

SITUATIONS = (
    Choice("unemployed", say("Without work")),
    Choice("unemployment_benefit", say("On unemployment benefit")),
    Choice("part_time", say("Part-time or daily work")),
    Choice("employed", say("Employed")),
    Choice("self_employed", say("Self-employed, freelance")),
    Choice("student", say("Student")),
    Choice("expected_graduate", say("Graduating soon")),
    Choice("on_leave", say("On leave")),
)

# 한국고용직업분류(KECO) 2018, the ten major groups, in words of everyday.
FIELDS = (
    Choice("0", say("Office, finance")),
    Choice("1", say("IT, research, engineering")),
    Choice("2", say("Education, welfare, safety")),
    Choice("3", say("Health, nursing")),
    Choice("4", say("Design, media, sports")),
    Choice("5", say("Food, beauty, cleaning, care")),
    Choice("6", say("Sales, driving, delivery")),
    Choice("7", say("Construction")),
    Choice("8", say("Production, repair")),
    Choice("9", say("Farming, fishing")),
)

CAREERS = (
    Choice("0", say("None yet")),
    Choice("1-11", say("Less than a year")),
    Choice("12-35", say("1 to 3 years")),
    Choice("36-59", say("3 to 5 years")),
    Choice("60-119", say("5 to 10 years")),
    Choice("120-", say("More than 10 years")),
)

HARDSHIPS = (
    Choice("unsure_of_job", say("I do not know which job")),
    Choice("skills", say("Skills, certificates")),
    Choice("interview", say("Résumé, interviews")),
    Choice("information", say("Too little information")),
    Choice("career_break", say("A long break")),
    Choice("care", say("Children, family care")),
    Choice("health", say("Health")),
    Choice("mind", say("No strength, no courage")),
    Choice("money", say("Money, debts")),
    Choice("transport", say("Getting there")),
)


def show_born(value: Any, _visit: Visit) -> Say:
    """1990년생, or the age as it was said."""
    kind, _, rest = str(value).partition(":")
    if kind != "age":
        return say("born in {year}", year=str(value))
    years, _, full = rest.partition(":")
    return (
        say("{years} years old (full years)", years=years) if full else say("{years} years old", years=years)
    )


def show_career(value: Any, _visit: Visit | None = None) -> Say:
    """Years and months."""
    years, months = divmod(int(value), 12)
    if not int(value):
        return say("None yet")
    if not years:
        return say("{months} months", months=months)
    return (
        say("{years} years {months} months", years=years, months=months)
        if months
        else say("{years} years", years=years)
    )


def show_hardships(value: Any, _visit: Visit) -> Say:
    """The chosen ones, by their labels."""
    chosen = tuple(choice.label for choice in HARDSHIPS if choice.value in (value or []))
    return Say("{chosen}", {"chosen": chosen}) if chosen else say("nothing chosen")


def show_contact(value: Any, _visit: Visit) -> Say:
    """010-1234-5678."""
    digits = str(value)
    written = f"{digits[:3]}-{digits[3:-4]}-{digits[-4:]}"
    return Say("{written}", {"written": written})
