"""What one call's end means for all others: silence, a hold, or nothing."""

import logging
from collections.abc import Callable

from bot.gateway.outcomes import TROUBLE, End, Outcome
from bot.gateway.pacing import Pace
from bot.gateway.patience import grown

logger = logging.getLogger(__name__)

TOKEN_SECONDS = 60.0


class Lessons:
    """Learns from how calls end; the pace is told."""

    def __init__(self, pace: Pace, monotonic: Callable[[], float]) -> None:
        self._pace = pace
        self._monotonic = monotonic
        self._troubles = 0
        self._trouble_until = 0.0

    def learn(self, outcome: Outcome) -> None:
        """What one call's end means for all others."""
        moment = self._monotonic()
        if outcome.end is End.TOLD_TO_WAIT:
            logger.warning("Telegram asks for %d seconds of silence.", outcome.seconds)
            self._pace.pause(outcome.seconds, moment)
        elif outcome.end is End.TOKEN_REFUSED:
            logger.error("Telegram refuses the token: check BITNA_TOKEN.")
            self._pace.pause(TOKEN_SECONDS, moment)
        elif outcome.end in TROUBLE:
            self._take_trouble(moment)
        elif outcome.end is End.SENT:
            self._troubles = 0

    def _take_trouble(self, moment: float) -> None:
        """Many calls that fail at once are one trouble; the next one lasts longer."""
        if moment >= self._trouble_until:
            self._trouble_until = moment + grown(self._troubles)
            self._troubles += 1
            self._pace.hold(self._trouble_until - moment, moment)
