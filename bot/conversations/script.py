"""A script: the questions in the order they are asked, and the rules of progress, all of them pure."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.conversations.visit import Visit
from bot.say import Button, Card, Rows, Say

Answers = Mapping[str, Any]
Reader = Callable[[str, Visit], Any]  # the value, or bot.korean.unclear.Unclear
Words = Say | Callable[[Visit], Say]


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that is offered: what it means, and what stands on its button."""

    value: str
    label: Say


def always(_answers: Answers) -> bool:
    """The question applies whatever was answered before."""
    return True


def as_written(value: Any, _visit: Visit) -> Say:
    """The value as it is."""
    return Say("{quoted}", {"quoted": str(value)})


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the datum it fills, its words, and how its answer is read.

    `called` names it on receipts; `shows` writes an answer the way people say it. `hint` is said where an
    answer was not understood, `why` to whom asks why we ask. `wide` puts every choice on a row of its own.
    Where nearly any words fit, as for a name, the question is `free`: wishes such as "my appointments" are
    heard before the answer is. One that is asked only because somebody wished it names the answer that holds
    the `wish`: the way back from it takes the wish back.
    """

    key: str
    words: Words
    called: Say
    hint: Say
    reads: Reader | None = None
    choices: tuple[Choice, ...] = ()
    many: bool = False
    optional: bool = False
    contact: bool = False
    wide: bool = False
    free: bool = False
    why: Say | None = None
    only_if: Callable[[Answers], bool] = always
    wish: str | None = None
    shows: Callable[[Any, Visit], Say] = as_written

    def said(self, visit: Visit) -> Say:
        """The question as it is asked now."""
        return self.words if isinstance(self.words, Say) else self.words(visit)


@dataclass(frozen=True, slots=True)
class Ending:
    """The last card of a script; `then` is a script to go on with."""

    card: Card
    then: str | None = None
    saved: bool = True


class AskAgain(Exception):  # noqa: N818 (a way back, not an error)
    """Return to a question, and say why. The answers after it go too, unless `only` this one is in doubt."""

    def __init__(self, key: str, why: Say, *, only: bool = False) -> None:
        self.key = key
        self.why = why
        self.only = only
        super().__init__(key)


class Stop(Exception):  # noqa: N818 (an end, not an error)
    """End here, and say why."""

    def __init__(self, why: Card) -> None:
        self.why = why
        super().__init__()


class Known(Exception):  # noqa: N818 (an answer, not an error)
    """It was said before it was asked: the answers that follow from it, instead of the question."""

    def __init__(self, fills: dict[str, Any]) -> None:
        self.fills = fills
        super().__init__()


Offer = Callable[[Visit], Awaitable[Sequence[Choice]]]
Tell = Callable[[Visit], Awaitable[Say]]
Settle = Callable[[Visit, Any], Awaitable[dict[str, Any]]]
Close = Callable[[Visit], Awaitable[Ending]]
Start = Callable[[Visit], Awaitable[dict[str, Any]]]
Leave = Callable[[Visit], Awaitable[None]]


@dataclass(slots=True)
class Script:
    """A dialogue: its questions, what is looked up on the way, how it ends.

    `summary` is asked at the end of a script whose answers are shown once more, each with a way to change it.
    """

    key: str
    title: Say
    questions: tuple[Ask, ...]
    needs_consent: bool = True
    for_staff: bool = False
    counts: bool = True  # whether "3/8" is shown
    can_wait: bool = True  # whether it may be left and taken up again
    summary: Say | None = None
    offers_of: dict[str, Offer] = field(default_factory=dict)
    tells_of: dict[str, Tell] = field(default_factory=dict)
    settles_of: dict[str, Settle] = field(default_factory=dict)
    whole: Callable[[str, Visit], dict[str, Any]] | None = None  # several answers in one sentence
    close: Close | None = None
    start: Start | None = None
    left: Leave | None = None

    def offers(self, key: str) -> Callable[[Offer], Offer]:
        """Look up the choices of this question when it is asked."""
        return lambda look_up: self.offers_of.setdefault(key, look_up)

    def tells(self, key: str) -> Callable[[Tell], Tell]:
        """What is said before this question, looked up when it is asked."""
        return lambda tell: self.tells_of.setdefault(key, tell)

    def settles(self, key: str) -> Callable[[Settle], Settle]:
        """Turn what was read into answers, of this question and perhaps of others; AskAgain refuses."""
        return lambda settle: self.settles_of.setdefault(key, settle)

    def ends(self, close: Close) -> Close:
        """What happens when everything is answered."""
        self.close = close
        return close

    def begins(self, start: Start) -> Start:
        """What is known before the first question."""
        self.start = start
        return start

    def leaves(self, leave: Leave) -> Leave:
        """What happens when the person goes away from it before the end."""
        self.left = leave
        return leave

    def question(self, key: str | None) -> Ask | None:
        """The question of that name; None for one that a newer release no longer asks."""
        return next((ask for ask in self.questions if ask.key == key), None)


def applying(script: Script, answers: Answers) -> list[Ask]:
    """The questions that apply, in order."""
    return [ask for ask in script.questions if ask.only_if(answers)]


def next_question(script: Script, answers: Answers) -> Ask | None:
    """The first question that applies and has no answer yet; None when all is said."""
    return next((ask for ask in applying(script, answers) if ask.key not in answers), None)


def one_step_back(script: Script, answers: Answers, asked: str | None) -> str | None:
    """The answered question before the one that is open: the one to ask again; None at the beginning."""
    before: str | None = None
    for ask in applying(script, answers):
        if ask.key == asked:
            return before
        if ask.key in answers:
            before = ask.key
    return before


def progress(script: Script, answers: Answers, ask: Ask) -> tuple[int, int]:
    """Which question this is, of how many that apply."""
    keys = [question.key for question in applying(script, answers)]
    return keys.index(ask.key) + 1, len(keys)


def rows_of(buttons: Sequence[Button], wide: bool) -> Rows:
    """Buttons in rows: two beside each other where their words are short, one where they are sentences."""
    width = 1 if wide else 2
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))
