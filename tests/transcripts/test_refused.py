"""What is not theirs: every button that the house knows, pressed by everybody whom it was not made for.

A stranger's data, a colleague's, an old phone's, a forged number, staff of another role, somebody who was
forgotten: each is answered with a sentence, and not one row of any table changes.
"""

import ast
from itertools import groupby
from pathlib import Path

import pytest
from sqlmodel import select

from bot.handlers.guide import Guide
from bot.handlers.press import Presser
from bot.models import Person
from tests.house import House
from tests.transcripts.what_is_theirs import World, busy, everything, presses

ROOT = Path(__file__).parents[2]
MINJI, NURI, YUNSEUL, OPERATOR = "민지", "누리", "윤슬", "안내"
COUNSELORS = {NURI, YUNSEUL}
DESK = {*COUNSELORS, OPERATOR}
EVERYBODY = (MINJI, "수아", NURI, YUNSEUL, OPERATOR, "회사", "무등")

# What a button carries, as it stands in the code; what it carries here; and for whom it was made.
THEIRS: dict[str, tuple[str, set[str]]] = {
    # the person's own
    "again:{}:{}": ("again:{appt}:{later}", {MINJI}),
    "appt:cancel:{}": ("appt:cancel:{appt}", {MINJI}),
    "appt:cancel_yes:{}": ("appt:cancel_yes:{appt}", {MINJI}),
    "appt:keep:{}": ("appt:keep:{appt}", {MINJI}),
    "appt:move:{}": ("appt:move:{appt}", {MINJI}),
    "appt:save:{}": ("appt:save:{appt}", {MINJI}),
    "dis:at:{}:{}": ("dis:at:{dis}:{later}", {MINJI}),
    "dis:call:{}": ("dis:call:{dis}", {MINJI}),
    "dis:off:{}": ("dis:off:{dis}", {MINJI}),
    "dis:same:{}": ("dis:same:{dis}", {MINJI}),
    "inv:book:{}": ("inv:book:{inv}", {MINJI}),
    "inv:no:{}": ("inv:no:{inv}", {MINJI}),
    "rem:cancel:{}": ("rem:cancel:{appt}:{at}:day_before", {MINJI}),
    "rem:change:{}": ("rem:change:{appt}:{at}:day_before", {MINJI}),
    "rem:coming:{}": ("rem:coming:{appt}:{at}:day_before", {MINJI}),
    "rem:late:{}": ("rem:late:{appt}:{at}:two_hours", {MINJI}),
    "series:at:{}": ("series:at:{series}:{later}:{his}", {MINJI}),
    "series:more:{}": ("series:more:{series}", {MINJI}),
    "series:resume:{}": ("series:resume:{series}", {MINJI}),
    "series:stop:{}": ("series:stop:{series}", {MINJI}),
    "take:{}:{}": ("take:{appt}:{packed}", {MINJI}),
    "talk:end:{}": ("talk:end:{talk}", {MINJI}),
    "wait:later:{}": ("wait:later:{offer}", {MINJI}),
    "wait:leave:{}": ("wait:leave:{wait}", {MINJI}),
    "wait:leave_yes:{}": ("wait:leave_yes:{wait}", {MINJI}),
    "wait:no:{}": ("wait:no:{offer}", {MINJI}),
    "wait:stay:{}": ("wait:stay:{wait}", {MINJI}),
    "wait:yes:{}": ("wait:yes:{offer}", {MINJI}),
    "fair:accept:{}": ("fair:accept:{guest}", {MINJI}),
    "fair:after:{}": ("fair:after:{guest}", {MINJI}),
    "fair:change:{}": ("fair:change:{guest}", {MINJI}),
    "fair:code:{}": ("fair:code:{guest}", {MINJI}),
    "fair:date:{}": ("fair:date:{guest}", {MINJI}),
    "fair:later:{}": ("fair:later:{guest}", {MINJI}),
    "fair:leave:{}": ("fair:leave:{guest}", {MINJI}),
    "fair:leave_yes:{}": ("fair:leave_yes:{guest}", {MINJI}),
    "fair:left:{}:{}": ("fair:left:{guest}:1", {MINJI}),
    "fair:mine:{}": ("fair:mine:{guest}", {MINJI}),
    "fair:number:{}:{}": ("fair:number:{guest}:1", {MINJI}),
    "fair:out:{}": ("fair:out:{guest}", {MINJI}),
    "fair:proof:{}": ("fair:proof:{guest}", {MINJI}),
    "fair:queue:{}": ("fair:queue:{guest}", {MINJI}),
    "fair:result:{}": ("fair:result:{guest}", {MINJI}),
    "fair:seat:{}:{}": ("fair:seat:{guest}:1", {MINJI}),
    "fair:unseat:{}:{}": ("fair:unseat:{guest}:1", {MINJI}),
    "fair:share:{}": ("fair:share:{guest}", {MINJI}),
    "fair:times:{}:0:0": ("fair:times:{guest}:0:0", {MINJI}),
    "fair:times:{}:{}:0": ("fair:times:{guest}:1:0", {MINJI}),
    "fair:times:{}:{}:{}": ("fair:times:{guest}:1:1", {MINJI}),
    "fair:retime:{}:{}:{}": ("fair:retime:{guest}:1:12", {MINJI}),
    "fair:step:{}:{}": ("fair:step:{guest}:1", {MINJI}),
    "fair:step:{}:{}:{}": ("fair:step:{guest}:1:hired", {MINJI}),
    "fair:unheard:{}": ("fair:unheard:{guest}", {MINJI}),
    # the counselor's, of their own meetings
    "appt:accept:{}": ("appt:accept:{appt}:{at}", {NURI}),
    "appt:other:{}": ("appt:other:{appt}:{at}", {NURI}),
    "met:{}:{}": ("met:arrived:{appt}", {NURI}),
    "off:again:{}": ("off:again:{appt}", {NURI}),
    "off:back:{}": ("off:back:{appt}:{at}", {NURI}),
    "off:keep:{}": ("off:keep:{appt}:{at}", {NURI}),
    "off:sure:{}:{}": ("off:sure:{appt}:{at}:absence", {NURI}),
    "off:why:{}": ("off:why:{appt}:{at}", {NURI}),
    "off:yes:{}:{}": ("off:yes:{appt}:{at}:absence", {NURI}),
    "next:ask:{}": ("next:ask:{met}", {YUNSEUL}),
    "next:at:{}": ("next:at:{met}:{later}:{his}", {YUNSEUL}),
    "next:end:{}:{}": ("next:end:{met}:enough", {YUNSEUL}),
    "next:from:{}:{}": ("next:from:{met}:{later}", {YUNSEUL}),
    "next:stop:{}": ("next:stop:{met}", {YUNSEUL}),
    "pass:ask:{}:{}": ("pass:ask:{appt}:{at}:{his}", {NURI}),
    "pass:no:{}": ("pass:no:{appt}:{at}", {NURI}),
    "pass:who:{}": ("pass:who:{appt}:{at}", {NURI}),
    "pass:yes:{}": ("pass:yes:{appt}:{at}", {NURI}),  # who has it already
    "prop:back:{}::": ("prop:back:{appt}:{at}::", {NURI}),
    "prop:pick:{}::": ("prop:pick:{appt}:{at}::", {NURI}),
    "prop:pick:{}:{}:{}": ("prop:pick:{appt}:{at}:{packed}:0", {NURI}),
    "prop:send:{}:{}:": ("prop:send:{appt}:{at}:{packed}:", {NURI}),
    "grp:list:{}": ("grp:list:{session}", COUNSELORS),
    "grp:met:{}:arrived": ("grp:met:{seat}:arrived", {NURI}),
    "grp:met:{}:missed": ("grp:met:{seat}:missed", {NURI}),
    "grp:off:{}": ("grp:off:{session}", {NURI}),
    "grp:off_yes:{}": ("grp:off_yes:{session}", {NURI}),
    "away:undo:{}": ("away:undo:{leave}", {NURI}),
    # the desk's
    "away:undo_day:{}": ("away:undo_day:{closed}", {OPERATOR}),
    "call:missed:{}": ("call:missed:{call}", DESK),
    "call:reached:{}": ("call:reached:{call}", DESK),
    "inv:off:{}": ("inv:off:{inv}", {YUNSEUL}),
    "need:none:{}": ("need:none:{wait}", DESK),
    "need:note:{}": ("need:note:{wait}", DESK),
    "feed:make": ("feed:make", COUNSELORS),
    "feed:revoke": ("feed:revoke", COUNSELORS),
    "open:answer:{}": ("open:answer:{question}", DESK),
    "open:dismiss:{}": ("open:dismiss:{question}", DESK),
    "talk:take:{}": ("talk:take:{talk}", DESK),
    "duty:{}": ("duty:off", {*DESK, "회사", "무등"}),
    # the operator's
    "ann:approve:{}": ("ann:approve:{ann}", {OPERATOR}),
    "ann:cancel:{}": ("ann:cancel:{ann}", {OPERATOR}),
    "ann:correct:{}": ("ann:correct:{ann}", {OPERATOR}),
    "ann:list:0": ("ann:list:0", {OPERATOR}),
    "ann:pause:{}": ("ann:pause:{ann}", {OPERATOR}),
    "ann:resume:{}": ("ann:resume:{ann}", {OPERATOR}),
    "ann:rewrite:{}": ("ann:rewrite:{ann}", {OPERATOR}),
    "ann:show:{}": ("ann:show:{ann}", {OPERATOR}),
    "fdesk:add:{}": ("fdesk:add:{fair}", {OPERATOR}),
    "fdesk:change:{}": ("fdesk:change:{fair}", {OPERATOR}),
    "fdesk:off:{}": ("fdesk:off:{fair}", {OPERATOR}),
    "fdesk:off_yes:{}": ("fdesk:off_yes:{fair}", {OPERATOR}),
    "fdesk:door:{}": ("fdesk:door:{fair}", {OPERATOR}),
    "fdesk:list:{}": ("fdesk:list:{fair}", {OPERATOR}),
    "fdesk:new:0": ("fdesk:new:0", {OPERATOR}),
    "fdesk:open:{}": ("fdesk:open:{fair}", {OPERATOR}),
    "fdesk:talk:{}": ("fdesk:talk:{fair}", {OPERATOR}),
    "fdesk:talks:{}": ("fdesk:talks:{fair}", {OPERATOR}),
    "fdesk:untalk:{}": ("fdesk:untalk:1", {OPERATOR}),
    "fdesk:untalk_yes:{}": ("fdesk:untalk_yes:1", {OPERATOR}),
    "fdesk:sheet:{}": ("fdesk:sheet:{fair}", {OPERATOR}),
    # a company's, of its own guests
    "booth:finish:{}": ("booth:finish:1", {"무등"}),
    "booth:gone:{}": ("booth:gone:1", {"무등"}),
    "booth:guests": ("booth:guests", {"무등"}),
    "booth:guests:{}": ("booth:guests:0", {"무등"}),
    "booth:next": ("booth:next", {"무등"}),
    "booth:result:{}": ("booth:result:{guest}", {"무등"}),
    "booth:start:{}": ("booth:start:1", {"무등"}),
    "booth:step:{}:{}": ("booth:step:{guest}:hired", {"무등"}),
}

