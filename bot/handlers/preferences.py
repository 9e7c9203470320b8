"""What a person chooses: which news come, and in which language."""

from bot.conversations.visit import Visit
from bot.handlers.information import MENU
from bot.models import ConsentKind
from bot.say import Button, Card, Rows, card, quote, say
from bot.services import announcements, consents, people
from bot.texts import LANGUAGES


async def notifications(visit: Visit) -> None:
    """Which news this person gets, each to be switched with a tap."""
    news, night = ConsentKind.NEWS in visit.consents, ConsentKind.NIGHT in visit.consents
    rows: Rows = (
        (
            Button(
                say("No more news") if news else say("Yes, send me news"),
                "news:stop" if news else "news:start",
            ),
        ),
    )
    if news:
        rows += (
            (
                Button(
                    say("Not at night") if night else say("At night too"),
                    "news:day" if night else "news:night",
                ),
            ),
        )
    await visit.chat.say(
        Card(
            (
                say("<b>News settings</b>"),
                say(
                    "News of hiring days and programs: {news}\nBetween 21:00 and 08:00: {night}",
                    news=say("on") if news else say("off"),
                    night=say("on") if night else say("off"),
                ),
                say("Reminders of your own appointments always come."),
            ),
            (*rows, (MENU,)),
        )
    )


async def switch_news(visit: Visit, wish: str) -> None:
    """Start or stop news, or news at night."""
    kinds = {"start": {ConsentKind.NEWS}, "night": {ConsentKind.NIGHT}}
    if wish == "stop":
        await announcements.stop_news(visit.session, visit.person, visit.now)
        await consents.withdraw(visit.session, visit.person_id, {ConsentKind.NIGHT}, visit.now)
    elif wish == "day":
        await consents.withdraw(visit.session, visit.person_id, {ConsentKind.NIGHT}, visit.now)
    else:
        version = visit.center.consent.version
        await consents.give(visit.session, visit.person_id, kinds[wish], version, visit.now)
    visit.consents = await consents.in_force(visit.session, visit.person_id)
    await visit.chat.say(card(DONE[wish], rows=((Button(say("News settings"), "menu:notifications"), MENU),)))


DONE = {
    "start": say("Gladly: news of hiring days and programs come to you, between 8 and 21 o'clock."),
    "stop": say("Done: no more news. Reminders of your own appointments still come."),
    "night": say("Done: news may come at night, too."),
    "day": say("Done: nothing between 21:00 and 08:00."),
}


async def language(visit: Visit) -> None:
    """The languages we speak."""
    rows = tuple((Button(quote(name), f"lang:{code}"),) for code, name in LANGUAGES.items())
    await visit.chat.say(Card((say("Which language shall I speak?"),), rows))


async def choose_language(visit: Visit, code: str) -> None:
    """From now on this one."""
    if code in LANGUAGES:
        await people.choose_language(visit.session, visit.person, code)
        visit.chat.language = visit.person.language
    await visit.chat.say(card(say("I speak English with you now."), rows=((MENU,),)))
