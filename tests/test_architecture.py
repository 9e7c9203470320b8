"""The rooms of the house, and what each may know: DESIGN's table, read from the source itself."""

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Function = ast.FunctionDef | ast.AsyncFunctionDef

# Which rooms of ours each room may import. What is not named here may import nothing and be imported by nobody.
MAY_IMPORT: dict[str, set[str]] = {
    # The lowest level: nothing of ours.
    "bot.korean": set(),
    "bot.center": set(),
    "bot.models": set(),
    "bot.say": set(),
    "bot.clock": set(),
    "bot.settings": set(),
    # Deciding and keeping.
    "bot.rules": {"bot.models", "bot.center", "bot.clock"},
    "bot.db": {"bot.models", "bot.settings"},
    "bot.migrations": {"bot.models"},
    "bot.services": {"bot.db", "bot.models", "bot.rules", "bot.korean", "bot.center", "bot.clock"},
    "bot.assistant": {"bot.korean", "bot.center", "bot.models", "bot.db"},
    # Speaking.
    "bot.texts": {"bot.say", "bot.clock"},
    "bot.chat": {"bot.models", "bot.say", "bot.texts"},
    "bot.conversations": {
        "bot.assistant", "bot.center", "bot.clock", "bot.korean", "bot.models", "bot.rules", "bot.say",
        "bot.services", "bot.texts",
    },
    "bot.notices": {
        "bot.calendars", "bot.center", "bot.chat", "bot.clock", "bot.conversations", "bot.models", "bot.rules", "bot.say", "bot.services",
        "bot.texts",
    },
    "bot.calendars": {"bot.center", "bot.conversations", "bot.models", "bot.say", "bot.services", "bot.texts"},
    "bot.pictures": {"bot.say", "bot.services", "bot.texts"},
    "bot.context": {"bot.conversations"},
    "bot.handlers": {
        "bot.assistant", "bot.calendars", "bot.center", "bot.clock", "bot.context", "bot.conversations", "bot.korean", "bot.models",
        "bot.notices", "bot.pictures", "bot.rules", "bot.say", "bot.services", "bot.texts",
    },
    # The doors.
    "bot.gateway": {"bot.clock", "bot.db", "bot.korean", "bot.models", "bot.rules"},
    "bot.introducing": {"bot.handlers", "bot.say", "bot.texts"},
    "bot.feeds": {"bot.calendars", "bot.center", "bot.clock", "bot.db", "bot.gateway", "bot.services"},
    "bot.jobs": {"bot.center", "bot.clock", "bot.db", "bot.gateway", "bot.services"},
    "bot.app": {
        "bot.center", "bot.chat", "bot.context", "bot.conversations", "bot.handlers", "bot.korean", "bot.models",
        "bot.say", "bot.services", "bot.texts",
    },
    "bot.running": {
        "bot.app", "bot.center", "bot.clock", "bot.db", "bot.feeds", "bot.gateway", "bot.introducing", "bot.jobs", "bot.migrations", "bot.notices",
        "bot.services", "bot.settings", "bot.texts",
    },
    "bot.__main__": {
        "bot.assistant", "bot.center", "bot.clock", "bot.db", "bot.fair_commands", "bot.korean", "bot.migrations",
        "bot.models", "bot.running", "bot.services", "bot.settings",
    },
    "bot.fair_commands": {
        "bot.center", "bot.clock", "bot.db", "bot.pictures", "bot.running", "bot.services", "bot.settings", "bot.texts",
    },
    # Other houses: they know the bot only as a process.
    "sandbox": set(),
    "demo": set(),
}  # fmt: skip

# Who may know the Bot API's library, and who the database's.
KNOW_TELEGRAM = {"bot.app", "bot.context", "bot.gateway", "bot.handlers", "bot.introducing", "bot.running"}
KNOW_SQL = {
    "bot.app", "bot.chat", "bot.conversations", "bot.db", "bot.fair_commands", "bot.feeds", "bot.gateway", "bot.handlers",
    "bot.migrations", "bot.models",
    "bot.notices", "bot.running", "bot.services",
}  # fmt: skip
# Where a clock is read: everybody else is given the moment.
READ_CLOCKS = {
    "bot.__main__",
    "bot.clock",
    "bot.fair_commands",
    "bot.feeds",
    "bot.gateway",
    "bot.jobs",
    "bot.running",
}
MAY_PRINT = {
    "bot/__main__.py",
    "bot/fair_commands.py",
    "bot/running.py",
    "sandbox/__main__.py",
    "demo/__main__.py",
}

