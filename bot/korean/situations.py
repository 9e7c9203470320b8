"""What somebody does now: works, looks for work, studies."""

import re

from bot.korean import situation_words as words
from bot.korean.corrections import what_stands
from bot.korean.plain import plain
from bot.korean.situation_naming import PATTERNS, Situation, named
from bot.korean.unclear import Unclear, Why, only

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
    r"(?:실업\s*급여|실급|구직\s*급여|실업\s*수당|수급)[가-힣\s]{0,6}?(?:끝났|끝난|끝남|종료|다\s*받았|"
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
_DOES_NOT_KNOW = re.compile(r"인지\s[가-힣\s]{1,12}인지")
_STILL_WORKS = re.compile(r"(?:나가|다니|하|뛰)(?:는데|는디|지만|긴\s*하는데|기는\s*하는데)(?:요)?[\s,]*$")
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


def employment_status(text: str) -> Situation:
    """Where somebody stands: "알바 그만두고 쉬어요" → UNEMPLOYED, "육아휴직 중" → ON_LEAVE."""
    said = _NOT_QUIT.sub(" ", _SHIFTS.sub(" ", _BACK.sub("복직했", _own(_stands(text)))))
    if (_OPEN.search(said) and not re.search(r"병가|휴직|휴가", said)) or _DOES_NOT_KNOW.search(said):
        raise Unclear(Why.SEVERAL)
    if (now := _since_then(said)) is not None:
        return now
    if PATTERNS[Situation.EXPECTED_GRADUATE].search(said) and not PATTERNS[Situation.PART_TIME].search(said):
        return Situation.EXPECTED_GRADUATE
    if _ENDS_SOON.search(said):
        return Situation.UNEMPLOYMENT_BENEFIT
    if _LATER.search(said) or _STILL_AT_WORK.search(said):
        return only(_on_notice(said))
    if _QUIT_WORD.search(said) or _ENDED_BENEFIT.search(said):
        if re.search(r"^(?:졸업|제대|전역)[가-힣]*[.!\s]*$", said):
            raise Unclear(Why.NOTHING)
        return only(_after_leaving(said) if _QUIT_WORD.search(said) else [Situation.UNEMPLOYED])
    return only(named(said))
