"""Proof of attendance: a page to print or to hand in (as evidence of looking for work, domain: 실업인정)."""

from dataclasses import dataclass
from datetime import date, datetime

from bot import texts
from bot.pictures.drawing import SOFT, Sheet
from bot.say import Say, quote, say

WIDTH, HEIGHT = 1240, 1754  # A4 at 150 dots an inch
EDGE = 140


@dataclass(frozen=True, slots=True)
class Proof:
    """What it says: who, where, when; which companies; who confirms it and when."""

    name: str
    fair: str
    place: str
    held_on: date
    arrived_at: datetime
    companies: tuple[str, ...]
    number: str
    center: str
    phone: str
    made_on: date


def proof_paper(proof: Proof, language: str) -> bytes:
    """The page as a PDF in that language."""
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.frame(70, 70, WIDTH - 70, HEIGHT - 70)
    title = texts.plain(say("Confirmation of attendance"), language)
    sheet.write(WIDTH / 2, 190, title, 60, anchor="ma")
    for number, (what, value) in enumerate(_lines(proof)):
        y = 400 + 90 * number
        sheet.write(EDGE, y, texts.plain(what, language), 32, SOFT)
        sheet.write(EDGE + 260, y, texts.plain(value, language), 32)
    confirmed = texts.plain(say("We confirm that this person came to this hiring day."), language)
    sheet.write(WIDTH / 2, 1250, confirmed, 34, anchor="ma")
    sheet.write(WIDTH / 2, 1380, texts.plain(Say("{day}", {"day": proof.made_on}), language), 32, anchor="ma")
    sheet.write(WIDTH / 2, 1480, proof.center, 44, anchor="ma")
    sheet.write(WIDTH / 2, 1560, proof.phone, 28, SOFT, "ma")
    return sheet.pdf(title)


def _lines(proof: Proof) -> list[tuple[Say, Say]]:
    lines = [
        (say("Name"), quote(proof.name)),
        (say("Hiring day"), quote(proof.fair)),
        (say("Where"), quote(proof.place)),
        (say("Arrived"), Say("{when}", {"when": proof.arrived_at})),
        (say("Number"), quote(proof.number)),
    ]
    if proof.companies:
        lines.insert(4, (say("Interviews"), quote(", ".join(proof.companies)[:48])))
    return lines
