"""Open the house for a visitor: `make demo`, or `python -m demo`."""

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from demo.children import CannotStart, stopping_on_signals
from demo.house import FOLDER, PORT, House, free_port

LOCK = "lock"
OPENED = """
빛나를 열었어요: {url}
  민지의 전화에서 [시작]을 누르면 이야기가 시작돼요. 멈출 때는 Ctrl-C를 누르세요.
  Bitna is open at this address: press 시작 (start) on Minji's phone. Ctrl-C stops it.
"""


def main() -> None:
    """Live until Ctrl-C, SIGTERM, or the end of one of the two processes."""
    os.chdir(Path(__file__).parent.parent)
    with stopping_on_signals() as children:
        try:
            house = House(free_port(os.environ.get("BITNA_DEMO_PORT") or str(PORT)), children)
            with alone_in(FOLDER):
                if os.environ.get("BITNA_DEMO_KEEP") != "1":
                    forget_the_last_visit()
                house.open()
                print(OPENED.format(url=house.url), flush=True)
                children.watch()
        except CannotStart as reason:
            sys.exit(str(reason))


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Nobody else uses this folder: a second demo would take the database from under the first."""
    folder.mkdir(exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CannotStart(
                "이 폴더에서 이미 빛나가 열려 있어요. · A demo is already open in this folder."
            ) from None
        yield


def forget_the_last_visit() -> None:
    """Its database, clock and logs."""
    for path in FOLDER.iterdir():
        if path.name != LOCK:
            path.unlink()


if __name__ == "__main__":
    main()
