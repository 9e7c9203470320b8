"""Hiring days on the command line: loading a file, listing, the picture for the door, the year's report."""

import argparse
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import texts
from bot.center import CenterError, FairPlan, TomlFile, load_fairs
from bot.clock import SEOUL, Clock
from bot.db import Database
from bot.pictures import code_picture, report_picture
from bot.pictures.reports import STEPS, summary
from bot.running import bot_name, migrated
from bot.services import fairs
from bot.services.fairs import NotStored, Report
from bot.settings import SettingError, Settings

LANGUAGE = "ko"  # of the center


def add_to(deeds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """What can be said about hiring days."""
    words = deeds.add_parser("fair", help="hiring days").add_subparsers(required=True)
    loading = words.add_parser("load", help="take over a fair, or what changed in it, from a file")
    loading.add_argument("file", type=Path)
    loading.set_defaults(deed=_load, needs_token=False)
    listing = words.add_parser("list", help="the coming fairs with their keys and numbers")
    listing.set_defaults(deed=_list, needs_token=False)
    door = words.add_parser("door", help="write the picture for the door: who scans it is checked in")
    door.add_argument("key")
    door.add_argument("picture", type=Path, help="a .png")
    door.set_defaults(deed=_door, needs_token=True)
    reports = deeds.add_parser("report", help="what came of it").add_subparsers(required=True)
    report = reports.add_parser("fairs", help="the chain of a year, from registered to still there")
    report.add_argument("--year", type=int, required=True)
    report.add_argument("--picture", type=Path, metavar="FILE.png", help="write it as a picture, too")
    report.add_argument("--samples", action="store_true", help="count the examples as well")
    report.set_defaults(deed=_report, needs_token=False)


async def company_id(session: AsyncSession, arguments: argparse.Namespace) -> int:
    """The company that --fair and --company name."""
    if not arguments.fair or not arguments.company:
        raise SettingError("--fair and --company are missing: a company's person belongs to one of them.")
    fair = await fairs.fair_called(session, arguments.fair)
    if fair is None:
        raise SettingError(f"--fair {arguments.fair!r} is not there: `bitna fair list` shows the keys.")
    found = {each.company.key: each.company.id or 0 for each in await fairs.stands(session, fair.id or 0)}
    if arguments.company not in found:
        raise SettingError(f"--company {arguments.company!r} does not come; these do: {', '.join(found)}.")
    return found[arguments.company]


async def _load(settings: Settings, arguments: argparse.Namespace) -> int:
    now = Clock(settings.clock).now()
    file, plans = load_fairs(arguments.file, now.astimezone(SEOUL).date())
    await migrated(settings)
    async with _opened(settings) as database, database.transaction() as session:
        for number, plan in enumerate(plans):
            await _store(session, file, number, plan, now)
    for plan in plans:
        print(f"{plan.key}: {plan.held_on} {plan.hours}, {plan.title}")
    return 0


async def _store(session: AsyncSession, file: TomlFile, number: int, plan: FairPlan, now: datetime) -> None:
    try:
        await fairs.store(session, plan, now)
    except NotStored as refused:
        raise CenterError(file.mistake(("fairs", number, *refused.path), refused.reason)) from None


async def _list(settings: Settings, _arguments: argparse.Namespace) -> int:
    await migrated(settings)
    now = Clock(settings.clock).now()
    async with _opened(settings) as database, database.reading() as session:
        for fair in await fairs.coming(session, now, drafts=True):
            numbers = await fairs.chain(session, fair)
            day = fair.starts_at.astimezone(SEOUL)
            people = f"{numbers.registered}/{fair.capacity}"
            print(f"{fair.key}\t{day:%Y-%m-%d %H:%M}\t{fair.state}\t{people}\t{fair.title}")
    return 0


async def _door(settings: Settings, arguments: argparse.Namespace) -> int:
    await migrated(settings)
    name = await bot_name(settings)
    async with _opened(settings) as database, database.reading() as session:
        fair = await fairs.fair_called(session, arguments.key)
    if fair is None:
        raise SettingError(f"{arguments.key!r} is not there: `bitna fair list` shows the keys.")
    arguments.picture.write_bytes(code_picture(f"https://t.me/{name}?start=fairdoor-{fair.door}"))
    print(arguments.picture)
    return 0


async def _report(settings: Settings, arguments: argparse.Namespace) -> int:
    await migrated(settings)
    now = Clock(settings.clock).now()
    async with _opened(settings) as database, database.reading() as session:
        report = await fairs.report(session, arguments.year, now, samples=arguments.samples)
    print("\n".join(_lines(report)))
    if arguments.picture:
        arguments.picture.write_bytes(report_picture(report, LANGUAGE))
        print(arguments.picture)
    return 0


def _lines(report: Report) -> list[str]:
    """The report as a table, columns by tabs, so that it can be pasted into a sheet."""
    names = [texts.plain(STEPS[name], LANGUAGE) for name in fairs.CHAIN]
    lines = [texts.plain(summary(report), LANGUAGE), "\t".join(["", "", *names])]
    for line in report.lines:
        numbers = (str(getattr(line.chain, name)) for name in fairs.CHAIN)
        lines.append("\t".join((str(line.held_on), line.title, *numbers)))
    total = (str(getattr(report.total, name)) for name in fairs.CHAIN)
    return [*lines, "\t".join((str(report.year), "", *total))]


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[Database]:
    database = Database(settings.database)
    try:
        yield database
    finally:
        await database.close()
