"""Consent: before anything is stored, who we are, what is kept, where, and that no is a full answer.

개인정보 보호법 15 asks for four things to be told (purpose, items, how long, the right to refuse), 22 for
separate consents, 22-2 for a guardian's consent below 14, 28-8 for a consent of its own where data goes
abroad (what, where, when and how, to whom, why and how long, how to refuse and what follows).
"""

from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.models import ConsentKind
from bot.say import Button, Card, Say, card, say
from bot.services import consents

HINT = say("Please press one of the buttons, or write yes or no.")
AGREE = (Choice("yes", say("I agree")), Choice("no", say("I do not agree")))

CONSENT = Script(
    "consent",
    say("Consent"),
    (
        Ask(
            "of_age",
            say("Before we begin: are you 14 or older?"),
            say("14 or older"),
            HINT,
            yes_no,
            (Choice("yes", say("Yes, I am 14 or older")), Choice("no", say("No, I am younger"))),
            why=say("Below 14 a guardian has to agree first, so I ask."),
        ),
        Ask(
            "collect",
            lambda visit: say(
                "<b>Keeping what you tell me</b>\n"
                "· Why: to find what fits you, and to prepare and book your counseling\n"
                "· What: your name or nickname, district, age, situation, wishes, career, difficulties, "
                "phone number, bookings, and the messages of this chat\n"
                "· How long: messages {messages} days, answers {answers} days, bookings {bookings} days, "
                "or until you say /delete\n"
                "· You may say no. Then I cannot do the interview or book for you here. Information stays "
                "open to you, and the center books by phone: {phone}\n\n"
                "Do you agree?",
                messages=visit.center.retention.chat_text_days,
                answers=visit.center.retention.answer_days,
                bookings=visit.center.retention.appointment_days,
                phone=visit.center.phone,
            ),
            say("Keeping what I tell"),
            HINT,
            yes_no,
            AGREE,
            why=say("I may keep what you tell me only if you agree, so I ask. A no is all right, too."),
        ),
        Ask(
            "abroad",
            lambda visit: say(
                "<b>Telegram is abroad</b>\n"
                "· Who gets it: Telegram FZ-LLC (contact: telegram.org/support)\n"
                "· Where: the United Arab Emirates and other countries with servers of Telegram\n"
                "· When and how: over the internet, whenever we write to each other\n"
                "· What: the messages of this chat, and what you share in them\n"
                "· Why and how long: to carry the chat, until you delete it in Telegram\n"
                "· You may say no with the button below. Then I cannot do the interview or book for you "
                "here. Please call {phone} or visit us: you get the same help.\n\n"
                "Do you agree?",
                phone=visit.center.phone,
            ),
            say("Telegram abroad"),
            HINT,
            yes_no,
            AGREE,
            why=say("I may keep what you tell me only if you agree, so I ask. A no is all right, too."),
        ),
    ),
    needs_consent=False,
    can_wait=False,
)


@CONSENT.settles("of_age")
async def old_enough(visit: Visit, value: str) -> dict[str, str]:
    """Below 14 nothing is stored: that needs a guardian."""
    if value == "no":
        raise Stop(without(visit, say("Under 14 I may not keep anything without your guardian.")))
    return {"of_age": value}


@CONSENT.settles("collect")
async def may_keep(visit: Visit, value: str) -> dict[str, str]:
    """A no ends here, kindly."""
    if value == "no":
        raise Stop(without(visit, say("That is all right. I keep nothing.")))
    return {"collect": value}


@CONSENT.settles("abroad")
async def may_go_abroad(visit: Visit, value: str) -> dict[str, str]:
    """A no ends here, kindly."""
    if value == "no":
        raise Stop(without(visit, say("That is all right. I keep nothing.")))
    return {"abroad": value}


def without(visit: Visit, why: Say) -> Card:
    """What remains open without consent."""
    return card(
        why,
        say(
            "You can still ask me about the center, its programs and hiring days. "
            "For counseling please call {phone}.",
            phone=visit.center.phone,
        ),
        rows=((Button(say("About the center"), "menu:center"), Button(say("Programs"), "menu:programs")),),
    )


@CONSENT.ends
async def keep_consent(visit: Visit) -> Ending:
    """Both consents are kept with their version and hour, and we go on to what was wanted."""
    both = {ConsentKind.COLLECT, ConsentKind.ABROAD}
    await consents.give(visit.session, visit.person_id, both, visit.center.consent.version, visit.now)
    visit.consents |= both
    return Ending(
        card(say("Thank you. You can take this back at any time with /privacy or /delete.")),
        then=str(visit.answers["then"]),
    )
