"""Never too fast, never twice too soon, silent when asked: for any order of wishes."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.pacing import COPIES_RATE, FIRST_MOST, GROUP, MOST, PRIVATE, REOPENING_SECONDS, Pacing
from bot.gateway.stream import PATIENCE

WISHES = st.lists(st.tuples(st.floats(0, 0.5), st.integers(1, 40)), min_size=1, max_size=400)
PAUSES = st.lists(st.tuples(st.floats(0, 60), st.floats(0.1, 20)), max_size=4)


def spoken(wishes: list[tuple[float, int]], chat_of=lambda chat: chat, pauses=()) -> list[tuple[float, int]]:
    """When what left, if these were wished for after these gaps."""
    now, pace, left = 0.0, Pacing(0.0), []
    waiting = sorted(pauses)
    for gap, chat in wishes:
        now += gap
        while waiting and waiting[0][0] <= now:
            pace.pause(waiting[0][1], waiting.pop(0)[0])
        if pace.spend(chat_of(chat), now):
            left.append((now, chat_of(chat)))
    return left


def most_within(seconds: float, times: list[float]) -> int:
    """The most that left in any window of this length."""
    return max((sum(start <= time < start + seconds for time in times) for start in times), default=0)


@given(WISHES)
def test_never_more_than_thirty_in_any_second(wishes: list[tuple[float, int]]) -> None:
    assert most_within(1.0, [time for time, _ in spoken(wishes)]) <= MOST


def test_all_that_may_leave_leaves() -> None:
    crowd = [(0.001, number) for number in range(10_000)]

    assert len(spoken(crowd)) == pytest.approx(10 * MOST, abs=2)


@given(WISHES)
def test_one_person_is_not_flooded(wishes: list[tuple[float, int]]) -> None:
    times = [time for time, _ in spoken(wishes, lambda _chat: 7)]
    rate, burst = PRIVATE

    assert most_within(1.0, times) <= burst + rate
    assert most_within(10.0, times) <= burst + 10 * rate


@given(WISHES)
def test_a_group_gets_twenty_a_minute(wishes: list[tuple[float, int]]) -> None:
    times = [time for time, _ in spoken(wishes, lambda _chat: -7)]

    assert most_within(60.0, times) <= 20
    assert most_within(60.0, times) <= GROUP[0] * 60 + GROUP[1]


@given(WISHES, PAUSES)
def test_nothing_leaves_in_a_pause(
    wishes: list[tuple[float, int]], pauses: list[tuple[float, float]]
) -> None:
    left = spoken(wishes, pauses=pauses)

    assert not [time for time, _ in left for start, lasts in pauses if start < time < start + lasts]


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    pace = Pacing(0.0)
    pace.pause(10, 0.0)
    pace.pause(1, 0.5)

    assert pace.room(9.9) == 0
    assert not pace.spend(1, 9.9)
    assert pace.opens_in(5.0) >= 5


def test_after_a_pause_it_opens_slowly() -> None:
    pace = Pacing(0.0)
    pace.pause(3, 0.0)
    seconds: Counter[int] = Counter()
    for tick in range(400 * 100):
        if pace.spend(tick, tick / 100):
            seconds[tick // 100] += 1

    assert seconds[0] == seconds[2] == 0
    assert seconds[3] <= FIRST_MOST + 1
    assert seconds[3] < seconds[10] < seconds[20]
    assert seconds[4 + int(REOPENING_SECONDS)] == pytest.approx(MOST, abs=1)


def test_after_a_hold_it_goes_on_as_before() -> None:
    """A lost answer is no wish of Telegram's that we be slower."""
    pace = Pacing(0.0)
    pace.hold(1, 0.0)
    assert pace.opens_in(0.5) == pytest.approx(0.5)
    left = [tick / 100 for tick in range(300) if pace.spend(tick, tick / 100)]

    assert left[0] == pytest.approx(1.0)
    assert sum(2 <= moment < 3 for moment in left) == pytest.approx(MOST, abs=1)
    assert most_within(1.0, left) <= MOST


