"""What the answers of the first interview say about a person, as the facts that programs ask for."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any


def facts(answers: Mapping[str, Any], today: date) -> dict[str, object]:
    """The facts of these answers. A tuple holds all the ages that an inexact answer may mean."""
    found: dict[str, object] = {}
    for question, (fact, read) in READERS.items():
        answer = answers.get(question)
        if answer is not None:
            found[fact] = read(answer, today)
    return found


def ages(born: str, today: date) -> int | tuple[int, ...]:
    """The full ages that "1985", "age:39" (counted either way) or "age:39:full" may mean."""
    if not born.startswith("age:"):
        oldest = today.year - int(born)
        return oldest - 1, oldest
    said, _, counted = born.removeprefix("age:").partition(":")
    age = int(said)
    return age if counted == "full" else (age - 2, age - 1, age)


def career_months(answer: int | str) -> int:
    """The months that 14, "12-35" or "120-" surely mean: no program asks for a short career."""
    return answer if isinstance(answer, int) else int(answer.partition("-")[0])


READERS: dict[str, tuple[str, Callable[[Any, date], object]]] = {
    "district": ("district", lambda answer, _: answer),
    "born": ("age", ages),
    "situation": ("situation", lambda answer, _: answer),
    "field": ("field", lambda answer, _: answer),
    "career": ("career_months", lambda answer, _: career_months(answer)),
    "hardships": ("hardships", lambda answer, _: tuple(answer)),
}
