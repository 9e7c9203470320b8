"""What all tables share: names of constraints, wide numbers, states kept as words."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, Enum, Index, Integer, text
from sqlmodel import SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# SQLite numbers rows by itself only where the key is an INTEGER.
Wide = BigInteger().with_variant(Integer, "sqlite")
Json = JSON(none_as_null=True)


def words_of(states: type[StrEnum]) -> Enum:
    """A state as its word, checked by the database; PostgreSQL's own enums are painful to change."""
    return Enum(
        states,
        native_enum=False,
        length=24,
        create_constraint=True,
        name=states.__name__.lower(),
        values_callable=_values,
    )


def where(condition: str, name: str, *columns: str, unique: bool = False) -> Index:
    """An index of the rows that fulfill the condition, on both databases."""
    rows = text(condition)
    return Index(name, *columns, unique=unique, sqlite_where=rows, postgresql_where=rows)


def _values(states: Any) -> list[str]:
    return [state.value for state in states]
