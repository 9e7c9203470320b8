"""The situations a clause names, each told once."""

import re
from enum import StrEnum

from bot.korean import situation_words as words
from bot.korean.situation_cues import CUES


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


# Whoever works is employed, unless the sentence says in which other way.
_WORKS = re.compile(
    r"[가-힣]에서\s*(?:[가-힣]{1,6}\s*)?일한\s*지|"
    rf"(?:{words.EMPLOYERS}|시설|센터|급식실|복지관|농장|식당|카페|가게|현장|매장|병원|학원|학교)에서\s*[가-힣\s]{{0,14}}?(?:일하고|일해|일합|일하는|일한\s*지|일\s*하고|일\s*해|근무)|"
    rf"(?:{words.EMPLOYERS}|시설|센터|급식실|복지관|식당|매장|병원|학원|학교)에서\s*[가-힣\s]{{0,10}}?(?:간병|조리|청소|경비|운전|배식|포장|검사|용접|사무|경리|상담|관리|미화|조립|강의|수업)(?:을|를|일|일을)?\s*(?:하고\s*있|해요|합니다|하는\s*중|맡)|(?:학원|학교|유치원)에서\s*[가-힣\s]{{0,6}}가르[쳐치]|"
    r"(?<![가-힣])일\s*을?\s*(?:하고\s*있|하는\s*중|하면서|하는데|해요|합니다|함|한다|해$)"
)
_OTHER_WORK = {Situation.PART_TIME, Situation.SELF_EMPLOYED}
PATTERNS = {
    situation: re.compile("|".join(cues))
    for situation, cues in ((Situation(name), cues) for name, cues in CUES.items())
}
# Who is on leave rests, and still has an employer: the narrower situation is meant.
_COVERED = {
    Situation.EXPECTED_GRADUATE: (Situation.STUDENT,),
    Situation.STUDENT: (Situation.UNEMPLOYED,),
    Situation.ON_LEAVE: (Situation.EMPLOYED, Situation.UNEMPLOYED),
    Situation.UNEMPLOYMENT_BENEFIT: (Situation.UNEMPLOYED,),
}
# Who keeps house or rests on the other days works part of the time; who looks for work is asked.
_LOOKS_FOR_WORK = re.compile(
    r"수입|소득|벌이|매출|취준|구직|취업\s*준비|취직\s*준비|면접|이력서|공시|고시|시험"
)
_EITHER = re.compile(r"인지|아니면|거나|든지|또는|혹은")
_STILL_THERE = re.compile(r"이직|재직|아직|다니면서|다니고\s*있|현직|근무\s*중")
# "일 나가요" tells nothing more where the kind of work is told.
_ANY_WORK = re.compile(r"일(?!용|당)")
# "간호사 5년 차": years are counted where one still works.
_YEARS_IN = re.compile(
    rf"(?:\d+|[일이삼사오육칠팔구십]+|한|두|세|네)\s*(?:년|개월|달)\s*차(?![가-힣]*\s*(?:때|에))|현직|{words.JOBS}\s*(?:하고\s*있|하는\s*중|서고|서요|섭니|맡고|일\s*(?:해|합|하고))"
)
_NOT_UNEMPLOYED = re.compile(
    r"(?:낮|밤|오전|오후|저녁|아침|새벽|평일|주중)(?:에)?(?:는|엔|에는)?\s*(?:집에서\s*|좀\s*)?(?:쉬|놀|자)(?:고|다가)|"
    r"(?:주말|명절|점심|잠깐|하루|[월화수목금토일]요일)[가-힣]*\s*(?:만|은|는|에|에만)?\s*쉬|"
    r"쉬(?:는|고)\s*(?:날|싶)|쉬지\s*(?:않|"
    r"못)|육아\s*휴직|쉬면\s*안"
)


def _one_deed(found: dict[Situation, re.Match[str]]) -> dict[Situation, re.Match[str]]:
    """ "하루 3시간 급식실 나가요": one deed is not a job and a part-time job."""
    job = found.get(Situation.EMPLOYED)
    others = [found[situation] for situation in _OTHER_WORK & set(found)]
    same = job and any(other.start() < job.end() and job.start() < other.end() for other in others)
    beside = job and any(0 <= job.start() - other.end() <= 1 for other in others)
    if same or beside or (job and others and _ANY_WORK.match(job[0])):
        return {situation: match for situation, match in found.items() if situation is not Situation.EMPLOYED}
    return found


def _rests_only(said: str, named: list[Situation]) -> bool:
    """Whether somebody without work is what is meant: looking for work takes no work away."""
    working = {Situation.EMPLOYED, *_OTHER_WORK} & set(named)
    if not working:
        return True
    looks = _LOOKS_FOR_WORK.search(said) is not None
    still = Situation.EMPLOYED in named and _STILL_THERE.search(said)
    return not (looks or still or Situation.PART_TIME in named)


def named(said: str) -> list[Situation]:
    """Every situation that the words name and no narrower one covers."""
    said = _NOT_UNEMPLOYED.sub(" 휴직 " if "휴직" in said else " ", said)
    matches = {situation: match for situation, cue in PATTERNS.items() if (match := cue.search(said))}
    found = list(_one_deed(matches))
    if _WORKS.search(said) and not _OTHER_WORK & set(found):
        found = list(dict.fromkeys([*found, Situation.EMPLOYED]))
    if not found and _YEARS_IN.search(said):
        return [Situation.EMPLOYED]
    if _EITHER.search(said):
        return found
    if not _rests_only(said, found):
        found = [situation for situation in found if situation is not Situation.UNEMPLOYED]
    hidden = {covered for situation in found for covered in _COVERED.get(situation, ())}
    return [situation for situation in found if situation not in hidden]
