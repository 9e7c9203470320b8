"""Starting the bot, apart from what a process shows."""

import gc

from bot.running import settle


def test_what_is_loaded_is_not_looked_through_again() -> None:
    """A full collection with nothing to do costs a fifth of a second otherwise: somebody waits that long."""
    settle()
    try:
        assert gc.get_freeze_count() > 100_000
        assert len(gc.get_objects()) < 1_000
    finally:
        gc.unfreeze()
