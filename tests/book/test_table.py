"""Whoever adds an operation to the book adds it to the table of operations, too."""

import ast
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import bot.services
from bot.services import absences, bookings, calls, clockwork, groups, waitlist
from bot.services.bookings import asking, passing, proposing, reading
from tests.book.rounds import WHO_FILL_THE_TABLE
from tests.book.turns import DEEDS, USED

ROOT = Path(__file__).parents[2]
BOOK = ("bookings", "absences", "calls", "groups", "waitlist")
# Services that know appointments: they look at them, are steps of the book's own, or are tested elsewhere.
BESIDE_IT = {
    "clockwork", "found", "known_as", "notices", "privacy", "slots", "talks", "truths",
}  # fmt: skip
LOOK_ONLY = {"counting", "openings", "reading", "times"}  # modules
# Public functions of other modules that only look.
READ: set[Callable[..., Any]] = {
    absences.affected,
    absences.own_disruption,
    absences.tally,
    absences.ways,
    absences.whose,
    asking.open_questions,
    bookings.calendar_of,
    bookings.counselor_name,
    bookings.day_of,
    bookings.days_given,
    bookings.free_halves,
    bookings.gives,
    bookings.invitations_of,
    bookings.may_book,
    bookings.mine,
    bookings.next_after,
    bookings.next_meeting,
    bookings.next_of,
    bookings.open_days,
    bookings.openings,
    bookings.own_counselor,
    bookings.series_of,
    bookings.times_for,
    bookings.times_on,
    bookings.to_decide,
    bookings.with_names,
    calls.is_listed,
    calls.to_make,
    groups.coming,
    groups.roster,
    groups.session_of,
    passing.colleagues,
    proposing.own_times,
    proposing.proposed_times,
    reading.meetings_of,
    waitlist.line_of,
    waitlist.my_places,
    waitlist.open_offer,
}


def used_outside() -> set[Callable[..., Any]]:
    """The coroutine functions of the book that the other rooms and the clock call."""
    found: set[Callable[..., Any]] = set()
    for path in sorted((ROOT / "bot").rglob("*.py")):
        if "services" not in path.relative_to(ROOT).parts or path.stem == "clockwork":
            found.update(of_the_book(ast.parse(path.read_text())))
    return found


def of_the_book(tree: ast.AST) -> Iterator[Callable[..., Any]]:
    """Those that this module calls by a name it has imported."""
    names = {
        alias.asname or alias.name: named_in(node.module or "", alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.services")
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            module = names.get(node.value.id)
            named = getattr(module, node.attr, None) if isinstance(module, ModuleType) else None
        else:
            named = names.get(node.id) if isinstance(node, ast.Name) else None
        if inspect.iscoroutinefunction(named) and named.__module__.split(".")[2] in BOOK:
            yield named


def named_in(package: str, name: str) -> object:
    """A module of the package, or what it calls so."""
    found = getattr(import_module(package), name, None)
    return found or import_module(f"{package}.{name}")


def test_every_operation_is_in_the_table() -> None:
    deeds = {each for each in used_outside() if each.__module__.rpartition(".")[2] not in LOOK_ONLY}
    missing = deeds - USED - READ
    assert sorted(f"{each.__module__}.{each.__name__}" for each in missing) == []


def test_the_table_names_only_what_changes_something() -> None:
    assert set() == USED & READ
    assert clockwork.tick in USED
    assert len(WHO_FILL_THE_TABLE) <= len(DEEDS)


def test_every_service_that_knows_appointments_is_of_the_book_or_beside_it() -> None:
    knowing = {
        found.name
        for found in pkgutil.iter_modules(bot.services.__path__)
        if any("Appointment" in vars(module) for module in modules(f"bot.services.{found.name}"))
    }
    assert knowing - BESIDE_IT == set(BOOK)


def modules(name: str) -> list[ModuleType]:
    """A module, or a package with its modules."""
    module = import_module(name)
    inside = pkgutil.iter_modules(getattr(module, "__path__", []))
    return [module, *(import_module(f"{name}.{each.name}") for each in inside)]
