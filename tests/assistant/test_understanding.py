"""`bitna understand`, as the process it is: JSON lines in, JSON lines out, whatever the lines hold."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bot.__main__ import ROLES
from bot.assistant.understanding import places_of, replies
from bot.models import Role
from tests.korean.outcomes import MONDAY

ROOT = Path(__file__).parents[2]
PLACES = places_of({"BITNA_CENTER": str(ROOT / "center")})
NOW = "2026-11-23T10:00:00+09:00"


def read(*lines: object) -> list[dict[str, object]]:
    written = [
        line if isinstance(line, bytes) else json.dumps(line, ensure_ascii=False).encode() for line in lines
    ]
    return [json.loads(reply) for reply in replies(written, PLACES, MONDAY)]


def understood(lines: bytes, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-X", "importtime", "-m", "bot", "understand"]
    return subprocess.run(
        command, input=lines, env=surroundings, cwd=cwd, capture_output=True, timeout=60, check=False
    )


def test_each_line_has_its_answer() -> None:
    assert read(
        {"id": "a1", "field": "date", "text": "담주 수욜이요", "now": NOW},
        {"id": 2, "field": "district", "text": "봉선동", "now": NOW},
        {"id": None, "field": "intent", "text": "상담 예약 취소해 주세요"},
        {"id": "a4", "field": "date", "text": "언젠가", "now": NOW},
    ) == [
        {"id": "a1", "value": "2026-12-02"},
        {"id": 2, "value": "남구"},
        {"id": None, "value": "cancel_appointment"},
        {"id": "a4", "value": None},
    ]


def test_a_broken_line_is_answered_and_the_next_one_too() -> None:
    broken = [
        b"{",
        b"\xff\xfe",
        b"[1]",
        b"null",
        b"[" * 100_000,
        {"id": 1},
        {"id": 1, "field": "nonsense", "text": "네"},
        {"id": 1, "field": ["date"], "text": "네"},
        {"id": 1, "field": "date", "text": 5},
        {"id": 1, "field": "date", "text": "내일", "now": "yesterday"},
        {"id": 1, "field": "date", "text": "내일", "now": "0001-01-01T00:00:00+14:00"},
        {"id": 1, "field": "date", "text": "내일", "now": "9999-12-31T23:59:59-12:00"},
    ]
    *answers, last = read(*broken, {"id": 9, "field": "yes_no", "text": "네"})
    assert all(answer["value"] is None and str(answer["error"]).endswith(".") for answer in answers)
    assert last == {"id": 9, "value": "yes"}


def test_a_moment_without_a_zone_is_seouls_and_another_zone_is_turned_into_it() -> None:
    answers = read(
        {"id": 1, "field": "date", "text": "오늘", "now": "2026-11-23T23:30:00"},
        {"id": 2, "field": "date", "text": "오늘", "now": "2026-11-22T23:30:00+00:00"},
        {"id": 3, "field": "date", "text": "오늘"},
    )
    assert [answer["value"] for answer in answers] == ["2026-11-23"] * 3


def test_half_a_character_does_not_end_the_answers() -> None:
    [answer] = read(b'{"id": "\\ud800", "field": "name", "text": "\\ud800"}')
    assert answer["value"] is None


def test_the_process_needs_no_token_no_database_and_no_folder(tmp_path: Path) -> None:
    lines = b'{"id": 1, "field": "district", "text": "\xeb\xb4\x89\xec\x84\xa0\xeb\x8f\x99"}\nbroken\n\n'
    done = understood(lines, tmp_path)
    assert done.returncode == 0
    assert [json.loads(line)["value"] for line in done.stdout.splitlines()] == ["남구", None]
    assert b"telegram" not in done.stderr
    assert b"sqlalchemy" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_answer_comes_before_the_next_question() -> None:
    command = [sys.executable, "-m", "bot", "understand"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "field": "yes_no", "text": "네"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline()) == {"id": number, "value": "yes"}
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_the_command_line_knows_the_roles() -> None:
    assert set(ROLES) == {role.value for role in Role}
