"""What somebody does now: works, looks for work, studies."""

import re

from bot.korean import situation_words as words
from bot.korean.corrections import what_stands
from bot.korean.ears import EMPLOYMENT, meant
from bot.korean.plain import plain
from bot.korean.situation_naming import PATTERNS, Situation, named
from bot.korean.unclear import LeftOpen, Unclear, Why, only

_QUIT_WORD = re.compile(words.QUIT)
_LATER = re.compile(
    rf"(?:{words.QUIT})[가-힣]*\s*{words.NOT_YET_BEHIND}"
    rf"|{words.SOON}(?!부터)(?:에|까지만|까지|이면|부로|로)?\s*(?:하고|일하고|"
    rf"다니고)?\s*[가-힣\d\s]{{0,8}}?\s*(?:{words.QUIT})(?!었|했|뒀|렸)"
    r"|(?:퇴사|퇴직|만료|종료|계약\s*만료|그만두는|마지막\s*출근)\s*(?:일자|일|날짜|날)(?:이|은|는)?\s*(?!지났|지난|작년)[가-힣\d\s]{0,14}(?:잡|정해|이에|예요|입니|이요|로|까지)"
)
_SINCE = re.compile(
    r"(?<![가-힣])(?:지금|현재|요즘|요새|이제|최근|올해부터)(?:은|는|엔|에는|에|도|까지)?(?=[\s,]|[가-힣])"
)
_ENDS_SOON = re.compile(
    r"(?:실업\s*급여|실급|구직\s*급여)[가-힣\s\d]{0,10}?(?:곧|조만간|다음\s*달|이번\s*달|내달|"
    r"담달)[가-힣\s]{0,6}?끝(?:나|"
    r"날)(?!고)|(?:곧|조만간|다음\s*달|이번\s*달|내달|담달|다음\s*주)(?:이면|에|까지)?\s*(?:실업\s*급여|실급|구직\s*급여)[가-힣\s]{0,3}?끝(?:나|날)(?!고|서)"
)
_ENDED_BENEFIT = re.compile(
    r"(?:실업\s*급여|실급|구직\s*급여|실업\s*수당|수급)[가-힣\s]{0,6}?(?:끝났|끝난|끝남|끝나서|종료|다\s*받았|"
    r"다\s*탔|만료|끊겼|끊김)"
)


