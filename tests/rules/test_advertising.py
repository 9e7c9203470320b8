"""The law on telling many: class × consent × hour × age of consent × language, and the words it wants."""

import itertools
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.center import Center, load_center
from bot.models import Announcement, ConsentKind, LegalClass
from bot.notices.copies import message
from bot.rules.advertising import Why, verdict
from tests.rules.the_law import ADVERT, DAY, EVENING, SERVICE, TABLE

WORDS = {
    "ko": ("062-609-8500", "무료", "(광고) 무등가전\n"),
    "en": ("062-609-8500", "free", "(광고) 무등가전\n"),  # the label is the law's own, in every language
}


@pytest.fixture(scope="module")
def center() -> Center:
    return load_center(Path(__file__).parents[2] / "center")


@pytest.mark.parametrize(("law", "ages", "moment", "expected"), TABLE)
def test_sent_held_or_refused(
    law: LegalClass, ages: Mapping[ConsentKind, timedelta], moment: datetime, expected: datetime | Why
) -> None:
    decided = verdict(law, ages, moment)

    if isinstance(expected, Why):
        assert (decided.at, decided.why) == (None, expected)
    else:
        assert (decided.at, decided.why) == (expected, None)


def test_the_table_has_every_class_at_every_hour() -> None:
    there = {(law, moment) for law, _, moment, _ in TABLE}

    assert set(itertools.product(LegalClass, (DAY, EVENING))) <= there


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("law", LegalClass)
def test_the_words_that_the_law_wants(center: Center, law: LegalClass, language: str) -> None:
    """An advertisement opens with its label and the company; all but a service notice say how to refuse."""
    phone, free, opening = WORDS[language]
    told = Announcement(
        id=1,
        text="생산직을 뽑아요.",
        words={"en": "We are hiring."},
        law=law,
        sponsor="무등가전" if law is ADVERT else None,
        due_at=DAY,
        created_at=DAY,
    )
    made = message(center, [told], language, {})
    assert made
    text, buttons = str(made[1]["text"]), str(made[1].get("reply_markup", ""))

    assert text.startswith(opening) == (law is ADVERT)
    assert ("(광고)" in text) == (law is ADVERT)
    assert phone in text
    assert (free in text) == (law is not SERVICE)
    assert ("tell:no:1" in buttons or "news:stop" in buttons) == (law is not SERVICE)
    assert ("We are hiring." in text) == (language == "en")


def test_advertisements_that_fall_together_open_with_the_label(center: Center) -> None:
    told = [
        Announcement(id=n, text="뽑아요.", law=ADVERT, sponsor=name, due_at=DAY, created_at=DAY)
        for n, name in enumerate(("무등가전", "빛고을모빌리티"), start=1)
    ]
    made = message(center, told, "ko", {})
    assert made

    assert str(made[1]["text"]).startswith("(광고) 무등가전\n")
    assert str(made[1]["text"]).count("(광고)") == 2
