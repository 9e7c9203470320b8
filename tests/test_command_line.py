"""The command line, as the process it is: what it needs, and what it says when that is missing or wrong."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.process import launched

ROOT = Path(__file__).parent.parent
CENTER = str(ROOT / "center")
TOKEN = "123456:command-line"
NOBODY = "http://127.0.0.1:9/bot"  # a port at which nobody listens
Surroundings = dict[str, str]


@pytest.fixture(scope="module")
def telegram() -> Iterator[str]:
    """A pretend Telegram that lets in only our token."""
    with launched("--token", TOKEN) as url:
        yield url


@pytest.fixture
def surroundings(telegram: str, tmp_path: Path) -> Surroundings:
    """Everything right."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "BITNA_TOKEN": TOKEN,
        "BITNA_API": f"{telegram}/bot",
        "BITNA_DATABASE": f"sqlite+aiosqlite:///{tmp_path}/bitna.db",
        "BITNA_CENTER": CENTER,
    }


def bitna(surroundings: Surroundings, *arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command, env=surroundings, cwd=cwd, capture_output=True, text=True, timeout=60, check=False
    )


def said_in_one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What it ended with: one line, one sentence, no traceback; the log may have said things before."""
    assert done.returncode != 0
    lines = [
        line for line in done.stderr.splitlines() if not re.match(r"\d{4}-\d\d-\d\d .*(INFO|WARNING)", line)
    ]
    assert len(lines) == 1, done.stderr
    assert lines[0].endswith(".")
    return lines[0]


WRONG = [
    # setting, its value (None: not there), what the sentence names
    ("BITNA_TOKEN", None, "BITNA_TOKEN is missing"),
    ("BITNA_TOKEN", "", "BITNA_TOKEN is missing"),
    ("BITNA_TOKEN", "my bot", "BITNA_TOKEN is not a bot token"),
    ("BITNA_TOKEN", "654321:somebody-elses", "BITNA_TOKEN is refused by Telegram"),
    ("BITNA_API", "telegram", "BITNA_API is not a web address"),
    ("BITNA_API", "https://127.0.0.1", "BITNA_API has to end with /bot"),
    ("BITNA_API", NOBODY, "BITNA_API does not answer"),
    ("BITNA_DATABASE", "bitna.db", "BITNA_DATABASE must begin with"),
    ("BITNA_DATABASE", "postgresql://localhost/bitna", "BITNA_DATABASE must begin with"),
    ("BITNA_DATABASE", "sqlite+aiosqlite://", "BITNA_DATABASE names no file"),
    ("BITNA_DATABASE", "sqlite+aiosqlite:///:memory:", "BITNA_DATABASE names no file"),
    ("BITNA_DATABASE", "sqlite+aiosqlite:////no/such/folder/bitna.db", "BITNA_DATABASE cannot be opened"),
    ("BITNA_DATABASE", "postgresql+psycopg://127.0.0.1:9/bitna", "BITNA_DATABASE cannot be opened"),
    ("BITNA_DATABASE", "postgresql+psycopg://localhost:port/bitna", "BITNA_DATABASE has a port"),
    ("BITNA_CENTER", "/no/such/folder", "BITNA_CENTER is '/no/such/folder'"),
    ("BITNA_CLOCK", str(ROOT / "LICENSE"), "BITNA_CLOCK is"),
    ("BITNA_WEBHOOK_SECRET", "not allowed!", "BITNA_WEBHOOK_SECRET may only have"),
]


@pytest.mark.parametrize(("setting", "value", "sentence"), WRONG)
def test_a_wrong_setting_stops_with_one_sentence_that_names_it(
    surroundings: Surroundings, setting: str, value: str | None, sentence: str
) -> None:
    surroundings.pop(setting, None)
    if value is not None:
        surroundings[setting] = value
    said = said_in_one_sentence(bitna(surroundings, "run"))
    assert sentence in said
    assert TOKEN not in said


WRONG_OPTIONS = [
    (
        ["--webhook", "https://bot.example.kr/t", "--listen", "127.0.0.1:8443"],
        {},
        "BITNA_WEBHOOK_SECRET is missing",
    ),
    (
        ["--webhook", "https://bot.example.kr/t"],
        {"BITNA_WEBHOOK_SECRET": "s3cret"},
        "--listen is missing or wrong",
    ),
    (
        ["--webhook", "https://bot.example.kr/t", "--listen", "8443"],
        {"BITNA_WEBHOOK_SECRET": "s3cret"},
        "--listen is missing or wrong",
    ),
    (["--webhook", "bot.example.kr", "--listen", "127.0.0.1:8443"], {}, "--webhook is not a web address"),
    (["--listen", "127.0.0.1:8443"], {}, "--webhook is missing"),
    (["--feeds", "https://bot.example.kr/c"], {}, "--listen is missing or wrong"),
    (["--feeds", "bot.example.kr", "--listen", "127.0.0.1:8443"], {}, "--feeds is not a web address"),
]


@pytest.mark.parametrize(("options", "more", "sentence"), WRONG_OPTIONS)
def test_a_wrong_option_is_said_in_one_sentence(
    surroundings: Surroundings, options: list[str], more: Surroundings, sentence: str
) -> None:
    assert sentence in said_in_one_sentence(bitna(surroundings | more, "run", *options))


def test_a_taken_port_for_the_webhook_is_said_in_one_sentence(
    surroundings: Surroundings, telegram: str
) -> None:
    place = telegram.removeprefix("http://")
    done = bitna(
        surroundings | {"BITNA_WEBHOOK_SECRET": "s3cret"},
        "run",
        "--webhook",
        "https://b.kr/t",
        "--listen",
        place,
    )
    assert f"--listen {place} cannot be listened at" in said_in_one_sentence(done)


def test_the_center_is_the_folder_center_here(surroundings: Surroundings, tmp_path: Path) -> None:
    del surroundings["BITNA_CENTER"]
    said = said_in_one_sentence(bitna(surroundings, "run", cwd=tmp_path))
    assert "BITNA_CENTER is 'center/'" in said
    assert "ok" in bitna(surroundings, "check", cwd=ROOT).stdout


def test_check_says_what_is_in_order(surroundings: Surroundings) -> None:
    bitna(surroundings, "staff", "invite", "--role", "operator", "--name", "하늘")  # which migrates
    done = bitna(surroundings, "check")
    assert done.stdout.splitlines() == ["token: ok", "database: ok", "locales: ok", "center: ok"]
    assert done.returncode == 0


def test_check_says_what_is_not(surroundings: Surroundings, tmp_path: Path) -> None:
    center = tmp_path / "center"
    center.mkdir()
    (center / "center.toml").write_text('id = "gwangju"\n')
    (center / "places.toml").write_text("")
    wrong = {"BITNA_TOKEN": "654321:somebody-elses", "BITNA_CENTER": str(center)}
    done = bitna(surroundings | wrong, "check")
    assert done.returncode == 1
    assert "token: BITNA_TOKEN is refused by Telegram" in done.stdout
    assert "database: migrations are missing" in done.stdout
    assert "locales: ok" in done.stdout
    assert "center.toml" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(("role", "name"), [("counselor", "yunseul"), ("operator", "하늘")])
def test_an_invitation_is_a_line_to_type(surroundings: Surroundings, role: str, name: str) -> None:
    del surroundings["BITNA_TOKEN"]  # whoever invites need not have it
    done = bitna(surroundings, "staff", "invite", "--role", role, "--name", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"/start staff-[A-Za-z0-9]{24}\n", done.stdout)


def test_only_the_centers_counselors_are_invited_as_such(surroundings: Surroundings) -> None:
    done = bitna(surroundings, "staff", "invite", "--role", "counselor", "--name", "아무개")
    assert "--name '아무개' is no counselor of the center" in said_in_one_sentence(done)


def test_an_unknown_word_shows_how_to_ask(surroundings: Surroundings) -> None:
    done = bitna(surroundings, "dance")
    assert done.returncode == 2
    assert "usage: bitna" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("way", ["polling", "calendars", "webhook"])
def test_it_lives_until_it_is_told_to_stop(
    surroundings: Surroundings, way: str, number: signal.Signals
) -> None:
    options = []
    if way != "polling":
        with socket.create_server(("127.0.0.1", 0)) as server:
            place = f"127.0.0.1:{server.getsockname()[1]}"
        options = ["--feeds", f"http://{place}/calendars", "--listen", place]
    if way == "webhook":
        options += ["--webhook", f"http://{place}/telegram"]
        surroundings["BITNA_WEBHOOK_SECRET"] = "s3cret"
    command = [sys.executable, "-m", "bot", "run", *options]
    with subprocess.Popen(command, env=surroundings, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        sends = Path(surroundings["HOME"]) / "bitna.db.sender"  # a lock: by then it listens
        while not sends.exists() and process.poll() is None:
            time.sleep(0.05)
        assert process.poll() is None
        if way != "polling":
            assert status(f"http://{place}/calendars/nobody.ics") == 404
        process.send_signal(number)
        _, log = process.communicate(timeout=20)
    assert process.returncode == 0, log
    assert "Traceback" not in log
    assert TOKEN not in log


def status(url: str) -> int:
    """What this address answers, as soon as somebody listens."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as refused:
            return int(refused.code)
        except urllib.error.URLError:
            time.sleep(0.05)
    raise AssertionError("nobody listens")
