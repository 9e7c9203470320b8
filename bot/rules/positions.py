"""How a position looks from what somebody told us: never a reason to keep anybody away."""

import re
from collections.abc import Iterable, Mapping
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
        near=isinstance(district, str) and lies_in(position.place, district),
        met=tuple(sorted_by[True]),
        unmet=tuple(sorted_by[False]),
        unsaid=tuple(sorted_by[None]),
    )


def lies_in(place: str, district: str) -> bool:
    """Whether a workplace is in this 구: 광주북구 is in 북구, 강북구 is not."""
    return re.search(rf"(?:^|[^가-힣]|광주|시){district}", place) is not None


def district_of(place: str, districts: Iterable[str]) -> str | None:
    """The first of these 구 that the workplace names; None where it is somewhere else."""
    return next((district for district in districts if lies_in(place, district)), None)


def _truth(posted: Mapping[str, Any], facts: Mapping[str, object]) -> bool | None:
    """Whether it is met; what is only words nobody but the person knows."""
    if "field" not in posted:
        return None
    return judged(
        Condition.model_validate({name: posted[name] for name in ("field", "op", "value")}), facts
    ).truth