_OTHERS = re.compile(
    rf"(?:^|(?<=[\s,.]))(?:우리\s*)?{words.SOMEBODY}\s[^,.]*?(?:$|[,.]|(?:고|는데|지만|인데)(?:요)?\s)"
)
_BACK = re.compile(
    r"휴직\s*(?:이|도|기간)?\s*(?:끝나고|끝나서|마치고|후)[가-힣\s]{0,6}?복직\s*(?:했|해서|한|함|하고)"
)
_SHIFTS = re.compile(r"\d\s*(?:조\s*\d\s*)?교대(?:로|근무로)?")
# Whose shop it is, and whether somebody on a rest still has the job, is not said.
_OPEN = re.compile(
    r"(?:남편|아내|부모님?|엄마|아빠|시댁|친정|아들|딸|형|언니|친구)(?:네|의)?\s*(?:가게|식당|농사|사업|공장)[가-힣\s]{0,6}(?:같이|도와|돕|도우|일)|"
    r"(?:회사|직장)(?:을|를|은)?\s*(?:잠깐|잠시|좀)?\s*쉬(?:고|는|어)(?![가-힣\s]*(?:병가|휴직))"
)
# "노가다 다녀요 날마다는 아니고": what is denied last was only a remark.
_DENIED = re.compile(r"\S+\s*(?:아니고|아니구|말고|말구|아니라)(?:요)?[\s.!]*$")
_NOT_QUIT = re.compile(
    r"안\s*(?:그만|관두|관뒀|퇴사|나왔|잘[렸리]|짤[렸리])[가-힣]*|(?:그만두|퇴사하|관두|잘리|짤리)지(?:는|도)?\s*(?:않|안)[가-힣]*|퇴사(?:는|한\s*건|한\s*것은)?\s*(?:안\s*[가-힣]+|아니[가-힣]*)"
)
_DOES_NOT_KNOW = re.compile(
    r"인지\s[가-힣\s]{1,12}인지|(?:뭐라고|어떻게|어떤\s*걸로)\s*(?:해야|말해야|써야|골라야)|[가-힣]도\s*[가-힣]{1,4}고\s+[가-힣]+도\s*[가-힣]{1,4}고|하기도\s*(?:뭐|좀|그렇|애매)|애매|헷갈|"
    r"반은\s[가-힣\s]{1,8}반은|(?:나갔|일했|했|일하|하)다가?\s*(?:말았다|말다|안\s*했다|쉬다)|그때그때\s*달|정해진\s*게\s*없|(?:관|그만)\s*둔\s*(?:셈|거나)|"
    r"^(?:[가-힣]+\s)?(?:관둘|그만\s*둘|다닐|나갈|쉴)까\s*(?:말까|요|하|고민)|(?<![가-힣])안\s*(?:놀|쉬)(?:아요|고|어요|아|어)"
)
# "가게 하고 있는데 접고 취직할까 해요": what is thought of has not been done.
_THINKS_OF = re.compile(
    r"(?:하고\s*있|하는|다니|나가|운영하|있)(?:는데|는디|지만|긴\s*한데)(?=.*(?:까\s*(?:생각|해|하|싶|고민|봐)|(?:고|볼까)\s*싶|려고|려구|려는|고민))"
)
# "다음 달부터 백수 돼요": not yet.
_FROM_THEN = re.compile(
    r"(?:다음|담|내)\s*(?:달|주|해|년)부터(?:는|면)?\s*(?:백수|쉬|놀|무직|실업|집에)[가-힣\s]{0,8}"
)
_MAIN_WORK = re.compile(r"본업[은이]\s*([^,.]{2,16}?)(?:이고|고요?|인데|[,.]|요|$)")
# "가게 봐주는데 돈은 안 받아요 그냥 주부요": how people sum up.
_SUMMED_UP = re.compile(
    r"(?:^|\s)(?:그냥|결국|한마디로|아무튼|그니까|그러니까)\s+([가-힣]{2,10}?)(?:이?에요|예요|이?요|입니다|이라|죠|지)[.!\s]*$"
)
_STILL_WORKS = re.compile(r"(?:나가|다니|하|뛰)(?:는데|는디|지만|긴\s*하는데|기는\s*하는데)(?:요)?[\s,]*$")
_RESTS = re.compile(
    r"(?:은|는|엔)?\s*(?:집에서\s*|몸조리하면서\s*)?쉬(?:는\s*중|고\s*있|어|ㅓ|고|ㅁ|네|는데|는)[가-힣]*[.!\s]*$"
)
# Leave that has not begun: still at work.
_LEAVES_SOON = re.compile(
    r"(?:다음\s*(?:달|주)|담달|내달|내년|곧|\d+월)\s*(?:에|부터)?\s*(?:육아|출산|병|무급)?\s*(?:휴직|휴가|병가)(?:을|를)?\s*(?:들어가|들어갈|시작|예정|낼|쓸|할|가요|갈)"
)
_STILL_AT_WORK = re.compile(
    r"아직(?:은|까지는?|도)?\s*(?:직원|직장인|회사원|다니|다녀|다닙|다님|회사\s*(?:다|소속|직원)|재직|출근|나가|나간|소속|근무)"
)
_ASIDE = re.compile(rf"{words.FORMERLY}")
_WISH = re.compile(
    rf"(?:{words.OWN_WORK}|{words.SHIFTS}|직장인|회사원|공무원|정규직|학생){words.WISHED}[가-힣]*"
)


def _own(said: str) -> str:
    """What the person says of now and of themselves."""
    return _WISH.sub(" ", _ASIDE.sub(" 예전에 ", _OTHERS.sub(" ", said)))


def _after_leaving(said: str) -> list[Situation]:
    """What came after the job was left; nothing else makes unemployed."""
    last = list(_QUIT_WORD.finditer(said))[-1]
    later = named(said[last.end() :])
    return later or [Situation.UNEMPLOYED]


def _on_notice(said: str) -> list[Situation]:
    own = PATTERNS[Situation.SELF_EMPLOYED].search(said) or re.search(r"장사|가게|사업|폐업", said)
    found: list[Situation] = [situation for situation in named(said) if situation is not Situation.UNEMPLOYED]
    return found or [Situation.SELF_EMPLOYED if own else Situation.EMPLOYED]


