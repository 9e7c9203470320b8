"""The handlers: what a person did, passed on to whom it concerns."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import ChatMember, Update

from bot.context import Context
from bot.conversations.common_words import MENU
from bot.conversations.player import Player
from bot.conversations.visit import Visit
from bot.handlers import (
    commands,
    desk,
    fair_choosing,
    fair_hearing,
    fair_press,
    information,
    last_card,
    operators,
    profile_edits,
    proposing,
    replies,
    talking,
    waiting,
    warnings,
    wishes,
)
from bot.handlers.attached import attached
from bot.handlers.guide import Guide, not_known
from bot.handlers.places import place_named, with_what_was_left
from bot.handlers.press import Presser
from bot.korean import masking
from bot.korean.fraud import in_danger_of_fraud
from bot.korean.phones import phone
from bot.korean.repairs import Repair, repair
from bot.korean.unclear import Unclear
from bot.say import card, say

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
STAFF_CODE = "staff-"
GUEST_CODE, DOOR_CODE = "fair-", "fairdoor-"
# Where something waits for an answer outside of a dialogue, and may hear it in words.
OPEN_ENDS = (fair_hearing.heard, fair_choosing.heard, waiting.heard, proposing.heard, operators.heard)


class Listener:
    """Everything that can be heard, each with the player at hand."""

    def __init__(self, player: Player, guide: Guide, presser: Presser) -> None:
        self.player = player
        self.guide = guide
        self.presser = presser

    async def start(self, _update: Update, context: Context) -> None:
        """The first word, or the way back to the menu; a staff code comes in here, too."""
        visit = context.visit
        payload = (context.args or [""])[0]
        if payload.startswith(STAFF_CODE):
            await desk.join(visit, payload.removeprefix(STAFF_CODE))
            return
        if payload.startswith(GUEST_CODE):
            await fair_press.scanned(visit, self.player, payload.removeprefix(GUEST_CODE))
            return
        if payload.startswith(DOOR_CODE):
            await fair_press.at_the_door(visit, self.player, payload.removeprefix(DOOR_CODE))
            return
        await self.player.park(visit)
        await visit.chat.say(await with_what_was_left(visit, self.player, information.welcome(visit)))

    def command(self, place: str) -> Handler:
        """A command that leads to a place."""

        async def command(_update: Update, context: Context) -> None:
            await self.guide.go(context.visit, place)

        return command

    async def typed(self, update: Update, context: Context) -> None:
        """Somebody wrote."""
        message = update.effective_message
        assert message
        visit, text = context.visit, message.text or ""
        covered = await self.tell_of_covered_numbers(visit, text)
        in_crisis = not self.player.works(visit) and wishes.in_crisis(
            text, is_an_answer=self.player.would_take(visit, text)
        )
        if in_crisis:
            await wishes.hear_despair(visit)
        if await talking.relayed(visit, text) or in_crisis:
            return
        if not self.player.works(visit) and (fraud := in_danger_of_fraud(text)):
            await visit.chat.say(warnings.warning(visit, fraud))
            await self.player.come_back(visit)
        elif last_card.takes_the_hand(visit, text):
            await talking.offer(visit)
        elif visit.dialogue:
            await self.player.typed(visit, text, message.message_id)
        elif not covered:
            await self.understood(visit, text)

    async def understood(self, visit: Visit, text: str) -> None:
        """Words outside of a dialogue: a button's, a wish, a question, or nothing we know."""
        wish = repair(text)
        if data := last_card.button_meant(visit, text):
            await self.presser.act(visit, data, 0)
        elif wish in {Repair.HOME, Repair.RESTART, Repair.BACK, Repair.CANCEL, Repair.REPEAT, Repair.SKIP}:
            await self.guide.go(visit, "home")
        elif wish in {Repair.HELP, Repair.PERSON}:
            await self.guide.go(visit, wish.value)
        elif not await self.digress(visit, text):
            told = await replies.reply_to_telling(visit, text)
            await visit.chat.say(told or await not_known(visit, text))

    async def digress(self, visit: Visit, text: str, *, exact: bool = False) -> bool:
        """A wish or a question that we can answer, also in the middle of a dialogue.

        `exact` hears only what stands on the menu: where any words may be the answer.
        """
        if text == Repair.HELP:
            await visit.chat.say(commands.help_card(visit))
            return True
        if text == Repair.PERSON:
            await talking.offer(visit)
            return True
        if place := place_named(visit, text):
            await place(visit, self.player)
            return True
        if exact:
            return False
        for heard in OPEN_ENDS:
            if await heard(visit, self.player, text):
                return True
        if reply := await replies.reply(visit, text):
            await visit.chat.say(reply)
            return True
        return await wishes.grant(visit, self.player, text)

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
            await self.guide.lead_on(visit)
        elif visit.dialogue:
            await self.player.shared(visit, number, message.message_id)
        else:
            visit.leads.append(say("I do not need a phone number here, so I did not keep it."))
            await self.guide.lead_on(visit)

    async def edited(self, update: Update, context: Context) -> None:
        """An earlier message reads differently now."""
        message, visit = update.edited_message, context.visit
        assert message
        text = message.text or ""
        if not text:
            return
        await self.tell_of_covered_numbers(visit, text)
        if await self.player.edited(visit, text, message.message_id):
            return
        if not await talking.relayed(visit, text, edited=True):
            await profile_edits.correct(visit, text, message.message_id)

    async def other(self, update: Update, context: Context) -> None:
        """A photo, a place, a sticker: nothing is kept, but what an operator was asked for."""
        message, visit = update.effective_message, context.visit
        if message and (asked_for := attached(visit, message)):
            await self.player.typed(visit, asked_for, message.message_id)
            return
        context.visit.leads.append(
            say("I can only read words and buttons yet. I did not keep what you sent.")
        )
        await self.guide.lead_on(context.visit)

    async def tell_of_covered_numbers(self, visit: Visit, text: str) -> bool:
        """Whether a number was covered before anything was stored; then the person is told."""
        if masking.COVER not in text:
            return False
        await visit.chat.say(
            card(
                say("Your message had a number that I must not keep, so I covered it at once."),
                say("Please delete the message in Telegram, too. I never need such a number."),
                rows=() if visit.dialogue else ((MENU,),),
            )
        )
        return True


def has_left(update: Update) -> bool:
    """Whether the person blocked us."""
    change = update.my_chat_member
    return bool(change and change.new_chat_member.status in {ChatMember.BANNED, ChatMember.LEFT})
