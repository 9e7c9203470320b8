"""Answering button presses."""

from sandbox.bots import Press
from sandbox.call import Call
from sandbox.refusals import Json, bad_request
from sandbox.text import units

TEXT_LIMIT = 200
PATIENCE_SECONDS = 60
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(call: Call) -> bool:
    press = call.bot.presses.get(call.params.text("callback_query_id"))
    if press is None or call.world.clock.now().timestamp() - press.at > PATIENCE_SECONDS:
        raise bad_request(TOO_OLD)
    text = call.params.text("text")
    if units(text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered = True
    press.text, press.url = text, call.params.text("url")
    press.show_alert = call.params.boolean("show_alert")
    call.world.events.tell("answered", press.person, told(press))
    return True


def told(press: Press) -> Json:
    return {
        "callback_query_id": press.id,
        "person": press.person,
        "message_id": press.message_id,
        "data": press.data,
        "answered": press.answered,
        "text": press.text,
        "show_alert": press.show_alert,
        "url": press.url,
    }
