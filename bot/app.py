"""The whole bot on one page: what it answers, and in which order it listens."""

from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import inspect
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.center import Center
from bot.chat import Chat
from bot.context import TURN, Context
from bot.conversations.benefit import BENEFIT
from bot.conversations.booking import BOOKING
from bot.conversations.consent import CONSENT
from bot.conversations.fair_scripts import FAIR_SCRIPTS
from bot.conversations.group_joining import JOINING
from bot.conversations.incomes import INCOMES
from bot.conversations.intake import INTAKE
from bot.conversations.leaving_a_word import LEAVING_A_WORD
from bot.conversations.player import Player
from bot.conversations.staff_scripts import STAFF_SCRIPTS
from bot.conversations.visit import Visit
from bot.handlers import apologies
from bot.handlers.commands import COMMANDS
from bot.handlers.guide import Guide
from bot.handlers.listen import Listener, has_left
from bot.handlers.places import home
from bot.handlers.press import Presser
from bot.korean.districts import Places, load_places
from bot.models import Dialogue, DialogueState, Inbox
from bot.services import consents, days, people, staff, talks

MESSAGE = filters.UpdateType.MESSAGE

SCRIPTS = (INTAKE, BOOKING, JOINING, BENEFIT, INCOMES, LEAVING_A_WORD, *STAFF_SCRIPTS, *FAIR_SCRIPTS)

Handlers = list[BaseHandler[Any, Context, Any]]


def handlers(listener: Listener, presser: Presser) -> Handlers:
    """The first handler that fits an update answers it."""
    leading = [c for c in COMMANDS if c.name != "start"]
    return [
        CommandHandler("start", listener.start, MESSAGE),
        *(CommandHandler(c.name, listener.command(c.place), MESSAGE) for c in leading),
        CallbackQueryHandler(presser.pressed),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE, listener.edited),
        MessageHandler(MESSAGE & filters.CONTACT, listener.shared),
        MessageHandler(MESSAGE & filters.TEXT, listener.typed),
        MessageHandler(MESSAGE, listener.other),
    ]


class Turns(Application[Any, Context, Any, Any, Any, Any]):
    """PTB's application, in which a handler's error ends the turn instead of being swallowed."""

    async def process_error(
        self,
        update: object,  # noqa: ARG002 (PTB names it)
        error: Exception,
        *_: Any,
        **__: Any,
    ) -> bool:
        """The turn is rolled back and tried again by the worker."""
        raise error


class Bitna:
    """Does the turns: one update inside one transaction."""

    def __init__(
        self, center: Center, center_folder: Path, token: str, api: str, request: BaseRequest
    ) -> None:
        self.center = center
        self.feeds = ""  # the public address of counselors' calendars, where they are served
        self.places: Places = load_places(center_folder / "places.toml")
        self.player = Player(SCRIPTS, CONSENT, self._digress, self._home)
        guide = Guide(self.player)
        presser = Presser(self.player, guide)
        self.listener = Listener(self.player, guide, presser)
        self.application = build_application(token, api, request, handlers(self.listener, presser))

    async def _digress(self, visit: Visit, text: str, exact: bool) -> bool:
        return await self.listener.digress(visit, text, exact=exact)

    async def _home(self, visit: Visit) -> None:
        await home(visit, self.player)

    async def perform(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        """One turn: whoever wrote is loaded, heard and answered; all of it is saved together or not."""
        update = Update.de_json(row.body, self.application.bot)
        if update.effective_chat is None or update.effective_chat.type != "private":
            return
        if has_left(update):
            await people.became_unreachable(session, row.chat_id, now)
            await talks.left(session, row.chat_id, now)
            return
        visit = await self.visit(session, update, now)
        token = TURN.set(visit)
        try:
            await self.application.process_update(update)
        finally:
            TURN.reset(token)
        remember_offers(visit)
        await session.flush()

    async def visit(self, session: AsyncSession, update: Update, now: datetime) -> Visit:
        """Who writes, what they agreed to, what they are here, and where the conversation stands."""
        assert update.effective_chat
        user = update.effective_user
        chat_id = update.effective_chat.id
        person = await people.heard_from(session, chat_id, user.language_code if user else None, now)
        assert person.id is not None
        return Visit(
            session=session,
            person=person,
            staff=tuple(await staff.roles_of(session, chat_id)),
            consents=await consents.in_force(session, person.id),
            center=await days.center_as_said(session, self.center, now),
            places=self.places,
            chat=Chat(session, chat_id, person.language, now),
            now=now,
            bot_name=self.application.bot.username,
            feeds=self.feeds,
            dialogue=await open_dialogue(session, chat_id),
        )

    async def apologize(self, session: AsyncSession, row: Inbox, now: datetime) -> None:
        """After the last attempt: one apology, and the way to a person."""
        person = await people.person_of_chat(session, row.chat_id)
        chat = Chat(session, row.chat_id, person.language if person else "ko", now)
        await chat.say(apologies.apology(self.center))


def remember_offers(visit: Visit) -> None:
    """What stands on the last card may be typed as well; an open question knows its own labels."""
    assert isinstance(visit.chat, Chat)
    if visit.chat.offered and not inspect(visit.person).deleted:
        visit.person.offered = [] if visit.dialogue and visit.handled else visit.chat.offered


async def open_dialogue(session: AsyncSession, chat_id: int) -> Dialogue | None:
    """The dialogue that is open in this chat."""
    query = select(Dialogue).where(Dialogue.chat_id == chat_id, Dialogue.state == DialogueState.OPEN)
    return (await session.exec(query)).first()


def build_application(token: str, api: str, request: BaseRequest, listening: Handlers) -> Turns:
    """PTB's application with our handlers; it neither polls nor keeps anything."""
    builder = ApplicationBuilder().application_class(Turns).token(token).base_url(api)
    builder = builder.request(request).get_updates_request(request).updater(None).job_queue(None)  # type: ignore[arg-type]
    application = builder.context_types(ContextTypes(context=Context)).build()
    application.add_handlers(listening)
    assert isinstance(application, Turns)
    return application
