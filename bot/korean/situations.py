"""What somebody does now: works, looks for work, studies."""

import re
from enum import StrEnum

from bot.korean import situation_words as words
from bot.korean.corrections import what_stands
from bot.korean.plain import plain
from bot.korean.situation_cues import CUES
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
    rf"|{words.SOON}(?:에|까지만|까지|이면|부로|로)?\s*(?:하고|일하고|"
    rf"다니고)?\s*[가-힣]{{0,6}}?\s*(?:{words.QUIT})(?!었|했|뒀|렸)"
)
_SINCE = re.compile(
    r"(?<![가-힣])(?:지금|현재|요즘|요새|이제|최근|올해부터)(?:은|는|엔|에는|에|도|까지)?(?=[\s,]|[가-힣])"
)
# Whoever works is employed, unless the sentence says in which other way.
_WORKS = re.compile(r"(?<![가-힣])일\s*을?\s*(?:하고\s*있|하는\s*중|하면서|하는데|해요|합니다|함|한다|해$)")
_OTHER_WORK = {Situation.PART_TIME, Situation.SELF_EMPLOYED}
_PATTERNS = {
    situation: re.compile("|".join(cues))
    for situation, cues in ((Situation(name), cues) for name, cues in CUES.items())
}
# Who is on leave rests, and still has an employer: the narrower situation is meant.
_COVERED = {
    Situation.EXPECTED_GRADUATE: (Situation.STUDENT,),
    Situation.ON_LEAVE: (Situation.EMPLOYED, Situation.UNEMPLOYED),
    Situation.UNEMPLOYMENT_BENEFIT: (Situation.UNEMPLOYED,),
}
_NOT_UNEMPLOYED = re.compile(
    r"(?:주말|명절|점심|잠깐|하루|[월화수목금토일]요일)[가-힣]*\s*(?:만|은|는|에|에만)?\s*쉬|"
    r"쉬(?:는|고)\s*(?:날|싶)|쉬지\s*(?:않|"
    r"못)|육아\s*휴직|쉬면\s*안"
)
_ENDS_SOON = re.compile(
    r"(?:실업\s*급여|실급|구직\s*급여)[가-힣\s\d]{0,10}?(?:곧|조만간|다음\s*달|이번\s*달|내달|"
    r"담달)[가-힣\s]{0,6}?끝(?:나|"
    r"날)(?!고)"
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
    if "휴학" in said and Situation.STUDENT in named:
        named = [situation for situation in named if situation is not Situation.UNEMPLOYED]
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
    said = _SHIFTS.sub(" ", _BACK.sub("복직했", _own(what_stands(plain(text)))))
    if _OPEN.search(said) and not re.search(r"병가|휴직|휴가", said):
        raise Unclear(Why.SEVERAL)
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
