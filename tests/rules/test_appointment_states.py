"""An appointment's state follows from its history."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models import Actor, AppointmentEvent, Cause, Way
from bot.models import AppointmentState as State
from bot.rules.appointment_states import MAY_BECOME, NeverSo, may_become, state_after

NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)


def event(ordinal: int, state: State, moved: bool = False) -> AppointmentEvent:
    return AppointmentEvent(
        appointment_id=1,
        ordinal=ordinal,
        state=state,
        at=NOW,
        by=Actor.PERSON,
        why=Cause.ASKED,
        counselor_id=1,
        way=Way.VISIT,
        starts_at=NOW,
        from_starts_at=NOW - timedelta(hours=1) if moved else None,
    )


def history(*states: State) -> list[AppointmentEvent]:
    return [event(ordinal, state) for ordinal, state in enumerate(states)]


def test_without_events_it_is_a_hold() -> None:
    assert state_after([]) is State.HELD


@pytest.mark.parametrize(
    "states",
    [
        pytest.param([State.REQUESTED, State.CONFIRMED, State.ARRIVED, State.DONE], id="as it should be"),
        pytest.param([State.CONFIRMED, State.NO_SHOW, State.ARRIVED], id="late, after the counselor's tap"),
        pytest.param([State.REQUESTED, State.REQUESTED, State.CONFIRMED], id="moved, then accepted"),
        pytest.param([State.CONFIRMED, State.CANCELED_BY_CENTER, State.CONFIRMED], id="restored"),
        pytest.param([State.REQUESTED, State.PAST, State.DONE], id="said afterwards"),
    ],
)
def test_histories_that_happen(states: list[State]) -> None:
    assert state_after(history(*states)) is states[-1]


@pytest.mark.parametrize(
    "events",
    [
        pytest.param(history(State.DONE), id="met without having booked"),
        pytest.param(history(State.REQUESTED, State.HELD), id="held again"),
        pytest.param(
            history(State.REQUESTED, State.CANCELED_BY_PERSON, State.ARRIVED), id="called off and came"
        ),
        pytest.param(history(State.CONFIRMED, State.DONE, State.REQUESTED), id="booked after it was"),
        pytest.param([event(1, State.REQUESTED)], id="a missing beginning"),
        pytest.param([event(0, State.REQUESTED), event(2, State.CONFIRMED)], id="a missing middle"),
        pytest.param(
            [event(0, State.CONFIRMED), event(1, State.NO_SHOW, moved=True)], id="moved by not coming"
        ),
    ],
)
def test_histories_that_never_happen(events: list[AppointmentEvent]) -> None:
    with pytest.raises(NeverSo):
        state_after(events)


def test_the_table_knows_every_state() -> None:
    assert set(MAY_BECOME) == set(State)
    assert State.HELD not in set().union(*MAY_BECOME.values())


@given(st.data())
def test_any_walk_through_the_table_ends_where_it_ends(data: st.DataObject) -> None:
    state, walked = State.HELD, []
    for _ in range(data.draw(st.integers(0, 12))):
        state = data.draw(st.sampled_from(sorted(MAY_BECOME[state])))
        walked.append(state)

    assert state_after(history(*walked)) is state


@given(st.sampled_from(sorted(State)), st.sampled_from(sorted(State)))
def test_one_step_is_the_table(state: State, then: State) -> None:
    """Reached by the shortest way, a state takes exactly the steps of its row."""
    way = {State.HELD: [], State.DONE: [State.CONFIRMED, State.DONE]}.get(state, [State.REQUESTED, state])
    walked = history(*way, then)
    if may_become(state, then):
        assert state_after(walked) is then
    else:
        with pytest.raises(NeverSo):
            state_after(walked)
