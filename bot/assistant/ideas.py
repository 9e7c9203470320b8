"""Words of the field gathered under the idea they stand for; `ideas.toml` lists them."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "ideas.toml"


def ideas(text: str) -> list[str]:
    """The ideas that the closed-up text names, in the order of their last mention."""
    found = []
    for name, pattern in _patterns():
        mentions = [mention.start() for mention in pattern.finditer(text)]
        if mentions:
            found.append((mentions[-1], name))
    return [name for _, name in sorted(found)]


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    written = tomllib.loads(FILE.read_text("utf-8"))
    return tuple((name, re.compile(pattern)) for name, pattern in written.items())
