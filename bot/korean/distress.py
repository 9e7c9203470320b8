"""Words of despair, of goodbye, of harm to oneself, of violence. Heard before anything else.

`distress.toml` holds what such sentences are made of: parts (who, what, which deed) and patterns of parts. Figures of
speech ("더워 죽겠다"), tasks that somebody wants to be done with, and bowls of 죽 are taken out first.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from bot.korean.keys import as_hangul, composed
from bot.korean.plain import plain

# A long story is heard piece by piece; what stands at a seam is heard with the next piece, too.
PIECE = 360
SEAM = 60
WINDOW = 60  # letters in which parts that belong together stand

_GAP = r"\w{0,8}"
_NAMED = re.compile(r"<([a-z]+)>")
_END_OF_SENTENCE = re.compile(r"(?<=\S\S)[.!?]+(?:\s|$)|[\n|]")
_NO_LETTERS = re.compile(r"[^\w|]+|[\d_]+")
_SPACES = re.compile(r"\s+")
_OVER_AND_OVER = re.compile(r"(.{1,9}?)\1{3,}", re.DOTALL)
_JAMO = re.compile(r"[ㅏ-ㅣ]")
_LOOSE = re.compile(r"(?<=[ㄱ-ㅣ])[ .,·-]+(?=[ㄱ-ㅣ])")
_LATIN = re.compile(r"[A-Za-z][A-Za-z ,.]{2,}[A-Za-z]")
# The wish to die as it is spoken; "주구 싶다" and "주고 싶다" are also said of giving.
_AS_SPOKEN = re.compile(
    r"(?:[주쥬][거꺼꼬꾸코]|쥬고|(?<![가-힣])주구|[죽쥭듁][거구꼬오])(?=싶|십[다어네습은고]|시[퍼펑포프푸픔]|심다)|듁고"
)
_SPELLINGS = (
    ("지안타", "지않다"), ("고십지", "고싶지"), ("시펑", "싶엉"), ("쥭", "죽"), ("죽꼬", "죽고"), ("지구싶", "지고싶"), ("주기고싶", "죽이고싶"), ("주꾸싶", "죽고싶"), ("죽긔", "죽고"), ("쥬글", "죽을"), ("죽거싶", "죽고싶"), ("죽고십", "죽고싶"), ("주그", "죽으"), ("시르다", "싫다"), ("하겟", "하겠"), ("나겟", "나겠"), ("쥬그", "죽으"), ("주꼬", "죽고"), ("쥬꼬", "죽고"), ("주글", "죽을"), ("주거버", "죽어버"), ("주거야겠", "죽어야겠"), ("주거야지", "죽어야지"), ("주것", "죽었"), ("시퍼", "싶어"), ("시포", "싶어"),
    ("시프", "싶으"), ("싶퍼", "싶어"), ("십어", "싶어"), ("십은", "싶은"), ("십다", "싶다"), ("십네", "싶네"), ("십습", "싶습"), ("시푸", "싶으"), ("시픔", "싶음"), ("싶허", "싶어"), ("싶오", "싶어"),
    ("시러요", "싫어요"), ("기시러", "기싫어"), ("실어요", "싫어요"), ("기실타", "기싫다"), ("싫타", "싫다"), ("업서", "없어"), ("업써", "없어"), ("업어지", "없어지"), ("없서", "없어"), ("쟈살", "자살"), ("자쌀", "자살"), ("자샬", "자살"),
    ("사라저", "사라져"), ("없어저", "없어져"), ("조용희", "조용히"), ("뛰어네", "뛰어내"), ("띠어내", "뛰어내"), ("뗘내", "뛰어내"), ("유서을", "유서를"), ("때린다고", "때려요"), ("떄", "때"), ("먄약", "만약"),
    # As it is spoken, once the endings are right: 주거십다, 죽구시퍼, 쥬그고싶다.
    ("주거싶", "죽고싶"), ("쥬거싶", "죽고싶"), ("죽거싶", "죽고싶"), ("죽구싶", "죽고싶"), ("죽으고싶", "죽고싶"), ("죽그싶", "죽고싶"), ("죽꾸싶", "죽고싶"), ("죽코싶", "죽고싶"), ("죽기싶", "죽고싶"), ("죽고쉽", "죽고싶"), ("죽고씹", "죽고싶"), ("디지구싶", "디지고싶"), ("디지거싶", "디지고싶"), ("뒈지구싶", "뒈지고싶"), ("살기실어", "살기싫어"), ("살기시른", "살기싫은"), ("살기시룬", "살기싫은"),
)  # fmt: skip
_WRITTEN = tomllib.loads(Path(__file__).with_name("distress.toml").read_text("utf-8"))
_PARTS: dict[str, str] = _WRITTEN["parts"]
_TOGETHER: list[list[str]] = [each["all"] for each in _WRITTEN["together"]]
# With the spaces: "혼자 살기" and "사용자 해지" hold the same letters.
_BY_NAME = re.compile(
    r"(?<![가-힣])자[ .,·*~\dㄱ-ㅎ-]?살(?! ?(?:예방|방지|골|률|율|조사))(?= ?(?:하|할|한|했|생|충|방|시|을|이|해|도|만|각|로|밖|말|기도|$))|"
    r"(?<![가-힣])자해(?! ?(?:는 )?아니| ?예방|공갈|석)(?=를|했|하|할|도|한|로|시|충|행|흉|상| |$)"
)


@lru_cache(maxsize=1)  # one message is asked about by several, one after the other
def in_distress(text: str) -> bool:
    """Whether somebody speaks of not wanting to live or of being hurt, whatever else the message says."""
    return any(_despairs(said) for said in _sayings(text))


def plainly_in_distress(text: str) -> bool:
    """Whether it is said so plainly that no learned ear may contradict: the wish itself, violence, another language."""
    return any(
        _foreign().search(_SPACES.sub("", said)) or any(each.search(spared(said)) for each in _plain())
        for said in _sayings(text)
    )


def signs(letters: str) -> set[str]:
    """The names of the parts that the spared letters of a text hold: what a learner may weigh."""
    return {name for name, pattern in _patterns().items() if pattern.search(letters)}


def _sayings(text: str) -> Iterator[str]:
    """Each piece of the text, as written and as it may have been meant: letters put together, the right layout."""
    text = once(text)
    for begin in range(0, max(len(text) - SEAM, 1), PIECE - SEAM):
        piece = text[begin : begin + PIECE]
        meant = [plain(_sentences(piece))]
        if _JAMO.search(piece):
            meant.append(plain(_sentences(composed(_LOOSE.sub("", piece)))))
        if latin := _LATIN.findall(piece):
            meant.append(plain(_sentences(as_hangul(" ".join(latin)))))
        yield from dict.fromkeys(meant)


def once(text: str) -> str:
    """The text without what is said over and over: three times tell as much as a thousand."""
    return _OVER_AND_OVER.sub(r"\1\1\1", text)


def _sentences(text: str) -> str:
    return _END_OF_SENTENCE.sub("|", text)


def _despairs(said: str) -> bool:
    if _BY_NAME.search(said) or _foreign().search(_SPACES.sub("", said)):
        return True
    letters = spared(said)
    if any(pattern.search(letters) for pattern in _heard()):
        return True
    return any(_together(letters[at : at + WINDOW]) for at in range(0, len(letters), WINDOW // 2))


def _together(letters: str) -> bool:
    patterns = _patterns()
    sentences = [each for each in letters.split("|") if each and not patterns["working"].search(each)]
    return any(
        all(patterns[part].search(sentence) for part in parts)
        for sentence in sentences
        for parts in _TOGETHER
    )


def spared(said: str) -> str:
    """Only the letters, without what merely sounds like despair."""
    letters = _NO_LETTERS.sub("", said)
    letters = _AS_SPOKEN.sub("죽고", letters)
    for written, meant in _SPELLINGS:
        letters = letters.replace(written, meant)
    for pattern in _spared():
        letters = pattern.sub("|", letters)
    return letters


def _pattern(written: str) -> str:
    whole = _NAMED.sub(lambda name: _pattern(_PARTS[name[1]]), written)
    return whole.replace("~", _GAP)


@lru_cache(maxsize=1)
def _spared() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("|".join(map(_pattern, each))) for each in _WRITTEN["spared"].values())


@lru_cache(maxsize=1)
def _heard() -> tuple[re.Pattern[str], ...]:
    """One by one: the search for a pattern that begins with a letter is quick, for a choice of them it is not."""
    themes = {name: written for name, written in _WRITTEN["heard"].items() if name != "foreign"}
    return tuple(re.compile(_pattern(each)) for written in themes.values() for each in written)


@lru_cache(maxsize=1)
def _plain() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_pattern(each)) for each in (*_WRITTEN["plain"], *_WRITTEN["heard"]["violence"]))


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    return re.compile("|".join(_WRITTEN["heard"]["foreign"]))


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(_pattern(written)) for name, written in _PARTS.items()}
