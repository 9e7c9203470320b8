"""Bringing the rows of a fair into the shape of its file; whom a change concerns, and how."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession


def _by_guest() -> defaultdict[int, set[Any]]:
    return defaultdict(set)


@dataclass(slots=True)
class Effects:
    """What a change of the file means for guests, by their number.

    `lost` does not take place for them any more, `talks` are those with a seat of theirs that are at another
    time or place, `clashes` those whose seat they cannot keep beside what else they have then.
    """

    lost: dict[int, set[str]] = field(default_factory=_by_guest)
    talks: dict[int, set[int]] = field(default_factory=_by_guest)
    clashes: dict[int, set[str]] = field(default_factory=_by_guest)

    def of(self, guest_id: int) -> dict[str, list[Any]]:
        """What to tell this guest, as the facts of a notice; empty where it does not concern them."""
        told = {name: sorted(getattr(self, name).get(guest_id, ())) for name in ("lost", "talks", "clashes")}
        return told if any(told.values()) else {}


async def by_key(session: AsyncSession, table: Any, condition: Any) -> dict[str, Any]:
    """The rows that meet the condition, by their key in the file."""
    return {row.key: row for row in (await session.exec(select(table).where(condition))).all()}


async def put(session: AsyncSession, table: Any, row: Any, values: dict[str, Any], **known: Any) -> Any:
    """The row with these values: the one that was there, or a new one."""
    if row is None:
        row = table(**known, **values)
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)
    await session.flush()
    return row
