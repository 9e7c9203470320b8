"""The whole pretend Telegram, in memory: usable in process, and the heart of the server."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sandbox.bots import Bot
from sandbox.clock import Clock
from sandbox.faults import Faults
from sandbox.log import CallLog, Entry
from sandbox.methods import METHODS, Call, Method
from sandbox.params import Params
from sandbox.people import Chat, Person
from sandbox.phone import Phone
from sandbox.refusals import Json, NotPossible, Refused
from sandbox.updates import Updates
from sandbox.world import World


class Telegram(World):
    """With a token only that bot is let in; without one, each token is a bot from its first call on."""

    def __init__(
        self,
        token: str | None = None,
        *,
        clock: Clock | None = None,
        seed: int | None = None,
        name: str = "챗봇",
    ) -> None:
        super().__init__(clock, seed)
        self.token = token
        self.name = name
        self.faults = Faults()
        self.log = CallLog()
        self.people: dict[int, Person] = {}
        self.bots: dict[str, Bot] = {}
        self.on_arrival: Callable[[Bot, int, Json], None] = lambda _bot, _id, _content: None
        if token:
            self.bot(token)

    def call(
        self, token: str, method: str, params: Mapping[str, Any] | None = None, *, fault: str | None = None
    ) -> Any:
        """What the Bot API returns as `result`; raises Refused when it says no. `fault` is for the log."""
        given = dict(params or {})
        known = METHODS.get(method.lower())
        entry = self.record(method, given, known)
        entry.fault = fault
        try:
            return self._carry_out(token, known, entry)
        except Refused as refused:
            entry.refuse(refused.code, refused.description)
            raise

    def record(self, method: str, given: Json, known: Method | None = None) -> Entry:
        unknown = sorted(given.keys() - known.params) if known else []
        return self.log.open(self.clock.now().timestamp(), known.name if known else method, given, unknown)

    def _carry_out(self, token: str, known: Method | None, entry: Entry) -> Any:
        bot = self.bot(token)
        if known is None:
            raise Refused(404, "Not Found")
        if refusal := self.faults.refusal(known.name, entry.chat_id):
            raise refusal
        return known.run(Call(self, bot, Params(entry.params)))

    def bot(self, token: str) -> Bot:
        if bot := self.bots.get(token):
            return bot
        if self.token and token != self.token:
            raise Refused(401, "Unauthorized")
        username = "sandbox_bot" if not self.bots else f"sandbox_{len(self.bots) + 1}_bot"
        bot = Bot(token, self.name, username, Updates(self.random.randint(10**8, 9 * 10**8)))
        bot.chats = {person.id: Chat(person) for person in self.people.values()}
        bot.updates.arrived = lambda update_id, content: self.on_arrival(bot, update_id, content)
        bot.updates.emptied = lambda: self._tell_nothing_waits(bot)
        self.bots[token] = bot
        self.events.tell("bot", None, {"username": username})
        return bot

    def _tell_nothing_waits(self, bot: Bot) -> None:
        self.events.tell("acknowledged", None, {"username": bot.username})

    def the_bot(self, username: str | None = None) -> Bot:
        """The bot people mean when they name none: the first."""
        for bot in self.bots.values():
            if username in (None, bot.username):
                return bot
        raise NotPossible("no bot is connected yet")

    def person(
        self, first_name: str, *, id: int | None = None, language_code: str = "ko",  # noqa: A002
        username: str | None = None, role: str = "",
    ) -> Person:  # fmt: skip
        """Somebody new."""
        if id in self.people:
            raise NotPossible(f"somebody has the id {id} already")
        person = Person(id or self._free_id(), first_name, language_code, username, role)
        self.people[person.id] = person
        for bot in self.bots.values():
            bot.chats[person.id] = Chat(person)
        self.events.tell("person", person.id, person.told())
        return person

    def _free_id(self) -> int:
        return next(
            found for _ in iter(int, 1) if (found := self.random.randint(10**8, 7 * 10**9)) not in self.people
        )

    def phone(self, person_id: int, bot: str | None = None) -> Phone:
        """This person's phone, open at the chat with the bot."""
        if person_id not in self.people:
            raise NotPossible(f"nobody here has the id {person_id}")
        return Phone(self, self.the_bot(bot), person_id)

    def move_clock(self, *, seconds: float | None = None, to: datetime | None = None) -> None:
        if to is not None:
            self.clock.set(to)
        self.clock.advance(seconds or 0)
        self.events.tell("clock", None, self.told_clock())

    def told_clock(self) -> Json:
        return {"now": self.clock.now().isoformat(), "offset": self.clock.offset.total_seconds()}

    def reset(self) -> None:
        """Empty every chat and queue; people and bots stay."""
        self.clock.reset()
        self.faults.clear()
        self.log.clear()
        for bot in self.bots.values():
            bot.updates.clear()
            bot.presses.clear()
            bot.chats = {person.id: Chat(person) for person in self.people.values()}
        self.events.tell("reset", None, self.told_clock())
