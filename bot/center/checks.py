"""What no single value can know about itself: names used twice, names that lead nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.center.lines import Path
from bot.center.records import Center

Mistake = tuple[Path, str]


def mistakes_within(center: Center) -> Iterator[Mistake]:
    """What does not go together in center.toml."""
    for table in ("services", "counselors", "offices", "contacts"):
        for position, key in repeated(record.key for record in getattr(center, table)):
            yield (table, position), f'"{key}" is already the key of another one'
    yield from _strange_services(center)
    yield from _short_slots(center)
    yield from _crowded_districts(center)


def repeated(names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The names that came before, with their position."""
    seen: Counter[str] = Counter()
    for position, name in enumerate(names):
        if seen[name]:
            yield position, name
        seen[name] += 1


def _strange_services(center: Center) -> Iterator[Mistake]:
    known = {service.key for service in center.services}
    for position, counselor in enumerate(center.counselors):
        for service in counselor.services:
            if service not in known:
                yield ("counselors", position, "services"), f'"{service}" is not among the services'


def _short_slots(center: Center) -> Iterator[Mistake]:
    for position, service in enumerate(center.services):
        needed = service.minutes + service.break_minutes
        if needed > center.booking.slot_minutes:
            reason = (
                f"{needed} minutes with the break do not fit into a slot of {center.booking.slot_minutes}"
            )
            yield ("services", position, "minutes"), reason


def _crowded_districts(center: Center) -> Iterator[Mistake]:
    districts = [
        (position, name) for position, office in enumerate(center.offices) for name in office.districts
    ]
    for place, name in repeated(name for _, name in districts):
        yield ("offices", districts[place][0], "districts"), f'"{name}" already goes to another office'
