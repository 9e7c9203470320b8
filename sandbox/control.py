"""The control API: people, what they do and see, the clock, faults, and what the bot called."""

from datetime import datetime
from urllib.parse import quote

from aiohttp import web

from sandbox import waiting
from sandbox.answers import told
from sandbox.bodies import answer, json_of
from sandbox.bots import Bot
from sandbox.deeds import DEEDS
from sandbox.profile import commands_for
from sandbox.refusals import Json, NotPossible
from sandbox.telegram import Telegram


class Control:
    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sandbox/people", self.people),
            web.post("/sandbox/people", self.new_person),
            web.get("/sandbox/people/{person}/chat", self.chat),
            web.get("/sandbox/people/{person}/commands", self.commands),
            web.post("/sandbox/people/{person}/{deed}", self.do),
            web.get("/sandbox/bots", self.bots),
            web.get("/sandbox/files/{file_id}", self.file),
            web.get("/sandbox/log", self.log),
            web.get("/sandbox/callbacks", self.callbacks),
            web.get("/sandbox/pending", self.pending),
            web.get("/sandbox/clock", self.clock),
            web.post("/sandbox/clock", self.move_clock),
            web.get("/sandbox/faults", self.faults),
            web.post("/sandbox/faults", self.break_something),
            web.delete("/sandbox/faults", self.mend),
            web.get("/sandbox/limits", self.limits),
            web.post("/sandbox/limits", self.set_limits),
            web.post("/sandbox/reset", self.reset),
        ]

    def _bot(self, request: web.Request) -> Bot:
        return self._telegram.the_bot(request.query.get("bot"))

    async def people(self, _request: web.Request) -> web.Response:
        return answer([person.told() for person in self._telegram.people.values()])

    async def new_person(self, request: web.Request) -> web.Response:
        return answer(self._telegram.person(**await json_of(request)).told())

    async def do(self, request: web.Request) -> web.Response:
        deed = DEEDS.get(request.match_info["deed"])
        if deed is None:
            raise NotPossible(f"nobody can {request.match_info['deed']} here")
        phone = self._telegram.phone(int(request.match_info["person"]), request.query.get("bot"))
        result = deed(phone, await json_of(request))
        return answer(result | {"at": self._telegram.events.number})

    async def chat(self, request: web.Request) -> web.Response:
        """The chat, or with `after` what changed since; with `wait` not before something did."""
        person, after = int(request.match_info["person"]), _number(request, "after")
        phone = self._telegram.phone(person, request.query.get("bot"))

        def news() -> Json | None:
            seen = phone.sees(after)
            return seen if seen["messages"] or seen["deleted"] else None

        found = await waiting.for_event(self._telegram.events, news, _seconds(request), person)
        return answer(found or phone.sees(after))

    async def commands(self, request: web.Request) -> web.Response:
        bot = self._bot(request)
        return answer(commands_for(bot.commands, bot.chats[int(request.match_info["person"])]))

    async def bots(self, _request: web.Request) -> web.Response:
        return answer([_bot_told(bot) for bot in self._telegram.bots.values()])

    async def file(self, request: web.Request) -> web.Response:
        for bot in self._telegram.bots.values():
            if file := bot.files.get(request.match_info["file_id"]):
                picture = file.mime_type if file.mime_type.startswith("image/") else ""
                headers = {"Content-Disposition": f"inline; filename*=utf-8''{quote(file.name)}"}
                return web.Response(
                    body=file.content, content_type=picture or "application/octet-stream", headers=headers
                )
        raise NotPossible("no such file")

    async def log(self, request: web.Request) -> web.Response:
        after, method, log = _number(request, "after"), request.query.get("method"), self._telegram.log
        found = await waiting.for_call(log, lambda: log.after(after, method), _seconds(request))
        return answer([entry.told() for entry in found])

    async def callbacks(self, request: web.Request) -> web.Response:
        """All presses, or one; with `wait` not before that one is answered."""
        presses, wanted = self._bot(request).presses, request.query.get("id")
        if wanted in presses:
            press = presses[wanted]
            await waiting.for_event(
                self._telegram.events, lambda: press.answered, _seconds(request), press.person
            )
            return answer([told(press)])
        return answer([] if wanted else [told(press) for press in presses.values()])

    async def pending(self, request: web.Request) -> web.Response:
        """How many updates wait; with `wait` not before there are none."""
        updates = self._bot(request).updates
        await waiting.for_event(self._telegram.events, lambda: not updates, _seconds(request))
        return answer({"pending": len(updates)})

    async def clock(self, _request: web.Request) -> web.Response:
        return answer(self._telegram.told_clock())

    async def move_clock(self, request: web.Request) -> web.Response:
        wish = await json_of(request)
        moment = datetime.fromisoformat(wish["set"]).astimezone() if "set" in wish else None
        self._telegram.move_clock(seconds=float(wish.get("advance", 0)), to=moment)
        return answer(self._telegram.told_clock())

    def _faults(self) -> list[Json]:
        return [fault.told() for fault in self._telegram.faults.active]

    async def faults(self, _request: web.Request) -> web.Response:
        return answer(self._faults())

    async def break_something(self, request: web.Request) -> web.Response:
        fault = self._telegram.faults.add(await json_of(request))
        self._telegram.events.tell("faults", None, self._faults())
        return answer(fault.told())

    async def mend(self, _request: web.Request) -> web.Response:
        self._telegram.faults.clear()
        self._telegram.events.tell("faults", None, [])
        return answer([])

    async def limits(self, _request: web.Request) -> web.Response:
        return answer({"on": self._telegram.limits.on})

    async def set_limits(self, request: web.Request) -> web.Response:
        self._telegram.limits.on = bool((await json_of(request)).get("on"))
        return answer({"on": self._telegram.limits.on})

    async def reset(self, _request: web.Request) -> web.Response:
        self._telegram.reset()
        return answer(self._telegram.told_clock())


def _bot_told(bot: Bot) -> Json:
    words = {name: text for (name, language), text in bot.words.items() if language in ("", "ko")}
    return {"id": bot.id, "username": bot.username, "name": bot.name, "words": words}


def _number(request: web.Request, name: str) -> int:
    return int(request.query.get(name, 0))


def _seconds(request: web.Request) -> float:
    return float(request.query.get("wait", 0))