LONGEST_FILE = 200
LONGEST_FUNCTION = 25
TABLES = "bot/migrations/versions/"  # a line a column there, and never edited once they have run
LONGER_FUNCTIONS = {
    "bot/gateway/gateway.py __init__": "the wiring of sender and worker, in one place",
    "bot/gateway/sender.py __init__": "the wiring of the two lanes, in one place",
}
NAIVE = {
    "bot/korean/hours.py datetime": "an hour of no day: the library wants some day, and none is kept",
    "bot/korean/moments.py now.time().replace": "two hours on one wall clock are compared, no moments",
}


@cache
def sources() -> dict[str, ast.Module]:
    """Every module of ours, by its path."""
    files = sorted(file for house in ("bot", "sandbox", "demo") for file in (ROOT / house).rglob("*.py"))
    return {str(file.relative_to(ROOT)): ast.parse(file.read_text()) for file in files}


def room_of(module: str) -> str:
    """`bot.services.bookings.giving` stands in `bot.services`."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "bot" else parts[0]


def module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def imported(tree: ast.AST) -> Iterator[tuple[str, list[str]]]:
    """The modules that are imported, each with the names taken from it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            names = [alias.name for alias in node.names]
            if node.module == "bot":
                yield from ((f"bot.{name}", []) for name in names)
            else:
                yield str(node.module), names


def dependencies() -> dict[str, set[str]]:
    """Which rooms of ours each room does import."""
    found: dict[str, set[str]] = {}
    for path, tree in sources().items():
        room = room_of(module_of(path))
        others = {
            room_of(name) for name, _ in imported(tree) if name.split(".")[0] in {"bot", "sandbox", "demo"}
        }
        found.setdefault(room, set()).update(others - {room, "bot"})
    return found


def known_modules() -> dict[str, set[str]]:
    """Which modules each knows, for its types too; a room's door is not counted for those who stand in it."""
    modules = {module_of(path) for path in sources()}
    found: dict[str, set[str]] = {}
    for path, tree in sources().items():
        module = module_of(path)
        taken = [each for node in tree.body for each in imported(node)]
        named = {f"{name}.{each}" for name, names in taken for each in names}
        others = (named | {name for name, _ in taken}) & modules
        found[module] = {each for each in others if not module.startswith(f"{each}.")} - {module}
    return found


def calls(tree: ast.AST) -> Iterator[tuple[int, str, ast.Call]]:
    """Every call, as written: `datetime.now`, `clock.now`, `print`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func), node


def length(function: Function) -> int:
    """Its lines without the decorators and the docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is not None:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines


def test_every_room_imports_only_what_it_may() -> None:
    wrong = {
        room: sorted(others - MAY_IMPORT.get(room, set()))
        for room, others in dependencies().items()
        if others - MAY_IMPORT.get(room, set())
    }
    assert wrong == {}


def test_every_room_is_in_the_table_and_nobody_who_has_left() -> None:
    there = {room_of(module_of(path)) for path in sources()} - {"bot"}
    assert there == set(MAY_IMPORT)


def test_no_room_needs_itself_by_way_of_others() -> None:
    tuple(TopologicalSorter(dependencies()).static_order())  # raises CycleError, which names the circle


def test_no_module_needs_itself_by_way_of_others() -> None:
    tuple(TopologicalSorter(known_modules()).static_order())  # raises CycleError, which names the circle


@pytest.mark.parametrize(
    ("library", "those"), [("telegram", KNOW_TELEGRAM), ("sqlmodel", KNOW_SQL), ("sqlalchemy", KNOW_SQL)]
)
def test_who_may_know_a_library(library: str, those: set[str]) -> None:
    knowing = {
        path
        for path, tree in sources().items()
        if any(name.split(".")[0] == library for name, _ in imported(tree))
        and room_of(module_of(path)) not in those
    }
    assert knowing == set()


def test_rules_and_readers_are_pure() -> None:
    """Plain values in, plain values out: nothing to wait for, no session, no clock."""
    impure = [
        f"{path}:{node.lineno}"
        for path, tree in sources().items()
        if room_of(module_of(path)) in {"bot.rules", "bot.korean", "bot.assistant", "bot.center", "bot.say"}
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef | ast.Await)
        or (isinstance(node, ast.Name) and "Session" in node.id)
    ]
    assert impure == []


def first_words(function: str, position: int) -> list[str]:
    """What stands at this position in every call of a function."""
    return [
        node.args[position].value
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).split(".")[-1] == function
        and module_of(path).startswith("bot")
        and isinstance(node.args[position], ast.Constant)
    ]


