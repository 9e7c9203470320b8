"""A monkey with five phones: does anything a person can do, and looks at what comes back."""

import logging
import re
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from sqlmodel import select

from bot.handlers.commands import COMMANDS
from bot.models import Person, Role
from sandbox.log import Entry
from sandbox.params import Upload
from sandbox.people import Message
from sandbox.people import Person as Somebody
from sandbox.phone import Phone
from tests.house import House
from tests.specification import objections

JOB_SEEKERS = ("민지", "수진", "영호")
HANGUL = re.compile(r"[가-힣]")
ENGLISH = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){3,}")  # four words in a row are a sentence, not a name
SPOKEN = {"sendMessage", "editMessageText"}
HOME = {"menu:intake", "menu:book", "menu:center"}
TOLD = 15  # steps before a failure that are shown

WORDS = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()
SENTENCES = (
    "실업급여는 어떻게 신청하나요?",
    "센터 어디예요?",
    "다음 주 화요일 오후에 상담 받고 싶어요",
    "주민번호는 900101-2345678 이에요",
    "카드 번호는 4111 1111 1111 1111 이에요",
    "너무 힘들어서 죽고 싶어요",
    "빚이 많은데 어떻게 해야 할까요",
    "12월 2일 빛이나G 채용행사가 열려요. 이력서를 챙겨 오세요.",
    "내일 오전 10시",
    "hello",
    "I want to book a counseling",
    "what is this",
    "back",
    "menu",
    "yes",
    "no",
    "/unknown",
    "/start garbage",
    "/start staff-wrong",
    "/start@sandbox_bot",
    "줄\n바꿈\n\n여러 줄",
    "\u200b",
    "\u202e뒤집힘",
    "가" * 4000,
    "긴 글 " * 800,
    "<" * 3000,
    "&amp;" * 600,
    "😀" * 1500,
    "a" * 4096,
)
OLD_DATA = (
    "menu:gone",
    "menu:",
    "appt:move:1",
    "appt:cancel_yes:999999999999",
    "appt:what:x",
    "news:?",
    "lang:xx",
)
OLDER_DATA = ("1.1:gone:yes", "zz.zz::back", "ann:cancel:1", "ask:gone", "data:?", "x", "старый")
PICTURE = Upload("사진.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(16))


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
        self.people: list[Somebody] = []
        self.story: deque[Done] = deque(maxlen=TOLD)
        self.steps: Counter[str] = Counter()
        self.written: set[str] = set()
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
        self._phone(self.people[2]).send("/start")
        await self.house.settle()

    async def _step(self) -> None:
        name, deed = self.chance.choices(DEEDS, WEIGHTS)[0]
        person = self.chance.choice(self.people)
        if name != "block" and self._phone(person)._chat.blocked:
            name, deed = "unblock", Monkey.unblocks
        self.steps[name] += 1
        done = deed(self, person)
        self.story.append(Done(person.first_name, await done if isinstance(done, Awaitable) else done))
        await self._look()
        if self.chance.random() < 0.15 and not self._phone(person)._chat.blocked:
            await self._goes_home(person)

    async def _goes_home(self, person: Somebody) -> None:
        """From wherever they are, one word leads to the menu."""
        self.story.append(Done(person.first_name, "처음으로"))
        self.steps["home"] += 1
        before = self.house.telegram.log.number
        self._phone(person).send("처음으로")
        await self._look()
        calls = self.house.telegram.log.after(before)
        cards = [call for call in calls if call.method == "sendMessage" and call.chat_id == person.id]
        if not cards or not set(_data(cards[-1])) >= HOME:
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
        elif sentence and not any(sentence[0] in words for words in self.written):
            self.problems.append(f"English in {text[:300]!r}")

    def _is_our_doing(self, call: Entry) -> bool:
        """They have blocked the bot; or pressed a button that is gone already, which cannot be taken again."""
        if call.error_code == 403:
            return any(
                self._phone(person)._chat.blocked for person in self.people if person.id == call.chat_id
            )
        return call.method == "editMessageReplyMarkup" and "is not modified" in str(call.description)

    async def _speak_english(self) -> set[int]:
        async with self.house.database.reading() as session:
            return set((await session.exec(select(Person.chat_id).where(Person.language == "en"))).all())

    def _told(self, number: int) -> str:
        steps = "\n".join(f"  {done}" for done in self.story)
        problems = "\n".join(dict.fromkeys(self.problems))
        return f"{problems}\nseed {self.seed}, step {number}, after\n{steps}"

    def _phone(self, person: Somebody) -> Phone:
        return self.house.telegram.phone(person.id)

    def _own(self, person: Somebody) -> list[Message]:
        return [m for m in self._phone(person)._chat.messages.values() if not m.from_bot and "text" in m.body]

    # What it does.

    def presses(self, person: Somebody) -> str:
        """A button that the phone shows, mostly one of the newest."""
        shown = [
            (message.body["message_id"], data)
            for message in self._phone(person)._chat.messages.values()
            if message.from_bot
            for data in _carried(message.body.get("reply_markup"))
        ]
        if not shown:
            return self.writes(person)
        button = self.chance.choice(shown[-12:] if self.chance.random() < 0.8 else shown)
        self._phone(person).press(*button)
        return f"presses {button[1]}"

    def presses_old(self, person: Somebody) -> str:
        """A button that was shown at any time, whether the phone still shows it or not."""
        calls = [
            call for call in self.house.telegram.log.after(0) if call.chat_id == person.id and _data(call)
        ]
        if not calls:
            return self.writes(person)
        return self._presses_raw(person, self.chance.choice(_data(self.chance.choice(calls))))

    def presses_foreign(self, person: Somebody) -> str:
        """A button that was shown to somebody else, or by a release that nobody remembers."""
        data = [data for call in self.house.telegram.log.after(0) for data in _data(call)]
        old = [*OLD_DATA, *OLDER_DATA]
        return self._presses_raw(
            person, self.chance.choice(old if self.chance.random() < 0.5 else data or old)
        )

    def _presses_raw(self, person: Somebody, data: str) -> str:
        phone = self._phone(person)
        heard = [message for message in phone._chat.messages.values() if message.from_bot]
        if not heard:
            return self.writes(person)
        phone._pressed(self.chance.choice(heard[-5:]), data)
        return f"presses the old {data}"

    def writes(self, person: Somebody) -> str:
        text = self._text()
        self._phone(person).send(text)
        return f"writes {text!r}"

    def commands(self, person: Somebody) -> str:
        text = f"/{self.chance.choice(COMMANDS).name}"
        self._phone(person).send(text)
        return f"writes {text}"

    def edits(self, person: Somebody) -> str:
        own = self._own(person)
        if not own:
            return self.writes(person)
        body = self.chance.choice(own[-6:]).body
        text = self._text()
        self._phone(person).edit(body["message_id"], text)
        return f"edits {body['text'][:20]!r} → {text!r}"

    def shares(self, person: Somebody) -> str:
        number = self.chance.choice(
            ("01012345678", "+82 10-9876-5432", "+1 202 555 0143", "12", "062-609-8500")
        )
        whose = self.chance.choice((None, self.people[0].id))
        self._phone(person).share_contact(number, whose)
        return f"shares {number} of {whose or 'their own'}"

    def sends_something(self, person: Somebody) -> str:
        phone = self._phone(person)
        kind = self.chance.choice(("sticker", "voice", "photo", "document"))
        match kind:
            case "sticker":
                phone.send_sticker()
            case "voice":
                phone.send_voice()
            case "photo":
                phone.send_photo(PICTURE, self.chance.choice(("", "제 이력서예요")))
            case _:
                phone.send_document(Upload("이력서.hwp", "application/x-hwp", b"hwp"), "이력서")
        return f"sends a {kind}"

    def blocks(self, person: Somebody) -> str:
        phone = self._phone(person)
        if phone._chat.blocked:
            return self.unblocks(person)
        phone.block()
        return "blocks the bot"

    def unblocks(self, person: Somebody) -> str:
        self._phone(person).unblock()
        return "unblocks the bot"

    async def waits(self, _person: Somebody) -> str:
        unit, most = self.chance.choice((("minutes", 90), ("hours", 30), ("hours", 5), ("days", 4)))
        passed = self.chance.randint(1, most)
        await self.house.pass_time(**{unit: passed})
        return f"waits {passed} {unit}"

    def _text(self) -> str:
        text = self.chance.choice(WORDS if self.chance.random() < 0.6 else SENTENCES)
        self.written.add(text)
        return text


Deed = Callable[[Monkey, Somebody], str | Awaitable[str]]

DEEDS: list[tuple[str, Deed]] = [
    ("press", Monkey.presses),
    ("press old", Monkey.presses_old),
    ("press foreign", Monkey.presses_foreign),
    ("write", Monkey.writes),
    ("command", Monkey.commands),
    ("edit", Monkey.edits),
    ("share", Monkey.shares),
    ("send", Monkey.sends_something),
    ("block", Monkey.blocks),
    ("wait", Monkey.waits),
]
WEIGHTS = [38, 10, 4, 24, 7, 6, 3, 3, 2, 4]


def _data(call: Entry) -> list[str]:
    return _carried(call.params.get("reply_markup")) if call.ok else []


def _carried(markup: Any) -> list[str]:
    rows = (markup or {}).get("inline_keyboard", ())
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


class _Listening(logging.Handler):
    """Every warning and error of the bot is a problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._problems = problems

    def emit(self, record: logging.LogRecord) -> None:
        self._problems.append(f"logged: {record.name}: {record.getMessage()}")
