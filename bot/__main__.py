"""The command line: run, check, invite the staff, read Korean (`python -m bot`, installed as `bitna`).

What a command needs is imported when it is given: reading a sentence waits for no database and no Telegram.
"""
# ruff: noqa: PLC0415 (see above)

import argparse
import asyncio
import os
import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.clock import Clock
from bot.settings import SettingError, Settings

if TYPE_CHECKING:
    from bot.running import Listening

ROLES = ("counselor", "operator", "company")


def main() -> None:
    """Do what the command line says; a wrong setting ends with one sentence."""
    arguments = parser().parse_args()
    sys.exit(_understand() if arguments.deed is None else _serve(arguments))


def _understand() -> int:
    """Each line as soon as it has come; a reader who has gone needs no more."""
    from bot.assistant import understanding

    places = understanding.places_of(os.environ)
    try:
        for reply in understanding.replies(sys.stdin.buffer, places, Clock().now()):
            sys.stdout.buffer.write(reply)
            sys.stdout.buffer.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        sys.stdout = None
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from bot.center import CenterError

    try:
        settings = Settings.from_environment(os.environ, with_token=arguments.needs_token)
        return int(asyncio.run(arguments.deed(settings, arguments)))
    except (SettingError, CenterError) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        return 0


def parser() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    top = argparse.ArgumentParser(prog="bitna", description="빛나, a chat assistant for job seekers")
    deeds = top.add_subparsers(required=True, metavar="COMMAND")
    _say_how_to_run(deeds.add_parser("run", help="run the bot"))
    checking = deeds.add_parser("check", help="say whether everything is in order")
    checking.set_defaults(deed=_check, needs_token=True)
    inviting = deeds.add_parser("staff", help="the center's staff").add_subparsers(required=True)
    invite = inviting.add_parser("invite", help="print a one-time code, good for one day")
    invite.add_argument("--role", choices=ROLES, required=True)
    invite.add_argument("--name", required=True, help="as counselors are named in center.toml")
    invite.add_argument("--fair", metavar="KEY", help="of a company's person: the hiring day")
    invite.add_argument("--company", metavar="KEY", help="of a company's person: the company")
    invite.set_defaults(deed=_invite, needs_token=False)
    if sys.argv[1:2] != ["understand"]:  # reading a sentence waits for no database
        from bot import fair_commands

        fair_commands.add_to(deeds)
    reading = deeds.add_parser("understand", help="read Korean: JSON lines in, JSON lines out")
    reading.set_defaults(deed=None)
    return top


def _say_how_to_run(running: argparse.ArgumentParser) -> None:
    running.add_argument(
        "--webhook", metavar="URL", help="be called at this public address instead of polling"
    )
    running.add_argument("--listen", metavar="HOST:PORT", help="where to listen for both")
    running.add_argument("--feeds", metavar="URL", help="serve counselors' calendars at this public address")
    running.set_defaults(deed=_run, needs_token=True)


async def _run(settings: Settings, arguments: argparse.Namespace) -> int:
    from bot.running import run

    return await run(settings, _listening(settings, arguments))


def _listening(settings: Settings, arguments: argparse.Namespace) -> "Listening | None":
    from bot.running import Listening

    if not (arguments.webhook or arguments.feeds):
        if arguments.listen:
            raise SettingError("--webhook is missing: --listen alone says where, but not at which address.")
        return None
    for option, url in (("--webhook", arguments.webhook), ("--feeds", arguments.feeds)):
        if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc):
            example = "https://bot.example.kr/calendars"
            raise SettingError(f"{option} is not a web address: write it like {option} {example}.")
    if arguments.webhook and not settings.webhook_secret:
        raise SettingError(
            "BITNA_WEBHOOK_SECRET is missing: a webhook needs a secret that only Telegram is told."
        )
    host, _, port = (arguments.listen or "").rpartition(":")
    if not host or not port.isdecimal():
        raise SettingError("--listen is missing or wrong: write it like --listen 127.0.0.1:8443.")
    return Listening(arguments.webhook or "", host, int(port), arguments.feeds or "")


async def _check(settings: Settings, _arguments: argparse.Namespace) -> int:
    from bot.running import check

    return await check(settings)


async def _invite(settings: Settings, arguments: argparse.Namespace) -> int:
    from bot import fair_commands
    from bot.center import load_center
    from bot.db import Database
    from bot.models import Role
    from bot.running import migrated
    from bot.services import slots, staff

    await migrated(settings)
    center, clock, role = load_center(settings.center), Clock(settings.clock), Role(arguments.role)
    database = Database(settings.database)
    try:
        async with database.transaction() as session:
            await slots.refresh(session, center, clock.now())
            if role is Role.COUNSELOR and not await staff.counselor_called(session, arguments.name):
                names = ", ".join(plan.name for plan in center.counselors)
                raise SettingError(f"--name {arguments.name!r} is no counselor of the center: {names}.")
            company = await fair_commands.company_id(session, arguments) if role is Role.COMPANY else None
            code = await staff.invite(session, arguments.name, role, clock.now(), company)
    finally:
        await database.close()
    print(f"/start staff-{code}")
    return 0


if __name__ == "__main__":
    main()
