"""What goes wrong on purpose."""

from dataclasses import asdict, dataclass
from random import Random
from typing import Literal, get_args

from sandbox.refusals import Json, NotPossible, Refused, forbidden, too_many_requests

Kind = Literal["slow", "bad_gateway", "drop", "refuse", "too_many", "blocked"]
ON_THE_WIRE = frozenset({"slow", "bad_gateway", "drop", "refuse"})
"""These happen to the connection; the others are answers Telegram gives."""


@dataclass(slots=True)
class Fault:
    """`count` is how many more calls it hits (None: all), `share` how likely each call is hit."""

    id: int
    kind: Kind
    method: str = "*"
    seconds: float = 2
    count: int | None = None
    share: float = 1.0
    person: int | None = None

    def concerns(self, method: str, person: object) -> bool:
        right_method = self.method == "*" or self.method.lower() == method.lower()
        return self.count != 0 and right_method and (self.person is None or str(self.person) == str(person))

    def told(self) -> Json:
        return asdict(self)


class Faults:
    """The same seed gives the same accidents."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = Random(seed)  # noqa: S311 - accidents for tests, not secrets
        self._number = 0
        self.active: list[Fault] = []

    def add(self, wanted: Json) -> Fault:
        if wanted.get("kind") not in get_args(Kind):
            raise NotPossible(f"no such fault: {wanted.get('kind')}")
        self._number += 1
        fault = Fault(self._number, **{name: wanted[name] for name in Fault.__slots__ if name in wanted})
        self.active.append(fault)
        return fault

    def clear(self) -> None:
        self.active.clear()

    def on_the_wire(self, method: str, person: object) -> Fault | None:
        """What happens to the connection of this call."""
        return self._strike(method, person, wire=True) if self.active else None

    def refusal(self, method: str, person: object) -> Refused | None:
        """The answer Telegram gives instead of doing what was asked."""
        fault = self._strike(method, person, wire=False) if self.active else None
        if fault is None:
            return None
        if fault.kind == "blocked":
            return forbidden("bot was blocked by the user")
        return too_many_requests(max(1, round(fault.seconds)))

    def _strike(self, method: str, person: object, *, wire: bool) -> Fault | None:
        for fault in self.active:
            fits = (fault.kind in ON_THE_WIRE) is wire and fault.concerns(method, person)
            if fits and self._chance.random() < fault.share:
                self._use(fault)
                return fault
        return None

    def _use(self, fault: Fault) -> None:
        if fault.count is not None:
            fault.count -= 1
            if fault.count == 0:
                self.active.remove(fault)
