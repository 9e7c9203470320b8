"""Answers to free questions, from the center's own passages."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.assistant.answers import Found, Several, answer, answer_to_telling, looks_like_question
from bot.center import Center, Passage
from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import BOOK, MENU, PERSON
from bot.conversations.visit import Visit
from bot.handlers import verdicts
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import fairs, questions
from bot.services.questions import Learned

LEARNED = "staff_"
INTERPRETERS = "foreign_workers"  # the contact that speaks many languages

# The passages name what to do next; here is where that leads.
NEXT = {
    "benefit_calculator": Button(say("Reckon unemployment benefit"), "menu:benefit"),
    "income_lines": Button(say("See the income lines"), "menu:incomes"),
    "book": BOOK,
    "call": PERSON,
    "fairs": Button(say("Hiring days"), "menu:fairs"),
    "intake": Button(say("First interview (3 minutes)"), "menu:intake"),
    "my_data": Button(say("What I keep"), "menu:mydata"),
    "person": PERSON,
    "place": Button(say("About the center"), "menu:center"),
    "privacy": Button(say("Your data"), "menu:privacy"),
    "programs": Button(say("Programs"), "menu:programs"),
    "stop": Button(say("News settings"), "menu:notifications"),
    "work24": Button(say("Open work24"), url="https://www.work24.go.kr"),
}


async def reply(visit: Visit, text: str) -> Card | None:
    """The center's answer to a question, several to choose from, or None where we do not know."""
    if not looks_like_question(text):
        return None
    return await _card_of(visit, answer(text, await known_passages(visit), visit.today.date()))


async def reply_to_telling(visit: Visit, text: str) -> Card | None:
    """The same for what is told and not asked ("월급을 안 줘요"), where we waited for no answer."""
    found = answer_to_telling(text, await known_passages(visit), visit.today.date())
    if isinstance(found, Several):
        return choice_of(found.passages, say("I see. Would this help you?"))
    return await _card_of(visit, found)


async def _card_of(visit: Visit, found: Found | Several | None) -> Card | None:
    match found:
        case Found(passage):
            return await _told(visit, passage)
        case Several(passages):
            return choice_of(passages)
        case _:
            return None


async def _told(visit: Visit, passage: Passage) -> Card:
    """The passage, and what it cannot know: the next hiring day, and that its reader reads no Korean."""
    beside: tuple[Say, ...] = ()
    first: Rows = ()
    if passage.next[:1] == ("fairs",):
        for fair in (await fairs.coming(visit.session, visit.now))[:1]:
            beside += (say("The next one: {fair}", fair=fair_words.heading(fair)),)
            first += ((Button(say("Look: {when}", when=fair.starts_at), f"fair:show:{fair.id}"),),)
    if visit.chat.language != "ko" and (interpreters := visit.center.who_to_ask.get(INTERPRETERS)):
        beside += (
            say(
                "The center wrote this in Korean. In your language you can ask {where}.",
                where=quote(interpreters),
            ),
        )
    return passage_card(passage, visit.center, *beside, first=first)


async def known_passages(visit: Visit) -> tuple[Passage, ...]:
    """The center's own passages, and what the staff have answered since."""
    return visit.center.passages + learned_passages(await questions.learned(visit.session))


@lru_cache(maxsize=8)
def learned_passages(answered: tuple[Learned, ...]) -> tuple[Passage, ...]:
    """Answers of the staff as passages: one question each, as it was asked."""
    return tuple(
        Passage.model_construct(
            key=f"{LEARNED}{each.id}",
            questions=(each.question,),
            only_with=(),
            answer=each.answer,
            source="",
            as_of=each.answered_at.astimezone(SEOUL).date(),
            valid_from=None,
            valid_to=None,
            at_other_times=(),
            ask=("center",),
            owner="",
            sure=True,
            intents=(),
            next=("person",),
        )
        for each in answered
    )


async def about(visit: Visit, intent: str) -> Card | None:
    """What the center says of a subject that was named: the one passage, some to choose from, or None."""
    today = visit.today.date()
    found = [each for each in visit.center.passages if intent in each.intents and each.holds(today)]
    if len(found) > 1:
        return choice_of(found)
    return await _told(visit, found[0]) if found else None


def choice_of(passages: Sequence[Passage], first: Say | None = None) -> Card:
    """Two or three near ones: the person says which.

    `first` is said where something was told and not asked; whoever tells of trouble is offered a person, too.
    """
    rows = tuple((Button(quote(each.questions[0]), f"ask:{each.key}"),) for each in passages[:3])
    asked = say("Which of these do you mean?") if len(rows) > 1 else say("Do you mean this?")
    rows += ((PERSON,),) if first else ()
    return Card((first or asked,), (*rows, (Button(say("Something else"), "open:other"), MENU)))


def passage_card(passage: Passage, center: Center, *beside: Say, first: Rows = ()) -> Card:
    """The answer, what is said beside it, from when it is, where to make sure, what can be done next."""
    return card(
        quote(passage.answer),
        *beside,
        say("As of {day}. To make sure: {where}", day=passage.as_of, where=whom_to_ask(passage, center)),
        rows=(*first, *ways_on(passage.next), *verdicts.rows(passage.key, MENU)),
    )


def ways_on(keys: Iterable[str]) -> Rows:
    """What can be done next, by the names that the center's files have for it; each place once."""
    ways = [NEXT[key] for key in keys if key in NEXT]
    return tuple((way,) for way in {each.data or each.url: each for each in ways}.values())


def whom_to_ask(passage: Passage, center: Center) -> tuple[Say, ...]:
    """Where somebody can make sure, the best place first."""
    names = {key: quote(name) for key, name in center.who_to_ask.items()}
    names["center"] = say("the center, {phone}", phone=center.phone)
    return tuple(names[key] for key in passage.ask)


async def named(visit: Visit, key: str) -> Card | None:
    """The passage of that name, if it still holds."""
    today = visit.today.date()
    known = await known_passages(visit)
    meant = (each for each in known if each.key == key and each.holds(today))
    found = next(meant, None)
    return await _told(visit, found) if found else None
