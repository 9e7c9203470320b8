"""What those who work at a hiring day write instead of pressing: "다음 분 불러줘", "체크인 할게요"."""

import re
from enum import StrEnum

from bot.korean.plain import plain

LONGEST = 20  # characters without spaces: a command is short


class AtDesk(StrEnum):
    """What the words are about."""

    BOOTH = "booth"
    GUESTS = "guests"
    CHECK_IN = "check_in"
    DAYS = "days"


_SPACES = re.compile(r"[\s.,!?~·]+")
_COMPANY = (
    (
        AtDesk.BOOTH,
        re.compile(
            r"다음(?:분|사람|번|이요|차례)|불러(?:줘|주|요)|몇(?:명|분).{0,3}(?:남|기다|대기)|우리부스"
        ),
    ),
    (
        AtDesk.GUESTS,
        re.compile(r"지원자|명단|합격|채용(?!행사|박람회)|결과|(?:누가|몇명|몇분).{0,3}(?:와|오)"),
    ),
)
_OPERATOR = (
    (AtDesk.CHECK_IN, re.compile(r"체크인|출석(?:체크|확인)|입장확인")),
    (
        AtDesk.DAYS,
        re.compile(
            r"(?:신청자|참가자|참석자)(?:명단|목록|현황|몇)|(?:행사|수요데이|박람회).{0,4}(?:명단|현황|운영|몇명)"
        ),
    ),
)


def at_the_booth(text: str) -> AtDesk | None:
    """What a company's person means by it."""
    return _meant(text, _COMPANY)


def at_the_desk(text: str) -> AtDesk | None:
    """What an operator means by it."""
    return _meant(text, _OPERATOR)


def _meant(text: str, rules: tuple[tuple[AtDesk, re.Pattern[str]], ...]) -> AtDesk | None:
    said = _SPACES.sub("", plain(text))
    if len(said) > LONGEST:
        return None
    return next((meant for meant, pattern in rules if pattern.search(said)), None)
