"""Whether somebody wants to wait until a time is free: "자리 나면 알려주세요"."""

import re
from datetime import datetime

from bot.korean.moments import Moment, moment
from bot.korean.spelling import tidy

_ONCE_FREE = re.compile(
    r"(?<!일)(?<!술)(?:빈\s*)?(?:자리|시간|타임|상담|예약)\s*(?:가|이|이라도|라도)?\s*"
    r"(?:나면|나오면|나는\s*대로|생기면|비면|빠지면|취소되면|풀리면|날\s*때|나시면)"
    r"|취소\s*(?:가|분이?)?\s*(?:나오면|나면|생기면|있으면|하면)"
)
_ON_THE_LIST = re.compile(
    r"대기\s*(?:자|자\s*명단|명단|순번|번호)?\s*(?:에|로|를|을)?\s*"
    r"(?:할게|할래|하고\s*싶|하겠|해\s*주|해\s*놓|신청|걸어|걸고|올려|올리|넣어|등록|부탁|받을)"
    r"|기다렸다가\s*(?:할게|할래|받)|예약\s*대기"
)
_PARTS = re.compile(r"[,，/·]|그리고|이랑|(?<=[일전후])\s*랑|하고|또는|아니면|이나")
_WEEK = re.compile(r"(?:이번|다음|다다음|담)\s*주")
_WEEKDAY = re.compile(r"[월화수목금]요일")


def wants_to_wait(text: str) -> bool:
    """Whether these words ask for a place on the waiting list."""
    said = tidy(text)
    return bool(_ONCE_FREE.search(said) or _ON_THE_LIST.search(said))


def days_wished(text: str, now: datetime) -> list[Moment]:
    """Each day that is named, with its half or hour: "다음 주 화요일 오전, 목요일" → two; or Unclear.

    A week that was named holds for the weekdays after it.
    """
    found, week = [], ""
    for part in (each.strip() for each in _PARTS.split(text)):
        if not part:
            continue
        named = _WEEK.search(part)
        week = named.group() if named else week
        whole = part if named or not _WEEKDAY.search(part) else f"{week} {part}".strip()
        found.append(moment(whole, now))
    return found
