"""What guards the appointment book, whoever writes to it: triggers and exclusions, as of revision 0003.

- Nobody is in two places: a counselor, a room, a person. What belongs together is not in its own way: the
  seats of a session, and a hold with the appointment that may move there.
- Every change of an appointment writes an event; an event is not changed, and goes only with its appointment.
- `slot.free_minutes` follows the appointments and the timetable.

They are frozen like the revision: a later one that rebuilds `appointment` or `slot` calls `drop` before and
`create`, or its own, after. They are SQL because Alembic cannot render them.
"""

from alembic import op

from bot.migrations.book_guards import postgresql, sqlite


def create() -> None:
    """Put the guards up."""
    for statement in (postgresql if is_postgres() else sqlite).CREATED:
        op.execute(statement)


def drop() -> None:
    """Take the guards down."""
    for statement in (postgresql if is_postgres() else sqlite).DROPPED:
        op.execute(statement)


def is_postgres() -> bool:
    """Which of the two is migrated."""
    return op.get_bind().dialect.name == "postgresql"
