"""How long somebody has worked, in whole months."""

import re
from collections.abc import Iterator

from bot.korean.career_asides import prepared
from bot.korean.careers_told import told_career
from bot.korean.no_career import says_no_career, says_none
from bot.korean.numerals import ABOUT, NATIVE, NUMERAL, value, whole
from bot.korean.plain import NEAR
from bot.korean.unclear import Unclear, Why, only

_MONTHS = rf"(?P<months>{NUMERAL})\s*(?:개월|게월|갸월|달)"
_YEARS = (
    rf"(?P<years>{NUMERAL}(?=\s*[년연])|{NATIVE}(?=\s*해))\s*(?:년|해|연)"
    r"(?!\s*\d{1,2}\s*월|생|도(?!\s*(?:더|넘))|대|차|제|\s*전)"
)
_LENGTH = re.compile(
    rf"(?<![\d.,])(?:(?<![가-힣])|(?=\d))(?:만|약|한|총|딱|대략|전부|꼬박)?\s*"
    rf"(?:{_YEARS}(?:\s*(?:하고도?|이랑|이고|에다?|,)?\s*(?:{_MONTHS}|(?P<half>반)(?![가-힣]*\s*년)))?"
    rf"|{_MONTHS.replace('months', 'alone')}(?P<halfmonth>\s*반(?!장))?|(?P<halfyear>반\s*년|반년))"
)
# "총 8년인데 대기업 5년 …": the sum is said, its parts need no adding.
_SAID_TOTAL = re.compile(rf"\s*(?:경력|경험)?(?:은|이)?\s*(?:한|약|대략)?\s*{_LENGTH.pattern}")
_TOTAL = re.compile(
    r"(?:그래서\s*(?:제\s*|총\s*)?(?:경력|경험)[은이]|전체(?=\s*(?:경력|경험|\d))(?:\s*(?:경력|경험)[은이]?)?|전체로?\s*(?:보면|치면|따지면)|총(?!무|각|장|리|괄)|합(?:쳐|치|해)[가-힣]*|전부(?!\s*(?:입|예|이|다|요|$))|모두|다\s*(?:합|해)[가-힣]*|도합|합(?=\s*\d))\s*(?:하?면|해서)?\s*"
)
_OPEN = re.compile(
    r"\d\s*[~]\s*\d|\d\s*(?:년|개월|달)?\s*[-]\s*\d|(?:년|개월|달)\s*(?:에서|부터|이나|또는|아니면|"
    rf"~)\s*(?:{NUMERAL})"
    rf"|(?<![가-힣]){ABOUT}\s*(?:년|개월|달|해)|\d\s*,\s*\d\s*(?:년|개월|달)|몇\s*(?:년|개월|달|해)|"
    r"수\s*(?:년|"
    r"개월)|\d+\s*여\s*년|십여\s*년"
    r"|이상만?\s*(?:되|가능|지원|인)[가-힣\s]*(?:나요|까요|가요|죠)\??$|이면\s*(?:얼마|어디|뭐|몇)|이하|미만|(?<!동)(?<!보험은\s)(?<!보험이\s)(?<!보험도\s)(?<!적응이\s)(?<!연장이\s)(?<!합격이\s)안\s*(?:되|돼|된|됐|됩|될|됨|했|찼|넘)|못\s*(?:되|돼|된|됩|됐|미|채)|"
    r"조금\s*안|거의|최대|년\s*차|반복|왔다\s*갔다|들락|(?:되기|채우기)\s*전|오래(?!\s*(?:있|했|일|다)[가-힣]*데|됐|되|돼|전|\s*못)|(?:년|개월|달)\s*(?:하고도?\s*)?\d+\s*일|까지|모자|"
    r"가[까차]이|남짓|각각|(?:년|개월|달)씩|다\s*(?:돼|되어)\s*가|햇수|(?:계약(?!\s*(?:연장|갱신))[가-힣]{0,3}|씩)\s*(?:두|세|네|\d)\s*번|(?<![가-힣])한\s두\s*(?:달|해|개월|년)|달\s*(?:열흘|보름|며칠)|(?:관련|해당|이쪽|그쪽)[가-힣\s]{0,6}없(?:고|는데|지만)|(?:중간|사이|도중)에[가-힣\s\d]{0,10}(?:쉬|쉰|놀|휴직|빠졌)(?![가-힣\s]*(?:없|빼|제외))|가물|헷갈|기억이?\s*안|(?:년|개월|달)(?:은|는|을)?\s*(?:빼|제외)[가-힣]*[.!\s]*$"
)
# What follows a length and says that it was no work: "2년 쉬었어요", "공백 3년".
_IDLE_AFTER = re.compile(
    r"^\s*(?:정도|쯤|가량|동안|간|째|넘게|이상|을|를|은|는|이나|\s)*\s*"
    r"(?:쉬|쉰|놀|논|공백|백수|휴식|집에|살림(?!하면서)|집안일|(?:애|아이)들?(?:만|을|를)?\s*(?:키|길|돌|봤|보느라)|전업|육아|구직|취준|공부|전에|전(?![가-힣])|뒤|후|"
    r"병원(?:에\s*(?:있|입)|\s*(?:신세|생활))|군대|군\s*복무|휴직|만에(?!\s*(?:회사|가게|그만|퇴사|관두|나왔|나옴|잘렸|망|폐업|계약))|제(?![가-힣])|유학|투병|간병|"
    r"연애|살았)"
)
_IDLE_BEFORE = re.compile(
    r"(?:쉬는\s*기간(?:기|기간)?|(?:쉰|딴|결혼한|이사\s*온|산|온|태어난|졸업한)\s*지|"
    r"(?:전업|가정)?\s*주부(?:로만|만|로|\s*생활)?|육아로?|살림|"
    r"(?<![가-힣])집에서|쉰지|백수|그만\s*둔\s*지|그만둔지|퇴사\s*한?\s*지?|경단|단절|휴직|군대|군\s*복무|나이|"
    r"교육만|배운\s*(?:것|거|건|게)(?:만|은|이)?|(?:직업\s*)?훈련|유학|어학\s*연수|연수|재수|봉사활동|고시|공부|시험|투병|수험|학원|대학교?|학교|자격증|면허|봉사|연애|"
    r"결혼|취준|준비|(?:따는|딴|준비하는|공부하는|취득하는)\s*데)\s*(?:은|는|이|가|이제|만|을|를)?\s*(?:한|약|총)?\s*$|"
    r"[한딴둔쉰산온된난긴뗀간낸든운진선]\s*지(?:는|가|도)?\s*(?:이제|벌써|한|약)?\s*$|군\s*생활\s*$"
)
_CALENDAR = re.compile(
    r"(?:19|20)\d{2}\s*년|\d{2}\s*년\s*\d{1,2}\s*월|\d{2}\s*년도|\d{2}\s*년생|(?:19|20)\d{2}[-./]\d"
)
_WEEKS = re.compile(rf"{NUMERAL}\s*(?:주(?!년)|일(?!하|을|은|했|한)|시간)|며칠|하루|이틀|사흘|보름")