# These name nothing of anybody's: whoever presses them acts for themselves, or reads what is open to all.
# A place that is for the staff alone is asked for by name below.
OF_ONESELF = {
    "ask": "an answer of the center's",
    "prog:from:{}": "further names of programs",
    "prog:show:{}": "what a program is",
    "data": "what is kept about oneself",
    "fair:jobs:{}": "what companies offer",
    "fair:jobs:{}:{}:{}:{}": "what companies offer",
    "fair:fields:{}": "what companies offer",
    "fair:districts:{}": "what companies offer",
    "fair:map:{}": "where a hiring day is",
    "fair:register:{}": "a registration of one's own begins",
    "fair:show:{}": "a hiring day",
    "lang": "one's own language",
    "menu": "a place",
    "news": "one's own consents",
    "open:other": "a question of one's own",
    "open:wait:{}": "to be told, too, when a question that anybody may have has an answer",
    "talk:ask": "a talk of one's own",
    "talk:back": "back to one's own dialogue",
    "talk:word": "a word of one's own",
    "tell": "what oneself wants no more of",
    "told": "what oneself thinks of an answer",
    "wait:for:{}": "a place of one's own in the line",
}
PLACES_OF_STAFF = {
    "announce": {OPERATOR},
    "arrange": DESK,
    "booth": {"무등"},
    "calls": DESK,
    "checkin": {OPERATOR},
    "closure": {OPERATOR},
    "duty": {*DESK, "회사", "무등"},
    "fairdesk": {OPERATOR},
    "group_plan": COUNSELORS,
    "groups": COUNSELORS,
    "feed": COUNSELORS,
    "leave": COUNSELORS,
    "stats": {OPERATOR},
    "today": COUNSELORS,
    "unanswered": DESK,
    "waiting": DESK,
}


