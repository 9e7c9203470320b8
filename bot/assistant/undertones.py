"""Despair in words that no list has: what was learned from examples, heard beside the lists of `distress.toml`."""

import re
from functools import lru_cache

from bot.assistant.gist import TAIL, letters, tidy
from bot.assistant.scales import DESPAIR_FILE, Scales
from bot.korean.distress import once, signs, spared

DESPAIR, OTHER = "despair", "other"
# Chosen on rounds of sentences that became examples: at most 2 false alarms in 500, together with the lists.
SURE, SURE_OF_ONE_SENTENCE = 0.6, 0.8
# One sentence of a long story is enough; whoever writes without full stops is heard in pieces that overlap.
PIECE, STEP = 70, 40
MOST_PIECES = 16
SHORTEST = 4  # "끝" and "종료" are commands

_SENTENCE = re.compile(r"(?<=[^\s\d][.!?~])\s+|\n+")


def despairs(text: str) -> bool:
    """Whether somebody most likely despairs or is in danger; one sentence of a story must say so more surely."""
    said = pieces(once(text))
    return any(share(each) >= (SURE if len(said) == 1 else SURE_OF_ONE_SENTENCE) for each in said)


def pieces(text: str) -> list[str]:
    """The sentences of a text, long ones cut with an overlap."""
    found = []
    for sentence in _SENTENCE.split(text):
        if len(sentence) <= PIECE:
            found.append(sentence)
        else:
            found += [sentence[at : at + PIECE] for at in range(0, len(sentence) - PIECE + STEP, STEP)]
    found = [each for each in found if len(each.replace(" ", "")) >= SHORTEST]
    return found if len(found) <= MOST_PIECES else found[: MOST_PIECES // 2] + found[-MOST_PIECES // 2 :]


def traits(text: str) -> set[str]:
    """What the learner looks at in one sentence: runs of letters, its end, and the signs that are known."""
    said = spared(tidy(text))
    bounded = f"^{said}$"
    found = {bounded[at : at + size] for size in (2, 3, 4) for at in range(len(bounded) - size + 1)}
    apart = f"^{letters(said)}$"
    found |= {f"~{apart[at : at + 5]}" for at in range(len(apart) - 4)}
    found |= {f"<{bounded[-TAIL:][at : at + 2]}" for at in range(min(TAIL, len(bounded)) - 1)}
    named = sorted(signs(said))
    found |= {f"!{name}" for name in named}
    return found | {f"!{one}+{other}" for one in named for other in named if one < other}


def share(piece: str) -> float:
    """How likely one sentence is one of despair or danger, from 0 to 1."""
    scales, found = _scales(), traits(piece)
    if not any(trait in scales.rows for trait in found):
        return 0.0
    return next(share for share, wish in scales.weighed(found) if wish == DESPAIR)


@lru_cache(maxsize=1)
def _scales() -> Scales:
    return Scales.unpacked(DESPAIR_FILE.read_bytes())
