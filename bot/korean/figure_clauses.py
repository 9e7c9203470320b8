"""The clause of a story that gives the figure: "원래는 300을 생각했는데 너무 높대서 … 280만원으로 적어주세요".

The strict readers read the whole text first; only where that leaves a question is its last clause with a figure
read, and only where those before it lead up to it and leave nothing open.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from bot.korean.unclear import Unclear

T = TypeVar("T")
# Longer stories are asked about: what looks back and forth in them would keep a reader busy.
LONGEST_STORY = 120

_BREAK = re.compile(
    r"[.!?~]+(?=\s|$)|(?<!\d),|,(?=\s)|(?<=[요죠유])\s+|(?<=니다)\s+|(?<=[가-힣][데다라])\s+|(?<=[가-힣]고)(?<!말고)(?<!빼고)(?<!하고)\s+|"
    r"(?<=[가-힣]서)(?<!에서)(?<!해서)\s+|(?<=[^합]해서)\s+|(?<=거든|느라|지만|니깐|니까)\s+|(?<=때문에)\s+|(?<=[려]면)\s+|(?<=으니)\s+"
)
# 서른다섯 and 삼백오십 as well as digits; a hint is enough, the reader decides.
_FIGURE = re.compile(
    r"\d|[십백천]\s?만|[일이삼사오육칠팔구]\s?[십백천만]|[일이삼사오육칠팔구영공]{2}|(?<![가-힣])(?:열|스물|스무|서른|마흔|쉰|예순|일흔)|"
    r"(?<![가-힣])(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|십|백|일|이|삼|사|오|육|칠|팔|구)\s?(?:년|달|개월|명|개|살|번|해)|(?<![가-힣])(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)"
)
_LEADS_ON = re.compile(
    r"(?:[는은던인한운큰준]\s?데(?:요|유)?|지만|서(?:요|유)?|니까|니|라|길래|거든요?|느라|잖아요?|고요?|는디|구요?|려다가?|다가|께|때문에|면)$"
)
_OPEN = re.compile(
    r"아니면|또는|혹은|든지|거나|모르|글쎄|생각해\s*보고|헷갈|가물|기억|아마|정확(?!히는)|대충|둘\s*다"
)


def clauses(said: str) -> list[str]:
    """The clauses of a text, without the marks between them."""
    return [clause.strip() for clause in _BREAK.split(said) if clause and clause.strip()]


def last_figure(said: str, marked: re.Pattern[str] | None = None) -> str | None:
    """The last clause with a figure, where it settles the text; `marked` is what it must hold."""
    parts = clauses(said)
    named = [index for index, part in enumerate(parts) if _FIGURE.search(part)]
    if not named or len(parts) == 1 or _OPEN.search(said):
        return None
    last = parts[named[-1]]
    if marked is not None:
        return last if marked.search(last) else None
    before = [parts[index] for index in named[:-1]]
    return last if all(_LEADS_ON.search(part) for part in before) else None


def settled_figure(said: str, read: Callable[[str], T], marked: re.Pattern[str] | None = None) -> T:
    """What a strict reader finds in the text or, where that leaves a question, in the clause that settles it."""
    try:
        return read(said)
    except Unclear:
        part = last_figure(said, marked)
        if part is None:
            raise
        return read(part)
