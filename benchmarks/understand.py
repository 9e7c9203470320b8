"""How much of our own sets is read rightly, how much wrongly, and at what cost: ours beside simpler ways.

    python -m benchmarks.understand

For each field: of the texts with an answer the share read rightly, of all texts the share that is
confidently wrong, and milliseconds a text (median, 95th percentile). Then wishes and despair, start-up and
memory of each library in a process of its own, and whether the bounds of the readers hold.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from korean_datetime import parse_all

from benchmarks.simple_readers import Read, bare, foreign, keywords
from benchmarks.wish_keywords import wished
from bot.assistant.intents import intent
from bot.assistant.undertones import despairs
from bot.korean.contract import FIELDS, understand
from bot.korean.districts import load_places
from bot.korean.reading import several
from tests.assistant.tables import FOLDER, rows
from tests.korean.tables import answers

ROOT = Path(__file__).parent.parent
PLACES = load_places(ROOT / "center" / "places.toml")
DATES = ("date", "time", "datetime")
WISHES = ("asked", "later", "hard", "last", "fresh", "wishes_first_round", "wishes_second_round")
# A whole sentence beside one parse of it by the library we stand on; start-up and memory beside bare Python.
MOST_TIMES, MOST_SECONDS, MOST_MEGABYTES = 15, 1.0, 60.0
OURS = f"""
from datetime import datetime
from pathlib import Path
from bot.assistant.intents import intent
from bot.assistant.undertones import despairs
from bot.korean.contract import FIELDS, understand
from bot.korean.districts import load_places
places = load_places(Path({str(ROOT / "center" / "places.toml")!r}))
said = "다음 주 수요일 오후 세 시요"
intent(said), despairs(said), [understand(field, said, datetime(2026, 11, 23), places) for field in FIELDS]
"""
LIBRARIES = {
    "ours": OURS,
    "korean-datetime": "from korean_datetime import parse; parse('다음 주 수요일 오후 세 시요')",
    "dateparser": "import dateparser; dateparser.parse('다음 주 수요일', languages=['ko'])",
    "keywords": "import re",
}
Row = tuple[str, datetime, str | None]


def sets() -> dict[str, list[Row]]:
    """Every text of tests/korean/sets by field, with its moment and its value (None where it is open)."""
    found: dict[str, list[Row]] = {field: [] for field in FIELDS}
    for each in answers():
        found[each.field].append((each.text, each.now, each.value))
    return found


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """The quickest of some runs: a busy machine is not the reader's fault."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        work()
        spent.append((time.process_time() - begun) * 1000)
    return min(spent)


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def figures(table: list[Row], read: Read) -> str:
    spent, right, wrong = [], 0, 0
    for text, now, meant in table:
        begun = time.process_time()
        value = read(text, now)
        spent.append((time.process_time() - begun) * 1000)
        right += meant is not None and value == meant
        wrong += value not in {None, meant}
    answerable = sum(meant is not None for _, _, meant in table) or 1
    return (
        f"{100 * right / answerable:5.1f} % right {100 * wrong / len(table):5.1f} % wrong "
        f"{statistics.median(spent):7.3f} ms, p95 {percentile(spent, 0.95):7.3f}"
    )


def ours(field: str) -> Read:
    return lambda text, now: understand(field, text, now, PLACES)


def print_fields() -> None:
    for field, table in sets().items():
        print(
            f"\n{field}: {len(table)} texts, {sum(meant is not None for _, _, meant in table)} with an answer"
        )
        readers = {"ours": ours(field), "keywords": keywords(field)}
        if field in DATES:
            readers |= {"korean-datetime": bare(field), "dateparser": foreign(field)}
        for name, read in readers.items():
            print(f"  {name:16} {figures(table, read)}")


def wishes() -> Iterator[Row]:
    nowhere = datetime(2026, 11, 23, 10).astimezone()
    for name in WISHES:
        yield from ((text, nowhere, label) for text, label in rows(name))


def print_wishes() -> None:
    table = list(wishes())
    print(f"\nintent: {len(table)} sentences")
    print(f"  {'ours':16} {figures(table, lambda text, _now: intent(text))}")
    print(f"  {'keywords':16} {figures(table, lambda text, _now: wished(text))}")
    print("\ndespair heard")
    for file in sorted((*FOLDER.glob("*distress*.txt"), *FOLDER.glob("*despair*.txt"))):
        heard = [despairs(text) for text, _ in rows(file.stem)]
        print(f"  {file.stem:20} {sum(heard)} of {len(heard)}")


MEASURED = """
import json, pathlib, time
def memory(): return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
before, begun = memory(), time.process_time()
{code}
print(json.dumps([time.process_time() - begun, memory() - before]))
"""


def cost(code: str) -> tuple[float, float]:
    """Seconds of CPU and megabytes (Linux) that some code takes in a fresh process, beyond Python itself."""
    command = [sys.executable, "-c", MEASURED.replace("{code}", code)]
    runs = [
        json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    return min(run[0] for run in runs), max(run[1] for run in runs)


def whole_sentence(text: str, now: datetime) -> float:
    """How many parses by `korean-datetime` a free sentence takes: its despair, its wish, its answers."""

    def read() -> None:
        despairs(text)
        intent(text)
        several(text, now, PLACES)

    return milliseconds(read, 3) / milliseconds(lambda: parse_all(text, now=now), 3)


def print_cost() -> None:
    print("\nin a fresh process, the first sentence read")
    costs = {name: cost(code) for name, code in LIBRARIES.items()}
    for name, (seconds, megabytes) in costs.items():
        print(f"  {name:16} {seconds:6.2f} s {megabytes:7.1f} MB")
    ratio = percentile([whole_sentence(text, now) for text, now, _ in wishes()], 0.95)
    print("\nbounds")
    for said, value, most in (
        (
            "a whole sentence, p95, in parses of it by korean-datetime",
            ratio,
            MOST_TIMES,
        ),
        ("seconds of CPU at the start", costs["ours"][0], MOST_SECONDS),
        ("megabytes of memory", costs["ours"][1], MOST_MEGABYTES),
    ):
        print(f"  {'holds' if value <= most else 'DOES NOT HOLD'}: {said}: {value:.2f} (at most {most:g})")


def main() -> None:
    print_fields()
    print_wishes()
    print_cost()


if __name__ == "__main__":
    main()
