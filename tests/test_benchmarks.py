"""The benchmarks use the inside of the house: what they name is still there. Their figures are nobody's test."""

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "benchmarks"
LOOK = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
import announce_clients
assert announce_clients.plain_copy()["text"].startswith(announce_clients.TEXT)
"""


def test_the_benchmarks_still_fit_the_house() -> None:
    """All are loaded, and the copy that ours and its peers send is made."""
    names = sorted(path.stem for path in FOLDER.glob("*.py"))
    roads = os.pathsep.join((str(FOLDER.parent), str(FOLDER)))
    done = subprocess.run(
        [sys.executable, "-c", LOOK, *names],
        env={**os.environ, "PYTHONPATH": roads},
        capture_output=True,
        text=True,
        check=False,
    )

    assert names
    assert done.returncode == 0, done.stderr
