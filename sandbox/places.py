"""Places on a map."""

import math

from sandbox.call import Call
from sandbox.messages import deliver
from sandbox.refusals import Json, bad_request


def send_venue(call: Call) -> Json:
    chat = call.bot.open_chat(call.params.text("chat_id"))
    location = {"latitude": _degrees(call, "latitude", 90), "longitude": _degrees(call, "longitude", 180)}
    title, address = call.params.text("title").strip(), call.params.text("address").strip()
    if not title or not address:
        raise bad_request("wrong venue data")
    venue = {"location": location, "title": title, "address": address}
    return deliver(call, chat, {"venue": venue, "location": location})


def _degrees(call: Call, name: str, most: int) -> float:
    given = call.params.text(name).strip()
    if not given:
        raise bad_request(f"{name} is empty")
    try:
        degrees = float(given)
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= most:  # also where it is no number
        raise bad_request("wrong location specified")
    return degrees
