"""What somebody does now: works, looks for work, studies."""

import re
from enum import StrEnum

from bot.korean import situation_words as words
from bot.korean.corrections import what_stands
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why, only


class Situation(StrEnum):
    """Where somebody stands in working life."""

    UNEMPLOYED = "unemployed"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    PART_TIME = "part_time"
    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"
    STUDENT = "student"
    EXPECTED_GRADUATE = "expected_graduate"
    ON_LEAVE = "on_leave"


_QUIT_WORD = re.compile(words.QUIT)
_LATER = re.compile(
    rf"(?:{words.QUIT})[가-힣]*\s*{words.NOT_YET_BEHIND}"
    rf"|{words.SOON}(?:에|까지|이면|부로|로)?\s*(?:일하고|다니고)?\s*[가-힣]{{0,6}}?\s*(?:{words.QUIT})(?!었|했|뒀|렸)"
)
_SINCE = re.compile(
    r"(?<![가-힣])(?:지금|현재|요즘|요새|이제|최근|올해부터)(?:은|는|엔|에는|에|도|까지)?(?=[\s,]|[가-힣])"
)
_NO_DEED = r"(?!\s*(?:(?:은|이|도|를)?\s*(?:아니|안|못|없)|끝|후|하고\s*(?:퇴|그만)|마치|했었|(?:을|를)?\s*(?:쓸|낼|할|갈)\s*수))"