def _rests_on_leave(before: str, behind: str) -> bool:
    """ "휴직했어요 지금 쉬는 중": the rest is the leave, unless the job was left."""
    return bool(
        _RESTS.match(behind) and PATTERNS[Situation.ON_LEAVE].search(before) and not _QUIT_WORD.search(before)
    )


def _since_then(said: str) -> Situation | None:
    """What is said behind the last "now"; a reason told there is not where somebody stands."""
    if _LEAVES_SOON.search(said):
        return Situation.EMPLOYED
    since = list(_SINCE.finditer(said))
    if not since:
        return None
    behind = said[since[-1].end() :]
    if _QUIT_WORD.search(behind) or not (now := named(behind)):
        return None
    if now == [Situation.UNEMPLOYED] and _rests_on_leave(said[: since[-1].start()], behind):
        return Situation.ON_LEAVE
    if now == [Situation.UNEMPLOYED] and _STILL_WORKS.search(said[: since[-1].start()]):
        return None
    return only(now)


def _stands(text: str) -> str:
    said = plain(text)
    last = what_stands(said)
    if last and not (
        last != said and PATTERNS[Situation.ON_LEAVE].search(said) and named(last) == [Situation.EMPLOYED]
    ):
        return last
    return _DENIED.sub(" ", said)


def _summed_up(said: str) -> Situation | None:
    """What the main work is, or what somebody calls all of it at last."""
    for match in (_MAIN_WORK.search(said), _SUMMED_UP.search(said)):
        found = named(match[1]) if match else []
        if len(found) == 1:
            return found[0]
    return None


def _only_thinks_of_leaving(said: str) -> bool:
    left, thinks = _QUIT_WORD.search(said), _THINKS_OF.search(said)
    return left is not None and thinks is not None and thinks.start() < left.start()


def _by_time(said: str) -> Situation:
    """What has been left, what is left soon, and what is thought of only."""
    if PATTERNS[Situation.EXPECTED_GRADUATE].search(said) and not PATTERNS[Situation.PART_TIME].search(said):
        return Situation.EXPECTED_GRADUATE
    if _ENDS_SOON.search(said):
        return Situation.UNEMPLOYMENT_BENEFIT
    if _LATER.search(said) or _STILL_AT_WORK.search(said) or _only_thinks_of_leaving(said):
        return only(_on_notice(said))
    if not (_QUIT_WORD.search(said) or _ENDED_BENEFIT.search(said)):
        return only(named(said))
    if re.search(r"^(?:졸업|제대|전역)[가-힣]*[.!\s]*$", said):
        raise Unclear(Why.NOTHING)
    if not _ENDED_BENEFIT.search(said) and Situation.UNEMPLOYMENT_BENEFIT in named(said):
        return Situation.UNEMPLOYMENT_BENEFIT
    return only(_after_leaving(said) if _QUIT_WORD.search(said) else [Situation.UNEMPLOYED])


def by_rules(text: str) -> Situation:
    """Where somebody stands, by the words of `situation_words`."""
    own = _own(_stands(meant(text)))
    if not own.strip(" ,.!~?"):
        raise LeftOpen(Why.NOTHING)
    own = re.sub(
        rf"({words.EMPLOYERS}|식당|학교|학원)서(?=\s)", r"\1에서", re.sub(r"허(?=[요제고는지])", "하", own)
    )
    said = _FROM_THEN.sub(" ", _NOT_QUIT.sub(" ", _SHIFTS.sub(" ", _BACK.sub("복직했", own))))
    if (summed := _summed_up(said)) is not None:
        return summed
    if (_OPEN.search(said) and not re.search(r"병가|휴직|휴가", said)) or _DOES_NOT_KNOW.search(said):
        raise LeftOpen(Why.SEVERAL)
    return _since_then(said) or _by_time(said)


def employment_status(text: str) -> Situation:
    """Where somebody stands: "알바 그만두고 쉬어요" → UNEMPLOYED, "육아휴직 중" → ON_LEAVE.

    Where rules find nothing the ears decide if they are sure; where the ears hear something else, it is asked again.
    """
    try:
        found = by_rules(text)
    except LeftOpen:
        raise
    except Unclear as unclear:
        if unclear.why is Why.SEVERAL or (heard := EMPLOYMENT.heard(text)) is None:
            raise
        return Situation(heard)
    if EMPLOYMENT.contradict(text, found.value):
        raise Unclear(Why.NOTHING)
    return found