def carried() -> set[str]:
    """Everything that a button can carry outside of dialogues: read from the code, blanks as {}."""
    kinds = set(Presser(None, Guide(None)).deeds())  # type: ignore[arg-type]
    found = set()
    for room in ("conversations", "handlers", "notices"):
        for path in (ROOT / "bot" / room).rglob("*.py"):
            for words in strings(ast.parse(path.read_text(encoding="utf-8"))):
                if words.partition(":")[0] in kinds and ":" in words:
                    found.add(words)
    return found


def strings(tree: ast.AST) -> list[str]:
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found.append("".join(p.value if isinstance(p, ast.Constant) else "{}" for p in node.values))  # type: ignore[misc]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            found.append(node.value)
    return found


def test_every_button_has_a_row() -> None:
    """A new kind of button that nobody has tried as a stranger is a hole."""
    known = carried()
    missing = {
        each for each in known if each not in THEIRS and not {each, each.partition(":")[0]} & set(OF_ONESELF)
    }
    assert missing == set()
    assert set(THEIRS) <= known


def test_every_first_word_is_somebodys() -> None:
    kinds = set(Presser(None, Guide(None)).deeds())  # type: ignore[arg-type]
    tried = {each.partition(":")[0] for each in (*THEIRS, *OF_ONESELF)}
    assert kinds == tried


