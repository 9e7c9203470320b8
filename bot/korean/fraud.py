"""Frauds on job seekers, heard in what they tell: a warning helps before the passport or the account is given away.

`fraud.toml` holds what such offers are made of: who asks, for what, with what promise. The same words in the center's
own business (the bankbook for a benefit, the passport of somebody who comes from abroad) are no fraud.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from bot.korean.keys import as_hangul
from bot.korean.plain import LONGEST, plain

_NAMED = re.compile(r"<([a-z]+)>")
_SIGNS = re.compile(r"[^\w]+|_")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_WRITTEN = tomllib.loads(Path(__file__).with_name("fraud.toml").read_text("utf-8"))


class Fraud(StrEnum):
    """What the offer is about; the value is stable: it may be stored and counted."""

    MESSENGER = "messenger"  # an interview or a job by messenger only
    ABROAD = "abroad"  # much money far away
    PAPERS = "papers"  # bankbook, card, passwords, passport, one's name
    MONEY = "money"  # something to pay before the work
    COURIER = "courier"  # to fetch or forward somebody's money
    PHONE = "phone"  # telephones in one's own name
    INVESTING = "investing"  # "leading rooms", coins, a stake for a post
    LURE = "lure"  # too much money for too little work; links to press
    TOLD = "told"  # called a fraud by the person


@dataclass(frozen=True, slots=True)
class _Kind:
    fraud: Fraud
    heard: tuple[re.Pattern[str], ...]
    together: tuple[tuple[re.Pattern[str], ...], ...]
    without: re.Pattern[str] | None

    def is_heard_in(self, letters: str) -> bool:
        """By one of its patterns, or by parts that stand together in whatever order."""
        if self.without and self.without.search(letters):
            return False
        return any(pattern.search(letters) for pattern in self.heard) or any(
            all(part.search(letters) for part in parts) for parts in self.together
        )


def in_danger_of_fraud(text: str) -> Fraud | None:
    """Which fraud somebody seems to be drawn into; None where nothing sounds like one.

    Of several kinds the first in the order of `fraud.toml` is told: the more dangerous deed before the way to it.
    """
    parts = [text] if len(text) <= LONGEST else [text[:LONGEST], text[-LONGEST:]]
    said = [_letters(part) for part in parts]
    if text.isascii():
        said.append(_letters(as_hangul(text[:LONGEST])))
    return next((found for each in said if (found := _kind_of(each))), None)


def _kind_of(letters: str) -> Fraud | None:
    if _harmless().search(letters):
        return None
    return next((kind.fraud for kind in _kinds() if kind.is_heard_in(letters)), None)


def _letters(text: str) -> str:
    return _SIGNS.sub("", _THOUSANDS.sub("", plain(text)))


def _pattern(written: str) -> str:
    return _NAMED.sub(lambda name: _WRITTEN["parts"][name[1]], written)


@lru_cache(maxsize=1)
def _harmless() -> re.Pattern[str]:
    return re.compile(_WRITTEN["harmless"]["all"])


@lru_cache(maxsize=1)
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(
            Fraud(each["name"]),
            tuple(re.compile(_pattern(pattern)) for pattern in each["heard"]),
            tuple(
                tuple(re.compile(_pattern(f"<{part}>")) for part in parts)
                for parts in each.get("together", [])
            ),
            re.compile(_WRITTEN["harmless"][each["without"]]) if "without" in each else None,
        )
        for each in _WRITTEN["kinds"]
    )
