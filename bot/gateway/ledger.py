"""The statements of the ledger of copies, for each database: said once, prepared by the driver."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import TextClause, bindparam, text
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.sqltypes import UTCDateTime

MOMENT = UTCDateTime()
RUNNING = text(
    "SELECT id, revision, law, picture IS NOT NULL OR edits_id IS NOT NULL AS alone FROM announcement "
    "WHERE state = 'sending' AND EXISTS (SELECT 1 FROM copy WHERE copy.announcement_id = announcement.id "
    "AND copy.state = 'waiting' AND copy.night IN (true, :others)) ORDER BY released_at, id"
)
RECOVERED = text(
    "UPDATE copy SET state = 'unknown', ended_at = :now, error = 'the sender stopped' "
    "WHERE state = 'sending' AND announcement_id IN "
    "(SELECT id FROM announcement WHERE released_at IS NOT NULL AND ended_at IS NULL)"
).bindparams(bindparam("now", type_=MOMENT))


async def rows(session: AsyncSession, statement: TextClause, **given: Any) -> Sequence[Any]:
    """What this statement finds."""
    return (await (await session.connection()).execute(statement, given)).all()


async def run(session: AsyncSession, statement: TextClause, **given: Any) -> int:
    """How many rows this statement has changed."""
    return (await (await session.connection()).execute(statement, given)).rowcount


def kind_of(session: AsyncSession) -> str:
    """Which database it is: the ledger's statements are written for each."""
    return session.get_bind().dialect.name


def numbers(session: AsyncSession, numbers: Sequence[int]) -> Any:
    """Numbers as one parameter: SQLite has no arrays."""
    return list(numbers) if kind_of(session) == "postgresql" else orjson.dumps(list(numbers)).decode()


def _both(statement: str) -> dict[str, TextClause]:
    """The statement for each database; `{ids}` is a list of numbers, `{lock}` keeps others from its rows."""
    moment = [bindparam("now", type_=MOMENT)] if ":now" in statement else []
    lists = {
        "sqlite": "(SELECT value FROM json_each(:{}))",
        "postgresql": "(SELECT unnest(CAST(:{} AS bigint[])))",
    }
    made = {}
    for kind, form in lists.items():
        words = statement.replace("{lock}", "FOR UPDATE OF copy SKIP LOCKED" if kind == "postgresql" else "")
        for name in ("ids", "persons"):
            words = words.replace("{" + name + "}", form.format(name))
        made[kind] = text(words).bindparams(*moment)
    return made


PAGE = _both(
    "SELECT copy.id, copy.person_id, copy.edits, person.chat_id, person.language "
    "FROM copy JOIN person ON person.id = copy.person_id "
    "WHERE copy.announcement_id = :announcement AND copy.state = 'waiting' "
    "AND copy.night IN (true, :others) LIMIT :many {lock}"
)
OTHERS = _both(
    "SELECT copy.id, copy.announcement_id, copy.person_id FROM copy "
    "WHERE copy.person_id IN {persons} AND copy.announcement_id IN {ids} "
    "AND copy.state = 'waiting' AND copy.night IN (true, :others) ORDER BY copy.announcement_id {lock}"
)
TOGETHER = _both(
    "SELECT new.id, old.announcement_id FROM copy AS new JOIN copy AS old "
    "ON old.person_id = new.person_id AND old.message_id = new.edits AND old.edits IS NULL "
    "WHERE new.id IN {ids} ORDER BY old.announcement_id"
)
MARKED = _both("UPDATE copy SET state = 'sending' WHERE id IN {ids}")
BACK = _both("UPDATE copy SET state = 'waiting' WHERE id IN {ids} AND state = 'sending'")
PAUSED = text(
    "UPDATE announcement SET state = 'paused', paused_why = 'failures' "
    "WHERE id = :announcement AND state = 'sending'"
)
SENT = {
    "sqlite": text(
        "UPDATE copy SET state = 'sent', message_id = ended.value ->> 1, ended_at = :now "
        "FROM json_each(:pairs) AS ended WHERE copy.id = ended.value ->> 0 AND state = 'sending'"
    ).bindparams(bindparam("now", type_=MOMENT)),
    "postgresql": text(
        "UPDATE copy SET state = 'sent', message_id = ended.message, ended_at = :now "
        "FROM unnest(CAST(:ids AS bigint[]), CAST(:messages AS bigint[])) AS ended(id, message) "
        "WHERE copy.id = ended.id AND copy.state = 'sending'"
    ).bindparams(bindparam("now", type_=MOMENT)),
}
