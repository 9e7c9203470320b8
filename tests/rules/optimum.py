"""How many wishes could be fulfilled at all: an exact solver (HiGHS, by way of scipy) says so."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from bot.rules.interviews import Day, Wanted

Terms = Sequence[tuple[int, int]]


class Program:
    """A program of yes and no: as many points as the limits allow."""

    def __init__(self) -> None:
        self.points: list[int] = []
        self.limits: list[tuple[Terms, int]] = []

    def choice(self, points: int) -> int:
        self.points.append(points)
        return len(self.points) - 1

    def limit(self, terms: Terms, most: int) -> None:
        self.limits.append((terms, most))

    def optimum(self) -> int:
        """The most points, proved; anything else fails."""
        cells = [
            (value, row, column) for row, (terms, _) in enumerate(self.limits) for column, value in terms
        ]
        values, rows, columns = zip(*cells, strict=True)
        matrix = coo_array((values, (rows, columns)), shape=(len(self.limits), len(self.points))).tocsr()
        solved = milp(
            -np.array(self.points, dtype=float),
            constraints=LinearConstraint(
                matrix, -np.inf, np.array([most for _, most in self.limits], dtype=float)
            ),
            integrality=np.ones(len(self.points)),
            bounds=Bounds(0, 1),
            options={"time_limit": 120, "mip_rel_gap": 0},
        )
        assert solved.status == 0, solved.message
        return round(-solved.fun)


def no_more_than(day: Day, wishes: Sequence[Wanted]) -> int:
    """The optimum where only the companies' times and everybody's minutes count, not which times go together.

    Whatever a real plan can fulfill, this can: an upper bound of the optimum, and fast.
    """
    program = Program()
    times = dict.fromkeys(day.lengths, 0)
    for desk in day.desks:
        times[desk.company] += (desk.closes - desk.opens) // day.lengths[desk.company]
    chosen = [program.choice(1) for _ in wishes]
    of_company, of_guest = defaultdict(list), defaultdict(list)
    for wish, choice in zip(wishes, chosen, strict=True):
        of_company[wish.company].append((choice, 1))
        of_guest[wish.guest].append((choice, day.lengths[wish.company] + day.walking))
    for company, terms in of_company.items():
        program.limit(terms, times[company])
    for terms in of_guest.values():
        program.limit(terms, max(desk.closes for desk in day.desks) + day.walking)
    return program.optimum()


def optimum(day: Day, wishes: Sequence[Wanted]) -> int:
    """The most wishes that any plan can fulfill: every time of every interviewer for every wish is a choice."""
    program = Program()
    at_desk, of_guest = defaultdict(list), defaultdict(list)
    for wish in wishes:
        length = day.lengths[wish.company]
        mine = []
        for desk in day.desks:
            if desk.company == wish.company:
                for starts in range(desk.opens, desk.closes - length + 1, length):
                    choice = program.choice(1)
                    mine.append((choice, 1))
                    at_desk[desk.interviewer, starts].append((choice, 1))
                    of_guest[wish.guest].append((choice, starts, starts + length + day.walking))
        program.limit(mine, 1)
    for terms in at_desk.values():
        program.limit(terms, 1)
    for stretches in of_guest.values():
        for moment in {starts for _, starts, _ in stretches}:
            program.limit([(choice, 1) for choice, starts, ends in stretches if starts <= moment < ends], 1)
    return program.optimum()
