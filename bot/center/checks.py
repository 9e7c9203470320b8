"""What no single value can know about itself: names used twice, names that lead nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import time

from bot.center.lines import Path
from bot.center.records import Center
from bot.center.weeks import WeeklyHours

Mistake = tuple[Path, str]


def mistakes_within(center: Center) -> Iterator[Mistake]:
    """What does not go together in center.toml."""
    for table in ("services", "counselors", "rooms", "offices", "contacts"):
        for position, key in repeated(record.key for record in getattr(center, table)):
            yield (table, position), f'"{key}" is already the key of another one'
    yield from _strange_services(center)
    yield from _strange_rooms(center)
    yield from _no_way_to_meet(center)
    yield from _too_long(center)
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


def _strange_rooms(center: Center) -> Iterator[Mistake]:
    known = {room.key for room in center.rooms}
    for position, counselor in enumerate(center.counselors):
        if counselor.room not in {None, *known}:
            yield ("counselors", position, "room"), f'"{counselor.room}" is not among the rooms'
    for position, service in enumerate(center.services):
        for room in service.rooms:
            if room not in known:
                yield ("services", position, "rooms"), f'"{room}" is not among the rooms'


def _no_way_to_meet(center: Center) -> Iterator[Mistake]:
    for position, counselor in enumerate(center.counselors):
        for service in center.services:
            if service.key in counselor.services and not set(service.ways) & set(counselor.ways):
                yield ("counselors", position, "ways"), f'none of these is a way of "{service.key}"'


def _too_long(center: Center) -> Iterator[Mistake]:
    """A service that fits into none of the hours of a counselor who gives it."""
    for position, service in enumerate(center.services):
        for counselor in center.counselors:
            if service.key in counselor.services and service.takes_minutes > _longest(counselor.hours):
                reason = (
                    f"{service.takes_minutes} minutes with the break do not fit into any hours "
                    f'of "{counselor.key}"'
                )
                yield ("services", position, "minutes"), reason


def _longest(week: WeeklyHours) -> int:
    """The longest stretch of a week without a break, in minutes."""
    return max(
        (_minutes(hours.ends) - _minutes(hours.starts) for day in week.days for hours in day), default=0
    )


def _minutes(hour: time) -> int:
    return hour.hour * 60 + hour.minute


def _crowded_districts(center: Center) -> Iterator[Mistake]:
    districts = [
        (position, name) for position, office in enumerate(center.offices) for name in office.districts
    ]
    for place, name in repeated(name for _, name in districts):
        yield ("offices", districts[place][0], "districts"), f'"{name}" already goes to another office'
