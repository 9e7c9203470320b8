"""What a button carries, read with care: anybody can send anything."""

from datetime import UTC, datetime


def parts(rest: str) -> tuple[str, str, list[str]]:
    """The deed, the row it is about, and two more parts."""
    deed, row, *more = [*rest.split(":"), "", "", ""][:4]
    return deed, row, more


def moment(written: str) -> datetime:
    """A moment, in seconds since 1970."""
    return datetime.fromtimestamp(row_number(written), UTC)


def row_number(written: str) -> int:
    """The number of a row; 0, which no row has, for anything that is none."""
    return int(written) if written.isdecimal() and len(written) < 12 else 0
