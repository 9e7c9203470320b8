"""Words of despair, of goodbye, of harm to oneself or at home. Heard before anything else.

Figures of speech ("더워 죽겠다") and tasks that somebody wants to be done with are not despair. `distress.toml` lists
the words of both.
"""

import re
import tomllib
from pathlib import Path

from bot.korean.keys import as_hangul, composed
from bot.korean.plain import LONGEST, plain

_NO_LETTERS = re.compile(r"[\W\d_]+")
_SPELLINGS = (
    ("쥭", "죽"), ("주꼬", "죽고"), ("주글", "죽을"), ("주거버", "죽어버"), ("시퍼", "싶어"), ("시프", "싶으"), ("싶퍼", "싶어"),
    ("십어", "싶어"), ("십은", "싶은"), ("십다", "싶다"), ("십네", "싶네"), ("시푸", "싶으"), ("시픔", "싶음"),
)  # fmt: skip
_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("distress.toml").read_text("utf-8"))
_TASK = f"(?:{'|'.join(_WORDS['task'])})"


def _any_of(*themes: str) -> re.Pattern[str]:
    return re.compile("|".join(word.replace("TASK", _TASK) for theme in themes for word in _WORDS[theme]))


_HARMLESS = _any_of("harmless")
_NOT_DYING = _any_of("not_dying")
_DESPAIR = _any_of(
    "wants_to_die", "wants_to_end", "wants_to_be_gone", "harms", "hurt_at_home", "other_languages"
)
# With the spaces: "혼자 살기" and "사용자 해지" hold the same letters.
_BY_NAME = re.compile(
    r"(?<![가-힣])자 ?살(?! ?예방)(?= ?(?:하|할|한|했|생|충|방|시|을|이|해|도|만|각|로|$))|"
    r"(?<![가-힣])자해(?! ?(?:는 )?아니)(?=를|했|하|할|도|한|로|시|충| |$)"
)


def in_distress(text: str) -> bool:
    """Whether somebody speaks of not wanting to live or of being hurt, whatever else the message says."""
    parts = [text] if len(text) <= LONGEST else [text[:LONGEST], text[-LONGEST:]]
    return any(_despairs(part) for part in parts)


def _despairs(text: str) -> bool:
    said = [plain(text), plain(composed(text))]
    if text.isascii():
        said.append(plain(as_hangul(text)))
    return any(
        _BY_NAME.search(each) or _DESPAIR.search(_NOT_DYING.sub("|", _HARMLESS.sub("|", _spelled(each))))
        for each in dict.fromkeys(said)
    )


def _spelled(text: str) -> str:
    letters = _NO_LETTERS.sub("", text)
    for written, meant in _SPELLINGS:
        letters = letters.replace(written, meant)
    return letters
