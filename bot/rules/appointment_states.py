"""Where an appointment stands, from what happened to it: which change may follow which."""

from collections.abc import Iterable, Mapping

from bot.models import AppointmentEvent, AppointmentState

State = AppointmentState
CANCELED = frozenset({State.CANCELED_BY_PERSON, State.CANCELED_BY_CENTER})
BOOKED = frozenset({State.REQUESTED, State.CONFIRMED})
CAME_OR_NOT = frozenset({State.ARRIVED, State.DONE, State.NO_SHOW})

# What may become of what. A hold has no history, so an appointment's first event follows on HELD. Moving is a
# step from booked to booked; taps are corrected; what was called off can be restored.
MAY_BECOME: Mapping[State, frozenset[State]] = {
    State.HELD: BOOKED,
    State.REQUESTED: BOOKED | CAME_OR_NOT | CANCELED | {State.PAST},
    State.CONFIRMED: BOOKED | CAME_OR_NOT | CANCELED | {State.PAST},
    State.ARRIVED: frozenset({State.CONFIRMED, State.DONE, State.NO_SHOW, State.CANCELED_BY_CENTER}),
    State.DONE: frozenset({State.ARRIVED, State.NO_SHOW}),
    State.NO_SHOW: frozenset({State.ARRIVED, State.DONE}),
    State.PAST: CAME_OR_NOT,
    State.CANCELED_BY_PERSON: BOOKED,
    State.CANCELED_BY_CENTER: BOOKED,
}


class NeverSo(ValueError):  # noqa: N818 (a history, not an error)
    """No appointment has such a history."""


def may_become(state: AppointmentState, then: AppointmentState) -> bool:
    """Whether this state may follow that one."""
    return then in MAY_BECOME[state]


def state_after(events: Iterable[AppointmentEvent]) -> AppointmentState:
    """Where an appointment stands after these events, given in order; without any it is a hold.

    Raises NeverSo where one does not follow on the other, is missing, or moves what cannot be moved.
    """
    state = State.HELD
    for position, event in enumerate(events):
        if event.ordinal != position:
            raise NeverSo(f"event {position} is missing")
        if not may_become(state, event.state):
            raise NeverSo(f"{event.state} does not follow on {state}")
        if event.from_starts_at is not None and event.state not in BOOKED:
            raise NeverSo(f"what is {event.state} is not moved")
        state = event.state
    return state
