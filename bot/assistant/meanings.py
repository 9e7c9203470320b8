"""What a question is made of: its sounds, and the words of the field that it names (`vocabulary.toml`)."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.assistant.gist import core, letters, tidy
from bot.assistant.ideas import ideas

FILE = Path(__file__).parent / "vocabulary.toml"

_SIGNS = re.compile(r"[^0-9a-z가-힣\u00c0-\u1eff\s]+")
# Politeness and pointing at oneself say nothing about what is meant.
_FILLER = re.compile(
    r"(?<!\S)(?:혹시|그런데|근데|그럼|그러면|저기요?|좀|요즘|지금|제가|저는|나는|저|나|내|제|아니|그냥요)(?=\s)|"
    r"(?:에\s?대해서?\s?)?(?:좀\s)?(?:알려|가르쳐|설명해|말해)\s?(?:줘요?|주세요|주실래요|주시겠어요|주십시오|줄래요?)\s*$|"
    r"[이가은는]?\s?궁금(?:해요?|합니다|한데요?|해서요?|하네요)\s*$"
)

SEVERAL_WORDS = 5  # so many sounds without a space may be more than one word

Word = tuple[str, ...]  # one string for each syllable: how it sounds


@dataclass(frozen=True, slots=True)
class Heard:
    """A question taken apart."""

    traits: frozenset[str]  # what is named, as "!benefit", and every run of two and three sounds
    names: frozenset[str]  # all that is named
    subjects: frozenset[str]  # named, and only a center's business
    aspects: frozenset[str]  # named, and of anything
    elsewhere: frozenset[str]  # named, and other houses' business
    others: frozenset[str]  # how the words begin that name nothing of this


@dataclass(frozen=True)
class _Vocabulary:
    names: Mapping[Word, tuple[str, ...]]
    kinds: Mapping[str, str]
    longest: int


@lru_cache(maxsize=8192)
def heard(text: str) -> Heard:
    """What this text is made of."""
    words = [tuple(letters(sound) for sound in word) for word in _words(text)]
    named, told = _named(words)
    named |= {f"idea_{idea}" for idea in ideas(core(text))}
    kinds = _vocabulary().kinds
    runs, others = _runs(words, told), _others(words, told)
    return Heard(
        traits=frozenset(runs | {f"!{name}" for name in named}),
        names=frozenset(named),
        subjects=frozenset(name for name in named if kinds.get(name) == "subjects"),
        aspects=frozenset(name for name in named if kinds.get(name) == "aspects"),
        elsewhere=frozenset(name for name in named if kinds.get(name) == "elsewhere"),
        others=frozenset(others),
    )


def is_subject(trait: str) -> bool:
    """Whether the trait names what only a center deals with."""
    return _vocabulary().kinds.get(trait.removeprefix("!")) == "subjects"


def _words(text: str) -> list[str]:
    return _FILLER.sub(" ", _SIGNS.sub("", tidy(text))).split()


def _named(words: list[Word]) -> tuple[set[str], set[int]]:
    """The names found, the longest first; and which sounds they were found in."""
    sounds = [sound for word in words for sound in word]
    starts = _starts(words)
    named: set[str] = set()
    told: set[int] = set()
    at = 0
    while at < len(sounds):
        size = _longest_at(sounds, starts, at)
        if size:
            named.update(_vocabulary().names[tuple(sounds[at : at + size])])
            told.update(range(at, at + size))
        at += size or 1
    return named, told


def _runs(words: list[Word], told: set[int]) -> set[str]:
    """Two and three sounds in a row; what is within a name says no more than the name."""
    sounds = ["^", *(sound for word in words for sound in word), "$"]
    return {
        "|".join(sounds[at : at + size])
        for size in (2, 3)
        for at in range(len(sounds) - size + 1)
        if not told.issuperset(range(at - 1, at - 1 + size))
    }


def _others(words: list[Word], told: set[int]) -> set[str]:
    """How the words begin in which there is no name."""
    return {
        "|".join(word[:2])
        for start, word in zip(sorted(_starts(words)), words, strict=True)
        if len(word) > 1 and told.isdisjoint(range(start, start + len(word)))
    }


def _starts(words: list[Word]) -> set[int]:
    starts, at = set(), 0
    for word in words:
        starts.add(at)
        at += len(word)
    return starts


def _longest_at(sounds: list[str], starts: set[int], at: int) -> int:
    """How many sounds from here make a known word; one that begins inside a word ends inside it."""
    names = _vocabulary().names
    least = 1 if at in starts else _least_inside(starts, at, len(sounds))
    for size in range(min(_vocabulary().longest, len(sounds) - at), least - 1, -1):
        if tuple(sounds[at : at + size]) not in names:
            continue
        if at in starts or starts.isdisjoint(range(at + 1, at + size)):
            return size
    return 0


def _least_inside(starts: set[int], at: int, end: int) -> int:
    """Two sounds inside a short word are chance ("카센터" is no center); many words are typed as one."""
    start = max(each for each in starts if each < at)
    stop = min((each for each in starts if each > at), default=end)
    return 2 if stop - start >= SEVERAL_WORDS else 3


@lru_cache(maxsize=1)
def _vocabulary() -> _Vocabulary:
    written = tomllib.loads(FILE.read_text("utf-8"))
    names: dict[Word, tuple[str, ...]] = {}
    entries = list(_entries(written))
    for _, name, word in entries:
        names[word] = (*names.get(word, ()), name)
    kinds = {name: kind for kind, name, _ in entries}
    return _Vocabulary(names, kinds, max(map(len, names)))


def _entries(written: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str, Word]]:
    """Kind, name and sounds of each word; what is elsewhere is each a thing of its own."""
    for kind, table in written.items():
        for name, listed in table.items():
            for word in listed.split():
                sounds = tuple(letters(sound) for sound in _SIGNS.sub("", word))
                yield kind, word if kind == "elsewhere" else name, sounds
