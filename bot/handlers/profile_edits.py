"""Editing an old message corrects the answer that it was, also after the interview is over."""

from bot.conversations import cards, hearing
from bot.conversations.common_words import MENU
from bot.conversations.intake import INTAKE
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear
from bot.models import How
from bot.say import Button, Card, card, say
from bot.services import profiles


async def correct(visit: Visit, text: str, message_id: int) -> None:
    """Before and after are shown; an edit of anything else needs no words."""
    kept = await profiles.answered_by(visit.session, visit.person_id, message_id)
    ask = INTAKE.question(kept.question) if kept else None
    if kept is None or ask is None:
        return
    before = kept.value
    choice = hearing.chosen(text, ask.choices)
    try:
        after = choice.value if choice else hearing.read(ask, text, visit)
    except Unclear as unclear:
        why = hearing.why_not(unclear, ask, visit)
        await visit.chat.say(
            Card((say("I saw your edit, but kept {what} as it was.", what=ask.called), *why))
        )
        return
    given = profiles.Given(after, text[:200], How.CORRECTED, message_id, visit.now)
    await profiles.remember(visit.session, visit.person_id, ask.key, given)
    await visit.chat.say(
        card(
            cards.changed(ask, before, after, visit),
            rows=((Button(say("Look again which programs fit"), "menu:fitting"), MENU),),
        )
    )
