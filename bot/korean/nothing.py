"""Saying that there is nothing."""

import re

from bot.korean.plain import plain

_NOTHING = re.compile(
    r"(?:아니요?|아뇨|음|네)?[\s,]*(?:딱히|특별히|별로|해당(?:\s*사항)?|그런\s*거|아무\s*것도|다)?\s*"
    r"없(?:음|어|다|네|지|는데|습니다|슴다|구요|고요)?(?:요|용|여)?[\s.!~]*|none|nothing"
)


def nothing(text: str) -> bool:
    """Whether a whole message says that there is nothing: 없음, 딱히 없어요."""
    return _NOTHING.fullmatch(plain(text)) is not None