# "카페에서 1년, 편의점에서 6개월": a job is named before each length.
_JOB = re.compile(r"(?!(?:이?[요고]|입니다|이에요|예요|인데|됐|했|정도)(?![가-힣]))(?<![가-힣])[가-힣a-z]{2}")
# Military service is no job, unless a job is named as well.
_SERVICE = re.compile(r"군대|군\s*복무|군\s*생활")
_WORK = re.compile(r"일\s*[하했해]|근무|회사|직장|다녔|알바|경력")
# "1년 다니고 6개월 쉬고 다시 1년": two times of the same length are not the same time.
_AGAIN = re.compile(r"다시|(?<![가-힣])또(?![가-힣])")
_RESTED = re.compile(r"쉬(?:고|었다가?|다가)")
_OVERLAPS = re.compile(
    r"말고|그것만|중에|그\s*중|중\s|포함|동시|병행|투잡|겸|이나|아니면|또는|혹은|아마|정확|기억|헷갈|자격증|"
    r"면허|인가|육아|쉬|공부|학교(?!\s*때)|대학(?!\s*병원)|군대|결혼|나이"
)


# "열한 달이요 퇴직금 안 주려고 11개월 계약만 하는 데였어요": the answer comes first.
_ANSWERED = re.compile(
    rf"{_LENGTH.pattern}\s*(?:정도|쯤)?\s*(?:이?요|입니다|이?에요|예요|됩니다|됐어요)(?![가-힣])"
)


