"""The handlers: what a person did, passed on to whom it concerns."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import ChatMember, Update

from bot.context import Context
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import commands, desk, information, own_data, preferences, profile_edits, replies
from bot.handlers.places import PLACES, place_named, with_what_was_left
from bot.korean import masking
from bot.korean.distress import in_distress
from bot.korean.phones import phone
from bot.korean.repairs import Repair, repair
from bot.korean.unclear import Unclear
from bot.say import Card, card, say

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
STAFF_CODE = "staff-"


class Listener:
    """Everything that can be heard, each with the player at hand."""

    def __init__(self, player: Player) -> None:
        self.player = player

    async def start(self, _update: Update, context: Context) -> None:
        """The first word, or the way back to the menu; a staff code comes in here, too."""
        visit = context.visit
        payload = (context.args or [""])[0]
        if payload.startswith(STAFF_CODE):
            await desk.join(visit, payload.removeprefix(STAFF_CODE))
            return
        await self.player.park(visit)
        await visit.chat.say(await with_what_was_left(visit, self.player, information.welcome(visit)))

    def command(self, place: str) -> Handler:
        """A command that leads to a place."""

        async def command(_update: Update, context: Context) -> None:
            await self.go(context.visit, place)

        return command

    async def go(self, visit: Visit, place: str) -> None:
        """To this place, and back to the open question."""
        match place:
            case "help":
                await visit.chat.say(commands.help_card(visit))
            case "stop":
                await preferences.switch_news(visit, "stop")
            case "delete":
                await own_data.really_erase(visit)
            case _:
                await PLACES.get(place, PLACES["home"])(visit, self.player)
        await self.player.come_back(visit)

    async def typed(self, update: Update, context: Context) -> None:
        """Somebody wrote."""
        message = update.effective_message
        assert message
        visit, text = context.visit, message.text or ""
        covered = await self.tell_of_covered_numbers(visit, text)
        if in_distress(text):
            await visit.chat.say(information.distress(visit))
        elif visit.dialogue:
            await self.player.typed(visit, text, message.message_id)
        elif not covered:
            await self.understood(visit, text)

    async def understood(self, visit: Visit, text: str) -> None:
        """Words outside of a dialogue: a wish, a question, or nothing we know."""
        wish = repair(text)
        if wish in {Repair.HOME, Repair.RESTART, Repair.BACK, Repair.CANCEL, Repair.REPEAT, Repair.SKIP}:
            await self.go(visit, "home")
        elif wish is Repair.HELP:
            await self.go(visit, "help")
        elif wish is Repair.PERSON:
            await self.go(visit, "person")
        elif not await self.digress(visit, text):
            await visit.chat.say(did_not_understand(visit))

    async def digress(self, visit: Visit, text: str) -> bool:
        """A wish or a question that we can answer, also in the middle of a dialogue."""
        if text == Repair.HELP:
            await visit.chat.say(commands.help_card(visit))
            return True
        if text == Repair.PERSON:
            await visit.chat.say(information.person(visit))
            return True
        if place := place_named(visit, text):
            await place(visit, self.player)
            return True
        reply = replies.reply(text, visit.center, visit.today.date())
        if reply is None:
            return False
        await visit.chat.say(reply)
        return True

    async def shared(self, update: Update, context: Context) -> None:
        """A contact was shared: the person's own number, or somebody else's."""
        message, visit = update.effective_message, context.visit
        assert message
        assert message.contact
        own = message.contact.user_id in {None, visit.person.chat_id}
        try:
            number = phone(message.contact.phone_number) if own else None
        except Unclear:
            number = None
        if number is None:
            visit.leads.append(say("That is not a phone number of yours in Korea, so I did not keep it."))
            await self.lead_on(visit)
        elif visit.dialogue:
            await self.player.shared(visit, number, message.message_id)
        else:
            visit.leads.append(say("I do not need a phone number here, so I did not keep it."))
            await self.lead_on(visit)

    async def edited(self, update: Update, context: Context) -> None:
        """An earlier message reads differently now."""
        message, visit = update.edited_message, context.visit
        assert message
        text = message.text or ""
        if not text:
            return
        await self.tell_of_covered_numbers(visit, text)
        if not await self.player.edited(visit, text, message.message_id):
            await profile_edits.correct(visit, text, message.message_id)

    async def other(self, _update: Update, context: Context) -> None:
        """A photo, a voice, a sticker: nothing is kept of it."""
        context.visit.leads.append(
            say("I can only read words and buttons yet. I did not keep what you sent.")
        )
        await self.lead_on(context.visit)

    async def lead_on(self, visit: Visit) -> None:
        """Say what is to be said, and where we are."""
        if visit.dialogue:
            await self.player.come_back(visit)
            return
        home = information.home(visit)
        leads, visit.leads = tuple(visit.leads), []
        await visit.chat.say(Card((*leads, *home.paragraphs), home.rows))

    async def tell_of_covered_numbers(self, visit: Visit, text: str) -> bool:
        """Whether a number was covered before anything was stored; then the person is told."""
        if masking.COVER not in text:
            return False
        await visit.chat.say(
            card(
                say("Your message had a number that I must not keep, so I covered it at once."),
                say("Please delete the message in Telegram, too. I never need such a number."),
                rows=() if visit.dialogue else ((information.MENU,),),
            )
        )
        return True


def did_not_understand(visit: Visit) -> Card:
    """Not understood, without blame: what can be done, and a person."""
    home = information.home(visit)
    return Card(
        (
            say("I do not know that yet. I would rather say so than guess."),
            say("You can press a button below, or ask a person: {phone}.", phone=visit.center.phone),
        ),
        home.rows,
    )


def has_left(update: Update) -> bool:
    """Whether the person blocked us."""
    change = update.my_chat_member
    return bool(change and change.new_chat_member.status in {ChatMember.BANNED, ChatMember.LEFT})
