"""What needs no consent: who we are, the center, help."""

from bot.conversations.common_words import BOOK, MENU, MINE, PERSON
from bot.conversations.visit import Visit
from bot.models import Role
from bot.say import Button, Card, Rows, card, quote, say


def welcome(visit: Visit) -> Card:
    """The first card: who speaks, what is never asked, what can be done."""
    return Card(
        (
            say("Hello, I am Bitna, the assistant of {center}.", center=quote(visit.center.name)),
            say(
                "I am a program, not a person. I never ask for a resident number, for money, or for a bank "
                "account, and I never offer a job first."
            ),
            say("Information is open to you without giving me anything. What shall we do?"),
        ),
        menu_rows(visit),
    )


def home(visit: Visit) -> Card:
    """The menu."""
    return Card((say("What shall we do?"),), menu_rows(visit))


def menu_rows(visit: Visit) -> Rows:
    """The menu of a job seeker, and above it what a member of the staff has to do."""
    staff: Rows = ()
    if visit.staff_as(Role.COUNSELOR):
        staff += ((Button(say("Today's appointments"), "menu:today"),),)
    if visit.staff_as(Role.OPERATOR):
        staff += ((Button(say("Send an announcement"), "menu:announce"),),)
        staff += ((Button(say("Hiring days: the desk"), "menu:fairdesk"),),)
    if visit.staff_as(Role.COMPANY):
        staff += ((Button(say("Our booth"), "menu:booth"),),)
    return (
        *staff,
        (Button(say("First interview (3 minutes)"), "menu:intake"),),
        (BOOK, MINE),
        (Button(say("Programs"), "menu:programs"), Button(say("Hiring days"), "menu:fairs")),
        (Button(say("About the center"), "menu:center"), PERSON),
        (Button(say("News settings"), "menu:notifications"), Button(say("What I keep"), "menu:mydata")),
    )


def about_center(visit: Visit) -> Card:
    """Where it is, when it is open, and that 광산구 has a center of its own."""
    offices = "\n".join(f"{office.name}\n{office.address}\n{office.phone}" for office in visit.center.offices)
    return card(
        say("<b>About the center</b>"),
        quote(offices),
        say(
            "Usually open on weekdays from 9 to 18. "
            "At lunch there are fewer desks, so please call before you come."
        ),
        say("People of Gwangsan-gu usually go to the Gwangsan center for unemployment benefit."),
        rows=((BOOK, MENU),),
    )


def distress(visit: Visit, *, alerted: bool) -> Card:
    """Somebody speaks of not wanting to live: no menu, no question, only who listens now."""
    phone = visit.center.phone
    staff = (
        say("I have asked a person of the center to write to you here. Their number: {phone}", phone=phone)
        if alerted
        else say("You can also talk to a person of the center: {phone}", phone=phone)
    )
    return card(
        say("That must be very hard. Thank you for telling me."),
        say(
            "If you call 109, somebody listens at once, day and night. "
            "If you are in danger now, or hurt, please call 119 or 112."
        ),
        staff,
        rows=((PERSON,),),
    )
