"""Which of the five districts somebody lives in."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.korean.corrections import what_stands
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only

OUTSIDE = "outside"
DISTRICTS = ("동구", "서구", "남구", "북구", "광산구")

_END = (
    r"(?=$|[^가-힣\d]|\d|에|나|이나|이랑|또는|혹은|거나|든|이|은|는|도|을|를|로|으로|살|사[는니람]|"
    r"쪽|근처|부근|주민|거주|요|여|예|입니다|"
    r"임|인|고|랑|하고|의|사거리|"
    r"아파트|주공|역|앞|옆|뒤|가|과|와|"
    r"민(?![가-힣]*[동구])|시(?![가-힣])|군(?![가-힣])|읍|면(?![가-힣])|라|께|잉|제|죠|야|다|말고|"
    r"근방|동네|지역|시민|집|출신|토박이|인데|우체국|병원|시장|초|중|대|청)"
)
_FOREIGN_GU = re.compile(
    r"(?P<city>서울|부산|대구|인천|대전|울산|성남|수원|용인|고양|안양|청주|천안|전주|창원|포항|"
    r"안산)(?:특별시|광역시|시)?\s*[가-힣]{1,4}구(?![가-힣]*동구)"
)
_OTHER_GWANGJU = re.compile(r"(?:경기도?|경기권)\s*광주(?:시)?")
_HERE = re.compile(
    r"전남\s*광주\s*(?:통합)?\s*(?:특별시)?|빛고을"
    r"|(?<![가-힣])광주\s*(?:광역시|특별시|시)?(?=[\s,.!]|$|[동서남북]구|광산구|에|요|이|은|는|의|"
    r"살|사[는니람])"
)
_LIVES = re.compile(
    r"^[^,.!?\n]{0,14}?(?:살(?!다가|았|다\s|던)|사는|사니|사람|거주|집|주소|자취|산다|삽니다|"
    r"이사\s*(?:왔|온|와|했|함)|옮겼)"
)
_WORKS = re.compile(
    r"^[^,.!?]{0,10}?(?:에서)?\s*(?:일하|일했|일해|일합|일함|근무|다니|다녔|다녀|다닙|이사\s*(?:가|"
    r"갈|예정|하려|할|준비)|출근|알바|"
    r"직장|회사|학교|태어|자랐|출신|고향|살았|살다|에서\s*이사|"
    r"에서\s*왔)|^에서\s*[^,.]{0,8}?(?:로|으로)\s*(?:이사|옮)"
)
_HOME_BEFORE = re.compile(
    r"(?:집|사는\s*(?:곳|동네)|살고\s*있는\s*(?:곳|동네)|주소|거주지|지금|현재|이제)[은는이가]?\s*$"
)
_WORK_BEFORE = re.compile(
    r"(?:회사|직장|일터|학교|고향|본가|부모님\s*댁?|친정|시댁|원래|전에는?|예전에는?)[은는이가]?\s*$"
)
# "친구는 서구 살아요": somebody else's home.
_OTHERS = re.compile(
    r"(?:친구|부모님?|엄마|아빠|어머니|아버지|아들|딸|남편|아내|와이프|언니|누나|오빠|형|동생|친척|"
    r"할머니|할아버지|사장님?|애인|남친|여친)(?:들|네)?(?:의)?\s*(?:집|댁|본가)?"
    r"(?:은|는|이|가|도|께서|께서는)?\s*(?:지금|현재)?\s*$"
)
_NOT = re.compile(r"^(?:은|는|이|가)?\s*(?:아니(?!면)|아닌|말고|빼고|안\s*살|못)")


@dataclass(frozen=True)
class Places:
    """The names of a city and the districts they lie in; several for a name that is open."""

    names: Mapping[str, tuple[str, ...]]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Every name, the longest first, where a word begins."""
        longest_first = sorted(self.names, key=len, reverse=True)
        written = "|".join(map(_spelled, longest_first))
        return re.compile(rf"(?<![가-힣a-z])({written}){_END}")


def _spelled(name: str) -> str:
    """A name as people write it: 봉선동 also as 봉선1동, 전남대 후문 with a space, 5·18 as 518."""
    if name.endswith("동") and len(name) == 2:
        return rf"{re.escape(name[:-1])}(?:제?\d)?동"
    if name.endswith("동") and not name[-2].isdigit():
        return rf"{re.escape(name[:-1])}\s?(?:제?\s?\d(?:[,.·]\d)?\s?)?동"
    return re.escape(name).replace("·", "[·.]?")


def _lookup(name: str) -> str:
    together = re.sub(r"[\s·.,]", "", name)
    return re.sub(r"제?\d+(?=동$)", "", together) if together.endswith("동") else together


def load_places(path: Path) -> Places:
    """The places of a city from its `places.toml`."""
    content = tomllib.loads(path.read_text("utf-8"))
    names: dict[str, tuple[str, ...]] = {name: (name,) for name in DISTRICTS}
    for district, lists in content["districts"].items():
        for name in [*lists["dong"], *lists["places"]]:
            names[name] = tuple(dict.fromkeys((*names.get(name, ()), district)))
    names |= {name: (district,) for name, district in content["usually"].items()}
    names |= {name: tuple(districts) for name, districts in content["several"].items()}
    names |= dict.fromkeys(content["outside"]["places"], (OUTSIDE,))
    return Places({name.replace("·", ""): districts for name, districts in names.items()} | names)


@dataclass(frozen=True, slots=True)
class _Mention:
    districts: tuple[str, ...]
    lives: bool
    elsewhere: bool


def _mentions(said: str, places: Places) -> Iterator[_Mention]:
    found = list(places.pattern.finditer(said))
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(said)
        behind, before = said[match.end() : end], said[: match.start()]
        if _NOT.match(behind):
            continue
        name = match[1]
        districts = (
            places.names.get(name)
            or places.names.get(_lookup(name))
            or places.names.get(_lookup(name) + "동", ())
        )
        home = bool(_HOME_BEFORE.search(before)) and not _OTHERS.search(before)
        lives, works = _LIVES.match(behind), _WORKS.match(behind)
        first_works = works and not (lives and lives.end() < works.end())
        elsewhere = bool(_OTHERS.search(before)) or (
            not home and bool(_WORK_BEFORE.search(before) or first_works)
        )
        yield _Mention(districts, home or (bool(lives) and not elsewhere), elsewhere)


def _narrowed(mentions: list[_Mention]) -> list[str]:
    """The one district all mentions share ("북구 우산동"), or all that were named."""
    sets = [set(mention.districts) for mention in mentions if mention.districts]
    shared = set.intersection(*sets) if sets else set()
    if len(shared) == 1:
        return sorted(shared)
    return sorted(set().union(*sets))


def district(text: str, places: Places) -> str:
    """The district somebody lives in, or "outside": "전대 후문 살아요" → "북구"."""
    said = what_stands(plain(text))
    if _OTHER_GWANGJU.search(said):
        return OUTSIDE
    if (foreign := _FOREIGN_GU.search(said)) and not _HERE.search(said):
        said = foreign["city"]
    said = _HERE.sub(" ", said)
    mentions = list(_mentions(said, places))
    chosen = [m for m in mentions if m.lives] or [m for m in mentions if not m.elsewhere]
    if not chosen and mentions:
        raise Unclear(Why.NOTHING)
    return only(_narrowed(chosen))
