"""Questions that nobody has answered yet: the staff's list."""

from bot.conversations.common_words import FOR_STAFF, MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.models import Question
from bot.say import Button, Card, Rows, card, quote, say
from bot.services import questions

SHOWN = 5


async def unanswered(visit: Visit) -> None:
    """What was asked and has no answer yet, asked most often first."""
    if visit.at_desk is None:
        await _not_yours(visit)
        return
    waiting = await questions.unanswered(visit.session)
    if not waiting:
        await visit.chat.say(card(say("Every question has an answer at the moment."), rows=((MENU,),)))
        return
    first = say("<b>Unanswered questions: {count}</b>", count=len(waiting))
    lines = [
        say("{number}. {question} (asked: {times})", number=n, question=quote(q.words), times=q.times)
        for n, q in enumerate(waiting[:SHOWN], 1)
    ]
    rows: Rows = tuple(_ways(n, question) for n, question in enumerate(waiting[:SHOWN], 1))
    await visit.chat.say(Card((first, *lines), (*rows, (MENU,))))


def _ways(number: int, question: Question) -> tuple[Button, ...]:
    return (
        Button(say("Answer {number}", number=number), f"open:answer:{question.id}"),
        Button(say("Not ours: {number}", number=number), f"open:dismiss:{question.id}"),
    )


async def begin_answer(visit: Visit, player: Player, question_id: int) -> None:
    """A member of the staff answers this one."""
    if visit.at_desk is None:
        await _not_yours(visit)
    elif await questions.open_question(visit.session, question_id) is None:
        await _over(visit)
    else:
        await player.begin(visit, "answer", {"question": question_id})


async def dismiss(visit: Visit, question_id: int) -> None:
    """Not the center's business: it leaves the list."""
    member = visit.at_desk
    if member is None:
        await _not_yours(visit)
    elif await questions.dismiss(visit.session, question_id, member, visit.now):
        await unanswered(visit)
    else:
        await _over(visit)


async def wait_for(visit: Visit, question_id: int, message_id: int) -> None:
    """The person wants to be told when there is an answer."""
    visit.chat.take_buttons(message_id=message_id)
    waits = await questions.await_answer(visit.session, question_id, visit.person_id, visit.now)
    line = (
        say("I tell you here as soon as the center has answered. I keep only that this chat waits for it.")
        if waits
        else say("That question has an answer by now. Please ask me once more.")
    )
    await visit.chat.say(card(line, rows=() if visit.dialogue else ((MENU,),)))


async def _over(visit: Visit) -> None:
    line = say("Somebody else has answered this already.")
    await visit.chat.say(card(line, rows=((Button(say("Unanswered questions"), "menu:unanswered"), MENU),)))


async def _not_yours(visit: Visit) -> None:
    await visit.chat.say(FOR_STAFF)
