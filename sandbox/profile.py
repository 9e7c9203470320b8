"""What a bot says about itself: name, descriptions, commands, menu button."""

import re
from typing import Any

from sandbox.call import Call
from sandbox.people import Chat
from sandbox.refusals import Json, bad_request
from sandbox.text import units

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMANDS = 100
LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(call: Call) -> Json:
    abilities = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    return call.bot.user | dict.fromkeys(abilities, False)


def agree(_call: Call) -> bool:
    return True


def set_my_commands(call: Call) -> bool:
    given = call.params.structure("commands", "BotCommand")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[_shelf(call)] = [_command(command) for command in given]
    return _changed(call)


def _command(given: Json) -> Json:
    name = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def get_my_commands(call: Call) -> list[Json]:
    return call.bot.commands.get(_shelf(call), [])


def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop(_shelf(call), None)
    return _changed(call)


def _shelf(call: Call) -> tuple[str, str]:
    scope: Json = call.params.structure("scope", "BotCommandScope") or {}
    place = str(scope.get("type", "default"))
    return f"{place} {scope['chat_id']}" if "chat_id" in scope else place, call.params.text("language_code")


def commands_for(commands: dict[tuple[str, str], list[Json]], chat: Chat) -> list[Json]:
    """The list this person's menu shows: the narrowest scope wins, their language before none."""
    for scope in (f"chat {chat.person.id}", "all_private_chats", "default"):
        for language in (chat.person.language_code, ""):
            if found := commands.get((scope, language)):
                return found
    return []


def _set(call: Call, name: str) -> bool:
    value = call.params.text(name).strip()
    if units(value) > LIMITS[name]:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    call.bot.words[name, call.params.text("language_code")] = value
    return _changed(call)


def _get(call: Call, name: str) -> Json:
    words, language = call.bot.words, call.params.text("language_code")
    return {name: words.get((name, language)) or words.get((name, ""), "")}


def set_my_name(call: Call) -> bool:
    done = _set(call, "name")
    if "language_code" not in call.params and "name" in call.params:
        call.bot.rename(call.params.text("name").strip())
    return done and _changed(call)


def get_my_name(call: Call) -> Json:
    return {"name": _get(call, "name")["name"] or call.bot.name}


def set_my_description(call: Call) -> bool:
    return _set(call, "description")


def get_my_description(call: Call) -> Json:
    return _get(call, "description")


def set_my_short_description(call: Call) -> bool:
    return _set(call, "short_description")


def get_my_short_description(call: Call) -> Json:
    return _get(call, "short_description")


def set_chat_menu_button(call: Call) -> bool:
    button: Any = call.params.structure("menu_button", "MenuButton") or {"type": "default"}
    if button.get("type") not in {"default", "commands", "web_app"}:
        raise bad_request("MenuButton has unsupported type")
    call.bot.menu_buttons[call.params.integer("chat_id")] = button
    return _changed(call)


def get_chat_menu_button(call: Call) -> Json:
    return call.bot.menu_buttons.get(call.params.integer("chat_id"), {"type": "commands"})


def get_chat(call: Call) -> Json:
    chat = call.bot.chat(call.params.text("chat_id"))
    return chat.info | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _no_gifts()}


def _no_gifts() -> Json:
    kinds = "unlimited_gifts limited_gifts unique_gifts premium_subscription gifts_from_channels"
    return dict.fromkeys(kinds.split(), False)


def _changed(call: Call) -> bool:
    call.world.events.tell("bot", None, {"username": call.bot.username})
    return True
