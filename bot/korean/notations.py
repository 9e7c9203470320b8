"""Numbers in the ways of a page or of a mathematics lesson, put into plain decimals: fractions, signs, powers."""

import re

from bot.korean.numerals import SINO, sino_value

# What a double surely holds, as printed: a third is 0.333333333333333.
_DIGITS = 15
_MOST_POWER = 40

_COUNT = rf"(?:\d+|{SINO})"
_FRACTION = re.compile(
    rf"(?<![가-힣\d.])(?:(?P<whole>{_COUNT})\s*[과와]\s*)?(?P<below>{_COUNT})\s*분의\s*(?P<above>{_COUNT})(?!\d)"
)
_SLASHED = re.compile(
    r"(?P<sign>-?)\s*(?:(?P<whole>\d{1,6})\s+)?(?P<above>\d{1,6})/(?P<below>\d{1,6})(?P<ending>\s*(?:이?요|입니다|정도|쯤)?[.!\s]*)"
)
_POWER = re.compile(
    r"\s*(?P<base>-?\d{1,9}(?:\.\d{1,9})?)(?:e(?P<tens>[+-]?\d{1,2})|\^(?P<power>[+-]?\d{1,2}))\s*",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"(?<![\d.,-])\d{1,3}(?: \d{3}){2,}(?![\d-])|^\d{1,3} \d{3}$")
_NO_ZERO = re.compile(r"(?<![\d.])\.(?=\d)")
_MINUS = re.compile(rf"(?:(?<![가-힣])(?:마이[너나]스|음수|영하)|(?<![^\s])-)\s*(?P<count>\d[\d.]*|{SINO})")


def decimal(number: float) -> str:
    """A number as the readers find it again: whole ones without a point."""
    return str(int(number)) if number == int(number) else f"{number:.{_DIGITS}g}"


def _share(above: float | None, below: float | None, whole: float | None = 0) -> float | None:
    return None if above is None or not below or whole is None else whole + above / below


def _spoken(match: re.Match[str]) -> str:
    above = match["above"]
    # In 오분의 삼이요 the last syllable belongs to the ending.
    ending = re.search(
        r"(?<=[십백천만억일삼사육칠팔구])이(?=\s*(?:요|에요|예요|고))",
        above + match.string[match.end() :][:3],
    )
    if ending and above.endswith("이"):
        above = above[:-1]
    whole = sino_value(match["whole"]) if match["whole"] else 0
    share = _share(sino_value(above), sino_value(match["below"]), whole)
    return match[0] if share is None else f"{decimal(share)}{match['above'][len(above) :]}"


def _of_slash(match: re.Match[str]) -> str:
    share = _share(float(match["above"]), float(match["below"]), float(match["whole"] or 0))
    return match[0] if share is None else f"{match['sign']}{decimal(share)}{match['ending']}"


def power(text: str) -> float | None:
    """ "1e10", "2.5^-1": a whole text that is a power, None where it is none or endless."""
    match = _POWER.fullmatch(text)
    if match is None:
        return None
    base, exponent = float(match["base"]), int(match["tens"] or match["power"])
    if abs(exponent) > _MOST_POWER or base == 0:
        return None
    if match["tens"]:
        return float(f"{match['base']}e{exponent}")
    # In -1.1^23 the sign stands before the power.
    return (abs(base) ** exponent) * (-1 if base < 0 else 1)


def written_out(said: str) -> tuple[int, str]:
    """The sign of a text's number, and the text with its fractions as decimals: "사분의 삼" → (1, "0.75")."""
    said = _SLASHED.sub(_of_slash, said) if _SLASHED.fullmatch(said) else said
    said = _GROUPS.sub(lambda match: match[0].replace(" ", ""), _NO_ZERO.sub("0.", said))
    said = _FRACTION.sub(_spoken, said)
    minus = _MINUS.search(said)
    count = sino_value(minus["count"]) if minus else None
    if minus is None or count is None:
        return 1, said
    return -1, f"{said[: minus.start()]}{decimal(count)}{said[minus.end() :]}"