def _amount(match: re.Match[str]) -> float:
    if match["halfyear"]:
        return 6
    if match["alone"]:
        return (value(match["alone"]) or 0) + (0.5 if match["halfmonth"] else 0)
    rest = value(match["months"]) or 0 if match["months"] else 6 if match["half"] else 0
    return (value(match["years"]) or 0) * 12 + rest


def _lengths(said: str) -> Iterator[int | float]:
    for match in _LENGTH.finditer(said):
        if _IDLE_AFTER.match(said[match.end() :][:NEAR]) or _IDLE_BEFORE.search(
            said[max(0, match.start() - NEAR) : match.start()]
        ):
            continue
        yield whole(_amount(match))


# "팔 년 했는데요 팔 년이요", "… 4년 10개월이더라고요 4년 10개월로 고쳐주세요".
_SAID_AGAIN = re.compile(
    rf"[요다][\s,.]+{_LENGTH.pattern}\s*(?:이?요|입니다|이에요|예요|으?로\s[가-힣\s]+)?[.!\s]*$"
)


def _with_their_sum(said: str, found: list[int | float]) -> bool:
    """ "버스 20년 택시 15년 해서 35년": the parts and the whole."""
    return (
        len(found) > 2
        and re.search(r"해서|합|총|[가-힣]만\s", said) is not None
        and max(found) * 2 == sum(found)
    )


def _counted_once(said: str, found: list[int | float]) -> list[int | float]:
    """The lengths without those that only say again, or sum up, what was said."""
    if len(found) > 1 and found[-1] in found[:-1] and _SAID_AGAIN.search(said):
        return found[-1:]
    return [max(found)] if _with_their_sum(said, found) else found


def _are_several_jobs(said: str, found: list[int | float]) -> bool:
    """Whether lengths stand beside each other, each with its own job: they make one career together."""
    if len(found) > 1 and _AGAIN.search(said) and not _OVERLAPS.search(_RESTED.sub(" ", said)):
        return True
    if len(found) < 2 or _OVERLAPS.search(said) or len(_LENGTH.findall(said)) != len(found):
        return False
    jobs = [job.strip(" ,.") for job in _LENGTH.sub("■", said).split("■")]
    named_before, named_behind = jobs[:-1], jobs[1:]
    return all(map(_JOB.search, named_before)) or all(map(_JOB.search, named_behind))


def _whole_months(length: float) -> int:
    if length != int(length):
        raise Unclear(Why.SEVERAL, int(length), int(length) + 1)
    if length > 12 * 70:
        raise Unclear(Why.RANGE, int(length))
    return int(length)


def _altogether(said: str) -> str:
    """From the word of a sum on, where one is said: "총 8년인데 …" → "8년"."""
    total = list(_TOTAL.finditer(said))
    if not total:
        return said
    first = _SAID_TOTAL.match(said[total[-1].end() :])
    return first[0] if first else said[total[-1].start() :]


def months(text: str) -> int:
    """Whole months of work: "1년 반" → 18, "신입이에요" → 0."""
    said = prepared(text)
    try:
        return _months(said)
    except Unclear:
        if (told := told_career(said)) is None:
            raise
        return _months(told)


def _months(said: str) -> int:
    if says_none(said) and not _LENGTH.search(said):
        return 0
    if _CALENDAR.search(said) or _OPEN.search(_TOTAL.split(said)[-1]):
        raise Unclear(Why.RANGE)
    said = _altogether(said)
    found = list(_lengths(said))
    # "주부만 30년이라 경력은 없어요": the years were no work.
    if not found and says_no_career(said):
        return 0
    if not found and _WEEKS.search(said):
        raise Unclear(Why.RANGE)
    if _SERVICE.search(said) and not _WORK.search(said):
        raise Unclear(Why.NOTHING)
    if len(set(found)) == 1 and _ANSWERED.match(said):
        found = found[:1]
    found = _counted_once(said, found)
    return _whole_months(only([sum(found)] if _are_several_jobs(said, found) else found))
