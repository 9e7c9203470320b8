"""A place on a map as people send it: two numbers, alone or somewhere in a link."""

import re

# Where Korea lies; outside of it no hiring day takes place.
LATITUDES = (33.0, 39.0)
LONGITUDES = (124.0, 132.0)
_DECIMAL = re.compile(r"(?<![\d.])\d{2,3}\.\d{2,}(?![\d.])")


def place_on_map(text: str) -> tuple[float, float] | None:
    """Latitude and longitude, in whichever order they stand ("126.91,35.15" too); None where they do not."""
    numbers = [float(each) for each in _DECIMAL.findall(text)]
    latitude = next((each for each in numbers if LATITUDES[0] <= each <= LATITUDES[1]), None)
    longitude = next((each for each in numbers if LONGITUDES[0] <= each <= LONGITUDES[1]), None)
    return (latitude, longitude) if latitude is not None and longitude is not None else None
