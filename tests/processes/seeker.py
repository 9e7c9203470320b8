"""A job seeker: looks at the chat as it stands, and does what the newest card asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot import texts
from bot.conversations.booking_waiting import WAIT
from bot.conversations.intake import INTAKE
from bot.conversations.presses import read_press
from bot.say import Say
from sandbox import waiting
from sandbox.people import Message, Person
from sandbox.telegram import Telegram
from tests.processes.town import passes

BOOKING_NUMBER = re.compile(r"\bB-\d{5}\b")
TAGS = re.compile(r"</?[a-z]+>")
WRITTEN = ("name", "born", "contact")  # these questions have no answers to press
NAMES = [
    f"{family}{given}" for family in "김이박최정강조윤" for given in ("민지", "수진", "영호", "미경", "준서")
]

# What some write instead of pressing, and what it means.
IN_WORDS = {
    "district": {"북구요": "북구", "용봉동 살아요": "북구", "남구": "남구"},
    "situation": {"구직중이에요": "unemployed", "알바하고 있어요": "part_time"},
    "field": {"사무직": "0", "운전이요": "6"},
    "career": {"5년": 60, "3년 6개월": 42, "없어요": 0},
}


def korean(line: Say) -> str:
    """The line as it stands on a phone."""
    return TAGS.sub("", texts.plain(line, "ko"))


def buttons(body: dict[str, Any]) -> list[str]:
    """What the buttons below a message carry."""
    rows = body.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def asked(body: dict[str, Any]) -> str | None:
    """What a card wants to know, or where it offers to go; None where it wants nothing."""
    carried = buttons(body)
    for press in filter(None, map(read_press, carried)):
        if press.question:
            return press.question
    text = body.get("text", "")
    for key in WRITTEN:
        question = INTAKE.question(key)
        assert question
        assert isinstance(question.words, Say)
        if korean(question.words) in text:
            return key
    if BOOKING_NUMBER.search(text):
        return "booked"
    return next((place for place in ("menu:intake", "menu:book") if place in carried), None)


@dataclass
class Seeker:
    """Somebody on the way to a booking, with habits of their own."""

    telegram: Telegram
    person: Person
    number: int
    habits: Random
    said: dict[str, Any] = field(default_factory=dict)
    double_taps: int = 0
    was_told: bool = False  # the programs that may fit: the interview is over
    booked: bool = False
    acted_on: set[tuple[Any, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.phone = self.telegram.phone(self.person.id)
        self.chat = self.phone._chat

    async def gets_a_booking(self, seconds: float) -> None:
        """From /start to the booking's number."""
        self.phone.send("/start")
        while not self.booked:
            card = await waiting.for_event(self.telegram.events, self._news, seconds, self.person.id)
            assert card, f"{self.person.first_name} waits for an answer; the chat:\n{self.story()}"
            await passes(self.habits.uniform(0.2, 1.5))  # who taps each card the moment it comes, never reads
            if card := self._news():
                self._react(card.body)

    def _news(self) -> Message | None:
        """The newest card, if it wants something and nothing was done about it yet."""
        newest = self.chat.newest(lambda message: message.from_bot and asked(message.body) is not None)
        return newest if newest and self._mark(newest.body) not in self.acted_on else None

    def _mark(self, body: dict[str, Any]) -> tuple[Any, ...]:
        """A card that comes once more, as its end was unknown, is the same card."""
        return tuple(buttons(body)) or (body["message_id"],)

    def _react(self, body: dict[str, Any]) -> None:
        self.acted_on.add(self._mark(body))
        match question := asked(body):
            case "menu:intake" | "menu:book":
                wanted = "menu:book" if self.was_told or question == "menu:book" else "menu:intake"
                self.was_told = wanted == "menu:book"
                self._press(body, wanted)
            case "name" | "born" | "contact":
                self._write(question)
            case "hardships":
                self._choose_several(body)
            case "booked":
                self.booked = True
            case "check":
                self._press(body, self._carrying(body, "check", "right"))
            case "of_age" | "collect" | "abroad" | "accepted" | "sure":
                self._press(body, self._carrying(body, question, "yes"))
            case _:
                self._answer(body, str(question))

    def _press(self, body: dict[str, Any], data: str) -> None:
        """Some tap twice."""
        self.phone.press(body["message_id"], data)
        if self.habits.random() < 0.15:
            self.double_taps += 1
            self.phone.press(body["message_id"], data)

    def _write(self, question: str) -> None:
        match question:
            case "name":
                words = self.said["name"] = NAMES[self.number % len(NAMES)]
            case "born":
                self.said["born"] = str(1960 + self.number)
                words = f"{self.said['born']}년생"
            case _:
                self._tell_number(f"010234{50_001 + self.number}")
                return
        self.phone.send(words)

    def _tell_number(self, digits: str) -> None:
        """Shared with the key, written, or not told."""
        self.said["contact"] = digits if self.number % 3 else None
        match self.number % 3:
            case 0:
                self.phone.send("건너뛰기")
            case 1:
                self.phone.share_contact(digits)
            case _:
                self.phone.send(f"{digits[:3]}-{digits[3:7]}-{digits[7:]}")

    def _answer(self, body: dict[str, Any], question: str) -> None:
        """Mostly by button; many want the first day and the first time."""
        if question in IN_WORDS and self.habits.random() < 0.3:
            words = self.habits.choice(sorted(IN_WORDS[question]))
            self.said[question] = IN_WORDS[question][words]
            self.phone.send(words)
            return
        offered = [value for value in self._offered(body, question) if value != WAIT]  # everybody books
        wants_the_first = (
            question in {"service", "how", "counselor", "day", "time"} and self.habits.random() < 0.6
        )
        value = self.said[question] = offered[0] if wants_the_first else self.habits.choice(offered)
        self._press(body, self._carrying(body, question, value))

    def _choose_several(self, body: dict[str, Any]) -> None:
        chosen = self.said.setdefault("hardships", [])
        offered = [value for value in self._offered(body, "hardships") if value and value not in chosen]
        if len(chosen) < self.number % 3:
            value = self.habits.choice(offered)
            chosen.append(value)
            self._press(body, self._carrying(body, "hardships", value))
        else:
            self._press(body, self._carrying(body, "hardships", ""))

    @staticmethod
    def _offered(body: dict[str, Any], question: str) -> Sequence[str]:
        presses = filter(None, map(read_press, buttons(body)))
        return [press.value for press in presses if press.question == question]

    @staticmethod
    def _carrying(body: dict[str, Any], question: str, value: str) -> str:
        for data in buttons(body):
            press = read_press(data)
            if press and (press.question, press.value) == (question, value):
                return data
        raise AssertionError(f"no button for {question}={value!r} among {buttons(body)}")

    def receipts(self) -> dict[str, str]:
        """What the bot has confirmed, by question: the last receipt of each that stands in the chat."""
        seen: dict[str, str] = {}
        labels = {f"{korean(ask.called)}: ": ask.key for ask in INTAKE.questions}
        title = korean(INTAKE.title)
        for message in self.chat.messages.values():
            first, _, rest = message.body.get("text", "").partition("\n")
            if message.from_bot and first.startswith(title) and not buttons(message.body):
                for label, key in labels.items():
                    if rest.strip().startswith(label):
                        seen[key] = rest.strip().removeprefix(label)
        return seen

    def story(self, lines: int = 12) -> str:
        """The end of the chat, for whoever has to find out what went wrong."""
        return "\n".join(
            f"  {'빛나' if m.from_bot else self.person.first_name}: {m.body.get('text', '(…)')!r} {buttons(m.body)}"
            for m in list(self.chat.messages.values())[-lines:]
        )
