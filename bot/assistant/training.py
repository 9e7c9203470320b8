"""Learning from the examples what sentences want: `python -m bot.assistant.training` writes the scales anew.

A softmax regression over the traits of sentences, in plain Python: it takes a minute or two, and the same
examples give the same scales. One pair of scales weighs wishes, another despair against ordinary sorrow
(`examples/troubles.txt`). Run it whenever a file in `examples/`, one of `SOURCES`, or a list of distress has changed.
"""

import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

from bot.assistant import undertones
from bot.assistant.gist import core, traits
from bot.assistant.scales import DESPAIR_FILE, EXAMPLES, FILE, Scales, digest, digest_of
from bot.korean import ears
from bot.korean.hearkening import taught

MOST_OF_A_LINE = 12
ROUNDS = 12
RATE = 0.5
KEPT_FROM = 3
WORTH_A_STEP = 0.01
IDEA, TWO_IDEAS, OTHER = 3.0, 1.5, 1.0
_CHOICE = re.compile(r"\{([^}]*)\}")

Row = tuple[list[int], int]


def spelled_out(line: str) -> list[str]:
    """The sentences of a line such as "{상담|예약} {취소|변경}", a handful where there are many, whatever stands around it."""
    dice = random.Random(line)  # noqa: S311 (the same dice for a line every time: the same sentences)
    parts = _CHOICE.split(line)
    options = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    if math.prod(map(len, options)) <= MOST_OF_A_LINE:
        return ["".join(chosen) for chosen in product(*options)]
    most = max(map(len, options))
    columns = [_shuffled(option, max(most, MOST_OF_A_LINE), dice) for option in options]
    return ["".join(chosen) for chosen in zip(*columns, strict=True)]


def _shuffled(option: list[str], size: int, dice: random.Random) -> list[str]:
    column = (option * (size // len(option) + 1))[:size]
    dice.shuffle(column)
    return column


def examples(folder: Path) -> Iterator[tuple[str, str]]:
    """Every sentence with what it wants, some with what people say around their wish."""
    dice = random.Random(1)  # noqa: S311
    before = (folder / "before.txt").read_text("utf-8").split("\n")
    after = (folder / "after.txt").read_text("utf-8").split("\n")
    for file in sorted(folder.glob("wishes/*.txt")):
        for line in file.read_text("utf-8").splitlines():
            for sentence in spelled_out(line):
                yield sentence, file.stem
                if dice.random() < 0.35 and file.stem not in {"nothing", "greeting"}:
                    yield f"{dice.choice(before)} {sentence}", file.stem
                if dice.random() < 0.15 and file.stem not in {"nothing", "thanks"}:
                    yield f"{sentence} {dice.choice(after)}", file.stem


def troubles(folder: Path) -> Iterator[tuple[str, str]]:
    """Every sentence with whether it is one of despair; ordinary sorrow and plain answers are lessons, too."""
    for sentence, wish in examples(folder):
        yield sentence, undertones.DESPAIR if wish == "crisis" else undertones.OTHER
    answers = (file for question in ears.ALL for file in sorted(question.examples.glob("*.txt")))
    for file in (folder / "troubles.txt", folder / "answers.txt", *answers):
        for line in file.read_text("utf-8").splitlines():
            for sentence in spelled_out(line):
                yield sentence, undertones.OTHER


def _balanced(sentences: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Despair has ears of its own: among the wishes every third of its sentences is enough to be asked about."""
    despairing = 0
    for sentence, wish in sentences:
        despairing += wish == "crisis"
        if wish != "crisis" or despairing % 3 == 0:
            yield sentence, wish


def learned(sentences: Sequence[tuple[str, str]], seen_in: Callable[[str], set[str]]) -> Scales:
    """The scales that weigh these sentences rightly, by what is seen in each."""
    sets = [(seen_in(sentence), wish) for sentence, wish in sentences]
    counts = Counter(trait for found, _ in sets for trait in found)
    names = sorted(trait for trait, count in counts.items() if count >= KEPT_FROM)
    wishes = sorted({wish for _, wish in sets})
    numbered = {name: at for at, name in enumerate(names)}
    rows = [
        ([numbered[each] for each in found if each in numbered], wishes.index(wish)) for found, wish in sets
    ]
    weights = _descended(rows, [_strength(name) for name in names], len(wishes))
    return Scales.of(names, wishes, weights)


def _strength(trait: str) -> float:
    if not trait.startswith("!"):
        return OTHER
    return TWO_IDEAS if "+" in trait else IDEA


def _descended(rows: Sequence[Row], strengths: Sequence[float], size: int) -> list[list[float]]:
    dice = random.Random(2)  # noqa: S311
    weights = [[0.0] * size for _ in strengths]
    pushed = [[0.1] * size for _ in strengths]
    order = [at for at, (found, _) in enumerate(rows) if found]
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for at in order:
            _step(rows[at], weights, pushed, strengths)
    return weights


def _step(
    row: Row, weights: list[list[float]], pushed: list[list[float]], strengths: Sequence[float]
) -> None:
    found, right = row
    scale = 1 / math.sqrt(len(found))
    sums = [scale * sum(column) for column in zip(*(weights[trait] for trait in found), strict=True)]
    highest = max(sums)
    shares = [math.exp(total - highest) for total in sums]
    whole = sum(shares)
    errors = [
        (at, share / whole - (at == right))
        for at, share in enumerate(shares)
        if at == right or share > WORTH_A_STEP * whole
    ]
    for trait in found:
        strength, line, past = strengths[trait] * scale, weights[trait], pushed[trait]
        for at, error in errors:
            slope = error * strength
            past[at] += slope * slope
            line[at] -= RATE * strengths[trait] * slope / math.sqrt(past[at])


def _lines(folder: Path) -> Iterator[tuple[set[str], str]]:
    """Every answer of a question's examples as the ears hear it, with the file it stands in."""
    for file in sorted(folder.glob("*.txt")):
        lines = file.read_text("utf-8").splitlines()
        for sentence in dict.fromkeys(each for line in lines for each in spelled_out(line)):
            yield ears.traits(ears.meant(sentence)), file.stem


def _teach_readers() -> None:
    for question in ears.ALL:
        lessons = list(_lines(question.examples))
        learned_ears = [
            taught((found, kind == meaning) for found, kind in lessons) for meaning in question.meanings
        ]
        question.file.write_bytes(question.packed(learned_ears, digest_of(question)))


def main() -> None:
    """Learn and write."""
    _teach_readers()
    source = digest(EXAMPLES)
    unlike = dict.fromkeys(troubles(EXAMPLES))
    despair = taught((undertones.traits(said), kind == undertones.DESPAIR) for said, kind in unlike)
    DESPAIR_FILE.write_bytes(despair.packed(source))
    wishes = learned(list(_balanced(examples(EXAMPLES))), lambda sentence: traits(core(sentence)))
    FILE.write_bytes(wishes.packed(source))


if __name__ == "__main__":
    main()
