"""The year's hiring days as a picture: the chain as bars, the fairs as a table."""

from bot import texts
from bot.pictures.drawing import SOFT, Sheet
from bot.say import Say, say
from bot.services.fairs import CHAIN, Chain, Line, Report

WIDTH = 1200
EDGE = 60
ROW = 46
MOST_LINES = 40  # a year has about thirty; a longer list is told in the table of the command line
COLUMNS = (("arrived", 620), ("interviewed", 760), ("hired", 870), ("stayed_30", 1010), ("stayed_90", 1140))

STEPS = {
    "registered": say("Registered"),
    "arrived": say("Came"),
    "interviewed": say("Interviewed"),
    "second": say("Second interview"),
    "hired": say("Hired"),
    "stayed_30": say("30 days on"),
    "stayed_90": say("90 days on"),
}


def summary(report: Report) -> Say:
    """Fairs held, companies, places filled: the center's own measures."""
    total = report.total
    filled = "–" if total.filled is None else f"{total.filled:.1f}%"
    return say(
        "Fairs: {fairs} · Companies: {companies} · Openings: {openings} · Filled: {filled}",
        fairs=len(report.lines),
        companies=total.companies,
        openings=total.openings,
        filled=filled,
    )


def report_picture(report: Report, language: str) -> bytes:
    """The report as a PNG in that language."""
    lines = report.lines[-MOST_LINES:]
    sheet = Sheet(WIDTH, 300 + ROW * (len(CHAIN) + len(lines) + 2))
    title = say("Hiring days {year}", year=str(report.year))
    sheet.write(EDGE, 40, texts.plain(title, language), 40)
    sheet.write(EDGE, 104, texts.plain(summary(report), language), 24, SOFT)
    bottom = _bars(sheet, 170, report.total, language)
    _table(sheet, bottom + 40, lines, language)
    return sheet.png()


def _bars(sheet: Sheet, top: int, total: Chain, language: str) -> int:
    most = max(1, *(getattr(total, name) for name in CHAIN))
    for number, name in enumerate(CHAIN):
        y, count = top + number * ROW, getattr(total, name)
        sheet.write(EDGE + 200, y, texts.plain(STEPS[name], language), 24, anchor="ra")
        end = EDGE + 220 + (WIDTH - 2 * EDGE - 320) * count / most
        sheet.box(EDGE + 220, y + 4, end, y + ROW - 12)
        sheet.write(end + 12, y, f"{count:,}", 24)
    return top + len(CHAIN) * ROW


def _table(sheet: Sheet, top: int, lines: tuple[Line, ...], language: str) -> None:
    for name, right in COLUMNS:
        sheet.write(right, top, texts.plain(STEPS[name], language), 20, SOFT, "ra")
    sheet.line(top + 34, EDGE, WIDTH - EDGE)
    for number, line in enumerate(lines):
        y = top + ROW * (number + 1)
        sheet.write(EDGE, y, f"{line.held_on:%m-%d}  {_short(line.title)}", 22)
        for name, right in COLUMNS:
            sheet.write(right, y, f"{getattr(line.chain, name):,}", 22, anchor="ra")


def _short(title: str) -> str:
    return title if len(title) <= 24 else title[:23] + "…"