def test_a_hold_does_not_end_a_pause() -> None:
    pace = Pacing(0.0)
    pace.pause(10, 0.0)
    pace.hold(1, 0.0)

    assert pace.room(9.9) == 0


def test_who_had_enough_rests() -> None:
    pace = Pacing(0.0)
    for _ in range(3):
        assert pace.spend(1, 0.0)

    assert pace.resting(0.0) == {1}
    assert pace.resting(1.0) == set()
    assert pace.resting(100.0) == set()
    assert pace._chats == {}


def test_a_clock_that_goes_back_gives_nothing_away() -> None:
    pace = Pacing(100.0)
    while pace.spend(len(pace._chats), 100.0):
        pass

    assert not pace.spend(999, 90.0)
    assert not pace.spend(999, 100.0)


THINKING = 0.012  # seconds from a tap until its answer is written


def copies_of(pace: Pacing, seconds: float, taps: tuple[float, ...] = ()) -> tuple[list[float], list[float]]:
    """When copies and answers left in so many seconds, and how long each of these answers waited for a place."""
    now, left, waited, wanting = 0.0, [], [], list(taps)
    while now < seconds:
        if wanting and wanting[0] <= now < wanting[0] + 0.001:
            pace.expect(now)
        if wanting and wanting[0] + THINKING <= now and pace.spend(-1 - len(waited), now):
            waited.append(now - wanting.pop(0) - THINKING)
            left.append(now)
        if pace.copy_in(now) <= 0 and pace.spend(len(left), now, copy=True):
            left.append(now)
        now += 0.001
    return left, waited


def test_copies_leave_one_by_one_and_leave_room_for_people() -> None:
    left, _ = copies_of(Pacing(0.0), 20)

    assert len(left) == pytest.approx(20 * COPIES_RATE, rel=0.02)
    assert min(later - earlier for earlier, later in pairwise(left)) > 0.015


def test_copies_alone_use_what_is_allowed() -> None:
    left, _ = copies_of(Pacing(0.0, copies=MOST), 30)

    assert most_within(1.0, left) <= MOST
    assert 0.98 * MOST * 29 <= len([time for time in left if time >= 1]) <= MOST * 29


TAPS = tuple(number * 0.457 + 2 for number in range(125))


def test_beside_copies_nobody_waits_long_for_a_place() -> None:
    """Copies may use all that is allowed: who tapped gets the next place, and nothing of it is lost."""
    left, waited = copies_of(Pacing(0.0, copies=MOST), 60, TAPS)

    assert most_within(1.0, left) <= MOST
    assert 0.98 * MOST * 59 <= len([time for time in left if time >= 1]) <= MOST * 59
    assert max(waited) <= 1 / MOST
    assert sorted(waited)[len(waited) // 2] <= 0.002


def test_beside_copies_at_their_usual_rate_nobody_waits_at_all() -> None:
    _, waited = copies_of(Pacing(0.0), 60, TAPS)

    assert max(waited) <= 0.002


def test_an_answer_that_never_comes_holds_up_copies_for_two_seconds() -> None:
    pace = Pacing(0.0)
    pace.expect(0.0)

    assert pace.expects(1.9)
    assert not pace.expects(2.1)


def test_a_crowd_of_answers_pushes_copies_back_by_a_moment_only() -> None:
    """What is in hand need not be given back."""
    pace = Pacing(0.0)
    for chat in range(20):
        assert pace.spend(chat, 1.0)

    assert 0 < pace.copy_in(1.0) < PATIENCE


def test_what_leaves_late_counts_from_then_on() -> None:
    pace = Pacing(0.0)
    for chat in range(MOST):
        assert pace.spend(chat, 0.0)
    pace.delayed(0.0, 0.5)

    assert pace.room(1.02) == MOST - 1
    assert pace.room(1.53) == MOST
