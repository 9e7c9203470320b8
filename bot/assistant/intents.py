"""What a sentence wants: one label, or none where it may be several: to ask again beats a wrong guess.

SURE_ENOUGH and AHEAD were chosen on the even rows of `tests/assistant/wishes/asked.txt`.
"""

from dataclasses import dataclass
from functools import lru_cache

from bot.assistant.gist import core, traits
from bot.assistant.ideas import ideas
from bot.assistant.leanings import leanings
from bot.assistant.refusals import only_thanks, refuses
from bot.assistant.scales import FILE, Scales
from bot.assistant.undertones import despairs

SURE_ENOUGH = 0.4
AHEAD = 0.15
A_LEANING = 4.0  # how many times likelier what is named becomes
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted, and how sure we are, from 0 to 1."""

    intent: str
    score: float


def intent(text: str) -> str | None:
    """The label of what the text wants, or None where it does not say."""
    found = wish(text)
    return found.intent if found else None


def wish(text: str) -> Wish | None:
    """What the text wants, with how sure we are; None where it does not say."""
    if despairs(text):
        return Wish("crisis", 1.0)
    said = core(text)
    if only_thanks(said):
        return Wish("thanks", 1.0)
    (score, name), (next_score, _) = likelihoods(said)[:2]
    if (
        name in {NOTHING, "crisis"}
        or score < SURE_ENOUGH
        or score - next_score < AHEAD
        or refuses(said, name)
    ):
        return None
    return Wish(name.replace("program_info_", "program_info:"), score)


def likelihoods(said: str) -> list[tuple[float, str]]:
    """Each wish with its share of 1, the likeliest first."""
    shares = {name: share for share, name in _scales().weighed(traits(said))}
    for name in leanings(ideas(said)):
        if name in shares:
            shares[name] *= A_LEANING
    whole = sum(shares.values())
    return sorted(((share / whole, name) for name, share in shares.items()), reverse=True)


@lru_cache(maxsize=1)
def _scales() -> Scales:
    return Scales.unpacked(FILE.read_bytes())
