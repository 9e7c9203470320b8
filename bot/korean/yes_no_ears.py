"""Yes and no in words that no list has: what was learned from examples, heard beside the rules.

Long answers differ in everything but their turn: "남편이랑 얘기해보고 알려드릴게요" leaves it open, "그때는 못 가겄네" declines.
One ear is taught what agrees, one what declines; what does neither leaves both silent. Learned from `examples/yes_no/`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from bot.korean.ear import Ear
from bot.korean.keys import as_hangul, composed
from bot.korean.plain import plain

HERE = Path(__file__).parent
EXAMPLES = HERE / "examples" / "yes_no"
FILES = {"yes": HERE / "agreeing.ear", "no": HERE / "declining.ear"}
SOURCES = ("ear.py", "hearkening.py", "keys.py", "plain.py", "yes_no_ears.py")
# Chosen on sentences that are no examples: the tables of `tests/korean/sets`.
SURE, SURE_OF_A_SHORT_ONE, HARDLY = 0.7, 0.8, 0.1
SHORT = 12  # letters: most short answers have words that the rules know
MOST_OF_THE_OTHER = 0.2

_LATIN = re.compile(r"[a-zA-Z\s.!?~]+")
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile(r"[.!?,]\s*|(?<=[요다고데서만니])\s")


def heard(text: str) -> bool | None:
    """What the ears are sure of: True for yes, False for no, None where they are not sure."""
    yes, no = _shares(text)
    sure = SURE_OF_A_SHORT_ONE if len("".join(text.split())) < SHORT else SURE
    if yes >= sure and no <= MOST_OF_THE_OTHER:
        return True
    return False if no >= sure and yes <= MOST_OF_THE_OTHER else None


def contradicted(text: str, *, answer: bool) -> bool:
    """Whether the ears take the text for anything but this answer."""
    return _shares(text)[0 if answer else 1] < HARDLY


@lru_cache(maxsize=1)
def _shares(text: str) -> tuple[float, float]:
    said = meant(text)
    if not _LETTER.search(said):
        return 0.5, 0.5
    found = traits(said)
    return _ear("yes").share(found), _ear("no").share(found)


def meant(text: str) -> str:
    """The text in one spelling, put together, out of the wrong layout."""
    said = text[:200]
    if _LATIN.fullmatch(said):
        korean = as_hangul(said)
        said = korean if not re.search(r"[ㄱ-ㅎㅏ-ㅣ]", korean) else said
    return plain(composed(said))


def traits(said: str) -> set[str]:
    """What an ear listens to: words and what they are made of, how a text begins and ends, its last clause."""
    words = said.split()
    found = {f"={word}" for word in words} | {f"={one} {other}" for one, other in pairwise(words)}
    for word in words:
        found |= set(_runs(f" {word} ", (2, 3, 4)))
    whole = "".join(words)
    found |= {f"${whole[-size:]}" for size in range(1, 8)} | {f"^{whole[:size]}" for size in range(1, 6)}
    found |= {f"~{run}" for run in _runs(f"^{whole}$", (3, 4, 5))}
    last = "".join(_CLAUSE.split(said.strip(" .!?~,"))[-1].split())
    return found | {f"L{run}" for run in _runs(last, (2, 3, 4))} | {f"L={last}"}


def _runs(text: str, sizes: tuple[int, ...]) -> Iterator[str]:
    return (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))


@lru_cache(maxsize=2)
def _ear(answer: str) -> Ear:
    return Ear.unpacked(FILES[answer].read_bytes())