@pytest.mark.parametrize(("function", "position"), [("is_due", 1), ("Script", 0)])
def test_no_two_share_a_name(function: str, position: int) -> None:
    """The second chore of a name would never be due, the second script would be played for the first."""
    names = first_words(function, position)

    assert len(names) > 3
    assert sorted(names) == sorted(set(names))


def test_time_is_read_at_the_doors_and_passed_inwards() -> None:
    reading = []
    for path, tree in sources().items():
        module = module_of(path)
        if not module.startswith("bot") or room_of(module) in READ_CLOCKS:
            continue
        reading += [
            f"{path}:{line} {name}"
            for line, name, _ in calls(tree)
            if name.endswith((".now", ".today", ".utcnow"))
            or name.startswith(("time.time", "time.monotonic"))
            if not name.endswith("visit.today")
        ]
        reading += [
            f"{path} Clock" for name, names in imported(tree) if name == "bot.clock" and "Clock" in names
        ]
        reading += [f"{path} import time" for name, _ in imported(tree) if name == "time"]
    assert reading == []


def test_the_real_time_is_asked_for_in_one_place() -> None:
    asking = {
        path
        for path, tree in sources().items()
        if path.startswith("bot/")
        for _, name, _ in calls(tree)
        if name
        in {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.time_ns"}
    }
    assert asking == {"bot/clock.py"}


def test_moments_are_aware() -> None:
    naive = {
        f"{path} {name}"
        for path, tree in sources().items()
        for _, name, call in calls(tree)
        if is_naive(name, call)
    }
    assert naive == set(NAIVE)


def is_naive(name: str, call: ast.Call) -> bool:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    match name:
        case "datetime":
            return "tzinfo" not in given and len(call.args) < 8
        case "datetime.combine":
            return "tzinfo" not in given and len(call.args) < 3
        case "datetime.now" | "datetime.fromtimestamp":
            return "tz" not in given and len(call.args) < (1 if name.endswith("now") else 2)
        case _ if name.endswith(".replace"):
            zone = given.get("tzinfo")
            return isinstance(zone, ast.Constant) and zone.value is None
        case _:
            return name in {"datetime.utcnow", "datetime.utcfromtimestamp", "datetime.strptime"}


def test_only_the_command_line_prints() -> None:
    printing = {path for path, tree in sources().items() for _, name, _ in calls(tree) if name == "print"}
    assert printing <= MAY_PRINT


def test_services_never_commit_and_never_speak() -> None:
    """The door opens the transaction; words are chosen where the reader is known."""
    wrong = [
        f"{path}:{line} {name}"
        for path, tree in sources().items()
        if path.startswith("bot/services/")
        for line, name, _ in calls(tree)
        if name.endswith((".commit", ".rollback")) or name in {"say", "card", "texts.write", "texts.plain"}
    ]
    assert wrong == []


def test_handlers_and_conversations_never_call_telegram() -> None:
    """What they say is an outbox row: one sender delivers it."""
    methods = ("send_message", "reply_text", "edit_message_text", "answer", "send_chat_action", "reply_html")
    calling = [
        f"{path}:{line} {name}"
        for path, tree in sources().items()
        if path.startswith(("bot/handlers/", "bot/conversations/", "bot/chat.py", "bot/notices.py"))
        for line, name, _ in calls(tree)
        if name.rpartition(".")[2] in methods
        and name.startswith(("update.", "context.bot", "query.", "message."))
    ]
    assert calling == []


def test_files_are_small() -> None:
    long = {
        path
        for path in sources()
        if len((ROOT / path).read_text().splitlines()) > LONGEST_FILE and not path.startswith(TABLES)
    }
    assert long == set()


def test_functions_are_small() -> None:
    long = {
        f"{path} {node.name}"
        for path, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, Function) and length(node) > LONGEST_FUNCTION and not path.startswith(TABLES)
    }
    assert long == set(LONGER_FUNCTIONS)


def test_every_module_says_what_is_in_it() -> None:
    silent = [path for path, tree in sources().items() if tree.body and ast.get_docstring(tree) is None]
    assert silent == []


def test_migrations_follow_one_another() -> None:
    """One line of them: two heads would make `bitna run` stop."""
    files = sorted((ROOT / "bot/migrations/versions").glob("*.py"))
    numbered = [file.name.split("_")[0] for file in files]
    assert all(before < after for before, after in pairwise(numbered))
