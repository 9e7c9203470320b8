"""Ages as the first interview keeps them."""

from datetime import date

OLDEST = 100


def births(low: int, high: int, today: date) -> list[str]:
    """All answers to "when were you born?" that may mean somebody of this age band, both ends included.

    A year of birth means two ages, an age that was said up to three years (see bot.rules.facts): whoever may
    be of that age is meant.
    """
    years = [str(year) for year in range(today.year - high - 1, today.year - low + 1)]
    said = [f"age:{age}" for age in range(low, min(high, OLDEST) + 3)]
    exact = [f"age:{age}:full" for age in range(low, min(high, OLDEST) + 1)]
    return [*years, *said, *exact]
