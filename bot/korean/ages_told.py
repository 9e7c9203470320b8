"""The age a story ends in, beside the ages of others, of former years and of what happened then.

Only read where the whole text leaves a question.
"""

import re

from bot.korean.age_words import ONE, TEN
from bot.korean.figure_clauses import LONGEST_STORY
from bot.korean.numerals import NUMERAL, value

_SAYS = r"(?:살|세)?(?:이?요|이?에요|예요|입니다|이여|여|이지라|이제|이당께|이라우)?"
# "마흔여섯이요 … 네 마흔여섯", "… 만 서른다섯이 돼서 … 네 만 서른다섯이요": said again at the end.
_AGAIN = re.compile(
    rf"^.*(?<![가-힣\d])(?P<first>{NUMERAL})(?!\s*(?:년|개월|명|번|시)).*[요다네소여]\s+(?:네|예|응|그래서|그러니까|하여튼)\s+(?P<again>(?:만\s*)?(?P<second>{NUMERAL})\s*{_SAYS})[.!\s]*$"
)
_LAST_YEAR = re.compile(
    r"(?:아\s*)?(?:작년|재작년|지난해)(?:에는?|까지는?|엔|만\s*해도)?\s+[^.,]*?[였었](?:으니까?|응께|는데|고|지만|거든요?|습니다|어요)(?=\s|$)"
)
# "두 살 밑", "한 살 차이로", "세 살 어려서": how ages lie beside each other.
_APART = re.compile(
    rf"(?<![가-힣\d])(?:{NUMERAL})\s*살\s*(?:더\s*)?(?:밑|아래|위|차이|터울|어[리려린]|많|적|연[상하])[가-힣]*"
)
# "스무 살에 왔어요", "서른에 시집와서": when something happened.
_BACK_THEN = re.compile(
    rf"(?<![가-힣])(?:{NUMERAL}\s*(?:살|세)|(?:{TEN})\s?(?:{ONE})?)\s*(?:에|때)\s+(?:[가-힣]+\s+){{0,2}}?[가-힣]*[왔갔했났었았와가해서고](?:서|고|어요|습니다|는데|지만|다가)?(?=\s)"
)
_ONLY = re.compile(r"밖에\s*(?:안|못)\s*(?:됐|되었|먹었|돼)[가-힣]*")
_STILL_YOUNG = re.compile(r"이?면\s+(?=요새|요즘|아직|한창|청춘|젊|늦지|일할)")
_ENGLISH = re.compile(
    r"(?<![a-z])(?:(?:i'?\s?a?m|my\s+age\s+is|age)\s*:?\s*)(?P<age>\d{2})(?!\d)(?:\s*(?:years?[\s-]*olds?|yrs?|y/?o))?(?=\s*(?:$|[.,!]|and\s|[가-힣]))|"
    r"(?<!\d)(?P<old>\d{2})\s*years?[\s-]*old(?![a-z])"
)
_THEN_LAW = re.compile(r"만\s*나이로\s*(?:바뀌|통일|계산|하)[가-힣]*(?:\s*(?:나서|서|니까))?")
_FULL = re.compile(
    rf"(?<![가-힣])만\s*(?:으로는?|나이로?는?)?\s*(?P<age>(?!만){NUMERAL})\s*(?:살|세)?(?!\s*(?:살|세)?\s*(?:원|명|개|년|이상|이하|미만|까지|부터|에서|때|전|[살세]?\s*에\s|이?라던데|이?라는데|이?라면서|이?면|넘|쯤|정도|안팎|[~-]))"
)
_OPEN = re.compile(
    r"아니면|또는|혹은|모르|글쎄|가물|아마|[~]|이상|이하|미만|호적|주민|민증|기준|다음\s*달|내년|곧|낼모레|하고\s*싶|까지\s*(?:된|되|가능|지원|만)"
)


def _in_english(match: re.Match[str]) -> str:
    return f"{match['age'] or match['old']}살"


_THEN_AND_NOW = re.compile(r"살\s*(?:에|때)\s.*(?:지금|현재|이제|올해)")


def of_now(said: str) -> str:
    """ "스무 살에 결혼했고 지금은 마흔일곱": without the age of then, where it goes on to now."""
    return _BACK_THEN.sub(" ", said) if _THEN_AND_NOW.search(said) else said


def told_age(said: str) -> str | None:
    """The words that give the age, or None where the story settles none."""
    if len(said) > LONGEST_STORY or _OPEN.search(said):
        return None
    if (match := _AGAIN.search(said)) and value(match["first"]) == value(match["second"]) is not None:
        return match["again"]
    rest = _STILL_YOUNG.sub("이요 ", _ONLY.sub("이요", _ENGLISH.sub(_in_english, said)))
    for aside in (_LAST_YEAR, _APART, _BACK_THEN, _THEN_LAW):
        rest = aside.sub(" ", rest)
    full = {match["age"]: value(match["age"]) for match in _FULL.finditer(rest)}
    if len(set(full.values())) == 1 and not _others(_FULL.sub(" ", rest)):
        return f"만 {next(iter(full))}세"
    return rest.strip() if rest != said else None


def _others(rest: str) -> bool:
    """Whether ages stand beside the full one."""
    return re.search(rf"(?:{NUMERAL})\s*(?:살|세(?![가-힣]))|{TEN}|\d{{2}}년\s*생", rest) is not None
