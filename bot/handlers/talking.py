"""A talk with a person: asking for it, taking it, and carrying words between two phones."""

from datetime import timedelta

from bot.conversations.common_words import BOOK, FOR_STAFF, MENU
from bot.conversations.hearing import same_words
from bot.conversations.visit import Visit
from bot.korean.repairs import Repair, repair
from bot.models import Person, Staff, Talk, TalkEnd, TalkState
from bot.say import Button, Card, Rows, Say, card, quote, say
from bot.services import people, talks
from bot.services.talks import NoTalk, Why

PIECE = 3500  # characters of a long message that go in one: with the name they fit into Telegram's 4096
HELPLINE = say("If things are very hard right now, 109 listens day and night.")
WAIT_NO_MORE = say("I will not wait any longer")
END = say("End the talk")
BACK = Button(say("Go on where I was"), "talk:back")


async def offer(visit: Visit) -> None:
    """How to reach somebody of flesh and blood: here and now, by telephone, or at a time of one's own."""
    if live := await talks.live_talk(visit.session, visit.person_id):
        await visit.chat.say(_under_way(live))
        return
    try:
        await talks.may_ask(visit.session, visit.center, visit.now)
    except NoTalk as none:
        await visit.chat.say(_nobody_now(visit, none))
        return
    await visit.chat.say(
        card(
            say("A counselor can talk with you here. Shall I call one?"),
            say(
                "They see what you told me to call you, your district, your situation, the work you look "
                "for, and what you are doing here. Or call {phone}.",
                phone=visit.center.phone,
            ),
            HELPLINE,
            rows=((Button(say("Yes, call a counselor"), "talk:ask"),), (BOOK, MENU)),
        )
    )


def _under_way(talk: Talk) -> Card:
    if talk.state is TalkState.OPEN:
        return card(say("A counselor is talking with you here. Just write."), rows=(_ending(talk, END),))
    if talk.words:
        return card(say("Your word waits for a counselor. They write to you here."), rows=((MENU,),))
    return card(
        say("I am calling a counselor. Please wait a little."), rows=(_ending(talk, WAIT_NO_MORE), (MENU,))
    )


def _ending(talk: Talk, label: Say) -> tuple[Button, ...]:
    return (Button(label, f"talk:end:{talk.id}"),)


def _nobody_now(visit: Visit, none: NoTalk) -> Card:
    rows: Rows = ((Button(say("Leave a word"), "talk:word"),), (BOOK, MENU))
    if none.reason is Why.NOBODY:
        first = say(
            "No counselor is in this chat right now. Please call {phone}, or leave a word.",
            phone=visit.center.phone,
        )
    elif none.opens_at:
        first = say(
            "It is out of hours now. Counselors are back on {when}. You can leave a word: then they read it "
            "first, and answer here.",
            when=none.opens_at,
        )
    else:
        first = say("It is out of hours now. You can leave a word: a counselor reads it and answers here.")
    return card(first, HELPLINE, rows=rows)


async def ask(visit: Visit) -> None:
    """Call a counselor."""
    try:
        talk = await talks.ask(visit.session, visit.center, visit.person_id, visit.now)
    except NoTalk as none:
        await visit.chat.say(_nobody_now(visit, none))
        return
    if talk.state is TalkState.OPEN:
        await visit.chat.say(_under_way(talk))
        return
    lines = (say("I am calling a counselor. They write to you here."), await _how_long(visit))
    await visit.chat.say(Card(lines, (_ending(talk, WAIT_NO_MORE),)))


