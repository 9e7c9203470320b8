"""Run the pretend Telegram: `python -m sandbox --port 8800`."""

import argparse
import asyncio
import signal
from pathlib import Path

import uvloop

from sandbox.clock import Clock
from sandbox.server import serving
from sandbox.telegram import Telegram

PEOPLE = ["민지:구직자:710293841", "윤슬:상담사:820193745", "하늘:운영 담당:931820467"]
"""The same ids every time, so that a bot under test may know who its staff are."""


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8800, help="0 means any free port")
    parser.add_argument("--token", help="let in only this bot; without it, every token is a bot")
    parser.add_argument("--name", default="챗봇", help="the bot's name, until it sets one itself")
    parser.add_argument("--clock-file", type=Path, help="write the clock's offset in seconds to this file")
    parser.add_argument("--person", action="append", metavar="NAME[:ROLE[:ID]]", help="may be given again")
    parser.add_argument("--nobody", action="store_true", help="start without people")
    parser.add_argument(
        "--limits", action="store_true", help="refuse what is sent faster than Telegram allows"
    )
    parser.add_argument("--seed", type=int, help="the same ids and update numbers every time")
    parser.add_argument("--webhook-delay", type=float, default=1.0, help="seconds before the first retry")
    parser.add_argument("--quiet", action="store_true")
    return parser


def furnished(options: argparse.Namespace) -> Telegram:
    telegram = Telegram(options.token, clock=Clock(options.clock_file), seed=options.seed, name=options.name)
    telegram.limits.on = options.limits
    for described in [] if options.nobody else options.person or PEOPLE:
        name, _, rest = described.partition(":")
        role, _, number = rest.partition(":")
        telegram.person(name, role=role, id=int(number) if number else None)
    return telegram


async def run(options: argparse.Namespace) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    telegram = furnished(options)
    async with serving(telegram, options.port, host=options.host, webhook_delay=options.webhook_delay) as url:
        print(url if options.quiet else f"{url}  (Bot API: {url}/bot)", flush=True)
        await stopped.wait()


def main() -> None:
    uvloop.run(run(arguments().parse_args()))


if __name__ == "__main__":
    main()
