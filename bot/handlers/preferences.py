"""What a person chooses: which news come, and in which language."""

from collections.abc import Iterable

from bot import texts
from bot.conversations.common_words import MENU
from bot.conversations.visit import Visit
from bot.models import ConsentKind
from bot.say import Button, Card, Say, card, quote, say
from bot.services import announcements, consents, people
from bot.texts import LANGUAGES

STATES = {True: say("on"), False: say("off")}


async def notifications(visit: Visit) -> None:
    """Which news this person gets, each to be switched with a tap."""
    news, ads, night = (
        kind in visit.consents for kind in (ConsentKind.NEWS, ConsentKind.ADS, ConsentKind.NIGHT)
    )
    rows: list[tuple[Button, ...]] = [
        (_switch(news, say("No more news"), "stop", say("Yes, send me news"), "start"),),
        (_switch(ads, say("No companies' offers"), "noads", say("Companies' offers, too"), "ads"),),
    ]
    if news or ads:
        rows.append((_switch(night, say("Not at night"), "day", say("At night too"), "night"),))
    lines = say(
        "News of hiring days and programs: {news}\nCompanies' offers (advertisements): {ads}\n"
        "Between 21:00 and 08:00: {night}",
        news=STATES[news],
        ads=STATES[ads],
        night=STATES[night],
    )
    reminders = say("Reminders of your own appointments always come.")
    await visit.chat.say(Card((say("<b>News settings</b>"), lines, reminders), (*rows, (MENU,))))


def _switch(on: bool, off_label: Say, off: str, on_label: Say, to_on: str) -> Button:
    return Button(off_label if on else on_label, f"news:{off if on else to_on}")


async def switch_news(visit: Visit, wish: str) -> None:
    """Start or stop news, companies' offers, or news at night; each is a consent of its own."""
    undo: tuple[Button, ...] = ()
    if wish == "confirm":
        await announcements.confirm(visit.session, visit.person_id, visit.now)
    elif wish in WITHDRAWN:
        undo = _undo(WITHDRAWN[wish] & visit.consents)
        await consents.withdraw(visit.session, visit.person_id, WITHDRAWN[wish], visit.now)
    else:
        version = visit.center.consent.version
        given = GIVEN.get(wish) or _taken_back(wish)
        await consents.give(visit.session, visit.person_id, given, version, visit.now)
    visit.consents = await consents.in_force(visit.session, visit.person_id)
    settings = (Button(say("News settings"), "menu:notifications"), MENU)
    said = DONE.get(wish, say("Gladly: everything is as it was before."))
    await visit.chat.say(card(said, rows=(undo, settings) if undo else (settings,)))


def _undo(withdrawn: Iterable[ConsentKind]) -> tuple[Button, ...]:
    """One tap gives again exactly what has just been withdrawn."""
    kinds = "+".join(sorted(withdrawn))
    return (Button(say("As it was before"), f"news:{kinds}"),) if kinds else ()


def knows(wish: str) -> bool:
    """Whether a button may carry this."""
    return wish in DONE or all(each in AGAIN for each in wish.split("+"))


def _taken_back(wish: str) -> set[ConsentKind]:
    """The consents that an undo names."""
    return {ConsentKind(each) for each in wish.split("+")}


AGAIN = {ConsentKind.NEWS, ConsentKind.ADS, ConsentKind.NIGHT}
GIVEN = {"start": {ConsentKind.NEWS}, "ads": {ConsentKind.ADS}, "night": {ConsentKind.NIGHT}}
WITHDRAWN = {
    "stop": {ConsentKind.NEWS, ConsentKind.ADS, ConsentKind.NIGHT},
    "noads": {ConsentKind.ADS},
    "day": {ConsentKind.NIGHT},
}
DONE = {
    "start": say("Gladly: news of hiring days and programs come to you, between 8 and 21 o'clock."),
    "stop": say("Done: no more news. Reminders of your own appointments still come."),
    "ads": say("Gladly: companies' offers come to you, too, each marked as (광고). Stopping them is free."),
    "noads": say("Done: no more companies' offers."),
    "night": say("Done: news may come at night, too."),
    "day": say("Done: nothing between 21:00 and 08:00."),
    "confirm": say("Thank you. It stays as it is, and I ask again in two years."),
}


async def language(visit: Visit) -> None:
    """The languages we speak, asked for in each of them: whoever asks may not read this one."""
    rows = tuple((Button(quote(name), f"lang:{code}"),) for code, name in LANGUAGES.items())
    leads, visit.leads = tuple(visit.leads), []
    asked = say("Which language shall I speak?")
    forms = dict.fromkeys(texts.plain(asked, code) for code in (visit.chat.language, *LANGUAGES))
    await visit.chat.say(Card((*leads, quote("\n".join(forms))), rows))


async def choose_language(visit: Visit, code: str) -> None:
    """From now on this one; of a language that we do not speak nothing is kept."""
    if code not in LANGUAGES:
        visit.leads.append(say("I do not speak that language yet."))
        await language(visit)
        return
    await people.choose_language(visit.session, visit.person, code)
    visit.chat.language = visit.person.language
    await visit.chat.say(card(say("I speak English with you now."), rows=((MENU,),)))
