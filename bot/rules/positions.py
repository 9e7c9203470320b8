"""How a position looks from what somebody told us: never a reason to keep anybody away."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.center import Condition
from bot.models import FairPosition
from bot.rules.conditions import judged


@dataclass(frozen=True, slots=True)
class Look:
    """A position beside a person: their field, their district, the posted conditions by what is known."""

    position: FairPosition
    field: bool
    near: bool
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    unsaid: tuple[str, ...]

    @property
    def order(self) -> tuple[bool, bool, int]:
        """What suits best comes first."""
        return not self.field, not self.near, len(self.unmet)


def look(position: FairPosition, facts: Mapping[str, object]) -> Look:
    """This position for somebody of whom these facts are known."""
    sorted_by: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    for posted in position.conditions:
        sorted_by[_truth(posted, facts)].append(posted["text"])
    district = facts.get("district")
    return Look(
        position,
        field=facts.get("field") == position.field,
        near=isinstance(district, str) and district in position.place,
        met=tuple(sorted_by[True]),
        unmet=tuple(sorted_by[False]),
        unsaid=tuple(sorted_by[None]),
    )


def _truth(posted: Mapping[str, Any], facts: Mapping[str, object]) -> bool | None:
    """Whether it is met; what is only words nobody but the person knows."""
    if "field" not in posted:
        return None
    return judged(
        Condition.model_validate({name: posted[name] for name in ("field", "op", "value")}), facts
    ).truth
