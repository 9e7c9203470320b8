"""Reading a center's folder: everything is checked, and every mistake is named with its line."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from bot.center.checks import mistakes_within, repeated
from bot.center.contents import Passage
from bot.center.fair_loading import mistakes_in
from bot.center.fairs import FairFile
from bot.center.figures import Figures, MedianIncomes, MinimumWages, UnemploymentBenefit
from bot.center.files import CenterError, Kind, TomlFile, checked, read
from bot.center.lines import Path as KeyPath
from bot.center.programs import Program
from bot.center.record import Record, Text
from bot.center.records import Center

__all__ = ["CenterError", "load_center"]

Place = tuple[TomlFile, KeyPath]


class _Knowledge(Record):
    topic: Text
    passages: tuple[Passage, ...]


def load_center(folder: Path) -> Center:
    """The center that this folder describes, or CenterError with one line for each mistake."""
    mistakes: list[str] = []
    center = _center(folder, mistakes)
    programs = _records(Program, folder / "programs", mistakes)
    knowledge = _records(_Knowledge, folder / "knowledge", mistakes)
    figures = _figures(folder, {program.id for _, program in programs}, mistakes)
    samples = _records(FairFile, folder / "sample", mistakes)
    mistakes.extend(_program_mistakes(programs))
    mistakes.extend(_passage_mistakes(knowledge))
    if center:
        mistakes.extend(_strange_advice(knowledge, center))
    mistakes.extend(_sample_mistakes(samples))
    if mistakes or center is None:
        raise CenterError("\n".join(mistakes))

    said = (passage for _, file in knowledge for passage in file.passages)
    fairs = (fair for _, sample in samples for fair in sample.fairs)
    contents = {
        "programs": tuple(sorted((program for _, program in programs), key=lambda each: each.order)),
        "passages": tuple(each for passage in said for each in passage.at_all_times()),
        "fairs": tuple(sorted(fairs, key=lambda fair: fair.held_on)),
        "figures": figures,
    }
    return center.model_copy(update=contents)


def _center(folder: Path, mistakes: list[str]) -> Center | None:
    file = read(folder / "center.toml", f"{folder.name}/center.toml", mistakes)
    center = checked(Center, file, mistakes) if file else None
    if file and center:
        mistakes.extend(file.mistake(path, reason) for path, reason in mistakes_within(center))
    return center


def _figures(folder: Path, programs: Collection[str], mistakes: list[str]) -> Figures | None:
    """What stands in figures/: all three files, or no such folder and no calculators."""
    if not (folder / "figures").is_dir():
        return None
    benefit = _one(UnemploymentBenefit, folder, "unemployment_benefit", mistakes)
    wages = _one(MinimumWages, folder, "minimum_wage", mistakes)
    incomes = _one(MedianIncomes, folder, "median_income", mistakes)
    if not (benefit and wages and incomes):
        return None
    file, lines = incomes[0], incomes[1].lines
    for position, line in enumerate(lines):
        if line.program not in programs:
            mistakes.append(
                file.mistake(("lines", position, "program"), f'"{line.program}" is not among the programs')
            )
    return Figures(unemployment_benefit=benefit[1], minimum_wage=wages[1], median_income=incomes[1])


def _one(kind: type[Kind], folder: Path, name: str, mistakes: list[str]) -> tuple[TomlFile, Kind] | None:
    file = read(folder / "figures" / f"{name}.toml", f"{folder.name}/figures/{name}.toml", mistakes)
    record = checked(kind, file, mistakes) if file else None
    return (file, record) if file and record else None


def _records(kind: type[Kind], room: Path, mistakes: list[str]) -> list[tuple[TomlFile, Kind]]:
    """What stands in the files of this room, by their names."""
    found = []
    for path in sorted(room.glob("*.toml")):
        file = read(path, f"{room.parent.name}/{room.name}/{path.name}", mistakes)
        record = checked(kind, file, mistakes) if file else None
        if file and record:
            found.append((file, record))
    return found


def _program_mistakes(programs: Sequence[tuple[TomlFile, Program]]) -> Iterable[str]:
    yield from _twice("id", [((file, ("id",)), program.id) for file, program in programs])
    # Equal places would leave the order in which programs are shown to chance.
    yield from _twice("order", [((file, ("order",)), str(program.order)) for file, program in programs])


def _passage_mistakes(knowledge: Sequence[tuple[TomlFile, _Knowledge]]) -> Iterable[str]:
    passages = [
        ((file, ("passages", position)), passage)
        for file, topic in knowledge
        for position, passage in enumerate(topic.passages)
    ]
    yield from _twice("key", [((file, (*path, "key")), passage.key) for (file, path), passage in passages])
    questions = [
        ((file, (*path, "questions")), question)
        for (file, path), passage in passages
        for question in passage.questions
    ]
    yield from _twice("question", questions)


def _strange_advice(knowledge: Sequence[tuple[TomlFile, _Knowledge]], center: Center) -> Iterable[str]:
    """Passages that send people where we do not know the way."""
    for file, topic in knowledge:
        for position, passage in enumerate(topic.passages):
            for key in passage.ask:
                if key not in center.who_to_ask:
                    known = ", ".join(sorted(center.who_to_ask))
                    reason = f'"{key}" is nobody to ask; known are {known}'
                    yield file.mistake(("passages", position, "ask"), reason)


def _sample_mistakes(samples: Sequence[tuple[TomlFile, FairFile]]) -> Iterable[str]:
    fairs = [
        ((file, ("fairs", position)), fair)
        for file, sample in samples
        for position, fair in enumerate(sample.fairs)
    ]
    yield from _twice("key", [((file, (*path, "key")), fair.key) for (file, path), fair in fairs])
    for (file, path), fair in fairs:
        if not fair.sample:
            yield file.mistake((*path, "sample"), "has to be true for what stands in sample/")
    for file, sample in samples:
        yield from (file.mistake(place, reason) for place, reason in mistakes_in(sample.fairs))


def _twice(what: str, named: Sequence[tuple[Place, str]]) -> Iterable[str]:
    for position, name in repeated(name for _, name in named):
        file, path = named[position][0]
        yield file.mistake(path, f'"{name}" is already the {what} of another one')
