"""Rounds of operations, played by Hypothesis: many at the same time, then a look at the book."""

import asyncio
import os
from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.book import (
    asking_deeds,
    groups_deeds,
    houses_deeds,
    line_deeds,
    line_truths,
    notices_truths,
    persons_deeds,
    privacy_truths,
    truths,
)
from tests.book.town import PEOPLE, Town
from tests.book.turns import DEEDS, LEAVES, NOTHING, RESTS, Outcome, take

# Every day a few rounds are played: on PostgreSQL what is done at the same time takes another course each time.
EVERY_DAY = {"sqlite": 10, "postgresql": 10}
NIGHTLY = {"sqlite": 200, "postgresql": 100}
SEED = int(os.environ.get("BITNA_BOOK_SEED", "20261123"))
ENOUGH, BATCHES, AT_ONCE = 200, 20, 24
OFTEN = {
    "books": 4,
    "holds": 3,
    "says_yes": 4,
    "says_what_came_of_it": 3,
    "accepts": 2,
    "moves": 2,
    "takes_a_colleague": 3,
    "takes_another_time": 3,
    "wants_a_call": 2,
    "books_the_next": 3,
    "waits": 3,
    "takes_what_is_offered": 3,
    "proposes": 2,
    "takes_what_is_proposed": 2,
    "asks_a_colleague": 2,
    "takes_over": 2,
    "takes_a_seat": 3,
    "plans_a_group": 2,
}
MOVES_ON = (1, 2, 4, 6, 15, 61, 65, 180, 720)  # minutes
WHO_FILL_THE_TABLE = (persons_deeds, houses_deeds, asking_deeds, line_deeds, groups_deeds)
# How often each is tried: what others need to be there comes more often.
WEIGHTED = [RESTS] + [name for name in sorted(DEEDS) for _ in range(OFTEN.get(name, 1))]
TRUTHS: tuple[truths.Truth, ...] = (
    truths.nobody_is_in_two_places,
    truths.sessions_have_room,
    truths.free_minutes_are_counted,
    truths.histories_agree,
    truths.nothing_done_is_lost,
    truths.what_cannot_be_is_known,
    line_truths.one_offer_a_time,
    line_truths.the_first_in_line_is_asked,
    notices_truths.notices_have_their_cause,
    notices_truths.what_is_said_is_true,
    notices_truths.reminders_are_owed,
    privacy_truths.nobody_is_remembered,
    privacy_truths.what_is_nobodys_is_free,
)
DEED = st.tuples(st.sampled_from(WEIGHTED), st.integers(0, PEOPLE - 1), st.integers(0, 2**20))
TOGETHER = st.lists(DEED, min_size=AT_ONCE, max_size=AT_ONCE)


def rounds_on(database_url: str) -> int:
    """How many are played on this database."""
    if asked := os.environ.get("BITNA_BOOK_ROUNDS"):
        return int(asked)
    kind = "postgresql" if database_url.startswith("postgresql") else "sqlite"
    return (NIGHTLY if "BITNA_NIGHTLY" in os.environ else EVERY_DAY)[kind]


def settings_for(rounds: int) -> settings:
    """Some rounds are too short, as the first, in which nobody does anything."""
    return settings(
        max_examples=rounds + rounds // 8 + 3,
        stateful_step_count=BATCHES,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )


class Rounds(RuleBasedStateMachine):
    """One round; the town outlives it."""

    town: Town
    runner: asyncio.Runner
    tally: Counter[str]
    wanted: int
    played = 0

    def __init__(self) -> None:
        super().__init__()
        self.journal: list[Outcome] = []
        self.begun = False

    @rule(deeds=TOGETHER, minutes=st.sampled_from(MOVES_ON))
    def together(self, deeds: list[tuple[str, int, int]], minutes: int) -> None:
        """These happen at the same time; then so many minutes pass."""
        if (
            len(self.journal) >= ENOUGH
            or self.played >= self.wanted
            or all(each[0] == RESTS for each in deeds)
        ):
            return
        if not self.begun:
            self.runner.run(self.town.begins_anew())
            self.begun = True
        try:
            self.runner.run(self.happen(deeds))
        except Exception as error:
            error.add_note(f"seed {SEED} on {self.town.doors[0].url.partition(':')[0]}")
            error.add_note("\n".join(str(each) for each in self.journal))
            raise
        self.town.now += timedelta(minutes=minutes)

    async def happen(self, deeds: list[tuple[str, int, int]]) -> None:
        self.town.leaving = {self.town.people[who].id for name, who, _ in deeds if name == LEAVES}
        turns = [take(self.town, door, *deed) for door, deed in enumerate(deeds)]
        outcomes = await asyncio.gather(*turns, return_exceptions=True)
        came = [each for each in outcomes if isinstance(each, Outcome) and each.came != NOTHING]
        self.journal += came
        if wrong := [each for each in outcomes if isinstance(each, BaseException)]:
            raise wrong[0]
        if came and (against := await self.looked_at(came)):
            raise AssertionError("\n".join(against))
        await self.town.come_back()

    async def looked_at(self, outcomes: list[Outcome]) -> list[str]:
        """What speaks against the book, once the clock has ticked and the mail is out."""
        before = await self.town.offers()
        await take(self.town, 0, "the_clock_ticks", 0, 0)
        async with self.town.doors[0].transaction() as session:
            await self.town.mail(session)
        book = await self.town.look()
        given = self.town.now, before, self.town.left_meanwhile, self.town.forgotten
        moment = truths.Moment(book, outcomes, *given)
        return [f"{truth.__name__}: {each}" for truth in TRUTHS for each in truth(moment)]

    def teardown(self) -> None:
        if len(self.journal) >= ENOUGH:
            type(self).played += 1
        self.tally.update(f"{each.told.partition('(')[0]} {each.came}" for each in self.journal)
