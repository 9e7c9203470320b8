"""The sandbox as a process of its own, for tests that need one."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def launched(*options: str) -> Iterator[str]:
    """Start `python -m sandbox` on a free port for as long as the block lasts; yields the address."""
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--quiet", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own command
        try:
            url = process.stdout.readline().strip() if process.stdout else ""
            if not url:
                raise RuntimeError("the sandbox did not start")
            yield url
        finally:
            process.terminate()
            process.wait(10)
