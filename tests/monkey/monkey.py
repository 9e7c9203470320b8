"""A monkey with five phones: does anything a person can do, and looks at what comes back."""

import logging
import re
from collections import Counter, deque
from collections.abc import Awaitable
from dataclasses import dataclass
from random import Random

from sqlmodel import select

from bot.models import Person, Role
from sandbox.log import Entry
from sandbox.people import Person as Somebody
from tests.house import House
from tests.monkey.hands import DEEDS, WEIGHTS, Hands, data_of
from tests.specification import objections

JOB_SEEKERS = ("민지", "수진", "영호")
HANGUL = re.compile(r"[가-힣]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){3,}")  # four words in a row are a sentence, not a name
SPOKEN = {"sendMessage", "editMessageText"}
HOME = {"menu:intake", "menu:book", "menu:center"}
TOLD = 15  # steps before a failure that are shown


@dataclass(frozen=True, slots=True)
class Done:
    """A step, for the story that is told when it fails."""

    who: str
    what: str

    def __str__(self) -> str:
        return f"{self.who} {self.what[:100]}"


class Monkey:
    """The same seed does the same steps, as long as the bot answers the same."""

    def __init__(self, house: House, seed: int) -> None:
        self.house = house
        self.seed = seed
        self.chance = Random(seed)
        self.hands = Hands(house, self.chance)
        self.people: list[Somebody] = []
        self.story: deque[Done] = deque(maxlen=TOLD)
        self.steps: Counter[str] = Counter()
        self.english: set[int] = set()
        self.heard = 0
        self.problems: list[str] = []

    async def lives(self, steps: int) -> None:
        """So many steps, each followed by a look; AssertionError tells the last steps."""
        listening = _Listening(self.problems)
        logging.getLogger().addHandler(listening)
        try:
            await self._comes_in()
            for number in range(steps):
                await self._step()
                if self.problems:
                    raise AssertionError(self._told(number))
        finally:
            logging.getLogger().removeHandler(listening)

    async def _comes_in(self) -> None:
        self.people = [self.house.person(name) for name in (*JOB_SEEKERS, "윤슬", "하늘")]
        counselor = self.house.center.counselors[0].name
        await self.house.joins(counselor, Role.COUNSELOR, "윤슬", language="ko")
        await self.house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
        for name in JOB_SEEKERS[:2]:
            await self.house.agreed(name, news=True, language="ko")
        self.hands.phone(self.people[2]).send("/start")
        await self.house.settle()

    async def _step(self) -> None:
        name, deed = self.chance.choices(DEEDS, WEIGHTS)[0]
        person = self.chance.choice(self.people)
        if name != "block" and self.hands.blocks_us(person):
            name, deed = "unblock", Hands.unblocks
        self.steps[name] += 1
        done = deed(self.hands, person)
        self.story.append(Done(person.first_name, await done if isinstance(done, Awaitable) else done))
        await self._look()
        if self.chance.random() < 0.15 and not self.hands.blocks_us(person):
            await self._goes_home(person)

    async def _goes_home(self, person: Somebody) -> None:
        """From wherever they are, one word leads to the menu."""
        self.story.append(Done(person.first_name, "처음으로"))
        self.steps["home"] += 1
        before = self.house.telegram.log.number
        self.hands.phone(person).send("처음으로")
        await self._look()
        calls = self.house.telegram.log.after(before)
        cards = [call for call in calls if call.method == "sendMessage" and call.chat_id == person.id]
        if not cards or not set(data_of(cards[-1])) >= HOME:
            self.problems.append(f"처음으로 does not lead to the menu: {[card.params for card in cards]}")

    async def _look(self) -> None:
        """What the bot did: refused by nobody, understood by everybody, every press answered."""
        await self._settle()
        calls = self.house.telegram.log.after(self.heard)
        self.heard = self.house.telegram.log.number
        were, self.english = self.english, await self._speak_english()
        for call in calls:
            self._judge(call, in_korean=call.chat_id not in were | self.english)
        bot = self.house.telegram.the_bot()
        self.problems += [
            f"never answered: {press.data}" for press in bot.presses.values() if not press.answered
        ]
        bot.presses.clear()

    async def _settle(self) -> None:
        """As the house does, without a second look: three thousand steps are many."""
        bot = self.house.telegram.the_bot()
        if updates := bot.updates.take(0, 100):
            await self.house.gateway.store(updates)
            bot.updates.take(updates[-1]["update_id"] + 1, 1)
        await self.house.gateway.flush()

    def _judge(self, call: Entry, *, in_korean: bool) -> None:
        if not call.ok and not self._is_our_doing(call):
            self.problems.append(f"refused: {call.method} {call.description} {str(call.params)[:600]}")
        self.problems += objections(call.method, call.params)
        text = str(call.params.get("text", ""))
        if call.method not in SPOKEN or not in_korean:
            return
        sentence = ENGLISH.search(re.sub(r"</?\w+>", "", text))
        if not HANGUL.search(text):
            self.problems.append(f"no Korean in {text[:300]!r}")
        elif sentence and not any(sentence[0] in words for words in self.hands.written):
            self.problems.append(f"English in {text[:300]!r}")

    def _is_our_doing(self, call: Entry) -> bool:
        """They have blocked the bot; or pressed a button that is gone already, which cannot be taken again."""
        if call.error_code == 403:
            return any(self.hands.blocks_us(person) for person in self.people if person.id == call.chat_id)
        return call.method == "editMessageReplyMarkup" and "is not modified" in str(call.description)

    async def _speak_english(self) -> set[int]:
        async with self.house.database.reading() as session:
            return set((await session.exec(select(Person.chat_id).where(Person.language == "en"))).all())

    def _told(self, number: int) -> str:
        steps = "\n".join(f"  {done}" for done in self.story)
        problems = "\n".join(dict.fromkeys(self.problems))
        return f"{problems}\nseed {self.seed}, step {number}, after\n{steps}"


class _Listening(logging.Handler):
    """Every warning and error of the bot is a problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self._problems.append(f"logged: {record.name}: {record.getMessage()}")