_CUES: dict[Situation, tuple[str, ...]] = {
    Situation.UNEMPLOYMENT_BENEFIT: (
        rf"{words.BENEFIT}(?:를|을|도|만|로|가)?\s*(?:지금|현재|계속|아직)?\s*(?:\d+\s*회차?|\d+\s*차|(?:\d+|한|두|세|네)\s*(?:달|개월|번))?\s*{words.RECEIVING}",
        rf"^{words.BENEFIT}\s*(?:수급|받는\s*중|수급자)",
        rf"{words.BENEFIT}[가-힣\s\d]{{0,10}}아직\s*(?:남|더)",
    ),
    Situation.ON_LEAVE: (
        rf"(?:육아|출산|병|무급|유급|질병|가족\s*돌봄|간병)?\s*휴직{_NO_DEED}",
        rf"{words.LEAVES}{_NO_DEED}",
    ),
    Situation.EXPECTED_GRADUATE: (
        rf"{words.GRADUATING}",
        r"졸업\s*(?:을|이)?\s*(?:예정|앞두|앞둔|유예|학기)",
        r"(?:곧|내년|다음\s*달|이번\s*학기|이번에|올해|[1-9]\d?월)[가-힣\s\d]{0,8}졸업(?!했|하고|한\s|생|했)",
    ),
    Situation.STUDENT: (
        rf"(?:대|고등|중|대학원|복|휴|재|유|취준\s*대)?\s*학생{words.NOT_ANY}(?!\s*(?:때|시절|을|를|들))",
        rf"{words.STUDENTS}{words.NOT_ANY}",
        rf"{words.SCHOOLS}(?:교)?[을를에]?\s*(?:을|를|에)?\s*(?:지금|아직|현재)?\s*{words.ATTENDS}",
        r"재학(?!\s*(?:시|했|당시))|휴학(?!했었)|[1-4일이삼사]\s*학년(?!\s*때)",
    ),
    Situation.PART_TIME: (
        rf"(?:{words.SHIFTS}|일당\s*(?:일|뛰))(?:직|생|로|몬)?(?<!알바몬){words.LOOKS_FOR}{words.NOT_ANY}",
        r"하루\s*(?:에)?\s*(?:[1-5]|한|두|세|네|다섯)\s*시간(?:씩|만|정도)?\s*[가-힣\s]{0,10}?(?:일|근무)\s*(?:해|하|합)",
        r"주\s*(?:[1-3]|한|두|세)\s*(?:일|번|회)(?:만|씩)?\s*[가-힣\s]{0,8}?(?:일|근무|나가|출근)\s*(?:해|하|합|요|고)?",
    ),
    Situation.SELF_EMPLOYED: (
        rf"(?:{words.OWN_WORK}|프리(?=\s*(?:뛰|로|예|에|입|하고|$))|배달(?:\s*(?:알바|일|대행|기사|하|해|뛰|만))){words.LOOKS_FOR}{words.NOT_ANY}",
        rf"{words.BUSINESSES}[를을도만]?\s*(?:하나|조그맣게|조그마하게|작게|같이|직접)?\s*(?:{words.RUNS}|해$)",
        r"3\.3|(?:제|내|우리)\s*(?:가게|식당|사업|매장)",
    ),
    Situation.EMPLOYED: (
        (
            rf"(?:{words.EMPLOYERS}|(?<![가-힣])일)(?:을|를|에|은|는|만|도)?\s*(?:계속|아직|지금|현재|잘)?\s*"
            r"(?:다니고|다녀요|다닙|다니는|다니면|다님|다닌|다녀$|다니구|댕기|댕겨|나가고\s*있|나가요|나갑)"
        ),
        r"(?<!자택)(?<!시간제)(?<!시간제\s)(?<!시간선택제\s)근무\s*(?:중|하고|해요|합니다|함|하면|하는)|(?:사무|생산|영업|현장)직으로\s*(?:일하고|다니|근무)",
        rf"직장인{words.NOT_ANY}|회사원{words.NOT_ANY}",
        (
            rf"(?:정규|계약|무기\s*계약|기간제|파견|촉탁|비정규)직?{words.LOOKS_FOR}"
            rf"(?=\s*(?:이|으로\s*(?:일|다|근|있)|로\s*(?:일|다|근)|인데|입|요|예|에|근무|임|중|다니|$)){words.NOT_ANY}"
        ),
        rf"^(?:저는?\s*)?공무원[.!\s]*$|공무원(?=\s*(?:이에|입|인데|이요|예요)){words.NOT_ANY}",
        rf"인턴(?=\s*(?:중|하고|해|이에|입|이요|으로\s*일)){words.NOT_ANY}",
        r"이직(?:을|도)?\s*(?:준비|생각|고민|하려|하고\s*싶|알아|희망|원)",
        words.EMPLOYED,
    ),
    Situation.UNEMPLOYED: (
        rf"{words.RESTING}{words.NOT_ANY}",
        r"(?<![가-힣])무직|쉬어$|쉼$|백조(?=$|[가-힣]{0,2}[\s.,!]|요|입)|쉬는중|찾고있",
        r"(?:일자리|직장|일)(?:을|를)?\s*(?:찾고|알아보고|구하고|찾는\s*중|구하는\s*중|알아보는\s*중)",
        r"살림(?:만|하|해)|육아\s*(?:만|중|하고|해요|로\s*(?:쉬|집))|(?:애|애기|아이|아기|손주|자식)(?:를|만|들|들만|도)?\s*(?:하나|둘|셋|넷)?\s*(?:를|을|만)?\s*(?:키우|키워|보고|돌보|봐)",
        r"(?<![가-힣])일(?:을|이|은|도)?\s*(?:지금|현재|아예|전혀)?\s*(?:없|안\s*[하해]|못\s*[하해]고)|(?:직장|직업)(?:이|은|도)?\s*없",
        r"(?:회사|직장)(?:은|을|도)?\s*안\s*다|(?:시험|공무원|자격증)\s*(?:시험)?\s*(?:을)?\s*준비",
    ),
}
# Whoever works is employed, unless the sentence says in which other way.
_WORKS = re.compile(r"(?<![가-힣])일\s*을?\s*(?:하고\s*있|하는\s*중|하면서|하는데|해요|합니다|함|한다|해$)")
_OTHER_WORK = {Situation.PART_TIME, Situation.SELF_EMPLOYED}
_PATTERNS = {situation: re.compile("|".join(cues)) for situation, cues in _CUES.items()}
# Who is on leave rests, and still has an employer: the narrower situation is meant.
_COVERED = {
    Situation.EXPECTED_GRADUATE: (Situation.STUDENT,),
    Situation.ON_LEAVE: (Situation.EMPLOYED, Situation.UNEMPLOYED),
    Situation.UNEMPLOYMENT_BENEFIT: (Situation.UNEMPLOYED,),
}
_NOT_UNEMPLOYED = re.compile(
    r"(?:주말|명절|점심|잠깐|하루|[월화수목금토일]요일)[가-힣]*\s*(?:만|은|는|에|에만)?\s*쉬|쉬(?:는|고)\s*(?:날|싶)|쉬지\s*(?:않|"
    r"못)|육아\s*휴직|쉬면\s*안"
)
_ENDS_SOON = re.compile(
    r"(?:실업\s*급여|실급|구직\s*급여)[가-힣\s\d]{0,10}?(?:곧|조만간|다음\s*달|이번\s*달|내달|담달)[가-힣\s]{0,6}?끝(?:나|"
    r"날)(?!고)"
)
_ENDED_BENEFIT = re.compile(
    r"(?:실업\s*급여|실급|구직\s*급여|실업\s*수당|수급)[가-힣\s]{0,6}?(?:끝났|끝남|종료|다\s*받았|다\s*탔|만료|끊겼|끊김)"
)


