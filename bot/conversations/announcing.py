"""Announcing: an operator writes once, sees it as its readers will, who gets it and when, and says yes."""

from bot.conversations import announcement_hearing as hearing
from bot.conversations import announcement_lookups as lookups
from bot.conversations import announcement_reading as reading
from bot.conversations import announcement_settling as settling
from bot.conversations import notebook
from bot.conversations.announcement_audience import (
    AUDIENCE_QUESTIONS,
    BUTTONS,
    FINER_QUESTIONS,
    chosen,
    wanted,
)
from bot.conversations.announcement_words import (
    ASKED_OTHERS,
    KINDS,
    REACHED,
    SURE,
    many,
    may_it_go,
    preview_card,
)
from bot.conversations.audience_words import whom
from bot.conversations.common_words import MENU
from bot.conversations.hearing import Given
from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, Choice, Ending, Script
from bot.conversations.visit import Visit
from bot.models import AnnouncementState, How, Role
from bot.say import Button, Say, card, say
from bot.services import announcements

ANNOUNCING = Script(
    "announce",
    say("Announcement"),
    (
        Ask(
            "text",
            say("Please write the announcement as job seekers will read it."),
            say("Text"),
            say("Between 5 and 3,000 characters, as plain text, as people will read it. Or stop here."),
            reading.announcement_text,
            free=True,
        ),
        Ask("kind", say("What is it?"), say("Kind"), BUTTONS, hearing.kind, KINDS, wide=True),
        Ask(
            "company",
            say("Which company's offer is it?"),
            say("Company"),
            say("For example: 무등가전부품. Between 2 and 40 characters."),
            reading.company,
            free=True,
            only_if=chosen("kind", "advert"),
        ),
        *AUDIENCE_QUESTIONS,
        Ask(
            "when",
            say("When shall I send it? You may write it, like “tomorrow 10 in the morning”."),
            say("Sending time"),
            say("For example: 내일 오전 10시. Between 21:00 and 08:00 it waits for the morning."),
            reading.moment,
            (Choice("now", say("Now")),),
            shows=reading.show_when,
        ),
        Ask(
            "english",
            say("Please write it in English, for those who read English here."),
            say("English text"),
            say("Between 5 and 3,000 characters, as plain text."),
            reading.announcement_text,
            (Choice(reading.NONE, say("Without English")),),
            free=True,
            only_if=wanted("english"),
            wish="more",
        ),
        Ask(
            "picture",
            say("Please send me the picture as a photo."),
            say("Picture"),
            say("Please send one photo, not a file."),
            reading.picture,
            (Choice(reading.NONE, say("Without a picture")),),
            only_if=wanted("picture"),
            wish="more",
            shows=reading.show_picture,
        ),
        Ask(
            "fair",
            say("For which hiring day shall there be a button to register?"),
            say("Button to register"),
            BUTTONS,
            wide=True,
            only_if=wanted("fair"),
            wish="more",
            shows=reading.show_fair,
        ),
        Ask(
            "waves",
            say("Shall it go out in waves, only to as many as there are seats for?"),
            say("In waves"),
            say("Please say yes or no."),
            yes_no,
            (Choice("yes", say("Yes, in waves")), Choice("no", say("No, to all at once"))),
            wide=True,
            only_if=lambda answers: answers.get("fair", "none") != "none",
        ),
        *FINER_QUESTIONS,
        Ask(
            "sure",
            may_it_go,
            say("Sending"),
            say("Please say yes, or what I shall change: the text, the time, the audience."),
            hearing.sure,
            SURE,
        ),
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
)


ANNOUNCING.offers("fair")(lookups.fairs_or_none)
ANNOUNCING.settles("kind")(lookups.kind)
ANNOUNCING.offers("audience")(lookups.audiences)
ANNOUNCING.offers("narrow")(lookups.narrowings)
ANNOUNCING.offers("sure")(lookups.last_words)
for _slot in ("audience", "narrow", "without"):
    ANNOUNCING.settles(_slot)(lookups.audience if _slot == "audience" else lookups.anew(_slot))
    for _kind, _look_up in lookups.OF_KIND.items():
        if ANNOUNCING.question(_key := reading.detail_key(_slot, _kind)):
            ANNOUNCING.offers(_key)(_look_up)


ANNOUNCING.settles("when")(settling.in_the_future)
ANNOUNCING.settles("picture")(settling.room_for_words)
ANNOUNCING.settles("sure")(settling.sure_or_change)


@ANNOUNCING.tells("sure")
async def preview(visit: Visit) -> Say:
    """It is sent to the operator as its readers will see it; below, how many get it and when."""
    staff = visit.staff_as(Role.OPERATOR)
    assert staff
    plan, due_at = reading.plan_of(visit.answers), reading.due_of(visit)
    tried = await announcements.try_out(visit.session, staff, plan, due_at, visit.now)
    reach = await announcements.count(visit.session, tried, visit.center, due_at)
    wave = await announcements.first_wave(visit.session, plan)
    notebook.write(visit, {REACHED: many(reach, wave)}, Given(None, "", How.BUTTON, None))
    return preview_card(visit, await whom(visit.session, visit.center, plan.audience), reach, wave)


@ANNOUNCING.ends
async def schedule(visit: Visit) -> Ending:
    """It is kept with its time; the clock releases it, after a second person's word where many get it."""
    staff = visit.staff_as(Role.OPERATOR)
    assert staff
    due_at = reading.due_of(visit)
    written = await announcements.try_out(
        visit.session, staff, reading.plan_of(visit.answers), due_at, visit.now, sends=False
    )
    planned = await announcements.hand_in(visit.session, written, visit.center, due_at, visit.now)
    when = reading.show_when(visit.answers["when"], visit)
    said = say("It is in the book: {when}. The card above shows how it goes.", when=when)
    if planned.state is AnnouncementState.AWAITING:
        said = ASKED_OTHERS
    return Ending(card(said, rows=((Button(say("All announcements"), "ann:list:0"), MENU),)))
