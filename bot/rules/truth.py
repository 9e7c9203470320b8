"""Three-valued truth: True, False, and None for what nobody has told us (Kleene's logic)."""

from collections.abc import Iterable

Truth = bool | None


def every(truths: Iterable[Truth]) -> Truth:
    """False as soon as one is, unknown as long as one is."""
    seen = set(truths)
    if False in seen:
        return False
    return None if None in seen else True


def some(truths: Iterable[Truth]) -> Truth:
    """True as soon as one is, unknown as long as one is."""
    seen = set(truths)
    if True in seen:
        return True
    return None if None in seen else False


def opposite(truth: Truth) -> Truth:
    """Unknown stays unknown."""
    return None if truth is None else not truth


def agreed(truths: Iterable[bool]) -> Truth:
    """What all of them say; unknown where they differ or there are none."""
    seen = set(truths)
    return seen.pop() if len(seen) == 1 else None
