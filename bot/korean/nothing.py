"""Saying that there is nothing, or nothing more."""

import re

from bot.korean.plain import plain

_NOTHING = re.compile(
    r"(?:아니요?|아뇨|음|네)?[\s,]*(?:딱히|특별히|별로|해당(?:\s*사항)?|그런\s*거|아무\s*것도|다)?\s*"
    r"없(?:음|어|다|네|지|는데|습니다|슴다|구요|고요)?(?:요|용|여)?[\s.!~]*|none|nothing"
)
_ENOUGH = re.compile(
    r"(?:네|예|응|아|이제|음)?[\s,.]*(?:이게|그게|이거면|이\s*정도면?|여기까지(?:만)?|이것만|다)?\s*"
    r"(?:(?:했|됐|골랐|눌렀|선택했|끝났|정했)(?:어|습니다|음|다|네|지)?|끝(?:이에|이|났어|냈어|입니다)?|돼|전부|다(?:예|에|야)?|"
    r"완료|충분(?:해|합니다)?|이\s*정도(?:예|면\s*돼)?|done|enough|that'?s all)(?:요|여|용)?[\s.!~]*"
)


def enough(text: str) -> bool:
    """Whether a whole message says that all is chosen: "다 했어요", "이게 다예요"."""
    said = plain(text)
    return nothing(text) or _ENOUGH.fullmatch(said) is not None


def nothing(text: str) -> bool:
    """Whether a whole message says that there is nothing: 없음, 딱히 없어요."""
    return _NOTHING.fullmatch(plain(text)) is not None
