"""A member of the staff answers a question that nobody had answered: once, and it is known."""

from bot.conversations.reading import yes_no
from bot.conversations.script import Ask, AskAgain, Choice, Ending, Script, Stop
from bot.conversations.visit import Visit
from bot.korean.unclear import Unclear, Why
from bot.say import Button, Say, card, quote, say
from bot.services import questions

LONGEST = 300  # characters, as of every answer of the center's: one screen of an old phone
SHORTEST = 5
MORE = Button(say("Unanswered questions"), "menu:unanswered")
OVER = card(say("Somebody else has answered this already."), rows=((MORE,),))


def answer_text(text: str, _visit: Visit) -> str:
    """The words of the answer."""
    words = text.strip()
    if not SHORTEST <= len(words) <= LONGEST:
        raise Unclear(Why.NOTHING)
    return words


def preview(visit: Visit) -> Say:
    """The answer as people will read it."""
    return say(
        "This is what people will read:\n\n{answer}\n\nShall I keep it?",
        answer=quote(visit.answers["answer"]),
    )


ANSWERING_QUESTIONS = Script(
    "answer",
    say("An answer"),
    (
        Ask(
            "answer",
            say("What shall I answer? Everybody who asks this will read it."),
            say("Answer"),
            say("Please write it in one message of 5 to 300 characters."),
            answer_text,
            free=True,
        ),
        Ask(
            "sure",
            preview,
            say("Right as it is"),
            say("Please press one of the buttons, or write yes or no."),
            yes_no,
            (Choice("yes", say("Yes, keep it")), Choice("no", say("No, write it anew"))),
        ),
    ),
    needs_consent=False,
    for_staff=True,
    counts=False,
)


@ANSWERING_QUESTIONS.tells("answer")
async def the_question(visit: Visit) -> Say:
    """What was asked."""
    question = await questions.open_question(visit.session, int(visit.answers["question"]))
    if question is None:
        raise Stop(OVER)
    return say("Asked: {question}", question=quote(question.words))


@ANSWERING_QUESTIONS.ends
async def keep(visit: Visit) -> Ending:
    """Known from now on; who waits for it is told."""
    if visit.answers["sure"] == "no":
        raise AskAgain("answer", say("Then please write it once more."))
    member = visit.at_desk
    kept = member and await questions.answer(
        visit.session, int(visit.answers["question"]), visit.answers["answer"], member, visit.now
    )
    thanks = say("Thank you. From now on I know it, and who waited for it is told.")
    return Ending(card(thanks, rows=((MORE,),)) if kept else OVER)
