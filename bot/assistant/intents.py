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
from bot.assistant.wanting import beside_sighs

SURE_ENOUGH = 0.4
AHEAD = 0.15
A_LEANING = 4.0  # how many times likelier what is named becomes
NOTHING = "nothing"
# A clause alone must say more plainly what it wants than the whole.
SURE_OF_A_CLAUSE = 0.75
POLITE = frozenset({"greeting", "thanks"})


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
    return _read(said, SURE_ENOUGH) or _of_a_clause(text)


def _read(said: str, sure: float) -> Wish | None:
    (score, name), (next_score, _) = likelihoods(said)[:2]
    if name in {NOTHING, "crisis"} or score < sure or score - next_score < AHEAD or refuses(said, name):
        return None
    return Wish(name.replace("program_info_", "program_info:"), score)


def _of_a_clause(text: str) -> Wish | None:
    """What one clause wants where the others want nothing; courtesy counts where nothing else is wanted."""
    found = [wish for part in beside_sighs(text) if (wish := _read(core(part), SURE_OF_A_CLAUSE))]
    wanted = [wish for wish in found if wish.intent not in POLITE] or found
    return wanted[-1] if len({wish.intent for wish in wanted}) == 1 else None


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
