"""What somebody does now: works, looks for work, studies."""

import re
from enum import StrEnum

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


_QUIT = (
    r"그만\s*[두뒀둔둠]|그만\s*두었|관[두뒀둔둠]|때려\s*[치쳤친]|퇴사|퇴직(?!금|연금)|사직(?!서)|나왔|잘[렸린려]|짤[렸린려림]|해고|권사|권고\s*사직|"
    r"계약\s*(?:기간)?\s*(?:이|가)?\s*(?:만료|끝|종료)|폐업|(?:가게|장사|사업|회사|공장|매장|식당)[를을]?\s*(?:다\s*)?(?:접|"
    r"정리|문\s*닫|망)|접었|망했|은퇴|실직|잃었|정리\s*해고|구조\s*조정|끝났|끝나|종료|졸업(?!\s*(?:예정|반|앞|유예|을\s*앞|작품|논문|학기))|"
    r"제대|전역"
)
_LATER = re.compile(
    rf"(?:{_QUIT})[가-힣]*\s*(?:할|될|둘|하|되|두|기로)?\s*(?:예정|앞두|앞둔|통보|고민|생각|계획|싶|려고|려구|려는|까\s*(?:해|하|"
    r"고민|생각|말|요)|거예요|거에요|겁니다|것\s*같|할\s*듯|준비|의사|하려|될\s*것|기로)"
    r"|(?:다음\s*(?:달|주)|이번\s*(?:달|주)|담\s*달|담달|내달|곧|조만간|내년|연말|월말|말)(?:에|까지|이면|부로|로)?\s*(?:일하고|"
    rf"다니고)?\s*[가-힣]{{0,6}}?\s*(?:{_QUIT})(?!었|했|뒀|렸)"
)
_QUIT_WORD = re.compile(_QUIT)
_SINCE = re.compile(
    r"(?<![가-힣])(?:지금|현재|요즘|요새|이제|최근|올해부터)(?:은|는|엔|에는|에|도|까지)?(?=[\s,]|[가-힣])"
)
_LOOKS_FOR = (
    r"(?!\s*(?:자리|라도|를|을|도|거리)?\s*(?:신청|구[하해]|찾|알아|하고\s*싶|할까|할려|하려|지원|면접|없))"
)
_NOT_ANY = (
    r"(?!\s*(?:를|을|도|은|는|이|가)?\s*(?:안\s*[하해]|못\s*[하해]|아니|아님|아닌|하다가|하다(?=\s|$|[.,])|했었|했는데|했고|"
    r"했다가|했습|했어|였|이었|출신|하던|경력|경험|다니다|다녔|관심))"
)

