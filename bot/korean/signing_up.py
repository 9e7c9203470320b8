"""Whether somebody wants to come to a hiring day: "신청할래요", "수요데이 가고싶어요", "2일꺼 신청"."""

import re

from bot.korean.plain import plain

LONGEST = 30  # characters without spaces: a longer text tells more than this
_SPACES = re.compile(r"[\s.,!~·'\"]+")
_SIGNS_UP = re.compile(
    r"(?:신청|등록|접수|참가|참여|참석)(?:을|좀)?(?:할래|할게|할께|하고[싶시]|해주|해줘|해조|하겠|합니다|하려|할려|할라|이?요$|$)|"
    r"(?:가고[싶시]|가보고[싶시]|갈래|갈게|갈께|가볼래|가볼게|가볼께|가려고|갈려고|갈라고|가겠)"
)
_ASKS_OR_REFUSES = re.compile(
    r"안(?:갈|가|할|해)|못(?:갈|가|할|해)|취소|말고|어떻게|어떡|언제|어디|방법|순서|나요|되나|돼요\?|가능|얼마|\?$|했[어는는습]|상담"
)
_NAMED = re.compile(r"수[요욜]데이|빛이나|채용행사|채용박람회|박람회|^행사")


def signs_up(text: str) -> bool:
    """Whether the words want to sign up, and neither ask nor refuse."""
    said = _SPACES.sub("", plain(text))
    return len(said) <= LONGEST and bool(_SIGNS_UP.search(said)) and not _ASKS_OR_REFUSES.search(said)


def hiring_day_named(text: str) -> str | None:
    """The name of the hiring days that stands in the words, as it is spelled in their titles."""
    found = _NAMED.search(_SPACES.sub("", plain(text)))
    return found[0].replace("수욜", "수요") if found else None
