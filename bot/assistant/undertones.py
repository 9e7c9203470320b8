"""Despair in words that no list has: what was learned from examples, heard beside the lists of `distress.toml`.

The lists are heard where the learned ear does not firmly contradict ("다육이가 죽었어요"), the ear alone where it is sure.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from bot.assistant.gist import letters, tidy
from bot.assistant.scales import DESPAIR_FILE
from bot.assistant.told_of import is_of_a_work, without_jokes
from bot.korean.distress import in_distress, once, plainly_in_distress, signs, spared
from bot.korean.ear import Ear
from bot.korean.plain import plain

DESPAIR, OTHER = "despair", "other"
# Chosen on sentences that are no examples: `tests/assistant/wishes/despair_at_night.txt` and `wishes/no_despair_at_night.txt`.
SURE, SURE_OF_ONE_SENTENCE = 0.4, 0.7
FIRMLY_NOT = 0.12
# One sentence of a long story is enough; whoever writes without full stops is heard in pieces that overlap.
WHOLE = 200
PIECE, STEP = 70, 40
MOST_PIECES = 16
SHORTEST = 4  # "끝" and "종료" are commands

# Told of a time that is over: "작년에는 죽고 싶을 만큼 힘들었는데 지금은 살 만해요".
_OVERCOME = re.compile(
    r"(?:재?작년|한때|예전|옛날|그때|그땐|전에는|년\s?전|젊[을었]|사춘기|처음)[^.!?\n]{0,40}?(?:는데|지만|었으나|다가|었고)[\s,]+"
    r"(?:[^.!?\n]{0,20}?\s)?(?:지금|이제|요즘|요새|인자)[은는엔도]?\s?[^.!?\n]{0,16}?"
    r"(?:살\s?만|살맛|괜찮아졌|좋아졌|나아졌|나았|이겨\s?냈|극복|행복|잘\s?(?:지[내냅냈]|살|다니|삽)|웃고|힘이\s?나|열심히)[가-힣]*"
)
_AND_YET = re.compile(r"다시|또\s|정리|마지막|떠나|유서|약을|준비|안녕|인\s?줄|다고\s?생각|못\s|않")

_SENTENCE = re.compile(r"(?<=[^\s\d][.!?~])\s+|\n+")
_HANGUL = re.compile(r"[가-힣]")
_LETTER = re.compile(r"[^\W\d_]")


def despairs(text: str) -> bool:
    """Whether somebody most likely despairs or is in danger, whether a list has the words or not."""
    told = of_now(text)
    return surest(told)[1] or _named(told)


def names_despair(text: str) -> bool:
    """The same for the words of the lists alone: no firm contradiction, or too plain for one."""
    return _named(of_now(text))


def of_now(text: str) -> str:
    """The text without a despair that it tells to be over, unless it tells more, and without what is a joke."""
    text = without_jokes(text)
    over = _OVERCOME.search(text)
    return text if over is None or _AND_YET.search(text, over.start()) else _OVERCOME.sub(" ", text, count=1)


def _named(text: str) -> bool:
    least = SURE if is_of_a_work(text) else FIRMLY_NOT
    return in_distress(text) and (
        surest(text)[0] >= least or plainly_in_distress(text) or not _in_korean(text)
    )


@lru_cache(maxsize=1)  # one message is asked about by several, one after the other
def surest(text: str) -> tuple[float, bool]:
    """The likeliest part of a text, and whether that is sure: one sentence of a story must say so more surely."""
    said = once(text)
    whole = share(said) if len(said) <= WHOLE and len("".join(said.split())) >= SHORTEST else 0.0
    parts = [share(each) for each in pieces(said)] if len(said) > PIECE or "\n" in said else []
    best = max(parts, default=0.0)
    return max(whole, best), whole >= SURE or best >= SURE_OF_ONE_SENTENCE


def _in_korean(text: str) -> bool:
    return 2 * len(_HANGUL.findall(text)) > len(_LETTER.findall(text))


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
    """What the learner looks at: words and what they are made of, sounds without regard to spaces, known signs."""
    tidied = tidy(text)
    words = plain(tidied).split()
    found = {f"={word}" for word in words} | {f"={one} {other}" for one, other in pairwise(words)}
    for word in words:
        found |= set(_runs(f" {word} ", (2, 3, 4)))
    found |= {f"~{run}" for run in _runs(f"^{letters(''.join(words))}$", (4, 5, 6))}
    named = sorted(signs(spared(tidied)))
    found |= {f"!{name}" for name in named}
    return found | {f"!{one}+{other}" for one in named for other in named if one < other}


def _runs(text: str, sizes: tuple[int, ...]) -> Iterator[str]:
    return (text[at : at + size] for size in sizes for at in range(len(text) - size + 1))


def share(piece: str) -> float:
    """How likely one sentence is one of despair or danger, from 0 to 1."""
    return _ear().share(traits(piece))


@lru_cache(maxsize=1)
def _ear() -> Ear:
    return Ear.unpacked(DESPAIR_FILE.read_bytes())