async def _how_long(visit: Visit) -> Say:
    usual = await talks.usual_wait(visit.session)
    if usual is None:
        return say("If nobody answers within 10 minutes, I call the next one.")
    minutes = max(1, -(-usual // timedelta(minutes=1)))
    return say("It usually takes about {minutes} minutes.", minutes=int(minutes))


async def take(visit: Visit, talk_id: int, message_id: int) -> None:
    """A member of the staff takes the talk: from now on what either writes goes to the other."""
    member = visit.at_desk
    if member is None:
        await visit.chat.say(FOR_STAFF)
        return
    visit.chat.take_buttons(message_id=message_id)
    try:
        taken = await talks.take(visit.session, member, talk_id, visit.now)
    except NoTalk as none:
        await visit.chat.say(card(WHY_NOT[none.reason], rows=((MENU,),)))
        return
    said = [say("The talk has begun. What you write here goes to the person as it is.")]
    if taken.words:
        said.append(say("They left this word:\n{words}", words=quote(taken.words)))
    await visit.chat.say(Card(tuple(said), (_ending(taken.talk, END),)))
    await visit.chat.to(taken.person.chat_id, taken.person.language).say(
        card(
            say("{name} of the center is here now.", name=member.name),
            say("What you write now goes to them. Your answers so far stay as they are."),
            rows=(_ending(taken.talk, END),),
        )
    )


WHY_NOT = {
    Why.OVER: say("That talk is over already."),
    Why.TAKEN: say("Somebody else has taken that talk already."),
    Why.BUSY: say("You are in a talk already. Please end it first."),
    Why.GONE: say("The person cannot be reached any more."),
}


async def relayed(visit: Visit, text: str, *, edited: bool = False) -> bool:
    """Whether this chat is in a talk: then the words go to the other, or end it."""
    talk = await talks.open_talk_with(visit.session, visit.person_id, visit.staff)
    if talk is None or (not edited and repair(text) is Repair.HOME):
        return False  # the way to the menu is open from everywhere, also while a talk goes on
    if not edited and (same_words(text, END) or repair(text) is Repair.CANCEL):
        await _end(visit, talk)
        return True
    await talks.spoke(visit.session, talk, visit.now)
    chat_id, language = await _other(visit, talk)
    name = await _called(visit, talk)
    head = say("{name} (edited)", name=name) if edited else name
    there = visit.chat.to(chat_id, language)
    for start in range(0, len(text), PIECE):
        piece = quote(text[start : start + PIECE])
        await there.say(card(say("<b>{name}</b>\n{words}", name=head, words=piece)))
    return True


async def _other(visit: Visit, talk: Talk) -> tuple[int, str]:
    """The chat and the language of whoever listens."""
    if talk.person_id == visit.person_id:
        member = await visit.session.get_one(Staff, talk.staff_id)
        listener = await people.person_of_chat(visit.session, member.chat_id or 0)
        return member.chat_id or 0, listener.language if listener else "ko"
    person = await visit.session.get_one(Person, talk.person_id)
    return person.chat_id, person.language


async def _called(visit: Visit, talk: Talk) -> Say:
    """The name that stands above the words of whoever writes."""
    if talk.person_id != visit.person_id:
        return quote((await visit.session.get_one(Staff, talk.staff_id)).name)
    name = (await talks.answers_of(visit.session, visit.person_id)).get("name")
    return quote(str(name)) if name else say("The person")


async def end(visit: Visit, talk_id: int, message_id: int) -> None:
    """Somebody does not wait any longer, or ends the talk; only one of the two may."""
    visit.chat.take_buttons(message_id=message_id)
    talk = await talks.live_talk_of(visit.session, talk_id, visit.person_id, visit.staff)
    if talk is None:
        await visit.chat.say(card(WHY_NOT[Why.OVER], rows=() if visit.dialogue else ((MENU,),)))
    elif talk.state is TalkState.WAITING:
        await talks.end(visit.session, talk, TalkEnd.PERSON, visit.now)
        line = say("All right. You can call a counselor at any time: write “a person”.")
        await visit.chat.say(card(line, rows=() if visit.dialogue else ((MENU,),)))
    else:
        await _end(visit, talk)


async def _end(visit: Visit, talk: Talk) -> None:
    by_person = talk.person_id == visit.person_id
    chat_id, language = await _other(visit, talk)
    await talks.end(visit.session, talk, TalkEnd.PERSON if by_person else TalkEnd.STAFF, visit.now)
    here, there = (OVER_FOR_PERSON, OVER_FOR_STAFF) if by_person else (OVER_FOR_STAFF, OVER_FOR_PERSON)
    way_on = () if visit.dialogue else ((MENU,),)
    await visit.chat.say(card(here, rows=way_on))
    rows = ((MENU,),) if by_person else ((BACK,), (MENU,))
    await visit.chat.to(chat_id, language).say(card(there, rows=rows))


OVER_FOR_PERSON = say("The talk is over. I am here again; a counselor comes whenever you ask for one.")
OVER_FOR_STAFF = say("The talk is over. What you write here goes to nobody any more.")
