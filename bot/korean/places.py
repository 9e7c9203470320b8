"""The names of a city's places, and where one is named in a sentence."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

OUTSIDE = "outside"
DISTRICTS = ("동구", "서구", "남구", "북구", "광산구")

_END = (
    r"(?=$|[^가-힣\d]|\d|에|나|이나|이랑|또는|혹은|거나|든|이|은|는|도|을|를|로|으로|살|사[는니람]|"
    r"쪽|쯤|근처|부근|주민|거주|요|여|예|입니|용|당|여라|이제|이여|"
    r"임|인|고|랑|하고|의|사거리|"
    r"아파트|주공|역|앞|옆|뒤|가|과|와|"
    r"민(?![가-힣]*[동구])|시(?![가-힣])|군(?![가-힣])|읍|면(?![가-힣])|라|께|잉|제|죠|야|다|말고|"
    r"근방|동네|지역|시민|집|출신|토박이|인데|우체국|병원|시장|초|중|대|청)"
)
# Names of neighborhoods that are words too.
_WORDS = frozenset(
    "신안 신용 중앙 문화 장수 도산 대지 이장 사호 신장 대산 지원 충효 도덕 명화 연산 동산 호남 황금 하남 상무 광산 송정 남산 선교 본덕 용두 지정 평동 용전 금곡 송산".split()
)
_BUILT = (
    r"[가-힣]{0,4}(?:아파트|주공|휴먼시아|맨션|빌라|타운|초등학교|중학교|고등학교|여고|초교|시장|지구|사거리|오거리|삼거리|성당|교회|우체국|파출소|지구대|행정복지센터|"
    r"주민센터|동사무소|저수지|공원|터미널|도서관|우방|현대|삼성|라인|대주|모아)"
)
_ALONE = r"(?<=^[가-힣]{2})\s*(?:쪽|근처)?(?:이?요|이?에요|예요|입니다|이라|인디|쪽|근처|에\s*살|에\s*삽|\s*살|\s*사는|$)"


@dataclass(frozen=True)
class Places:
    """The names of a city and the districts they lie in; several for a name that is open."""

    names: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Every name, the longest first, where a word begins."""
        longest_first = sorted(self.names, key=len, reverse=True)
        written = "|".join(map(_spelled, longest_first))
        stems = "|".join(sorted(self.stems, key=len, reverse=True)) or r"(?!)"
        return re.compile(
            rf"(?<![가-힣a-z])(?:(?P<name>{written}){_END}|(?P<stem>{stems})(?=\s?(?:{_BUILT})|{_ALONE}))"
        )


def _spelled(name: str) -> str:
    """A name as people write it: 봉선동 also as 봉선1동, 전남대 후문 with a space, 5·18 as 518."""
    if name.endswith("동") and len(name) == 2:
        return rf"{re.escape(name[:-1])}(?:제?\d)?동"
    if name.endswith("동") and not name[-2].isdigit():
        return rf"{re.escape(name[:-1])}\s?(?:제?\s?\d(?:[,.·]\d)?\s?)?동"
    if len(name) > 3:
        return r"\s?".join(map(re.escape, name)).replace(r"·\s?", r"[·.]?\s?")
    return re.escape(name).replace("·", "[·.]?")


def _stems(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """광천 of 광천동: it counts only before what is built there, or alone."""
    neighborhoods = (name for name in names if re.fullmatch(r"[가-힣]{2,}동", name))
    return {
        name[:-1]: names[name] for name in neighborhoods if name[:-1] not in _WORDS and name[:-1] not in names
    }


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
    spelled = {name.replace("·", ""): districts for name, districts in names.items()} | names
    return Places(spelled, _stems(spelled))