_CUES: dict[Situation, str] = {
    Situation.UNEMPLOYMENT_BENEFIT: (
        r"(?:실업\s*급여|실급|구직\s*급여|실업\s*수당)(?:를|을|도|만|로)?\s*(?:지금|현재|계속|아직)?\s*(?:타고|타는|타먹|타면서|"
        r"받고\s*있|받는\s*중|받는중|받으며|받으면서|받구\s*있|받아요|받습|받는다|받음|받고있|받는\s*(?:사람|상태)|수급\s*(?:중|자|하고)|"
        r"수령\s*(?:중|하고)|중)|^(?:실업\s*급여|실급|구직\s*급여)\s*(?:수급|받는\s*중|수급자)"
    ),
    Situation.ON_LEAVE: (
        r"(?:육아|출산|병|무급|유급|질병|가족\s*돌봄|간병)?\s*휴직(?!\s*(?:끝|후|하고\s*(?:퇴|그만)|마치|했었|(?:은|이|"
        r"도)?\s*(?:아니|안|못|없)))|출산\s*휴가|"
        r"육아\s*휴가|병가(?:\s*중|\s*[내냈]|로|예요|에요|입니다)"
    ),
    Situation.EXPECTED_GRADUATE: (
        r"졸업\s*(?:을|이)?\s*(?:예정|반|앞두|앞둔|유예|학기)|졸예|막\s*학기|마지막\s*학기|(?:곧|내년|다음\s*달|이번\s*학기|올해|"
        r"[1-9]\d?월)[가-힣\s\d]{0,8}졸업(?!했|하고|한\s|생)"
    ),
    Situation.STUDENT: (
        rf"(?:대|고등|중|대학원|복|휴|재|유|취준\s*대)?\s*학생{_NOT_ANY}|대딩|고딩|(?:대학|대학원|학교|전문대|고등학교|"
        r"폴리텍)[을를에]?\s*(?:을|를|에)?\s*(?:다니고|다녀|다니는|재학|휴학|다닙|다님|다닌|다니며|다니면)|재학(?!\s*(?:시|했|당시))|휴학|"
        r"[1-4일이삼사]\s*학년(?!\s*때)|대학원생|석사\s*과정|박사\s*과정"
    ),
    Situation.PART_TIME: (
        r"(?:알바|아르바이트|파트\s*타임|파타|시간제|단시간|일용|날일|일당\s*(?:일|뛰)|노가다|막노동|막일|인력\s*사무소|공공\s*근로|공공\s*일자리|"
        rf"노인\s*일자리|희망\s*근로|자활\s*근로|상하차|단기\s*일자리)(?:직|생|로|몬)?(?<!알바몬){_LOOKS_FOR}{_NOT_ANY}"
    ),
    Situation.SELF_EMPLOYED: (
        r"(?:자영업|프리랜서|프리랜스|프리로|프리(?=\s*(?:뛰|로|예|에|입|하고|$))|라이더|배달(?:\s*(?:알바|일|대행|기사|하|해|뛰|만))|"
        r"대리\s*(?:운전|기사|뛰)|퀵|쿠팡\s*(?:이츠|플렉스|플랙스)|배민|개인\s*사업|개인\s*택시|사업자|특고|특수\s*고용|1인\s*(?:기업|사업)|"
        rf"지입|농사|유튜버|작은\s*가게|사장){_LOOKS_FOR}{_NOT_ANY}|(?:가게|장사|사업|식당|카페|치킨집|미용실|학원|매장|점포|편의점|공방|"
        r"쇼핑몰)[을를]?\s*(?:운영\s*(?:하고|해|중|합)|하고\s*있|해요|합니다|하는\s*중|하는데|하면서|차려서\s*하|해$|쉬고|쉬는)|3\.3"
    ),
    Situation.EMPLOYED: (
        r"(?:회사|직장|공장|공기업|대기업|중소(?:기업)?|사무실|마트|(?<![가-힣])일)(?:을|를|에|은|는|만|도)?\s*(?:계속|아직|지금|현재|"
        r"잘)?\s*(?:다니고|다녀요|다닙|다니는|다니면|다님|다닌|다녀$|다니는데|다니구|나가고\s*있|나가요|나갑)|재직|(?<!자택)근무\s*(?:중|하고|"
        r"해요|합니다|함|하면|하는)|(?:사무|생산|영업|현장)직으로\s*(?:일하고|다니|근무)|"
        rf"직장인{_NOT_ANY}|회사원{_NOT_ANY}|(?:정규|계약|무기\s*계약|기간제|파견|촉탁|"
        rf"비정규)직{_LOOKS_FOR}(?=\s*(?:이|으로\s*(?:일|다|근|있)|인데|입|요|예|에|근무|임|중|다니|$)){_NOT_ANY}|"
        rf"공무원(?=\s*(?:이에|입|인데|이요|예요)){_NOT_ANY}|인턴(?=\s*(?:중|하고|해|이에|입|이요|으로\s*일)){_NOT_ANY}|"
        r"이직(?:을|도)?\s*(?:준비|생각|고민|하려|하고\s*싶|알아|희망|원)|(?:아직|계속)\s*(?:다니|다녀|출근)|출근\s*(?:하고|중|해요|합)|"
        r"취업\s*(?:했|됐|되었|함|됨)|취직\s*(?:했|됐)|사표\s*(?:냈|내)|사직서\s*(?:냈|내|제출)|워킹맘"
    ),
    Situation.UNEMPLOYED: (
        r"쉬고|쉬는|쉬어요|쉬여|쉬었|쉬구|쉽니다|쉬어$|쉬요|쉬네|쉬는중|쉬어라|쉬제|쉼$|놀고|놀아요|놀구|놉니다|노는\s*중|백수|백조(?=$|"
        r"[가-힣]{0,2}[\s.,!]|요|입)|(?<![가-힣])무직|실업자|실업\s*(?:상태|중)|실직\s*(?:자|중|상태)|구직\s*(?:중|자|활동|하고|준비)|취준|"
        r"취업\s*준비|취업\s*못|(?:일자리|직장|일)(?:을|를)?\s*(?:찾고|알아보고|구하고|찾는\s*중|구하는\s*중|알아보는\s*중|찾고있)|주부|"
        r"살림(?:만|하|해)|육아\s*(?:만|중|하고|해요|로\s*(?:쉬|집))|(?:애|애기|아이|아기)(?:를|만|들)?\s*(?:키우|보고|돌보)|"
        r"(?<![가-힣])일(?:을|이|은|도)?\s*(?:지금|현재|아예|전혀)?\s*(?:없|안\s*[하해]|못\s*[하해]고)|직장(?:이|은|도)?\s*없|직업(?:이|은|"
        r"도)?\s*없|(?:회사|직장)(?:은|을|도)?\s*안\s*다|미취업|니트|경단|경력\s*단절|집에\s*(?:만|서)?\s*(?:있|쉬|놀)|"
        r"아무\s*것?도\s*안|공시생|고시|(?:시험|공무원|자격증)\s*(?:시험)?\s*(?:을)?\s*준비|수급이\s*끝|실업이에|실업입"
    ),
}
# Whoever works is employed, unless the sentence says in which other way.
_WORKS = re.compile(r"(?<![가-힣])일\s*을?\s*(?:하고\s*있|하는\s*중|하면서|하는데|해요|합니다|함|한다|해$)")
_OTHER_WORK = {Situation.PART_TIME, Situation.SELF_EMPLOYED}
_PATTERNS = {situation: re.compile(cue) for situation, cue in _CUES.items()}
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


def _named(said: str) -> list[Situation]:
    said = _NOT_UNEMPLOYED.sub(" 휴직 " if "휴직" in said else " ", said)
    named = [situation for situation, pattern in _PATTERNS.items() if pattern.search(said)]
    if _WORKS.search(said) and not _OTHER_WORK & set(named):
        named = list(dict.fromkeys([*named, Situation.EMPLOYED]))
    covered = {Situation.EXPECTED_GRADUATE: Situation.STUDENT, Situation.ON_LEAVE: Situation.EMPLOYED,
               Situation.UNEMPLOYMENT_BENEFIT: Situation.UNEMPLOYED}  # fmt: skip
    hidden = {covered[situation] for situation in named if situation in covered}
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
    said = what_stands(plain(text))
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
