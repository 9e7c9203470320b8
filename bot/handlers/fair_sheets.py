"""The operator's lists of a hiring day, as files for a spreadsheet."""

from collections.abc import Sequence

from bot import texts
from bot.clock import SEOUL
from bot.conversations import fair_words
from bot.conversations.common_words import MENU
from bot.conversations.visit import Visit
from bot.pictures import table_file
from bot.say import Enclosure, Say, card, say
from bot.services import fairs
from bot.services.fairs import GuestRow

CSV = "text/csv"


async def guest_list(visit: Visit, fair_id: int) -> None:
    """Everybody who registered, as a file for a spreadsheet."""
    rows = await fairs.guest_rows(visit.session, fair_id)
    named = (say("Place"), say("Code"), say("Name"), say("Standing"), say("Arrived"), say("Companies"))
    head = (*named, say("Result"))
    lines = [
        (
            str(row.place or ""),
            row.code,
            row.name,
            texts.plain(fair_words.STATES[row.state], visit.chat.language),
            row.arrived_at.astimezone(SEOUL).strftime("%H:%M") if row.arrived_at else "",
            " > ".join(row.companies),
            _results(visit, row),
        )
        for row in rows
    ]
    await _enclose(visit, f"guests-{fair_id}.csv", head, lines, say("The list of guests."))


def _results(visit: Visit, row: GuestRow) -> str:
    """무등가전: 채용, 빛고을모빌리티: 면접 봄."""
    told = ((company, fair_words.came_of_it(outcome)) for company, outcome in row.outcomes)
    return ", ".join(f"{company}: {texts.plain(said, visit.chat.language)}" for company, said in told if said)


async def day_sheet(visit: Visit, fair_id: int) -> None:
    """The interview times of every company, as a file."""
    rows = await fairs.time_rows(visit.session, fair_id)
    head = (say("Company"), say("Booth"), say("Begins"), say("Ends"), say("Code"), say("Name"))
    lines = [
        (
            row.company,
            row.booth,
            row.starts_at.astimezone(SEOUL).strftime("%H:%M"),
            row.ends_at.astimezone(SEOUL).strftime("%H:%M"),
            row.code,
            row.name,
        )
        for row in rows
    ]
    await _enclose(visit, f"times-{fair_id}.csv", head, lines, say("The interview times by company."))


async def _enclose(
    visit: Visit, name: str, head: Sequence[Say], lines: Sequence[Sequence[str]], words: Say
) -> None:
    told = [[texts.plain(each, visit.chat.language) for each in head], *lines]
    file = Enclosure(name, table_file(told), CSV, card(words, rows=((MENU,),)))
    await visit.chat.enclose(file)
