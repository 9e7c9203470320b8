"""Which of the five districts somebody lives in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.korean.corrections import what_stands
from bot.korean.foreign_name_words import COUNTRIES
from bot.korean.keys import as_hangul
from bot.korean.places import OUTSIDE, Places, load_places
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only
from bot.korean.words import any_of

__all__ = ["OUTSIDE", "Places", "district", "load_places"]

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
    r"^(?:(?!요\s)[^,.!?\n]){0,14}?(?:살(?!다가|았|아\s*봤|다\s|던)|사는|사니|사람|거주|집|주소|자취|산다|삽니다|자리(?:를)?\s*잡|정착|터(?:를)?\s*잡|눌러앉|"
    r"이사\s*(?:왔|온|와|했|함)|옮겼)"
)
_WORKS = re.compile(
    r"^\s*쪽(?:에|이랑|하고)?\s*(?:더\s*)?가깝|^에서\s*(?:가게|장사|식당|사업)|^(?:이?랑|하고|과|와)\s*(?:바로\s*)?(?:붙|가까|경계|맞닿|접)|^\s*(?:처가|시댁|친정|본가|큰집|부모님)|"
    r"^에서\s*[가-힣\s]{0,10}?(?:이사|내려|올라|넘어|옮겨)\s*(?:를\s*)?(?:와|왔|온|해서|했)|"
    r"^[^,.!?]{0,10}?(?:에서)?\s*(?:일하|일했|일해|일합|일함|근무|다니(?!기)|다녔|다녀|다닙|이사\s*(?:가|"
    r"갈|예정|하려|할|준비)|출근|알바|"
    r"갔다가|직장|회사|학교|태어|자랐|출신|고향|살았|살다|에서\s*이사|"
    r"에서\s*왔)|^에서\s*[^,.]{0,8}?(?:로|으로)\s*(?:이사|옮)"
)
_HOME_BEFORE = re.compile(
    r"(?:집|자취방|원룸|고시원|기숙사|하숙집|셋방|사는\s*(?:곳|동네)|사는\s*데(?=[는가])|살고\s*있는\s*(?:곳|동네|데)|주소|거주지|지금|현재|이제)[은는이가]?\s*$"
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
# "동구인가 남구인가": whoever asks themselves has not answered.
_UNSURE = re.compile(r"^(?:동|쪽|이)?(?:인가|인지|일까|였나|이었나|던가|이던가|려나)")
_BOTH = re.compile(
    r"왔다\s*갔다|오가|오고\s*가|번갈아|반반|두\s*집|(?:다|전부|모두|번갈아)\s*살|어느\s*(?:걸|쪽|거|것|곳|데)|어디로\s*(?:적|써|쓰|해)"
)
_IN_FACT = re.compile(
    r"(?:실제로?는?|실지로는?|사실은|진짜로?는?|지금\s*사는\s*(?:곳|데)은|현\s*거주지는?)\s*$"
)
_ELSEWHERE = re.compile(
    r"광주\s*(?:시\s*)?(?:밖|외곽\s*아니|아닌\s*(?:데|곳)|아니고\s*다른)|(?:다른|딴)\s*(?:지역|도시|데)\s*(?:살|사[는니람]|이에|이요)"
)
_PEOPLE = re.compile(rf"{any_of(COUNTRIES)}\s*(?:사람|동포|국적|출신|교포|음식|식당|여자|남자|학생|친구)")
_DENIED = re.compile(
    r"\S+\s*(?:이|가)?\s*(?:말고|말구|아니고|아니에요|아니예요|아닙니다|아님|아닌데|아녀|아니라)(?:요)?(?=$|[\s.,!])"
)
# "산수동에서 쭉 살았어요": past in form only, where no other home is named.
_STAYED_BEHIND = re.compile(
    r"^[^,.!?]{0,6}?(?:오래|쭉|계속|평생|줄곧|여태|지금까지|대대로|내내|\S{1,4}\s?년(?:째|을|동안|간)?|[가-힣]+부터)\s?[^,.!?]{0,8}?(?:살았|살아왔|살았제|있었)"
)
_STAYS_WITH = re.compile(r"^\s*집에(?:서)?\s*(?:있|살|지내|얹혀|신세)")
_STAYED_BEFORE = re.compile(r"(?:쭉|계속|평생|줄곧|여태|내내|이후로|뒤로)\s*$")
_HESITATES = re.compile(r"헷갈|긴가민가|일\s?텐데|잘\s*모르|모르겠")
_MISTYPED = re.compile(
    r"(?<![가-힣])(?P<name>[동서남북]|광[산상삼])(?:꾸|귀|구우|쿠)(?=$|[\s.,!요에이])|광[상삼]구"
)
_TYPED = re.compile(r"[A-Za-z]{4,24}")
_NOT = re.compile(r"^(?:은|는|이|가)?\s*(?:아니(?!면)|아닌|말고|빼고|안\s*살|못)")


def _lookup(name: str) -> str:
    together = re.sub(r"[\s·.,]", "", name)
    return re.sub(r"제?\d+(?=동$)", "", together) if together.endswith("동") else together


@dataclass(frozen=True, slots=True)
class _Mention:
    districts: tuple[str, ...]
    lives: bool
    elsewhere: bool
    unsure: bool
    in_fact: bool
    stayed: bool


def _mentions(said: str, places: Places) -> Iterator[_Mention]:
    found = list(places.pattern.finditer(said))
    for index, match in enumerate(found):
        end = found[index + 1].start() if index + 1 < len(found) else len(said)
        behind, before = said[match.end() : end], said[: match.start()]
        if _NOT.match(behind):
            continue
        name = match["name"] or match["stem"]
        districts = (
            places.names.get(name)
            or places.names.get(_lookup(name))
            or places.stems.get(name)
            or places.names.get(_lookup(name) + "동", ())
        )
        home = bool(_HOME_BEFORE.search(before)) and not _OTHERS.search(before)
        lives, works = _LIVES.match(behind), _WORKS.match(behind)
        first_works = works and not (lives and lives.end() < works.end())
        elsewhere = bool(_OTHERS.search(before)) or (
            not home and bool(_WORK_BEFORE.search(before) or first_works)
        )
        elsewhere = elsewhere and not _STAYS_WITH.match(behind)
        at_home = home or (bool(lives) and not elsewhere)
        unsure, in_fact = bool(_UNSURE.match(behind)), bool(_IN_FACT.search(before))
        stayed = not at_home and bool(_STAYED_BEHIND.match(behind) or _STAYED_BEFORE.search(before))
        yield _Mention(districts, at_home, elsewhere, unsure, in_fact, stayed)


def _narrowed(mentions: list[_Mention]) -> list[str]:
    """The one district all mentions share ("북구 우산동"), or all that were named."""
    sets = [set(mention.districts) for mention in mentions if mention.districts]
    shared = set.intersection(*sets) if sets else set()
    if len(shared) == 1:
        return sorted(shared)
    return sorted(set().union(*sets))


# "문흥동이요 거기서 30년 살았어요": said of the home that was named, unless it was left.
_SAID_OF_IT = re.compile(
    r"(?<=[동구])(?P<end>이?요|이?에요|입니다|이여)[\s,.]+(?:거기|여기|그\s?동네|이\s?동네)(?:서|에서|에)?(?:만|는)?\s(?!.*(?:나왔|나와서|떠났|이사|지금|현재|[동서남북]구|광산구))[^,.!?]*$"
)
# "광산구운남동", "광주북구두암동".
_RUN_ON = re.compile(r"(?<![가-힣])(광주(?:광역시|시)?)?\s?([동서남북]구|광산구)(?=[가-힣]{1,5}동)")


def _in_korean(said: str, places: Places) -> str:
    """ "tjrn" → "서구": names struck in the English layout."""

    def meant(match: re.Match[str]) -> str:
        hangul = as_hangul(match[0])
        return hangul if places.pattern.match(hangul) else match[0]

    return _TYPED.sub(meant, said)


def _parted(match: re.Match[str]) -> str:
    return f"{match[1] or ''} {match[2]} ".lstrip()


def _spelled_well(match: re.Match[str]) -> str:
    return "광산구" if match[0].startswith("광") else f"{match['name']}구"


def _chosen(mentions: list[_Mention]) -> list[str]:
    """Where somebody is at home; a name that lies in two districts is settled by another beside it."""
    here = [m for m in mentions if not m.elsewhere]
    chosen = [m for m in here if m.in_fact] or [m for m in here if m.lives] or here
    chosen = chosen or [m for m in mentions if m.stayed]
    if not chosen and mentions:
        raise Unclear(Why.NOTHING)
    found = _narrowed(chosen)
    return found if len(found) < 2 else _narrowed(here) if len(_narrowed(here)) == 1 else found


def district(text: str, places: Places) -> str:
    """The district somebody lives in, or "outside": "전대 후문 살아요" → "북구"."""
    whole = _MISTYPED.sub(_spelled_well, _in_korean(plain(text), places))
    whole = _SAID_OF_IT.sub(r"\g<end>", _RUN_ON.sub(_parted, whole))
    said = what_stands(whole)
    if not said:  # "농성동이요 월산동 말고", "남구요 오타"
        said = _DENIED.sub(" ", whole)
    if _OTHER_GWANGJU.search(said) or _ELSEWHERE.search(said):
        return OUTSIDE
    if (foreign := _FOREIGN_GU.search(said)) and not _HERE.search(said):
        said = foreign["city"]
    said = _HERE.sub(" ", _PEOPLE.sub(" ", said))
    mentions = list(_mentions(said, places))
    named = {district for mention in mentions for district in mention.districts}
    if named and _HESITATES.search(said):
        raise Unclear(Why.SEVERAL, *sorted(named))
    if len(named) > 1 and (_BOTH.search(said) or any(mention.unsure for mention in mentions)):
        raise Unclear(Why.SEVERAL, *sorted(named))
    return only(_chosen(mentions))
