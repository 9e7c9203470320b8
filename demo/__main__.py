"""Open the house for a visitor: `make demo`, or `python -m demo`."""

import os
import shutil
import sys
from pathlib import Path

from demo.children import CannotStart, stopping_on_signals
from demo.house import FOLDER, PORT, House, free_port

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
            clear(keep=os.environ.get("BITNA_DEMO_KEEP") == "1")
            house.open()
            print(OPENED.format(url=house.url), flush=True)
            children.watch()
        except CannotStart as reason:
            sys.exit(str(reason))


def clear(*, keep: bool) -> None:
    """The last visit is forgotten unless somebody wants it kept."""
    if not keep:
        shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(exist_ok=True)


if __name__ == "__main__":
    main()
