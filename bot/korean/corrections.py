"""Taking back what was just said: "A 말고 B", "A 아 아니 B"."""

import re

from bot.korean.plain import plain

# "아니면" offers a choice and "말고는 안 돼요" insists: neither takes anything back.
CORRECTION = re.compile(
    r"(?:이|가|은|는)?\s*(?:말(?:고|구)(?:요|여)?|아니(?:고|구|라)(?:요|여)?|아닌)(?![는가데])\s*[,.]*\s*"
    r"|(?<![가-힣])(?:아+\s*)?(?:(?:아니+\s?)+|아뇨|놉|노노|ㄴㄴ)(?:다|요|야|지|네|에요|예요|구나)?(?![가-힣])[\s,.]*"
    r"|(?<![가-힣])(?:아차|아참|앗|정정(?:할게요|합니다|이요)?|오타(?:예요|에요|요|입니다|네요|"
    r"났어요)?)(?![가-힣])[\s,.:]*"
    r"|(?:을|를|이라고|라고)?\s*(?:잘못|실수로)\s*(?:썼|적었|눌렀|말했|쳤|보냈)[가-힣]*[\s,.]*"
)


# "67 아니 76이요 오타요": what was taken back already is only excused.
_APOLOGY = re.compile(r"((?:아니[\s요다라고,.]|말고).*?)[\s.,](?:오타|잘못\s*[썼쳤적])[가-힣]*[.!\s]*$")


_BEGINS = re.compile(r"(?:아+[\s,.]*)?(?:참[\s,.]*)?(?:아니|아뇨|ㄴㄴ|정정|오타|잘못|아까|앞에|방금|실수)")


def without_apology(said: str) -> str:
    """The text without the excuse behind a correction."""
    return _APOLOGY.sub(r"\1", said)


def what_stands(text: str) -> str:
    """What was said last, when something was taken back: "3년 아니 4년" → "4년"."""
    return CORRECTION.split(text)[-1].strip()


def takes_back(text: str) -> bool:
    """Whether the words begin by taking something back: "아 아니 남구요", "아까 잘못 말했어요, 남구예요"."""
    return _BEGINS.match(plain(text)) is not None
