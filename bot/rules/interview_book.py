"""The book of one fair's interviews while it is planned: who is busy when, and what can still be moved."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.rules.interview_times import Day, Given, Key, Wanted, mask_of

DEPTH = 4  # how many others are asked to take another time, one after the other
TRIES = 400  # times looked at for one wish before it is left


@dataclass(slots=True)
class Book:
    """Who is busy when, as bits of minutes; and what can still be moved."""

    day: Day
    guests: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    desks: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    booths: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    times: dict[Key, Given] = field(default_factory=dict)
    masks: dict[Key, int] = field(default_factory=dict)
    fixed: set[Key] = field(default_factory=set)
    of_guest: dict[int, set[Key]] = field(default_factory=lambda: defaultdict(set))
    at_booth: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    booth_of: dict[int, str] = field(default_factory=dict)
    options: dict[int, list[tuple[int, int, int]]] = field(default_factory=lambda: defaultdict(list))
    log: list[tuple[Given, bool]] = field(default_factory=list)
    tries: int = 0

    def __post_init__(self) -> None:
        for desk in self.day.desks:
            self.booth_of[desk.interviewer] = desk.booth
            length = self.day.lengths[desk.company]
            for starts in range(desk.opens, desk.closes - length + 1, length):
                mask = mask_of(starts, starts + length)
                self.options[desk.company].append((starts, desk.interviewer, mask))
        for found in self.options.values():
            found.sort()

    def keep(self, given: Given) -> None:  # somebody was told this time already
        self.booth_of.setdefault(given.interviewer, f"left {given.interviewer}")
        self._write(given)
        self.fixed.add((given.guest, given.company))

    def gives(self, wish: Wanted) -> bool:
        """Whether a time could be found; others may have another one now, none has lost theirs."""
        self.tries = TRIES
        return self._place(wish.guest, wish.company, DEPTH, frozenset())

    def gains(self, guest: int, companies: Sequence[int]) -> bool:
        """Whether the guest gets more of these wishes at other times than they have; then they have them.

        Only how many and how early counts, so the best way to have each set of companies is one number: when
        its last interview ends. Of equal sets the one with the earlier wishes is found first.
        """
        own = [self.times[key] for key in self.of_guest[guest] if key not in self.fixed]
        for given in own:
            self._erase(given)
        asked = [company for company in companies if (guest, company) not in self.fixed]
        best: dict[tuple[int, ...], list[Given]] = {(): []}
        for _ in asked:
            best = {**best, **self._one_more(guest, asked, best)}
        found = max(best.values(), key=len)
        for given in found if len(found) > len(own) else own:
            self._write(given)
        return len(found) > len(own)

    def choose_anew(self, guests: Sequence[int], ranks: Mapping[int, Sequence[int]]) -> None:
        """Let these guests choose one after the other; as it was, where that gives fewer times."""
        self.log.clear()
        before = len(self.times)
        for guest in guests:
            for key in sorted(self.of_guest[guest] - self.fixed):
                self._erase(self.times[key])
        for guest in guests:
            self.gains(guest, ranks[guest])
        if len(self.times) < before:
            self._undo(0)

    def _undo(self, mark: int) -> None:
        while len(self.log) > mark:
            given, taken = self.log.pop()
            (self._unwritten if taken else self._written)(given)

    def _one_more(
        self, guest: int, asked: Sequence[int], best: dict[tuple[int, ...], list[Given]]
    ) -> dict[tuple[int, ...], list[Given]]:
        more: dict[tuple[int, ...], list[Given]] = {}
        for had, times in best.items():
            since = times[-1].ends + self.day.walking if times else 0
            for company in asked:
                grown = tuple(sorted((*had, company)))
                if company in had or grown in best:
                    continue
                free = [given for given in self.fitting(guest, company) if given.starts >= since]
                if free:
                    soonest = min(free, key=lambda given: given.ends)
                    if grown not in more or soonest.ends < more[grown][-1].ends:
                        more[grown] = [*times, soonest]
        return more

    def _place(self, guest: int, company: int, depth: int, untouched: frozenset[Key]) -> bool:
        free = next(self.fitting(guest, company), None)
        if free is not None:
            self._write(free)
            return True
        if not depth or not self.has_room(company):
            return False
        untouched |= {(guest, company)}
        for wanted in self._options(guest, company):
            others = self._in_the_way(wanted)
            if len(others) > 3 or others & (untouched | self.fixed) or self._sits(wanted, others):
                continue
            self.tries -= 1
            if self.tries < 0:
                return False
            if self._swaps(wanted, others, depth, untouched):
                return True
        return False

    def _swaps(self, wanted: Given, others: set[Key], depth: int, untouched: frozenset[Key]) -> bool:
        """Give `wanted`, and the others another time each; all of it or nothing."""
        mark = len(self.log)
        for key in others:
            self._erase(self.times[key])
        self._write(wanted)
        if all(self._place(*key, depth - 1, untouched | others - {key}) for key in sorted(others)):
            return True
        self._undo(mark)
        return False

    def has_room(self, company: int) -> bool:
        """Whether an interviewer of the company is free at any time. Moving others makes no new time."""
        return any(
            not (self.desks[interviewer] | self.booths[self.booth_of[interviewer]]) & mask
            for _, interviewer, mask in self.options[company]
        )

    def _options(self, guest: int, company: int) -> Iterator[Given]:
        length = self.day.lengths.get(company, 0)
        for starts, interviewer, _ in self.options[company]:
            yield Given(guest, company, interviewer, starts, starts + length)

    def fitting(self, guest: int, company: int) -> Iterator[Given]:
        """Times at which the interviewer, the booth and the guest are free."""
        length, way = self.day.lengths.get(company, 0), self.day.walking
        own = self.guests[guest]
        for _ in range(way):
            own |= own << 1 | own >> 1
        for starts, interviewer, mask in self.options[company]:
            if not (own | self.desks[interviewer] | self.booths[self.booth_of[interviewer]]) & mask:
                yield Given(guest, company, interviewer, starts, starts + length)

    def _in_the_way(self, wanted: Given) -> set[Key]:
        """The interviews that would have to move: at the booth or desk, and of the guest."""
        near = self.at_booth[self.booth_of[wanted.interviewer]]
        mask, wide = mask_of(wanted.starts, wanted.ends), self._with_the_way(wanted)
        own = {key for key in self.of_guest[wanted.guest] if self.masks[key] & wide}
        return own | {key for key in near if self.masks[key] & mask}

    def _sits(self, wanted: Given, others: set[Key]) -> bool:
        """Whether the guest sits in a talk at that time, which does not move."""
        rest = self.guests[wanted.guest]
        for key in others:
            if key[0] == wanted.guest:
                rest &= ~mask_of(self.times[key].starts, self.times[key].ends)
        return bool(rest & self._with_the_way(wanted))

    def _with_the_way(self, given: Given) -> int:
        return mask_of(max(0, given.starts - self.day.walking), given.ends + self.day.walking)

    def _write(self, given: Given) -> None:
        self.log.append((given, True))
        self._written(given)

    def _erase(self, given: Given) -> None:
        self.log.append((given, False))
        self._unwritten(given)

    def _written(self, given: Given) -> None:
        self._mark(given, taken=True)
        key, booth = (given.guest, given.company), self.booth_of[given.interviewer]
        self.times[key] = given
        self.masks[key] = mask_of(given.starts, given.ends)
        self.of_guest[given.guest].add(key)
        self.at_booth[booth].add(key)

    def _unwritten(self, given: Given) -> None:
        self._mark(given, taken=False)
        key, booth = (given.guest, given.company), self.booth_of[given.interviewer]
        del self.times[key], self.masks[key]
        self.of_guest[given.guest].discard(key)
        self.at_booth[booth].discard(key)

    def _mark(self, given: Given, *, taken: bool) -> None:
        mask, booth = mask_of(given.starts, given.ends), self.booth_of[given.interviewer]
        for busy, who in ((self.guests, given.guest), (self.desks, given.interviewer)):
            busy[who] = busy[who] | mask if taken else busy[who] & ~mask
        self.booths[booth] = self.booths[booth] | mask if taken else self.booths[booth] & ~mask
