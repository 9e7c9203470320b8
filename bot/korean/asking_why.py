"""Asking back: why somebody is asked what they are asked."""

import re

from bot.korean.plain import plain

_WHAT = r"(?:그건|이건|그거|이거|그걸|이걸|(?:이|그)런\s*(?:거|것|걸)|나이|주소|전화\s*번호|번호|이름|사는\s*(?:곳|데)|동네|경력)(?:은|는|을|를|이|가|도|까지)?"
_TO_KNOW = (
    r"(?:물어|묻|여쭤|필요|알려고|알려\s*줘야|알려\s*달라|알아야|알고\s*싶|궁금|적어야|적으라|말해야|써야|쓰라|"
    r"대답해야|해야)[가-힣\s]*"
)
_ASKS_WHY = re.compile(
    rf"(?:아니|근데|그런데|저기|잠깐만?|어)?[\s,]*(?:{_WHAT})?\s*(?:도대체|굳이)?\s*"
    rf"(?:왜\s*(?:요|죠|여|지)?|왜\s*(?:{_WHAT})?\s*{_TO_KNOW}|꼭\s*(?:필요|적어야|말해야|써야|대답해야|알려\s*줘야|해야)[가-힣\s]*)[\s?.!~]*"
    r"|why(?:\s+(?:do|are|is)\s+[a-z\s']*)?[\s?.!]*"
)


def asks_why(text: str) -> bool:
    """Whether a whole message asks why we ask: "왜요?", "이거 왜 물어봐요", "꼭 적어야 해요?"."""
    return _ASKS_WHY.fullmatch(plain(text)) is not None
