"""A monkey's hands: everything a person can do with a phone."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Any

from bot.handlers.commands import COMMANDS
from sandbox.log import Entry
from sandbox.params import Upload
from sandbox.people import Message, Person
from sandbox.phone import Phone
from tests.house import House

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


class Hands:
    """Each deed says what it has done; where there is nothing to do it with, they write."""

    def __init__(self, house: House, chance: Random) -> None:
        self.house = house
        self.chance = chance
        self.written: set[str] = set()

    def phone(self, person: Person) -> Phone:
        return self.house.telegram.phone(person.id)

    def blocks_us(self, person: Person) -> bool:
        return self.phone(person)._chat.blocked

    def presses(self, person: Person) -> str:
        """A button that the phone shows, mostly one of the newest."""
        shown = [
            (message.body["message_id"], data)
            for message in self.phone(person)._chat.messages.values()
            if message.from_bot
            for data in _carried(message.body.get("reply_markup"))
        ]
        if not shown:
            return self.writes(person)
        button = self.chance.choice(shown[-12:] if self.chance.random() < 0.8 else shown)
        self.phone(person).press(*button)
        return f"presses {button[1]}"

    def presses_old(self, person: Person) -> str:
        """A button that was shown at any time, whether the phone still shows it or not."""
        calls = [
            call for call in self.house.telegram.log.after(0) if call.chat_id == person.id and data_of(call)
        ]
        if not calls:
            return self.writes(person)
        return self._presses_raw(person, self.chance.choice(data_of(self.chance.choice(calls))))

    def presses_foreign(self, person: Person) -> str:
        """A button that was shown to somebody else, or by a release that nobody remembers."""
        data = [data for call in self.house.telegram.log.after(0) for data in data_of(call)]
        old = [*OLD_DATA, *OLDER_DATA]
        return self._presses_raw(
            person, self.chance.choice(old if self.chance.random() < 0.5 else data or old)
        )

    def _presses_raw(self, person: Person, data: str) -> str:
        phone = self.phone(person)
        heard = [message for message in phone._chat.messages.values() if message.from_bot]
        if not heard:
            return self.writes(person)
        phone._pressed(self.chance.choice(heard[-5:]), data)
        return f"presses the old {data}"

    def writes(self, person: Person) -> str:
        text = self._text()
        self.phone(person).send(text)
        return f"writes {text!r}"

    def commands(self, person: Person) -> str:
        text = f"/{self.chance.choice(COMMANDS).name}"
        self.phone(person).send(text)
        return f"writes {text}"

    def edits(self, person: Person) -> str:
        own = self._own(person)
        if not own:
            return self.writes(person)
        body = self.chance.choice(own[-6:]).body
        text = self._text()
        self.phone(person).edit(body["message_id"], text)
        return f"edits {body['text'][:20]!r} → {text!r}"

    def shares(self, person: Person) -> str:
        number = self.chance.choice(
            ("01012345678", "+82 10-9876-5432", "+1 202 555 0143", "12", "062-609-8500")
        )
        whose = self.chance.choice((None, next(iter(self.house.telegram.people))))
        self.phone(person).share_contact(number, whose)
        return f"shares {number} of {whose or 'their own'}"

    def sends_something(self, person: Person) -> str:
        phone = self.phone(person)
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

    def blocks(self, person: Person) -> str:
        phone = self.phone(person)
        if phone._chat.blocked:
            return self.unblocks(person)
        phone.block()
        return "blocks the bot"

    def unblocks(self, person: Person) -> str:
        self.phone(person).unblock()
        return "unblocks the bot"

    async def waits(self, _person: Person) -> str:
        unit, most = self.chance.choice((("minutes", 90), ("hours", 30), ("hours", 5), ("days", 4)))
        passed = self.chance.randint(1, most)
        await self.house.pass_time(**{unit: passed})
        return f"waits {passed} {unit}"

    def _own(self, person: Person) -> list[Message]:
        return [m for m in self.phone(person)._chat.messages.values() if not m.from_bot and "text" in m.body]

    def _text(self) -> str:
        text = self.chance.choice(WORDS if self.chance.random() < 0.6 else SENTENCES)
        self.written.add(text)
        return text


Deed = Callable[[Hands, Person], str | Awaitable[str]]

DEEDS: list[tuple[str, Deed]] = [
    ("press", Hands.presses),
    ("press old", Hands.presses_old),
    ("press foreign", Hands.presses_foreign),
    ("write", Hands.writes),
    ("command", Hands.commands),
    ("edit", Hands.edits),
    ("share", Hands.shares),
    ("send", Hands.sends_something),
    ("block", Hands.blocks),
    ("wait", Hands.waits),
]
WEIGHTS = [38, 10, 4, 24, 7, 6, 3, 3, 2, 4]


def data_of(call: Entry) -> list[str]:
    return _carried(call.params.get("reply_markup")) if call.ok else []


def _carried(markup: Any) -> list[str]:
    rows = (markup or {}).get("inline_keyboard", ())
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