@pytest.mark.parametrize("code", ["", "xx", "KO", "../ko"])
async def test_a_language_that_nobody_offers(house: House, code: str) -> None:
    """It is said that we do not speak it, and the person is spoken to as before."""
    await house.agreed(MINJI)

    [said] = await presses(house, MINJI, f"lang:{code}")

    assert said.startswith("I do not speak that language yet.")
    async with house.database.reading() as session:
        person = (await session.exec(select(Person))).one()
    assert (person.language, person.language_chosen) == ("en", False)


@pytest.fixture
async def world(house: House) -> World:
    return await busy(house)


@pytest.mark.parametrize("name", EVERYBODY)
async def test_what_is_not_theirs_is_refused_with_a_sentence(world: World, name: str) -> None:
    """Each button by each who is not meant; also buttons of places for the staff."""
    attempts = [data.format(**world.ids) for data, whose in THEIRS.values() if name not in whose]
    attempts += [f"menu:{place}" for place, whose in PLACES_OF_STAFF.items() if name not in whose]
    assert await got_through(world, name, attempts) == []


async def got_through(
    world: World, name: str, attempts: list[str], secrets: tuple[str, ...] | None = None
) -> list[str]:
    """Which of these were not refused: something changed, nothing was said, or too much was.

    Too much is what only those read who are meant; nothing for somebody whose own it is. Buttons of one kind are pressed one after the other before the database is looked at.
    """
    through = []
    house, hidden = world.house, world.secrets if secrets is None else secrets
    before = await everything(house, name)
    for kind, those in groupby(attempts, key=lambda data: data.partition(":")[0]):
        for data in those:
            said = await presses(house, name, data)
            if not said or any(secret in text for secret in hidden for text in said):
                through.append(f"{data}: said {said}")
        after = await everything(house, name)
        changed = [table for table in after if after[table] != before[table]]
        if changed:
            through.append(f"{kind}: changed {changed}")
        before = after
    return through
