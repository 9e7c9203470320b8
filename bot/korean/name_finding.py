"""Where in a clause the name stands: at its beginning, before an aside, or at the end of what is told."""

import re

from bot.korean.name_asides import is_aside
from bot.korean.name_endings import CALLED
from bot.korean.name_evidence import KNOWN, LIKELY, evidence
from bot.korean.name_parts import name_in
from bot.korean.unclear import Unclear, Why

SO_CALLED = re.compile(rf"{CALLED}[가-힣\s]*$|이?라는\s")
# Behind a name: somebody else is spoken of.
_SEEKS = re.compile(
    r"^(?:씨|님|선생|상담사|쌤|한테|에게|좀|보다|처럼|같은)|만나|있|감독|가수|배우|선수|작가|계신|계시|찾|바꿔|연결|아세요|아시|있나|싶|주세요|없|못|안\s|서류|어려|힘들"
)


# "운암동 사는 …": a place, whatever it looks like.
_LIVES = re.compile(r"(?:에\s*)?(?:사는|사[요니]|살아|살고|삽니|거주)")


def first_name(rest: str, *, framed: bool, declared: bool = False) -> str | None:
    """The name that all of the words give, or None; Unclear where they give two."""
    try:
        return name_in(rest, framed=framed, declared=declared)
    except Unclear as unclear:
        if unclear.why is Why.SEVERAL:
            raise
        return None


def before_aside(rest: str, *, framed: bool) -> str | None:
    """The name at the beginning, where what stands behind it is no part of it."""
    words = rest.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        head, tail = " ".join(words[:count]), " ".join(words[count:])
        if _LIVES.match(tail) or not (name := first_name(head, framed=framed)):
            continue
        ended = len(head.replace(" ", "")) > len(name) + (evidence(name) <= LIKELY)
        if is_aside(tail, name) or (ended and len(name) > 2 and evidence(name) >= LIKELY):
            return name
    return None


def whole_first(rest: str) -> str | None:
    """A whole name at the beginning, whatever is told behind it, but of nobody else: "손지창 두 번 말했어요"."""
    word, _, tail = rest.partition(" ")
    sure = (
        len(word) == 3
        and word[-1] not in "는은를을로도만에"
        and evidence(word) >= LIKELY
        and not re.match(r"[가-힣](?:\s|$)", tail)
    )
    return first_name(word, framed=False) if sure and not _SEEKS.search(tail) else None


def behind_more(rest: str) -> str | None:
    """The name at the end of what somebody tells about themselves: "북구 사는 강민재입니다"."""
    words = rest.split()
    if len(words) == 2 and all(len(word) > 2 and evidence(word) >= LIKELY for word in words):
        raise Unclear(Why.SEVERAL, *words)
    for begins in range(1, min(8, len(words))):
        tail = " ".join(words[begins:])
        name = first_name(tail, framed=False)
        sure = name and (
            evidence(name) >= KNOWN
            or SO_CALLED.search(tail)
            or (evidence(name) == LIKELY and len(tail) > len(name) + 1)
        )
        if name and len(name) > 2 and sure:
            return name
    return None
