"""Reading a file of hiring days: every mistake is named with its line, and with one nothing is taken."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from bot.center.checks import Mistake, repeated
from bot.center.fairs import CompanyPlan, FairFile, FairPlan, TalkPlan
from bot.center.files import CenterError, TomlFile, checked, read
from bot.center.lines import Path as KeyPath
from bot.center.posting import not_to_be_asked
from bot.center.record import Hours

CHECK_HOLDS = timedelta(days=60)  # a position that was checked earlier may long be taken
COACHED_BEFORE = timedelta(days=14)  # a coaching for a fair is at most so long before it


def load_fairs(path: Path, today: date) -> tuple[TomlFile, tuple[FairPlan, ...]]:
    """The fairs of this file, and the file to point into; CenterError has one line for each mistake."""
    mistakes: list[str] = []
    file = read(path, path.name, mistakes)
    found = checked(FairFile, file, mistakes) if file else None
    if file and found:
        problems = (*mistakes_in(found.fairs), *mistakes_of_today(found.fairs, today))
        mistakes.extend(file.mistake(place, reason) for place, reason in problems)
    if mistakes or file is None or found is None:
        raise CenterError("\n".join(mistakes))
    return file, found.fairs


def mistakes_in(fairs: Iterable[FairPlan]) -> Iterator[Mistake]:
    """What no single value can know: names used twice, times that do not go together."""
    fairs = tuple(fairs)
    for position, key in repeated(fair.key for fair in fairs):
        yield ("fairs", position, "key"), f'"{key}" is already the key of another one'
    for number, fair in enumerate(fairs):
        at: KeyPath = ("fairs", number)
        yield from _twice(at, "companies", [company.key for company in fair.companies])
        yield from _twice(at, "talks", [talk.key for talk in fair.talks])
        if fair.times_at and fair.times_at.date() >= fair.held_on:
            yield (*at, "times_at"), "has to be a day before the fair, so that people can plan their way"
        for place, company in enumerate(fair.companies):
            yield from _in_company((*at, "companies", place), company, fair)
        yield from _crowded_booths(at, fair)
        for place, talk in enumerate(fair.talks):
            yield from _in_talk((*at, "talks", place), talk, fair)


def mistakes_of_today(fairs: Iterable[FairPlan], today: date) -> Iterator[Mistake]:
    """What is wrong because of the day on which it is loaded."""
    for number, fair in enumerate(fairs):
        if fair.held_on < today:
            yield ("fairs", number, "held_on"), f"{fair.held_on} is over"
        for place, company in enumerate(fair.companies):
            for which, position in enumerate(company.positions):
                at = ("fairs", number, "companies", place, "positions", which, "checked_on")
                if position.checked_on > today:
                    yield at, f"{position.checked_on} has not come yet"
                elif fair.held_on - position.checked_on > CHECK_HOLDS:
                    days = CHECK_HOLDS.days
                    yield at, f"is more than {days} days before the fair: please check the position again"


def _in_company(at: KeyPath, company: CompanyPlan, fair: FairPlan) -> Iterator[Mistake]:
    yield from _twice(at, "positions", [position.key for position in company.positions])
    for place, name in repeated(each.name for each in company.interviewers):
        yield (*at, "interviewers", place, "name"), f'"{name}" is already another interviewer'
    for place, number in repeated(each.work24 or f"none {n}" for n, each in enumerate(company.positions)):
        yield (*at, "positions", place, "work24"), f'"{number}" is already the number of another position'
    yield from _unlawful((*at, "positions"), company)
    if company.minutes > _minutes(fair.hours):
        yield (*at, "minutes"), f"{company.minutes} minutes do not fit into {fair.hours}"


def _unlawful(at: KeyPath, company: CompanyPlan) -> Iterator[Mistake]:
    for place, position in enumerate(company.positions):
        for number, posted in enumerate(position.conditions):
            if not_to_be_asked(posted.text):
                reason = f'"{posted.text}" asks for age, sex, looks or family, which the law does not allow'
                yield (*at, place, "conditions", number, "text"), reason


def _crowded_booths(at: KeyPath, fair: FairPlan) -> Iterator[Mistake]:
    """Interviewers outside of the fair's hours, or two at one booth at the same time."""
    seen: list[tuple[str, Hours]] = []
    for place, company in enumerate(fair.companies):
        for which, interviewer in enumerate(company.interviewers):
            path, hours = (*at, "companies", place, "interviewers", which), interviewer.hours or fair.hours
            if hours.starts < fair.hours.starts or hours.ends > fair.hours.ends:
                yield (*path, "hours"), f"{hours} is not within the fair's {fair.hours}"
            if any(booth == interviewer.booth and _both(hours, other) for booth, other in seen):
                yield (*path, "booth"), f'"{interviewer.booth}" has somebody else at that time'
            seen.append((interviewer.booth, hours))


def _both(one: Hours, other: Hours) -> bool:
    return one.starts < other.ends and other.starts < one.ends


def _in_talk(at: KeyPath, talk: TalkPlan, fair: FairPlan) -> Iterator[Mistake]:
    is_before = talk.kind == "coaching"  # a résumé is made ready before the interviews
    if talk.on and not is_before:
        yield (*at, "on"), "only a coaching may be on another day than the fair"
    elif talk.on and not fair.held_on - COACHED_BEFORE <= talk.on <= fair.held_on:
        yield (*at, "on"), f"{talk.on} is not within the {COACHED_BEFORE.days} days before the fair"
    on_the_day = talk.on in {None, fair.held_on}
    too_early = talk.hours.starts < fair.hours.starts and not is_before
    if on_the_day and (too_early or talk.hours.ends > fair.hours.ends):
        yield (*at, "hours"), f"{talk.hours} is not within the fair's {fair.hours}"
    if talk.seats > fair.capacity:
        yield (*at, "seats"), f"{talk.seats} seats are more than the {fair.capacity} places of the fair"


def _twice(at: KeyPath, table: str, keys: list[str]) -> Iterator[Mistake]:
    for place, key in repeated(keys):
        yield (*at, table, place, "key"), f'"{key}" is already the key of another one'


def _minutes(hours: Hours) -> int:
    return (hours.ends.hour - hours.starts.hour) * 60 + hours.ends.minute - hours.starts.minute
