"""How a bot receives: polling, or a webhook."""

import re

from sandbox.bots import Webhook
from sandbox.call import Call
from sandbox.refusals import Json, bad_request, conflict

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
MOST_UPDATES = 100


def get_updates(call: Call) -> list[Json]:
    """What waits right now; waiting for more is the server's part."""
    if call.bot.webhook:
        raise conflict(
            "can't use getUpdates method while webhook is active;"
            " use deleteWebhook to delete the webhook first"
        )
    call.bot.updates.allow(call.params.structure("allowed_updates", "allowed updates"))
    limit = min(max(call.params.integer("limit", MOST_UPDATES), 1), MOST_UPDATES)
    return call.bot.updates.take(call.params.integer("offset"), limit)


def set_webhook(call: Call) -> bool:
    url = call.params.text("url")
    if not url:
        return delete_webhook(call)
    if not url.startswith(("https://", "http://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.params.text("secret_token")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _drop(call)
    call.bot.updates.allow(call.params.structure("allowed_updates", "allowed updates"))
    connections = min(max(call.params.integer("max_connections", 40), 1), 100)
    call.bot.webhook = Webhook(url, secret, connections, call.params.text("ip_address"))
    call.world.events.tell("webhook", None, {"username": call.bot.username})
    return True


def delete_webhook(call: Call) -> bool:
    _drop(call)
    call.bot.webhook = None
    call.world.events.tell("webhook", None, {"username": call.bot.username})
    return True


def _drop(call: Call) -> None:
    if call.params.boolean("drop_pending_updates"):
        call.bot.updates.clear()


def get_webhook_info(call: Call) -> Json:
    webhook = call.bot.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(call.bot.updates),
    }
    if webhook:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"} | webhook.last_error
    return info | {"allowed_updates": allowed} if (allowed := call.bot.updates.allowed) else info
