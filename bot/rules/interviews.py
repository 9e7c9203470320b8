"""Interview times at a hiring day: wishes in order, companies, interviewers, booths, the way between them.

A wish is fulfilled when its person has a time with that company. First wishes are given before second ones,
and of equal ones who registered first; then, while a wish is open that its company has a time for, people are
given other times, so that as many wishes as possible are fulfilled. A time that somebody was told stays in
every later plan. Minutes are counted from the beginning of the fair.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from bot.rules.interview_book import Book
from bot.rules.interview_times import Day, Desk, Given, Wanted, key_of, mask_of

__all__ = ["Day", "Desk", "Given", "Wanted", "free_times", "plan"]

STIRS = 400  # times that a few guests choose anew while a wish is open that its company has a time for
AGAIN = 4  # rounds in which wishes without a time are tried once more

Ranks = Mapping[int, Sequence[int]]


def plan(
    day: Day,
    wishes: Sequence[Wanted],
    kept: Sequence[Given] = (),
    busy: Mapping[int, Sequence[tuple[int, int]]] | None = None,
) -> list[Given]:
    """Times for as many of these wishes as possible; nothing that is `kept` moves.

    `busy` has the stretches in which a guest sits in a talk. The same input gives the same plan.
    """
    book = _book(day, kept, busy or {})
    ranks: dict[int, list[int]] = defaultdict(list)
    for wish in sorted(wishes, key=lambda wish: wish.rank):
        ranks[wish.guest].append(wish.company)
    _give_all(book, wishes, ranks)
    _stir(book, wishes, ranks)
    found = [given for key, given in book.times.items() if key not in book.fixed]
    return sorted(found, key=lambda given: (given.starts, given.company, given.interviewer))


def free_times(
    day: Day,
    guest: int,
    company: int,
    kept: Sequence[Given],
    busy: Mapping[int, Sequence[tuple[int, int]]],
) -> list[Given]:
    """Every time of this company's that is free for the guest beside all that is kept, soonest first.

    What they have at this company itself is left aside: it is what they would give up.
    """
    others = [given for given in kept if (given.guest, given.company) != (guest, company)]
    return list(_book(day, others, busy).fitting(guest, company))


def _book(day: Day, kept: Sequence[Given], busy: Mapping[int, Sequence[tuple[int, int]]]) -> Book:
    book = Book(day)
    for given in kept:
        book.keep(given)
    for guest, stretches in busy.items():
        for starts, ends in stretches:
            book.guests[guest] |= mask_of(starts, ends)
    return book


def _give_all(book: Book, wishes: Sequence[Wanted], ranks: Ranks) -> None:
    """Give what can be given, first wishes first."""
    for _ in range(AGAIN):
        before = len(book.times)
        for wish in sorted(wishes, key=lambda wish: wish.rank):
            if key_of(wish) not in book.times:
                book.gives(wish)
        for guest in sorted({wish.guest for wish in _open(book, wishes)}):
            book.gains(guest, ranks[guest])
        if len(book.times) == before:
            return


def _stir(book: Book, wishes: Sequence[Wanted], ranks: Ranks) -> None:
    """While a wish is open that its company has a time for: let a few guests choose anew."""
    dice = Random(len(wishes))  # noqa: S311 (the same input gives the same plan)
    for _ in range(STIRS):
        missing = _open(book, wishes)
        if not missing:
            return
        guest = dice.choice(missing).guest
        near = sorted({key[0] for key in book.times if key[1] in ranks[guest] and key[0] in ranks} - {guest})
        few = [guest, *dice.sample(near, min(len(near), dice.randint(1, 4)))]
        dice.shuffle(few)
        book.choose_anew(few, ranks)


def _open(book: Book, wishes: Sequence[Wanted]) -> list[Wanted]:
    room = {company: book.has_room(company) for company in {wish.company for wish in wishes}}
    return [wish for wish in wishes if room[wish.company] and key_of(wish) not in book.times]
