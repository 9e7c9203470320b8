"""What the law says of telling many, as a table that the rule and the database are both held to."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.clock import SEOUL
from bot.models import ConsentKind, LegalClass
from bot.rules.advertising import Why

NEWS, ADS, NIGHT = ConsentKind.NEWS, ConsentKind.ADS, ConsentKind.NIGHT
SERVICE, PROGRAM, ADVERT = LegalClass
FRESH, NEARLY, OLD = timedelta(days=3), timedelta(days=729, hours=23), timedelta(days=730)
DAY, LAST, EVENING, SMALL_HOURS, MORNING = (
    datetime(2026, 11, 23, *hour, tzinfo=SEOUL) for hour in ((10,), (20, 59), (21,), (3,), (8,))
)
THAT_MORNING, NEXT_MORNING = MORNING, MORNING + timedelta(days=1)

TABLE: list[tuple[LegalClass, Mapping[ConsentKind, timedelta], datetime, datetime | Why]] = [
    # A service notice needs no consent to news, and sleeps at night all the same.
    (SERVICE, {}, DAY, DAY),
    (SERVICE, {}, EVENING, NEXT_MORNING),
    (SERVICE, {NIGHT: FRESH}, EVENING, EVENING),
    # News of programs need theirs: that to advertisements is no consent to news.
    (PROGRAM, {}, DAY, Why.NOT_ASKED_FOR),
    (PROGRAM, {ADS: FRESH}, DAY, Why.NOT_ASKED_FOR),
    (PROGRAM, {NIGHT: FRESH}, EVENING, Why.NOT_ASKED_FOR),
    (PROGRAM, {NEWS: FRESH}, DAY, DAY),
    (PROGRAM, {NEWS: FRESH}, LAST, LAST),
    (PROGRAM, {NEWS: FRESH}, EVENING, NEXT_MORNING),
    (PROGRAM, {NEWS: FRESH}, SMALL_HOURS, THAT_MORNING),
    (PROGRAM, {NEWS: FRESH}, MORNING, MORNING),
    (PROGRAM, {NEWS: FRESH, NIGHT: FRESH}, SMALL_HOURS, SMALL_HOURS),
    (PROGRAM, {NEWS: FRESH, NIGHT: OLD}, SMALL_HOURS, THAT_MORNING),
    (PROGRAM, {NEWS: NEARLY}, DAY, DAY),
    (PROGRAM, {NEWS: OLD}, DAY, Why.TOO_OLD),
    (PROGRAM, {NEWS: OLD, NIGHT: FRESH}, SMALL_HOURS, Why.TOO_OLD),
    # A company's advertisement needs one of its own.
    (ADVERT, {}, DAY, Why.NOT_ASKED_FOR),
    (ADVERT, {NEWS: FRESH, NIGHT: FRESH}, DAY, Why.NOT_ASKED_FOR),
    (ADVERT, {ADS: FRESH}, DAY, DAY),
    (ADVERT, {ADS: FRESH}, EVENING, NEXT_MORNING),
    (ADVERT, {ADS: FRESH}, SMALL_HOURS, THAT_MORNING),
    (ADVERT, {ADS: FRESH, NIGHT: NEARLY}, SMALL_HOURS, SMALL_HOURS),
    (ADVERT, {ADS: FRESH, NIGHT: OLD}, SMALL_HOURS, THAT_MORNING),
    (ADVERT, {ADS: NEARLY}, DAY, DAY),
    (ADVERT, {ADS: OLD}, DAY, Why.TOO_OLD),
    (ADVERT, {ADS: OLD, NEWS: FRESH, NIGHT: FRESH}, SMALL_HOURS, Why.TOO_OLD),
]
