"""Somebody is drawn into a fraud: a warning before the passport, the account or the money is given away."""

from bot.conversations.common_words import MENU, PERSON
from bot.conversations.visit import Visit
from bot.korean.fraud import Fraud
from bot.say import Card, Say, card, say

ABROAD = say(
    "Work abroad that promises much money and comes by messenger has cost people their freedom. Please do "
    "not leave before the center or 1350 has looked at the company."
)
PAPERS = say(
    "Please give nobody your bankbook, card, passwords, ID card, passport or a telephone in your name: they "
    "are used for frauds, and whoever gave them can be punished, too."
)
MONEY = say("A real employer does not ask you to pay first, whatever it is called. Please do not send money.")
COURIER = say(
    "Fetching or forwarding money for somebody you never met is how phone frauds work, and it can be "
    "punished. Please do not go."
)
ANY = say(
    "Much money for little work, interviews by messenger only, and links to press are signs of a fraud. "
    "Please send nothing yet."
)
FIRST: dict[Fraud, Say] = {
    Fraud.ABROAD: ABROAD,
    Fraud.PAPERS: PAPERS,
    Fraud.PHONE: PAPERS,
    Fraud.MONEY: MONEY,
    Fraud.INVESTING: MONEY,
    Fraud.COURIER: COURIER,
}


def warning(visit: Visit, fraud: Fraud) -> Card:
    """What to beware of, what to do where it has happened, where to report, and what we never ask for."""
    return card(
        say("<b>Please be careful: this may be a fraud</b>"),
        FIRST.get(fraud, ANY),
        say("If you have sent something already: call 112 and your bank now. Keep all messages."),
        say(
            "Whether a job is real, the center tells you ({phone}), or 1350. The center and I never offer a "
            "job first, and never ask for money, accounts or ID cards.",
            phone=visit.center.phone,
        ),
        rows=((PERSON,), *(() if visit.dialogue else ((MENU,),))),
    )