_OTHERS = re.compile(
    rf"(?:^|(?<=[\s,.]))(?:우리\s*)?{words.SOMEBODY}\s[^,.]*?(?:$|[,.]|(?:고|는데|지만|인데)(?:요)?\s)"
)
_ASIDE = re.compile(rf"{words.FORMERLY}")
_WISH = re.compile(
    rf"(?:{words.OWN_WORK}|{words.SHIFTS}|직장인|회사원|공무원|정규직|학생){words.WISHED}[가-힣]*"
)


def _own(said: str) -> str:
    """What the person says of now and of themselves."""
    return _WISH.sub(" ", _ASIDE.sub(" 예전에 ", _OTHERS.sub(" ", said)))


def _named(said: str) -> list[Situation]:
    said = _NOT_UNEMPLOYED.sub(" 휴직 " if "휴직" in said else " ", said)
    named = [situation for situation, pattern in _PATTERNS.items() if pattern.search(said)]
    if _WORKS.search(said) and not _OTHER_WORK & set(named):
        named = list(dict.fromkeys([*named, Situation.EMPLOYED]))
    hidden = {covered for situation in named for covered in _COVERED.get(situation, ())}
    return [situation for situation in named if situation not in hidden]


def _after_leaving(said: str) -> list[Situation]:
    """What came after the job was left; nothing else makes unemployed."""
    last = list(_QUIT_WORD.finditer(said))[-1]
    later = _named(said[last.end() :])
    return later or [Situation.UNEMPLOYED]


def _on_notice(said: str) -> list[Situation]:
    own = _PATTERNS[Situation.SELF_EMPLOYED].search(said) or re.search(r"장사|가게|사업|폐업", said)
    named: list[Situation] = [
        situation for situation in _named(said) if situation is not Situation.UNEMPLOYED
    ]
    return named or [Situation.SELF_EMPLOYED if own else Situation.EMPLOYED]


def employment_status(text: str) -> Situation:
    """Where somebody stands: "알바 그만두고 쉬어요" → UNEMPLOYED, "육아휴직 중" → ON_LEAVE."""
    said = _own(what_stands(plain(text)))
    since = list(_SINCE.finditer(said))
    if since and (now := _named(said[since[-1].end() :])) and not _QUIT_WORD.search(said[since[-1].end() :]):
        return only(now)
    if _PATTERNS[Situation.EXPECTED_GRADUATE].search(said) and not _PATTERNS[Situation.PART_TIME].search(
        said
    ):
        return Situation.EXPECTED_GRADUATE
    if _ENDS_SOON.search(said):
        return Situation.UNEMPLOYMENT_BENEFIT
    if _LATER.search(said):
        return only(_on_notice(said))
    if _QUIT_WORD.search(said) or _ENDED_BENEFIT.search(said):
        if re.search(r"^(?:졸업|제대|전역)[가-힣]*[.!\s]*$", said):
            raise Unclear(Why.NOTHING)
        return only(_after_leaving(said) if _QUIT_WORD.search(said) else [Situation.UNEMPLOYED])
    return only(_named(said))
