"""What somebody says of their own age, as it is now, said once."""

import re

from bot.korean.age_beside import without_beside
from bot.korean.age_words import ONE, TEN
from bot.korean.figure_clauses import clauses
from bot.korean.figures import figure
from bot.korean.numerals import NUMERAL, value
from bot.korean.plain import plain
from bot.korean.speakers import own_clauses

_CLAUSES = re.compile(r"[,.]\s+|(?<=니까)\s+(?=지금|현재|아직)|(?<=[고요])\s+|\s(?=내년|다음\s*달)")
_SOON = re.compile(r"내년|내일이면|모레면|다음\s*달|다음\s*주|곧|낼모레")
_COUNTED = re.compile(
    r"\(?(?:한국|세는|우리)\s*나이(?:로는|로|는)?\s*\d{2}(?:살|세)?\)?(?:이고요?|고요?|이?에요|예요|이?요|입니다)?[\s,]*"
)
# "오팔년 개띠", "육십오년 뱀띠": the year of two digits as it is spoken.
_SPOKEN_SHORT = re.compile(
    r"(?<![가-힣])(?P<year>[오육칠팔구](?:[영공일이삼사오육칠팔구]|십[일이삼사오육칠팔구]?))\s*년"
    r"(?=(?<=[공영일이삼사오육칠팔구]년)(?<!십.년)(?<!십년)(?!\s*(?:전|동안|간|차|째|정도|넘|이상|됐|다니|일|근무))|\s*(?:생|도|[가-힣]{1,3}\s*띠|[가-힣]{1,2}월|에\s*[태났나]|이?요|이?에요|$))"
)
# "팔팔년 올림픽둥이요": the year of birth, though nothing says so.
_ALONE = re.compile(r"\s(?![가-힣]{1,3}\s*띠|[가-힣]{1,2}월|생|\d)")
_SPOKEN_FOUR = re.compile(
    r"(?<![가-힣])(?P<year>(?:일구|이공|이영)[영공일이삼사오육칠팔구]{2})(?=이?요|입니다|[.!\s]*$)"
)
# In "오십이 됩니다" the last syllable is a particle.
_NO_TWO = re.compile(r"(?<=십)이(?=\s*(?:됩|되|돼|됐|넘))")
# "35세 이하라고 해서요": what the office wants, not what somebody is.
_OF_OTHERS = re.compile(
    r"^[^.]*?\d{2}\s*[세살]\s*(?:(?:이하|이상|미만|까지|부터)[가-힣\s]*?(?:서요?|데요?|면|지만)|(?:이?라면서요?|이?라던데요?|이?라는데요?|이?라고\s*(?:하던데|들었는데|해서|그래서)요?|인\s*줄\s*알았는데))[\s?]+(?=.*(?:\d{2}|열|스물|서른|마흔|쉰|예순|일흔))"
)
_SPOKEN_BARE = re.compile(
    r"(?<![가-힣])(?P<year>[오육칠팔구공영][영공일이삼사오육칠팔구])(?=이?요|입니다|[.!\s]*$)"
)
# "육십두 살", "칠십이요 칠십", "서른하나요 한 살 더 먹었네", "제 나이 말이죠 45예요".
_SIXTY_TWO = re.compile(r"(?<=십)\s?[한두세네](?=\s*살)")
_TEN_TWICE = re.compile(r"(?<![가-힣])([이삼사오육칠팔구]?십)이요[\s,.]+\1(?![가-힣])[^\d]*$")
_MUSING = re.compile(r"말이(?:죠|지요|에요|예요)|마음(?:은|만은)\s*\S+|[한두]\s*살\s*더\s*먹[가-힣]*")
_TEN_AND_ONE = re.compile(rf"({TEN})\s*하고도?\s*(?=(?:{ONE}))")
# Whether the birthday has passed makes an age full; it leaves nothing open.
_BIRTHDAY = re.compile(
    r"(?:(?:인데|근데|아직|얼마\s*전에|엊그제|지난달에|연말에|연초에|\d{1,2}월에|다음\s*달에)\s*)*생일[이은도]?\s*(?:이미|벌써|아직|다|얼마\s*전에|엊그제|지난달에)?\s*"
    r"(?:안\s*|못\s*)?(?:지[났나]\S*|이에요|에요|예요|입니다|이라\S*|있어요|남았\S*)"
)
_SAID_AGAIN = re.compile(
    rf"(?P<first>{NUMERAL})(?P<end>[^\d]{{0,12}}?)[\s,]+(?P<second>{NUMERAL})(?:이?요|살|세|입니다)*[.!\s]*$"
)
# "마흔다섯이고요 생일은 6월이에요".
_BIRTH_MONTH = re.compile(r"(?:이고요?|고요?|이요|요)?[\s,.]+생일[은이]?\s*\d{1,2}월[^,.]*$")
# "70인데 일할 수 있나요": what follows from the age.
_THEN = re.compile(
    r"^(?P<age>(?:[가-힣?]+\s)?\d{2})(?:인데요?|이고요?|이여|여|이요|입니다)[\s,.]+(?![^\d]*(?:아니|다음|내년))[^\d]+$"
)
_FULL_BEHIND = re.compile(
    r"^(?P<age>\d{2}|[가-힣]{2,5})(?:살|세)?(?:이?요|입니다)?[\s,(]*만(?:\s*나이)?(?:으로)?(?:요)?\)?[.!\s]*$"
)
# "제 나이 마흔다섯에 …": the age somebody is.
_AT = re.compile(r"(나이\s*[가-힣\d]{2,5})에\s")
# "98이요 98년": the second time tells that it is the year.
_YEAR_TWICE = re.compile(
    r"^(?:저는?|전)?\s*(?P<year>\d{2})(?:년|이?에요|예요|이?요|입니다)?[\s,.]+(?P=year)\s*년(?:도|생)?(?:이?요|이?에요|예요|입니다)?[.!\s]*$"
)
# "호적에는 70년으로 돼 있는데 … 호적 말고 실제 69년이요": which of the two is meant is said.
_REALLY = re.compile(
    r"^.*(?:호적|주민(?:등록)?|민증|서류|그거|그것)[가-힣]*\s*말고\s*(?:실제|진짜|원래)[가-힣\s]*?(?P<year>\d{2})\s*년[가-힣]*[.!\s]*$|"
    r"^.*(?:실제|진짜|원래)[가-힣]*\s*(?P<told>\d{2})\s*년.*(?:실제|진짜|원래)[가-힣]*\s*(?P=told)\s*년[가-힣]*[.!\s]*$"
)
_RUN_ON = re.compile(r"^(저는|전|나는|제가)(?=\d)")


_ANY_AGE = re.compile(
    rf"\d|{TEN}|(?<![가-힣])[이삼사오육칠팔구]?십[일이삼사오육칠팔구]?(?=$|살|세|[이요인예에])"
)
# What may hold an age that is not the person's own, now: how old one looks, a feast that has passed, a bound.
_DOUBTS = re.compile(r"비밀|몰라|모르|아니면|[\d나둘셋넷섯곱덟홉]\s?\?|\d\s*[~-]")
# "50대 중반 쉰다섯입니다", "낼모레 일흔이여 예순아홉": the round figure is only on the way.
_ROUNDLY = re.compile(
    rf"^(?:저는\s*)?(?:[2-7]0대|[이삼사오육칠]?십대)(?:\s*[초중후]반)?(?:이고요?|인데요?|이요|,)?\s+(?=(?:{TEN}|\d{{2}}))|"
    rf"^낼모레\s*(?:{TEN})(?:이[여요고]|이에요|인데)\s+(?=(?:{TEN}|\d{{2}}))"
)
_LEADS_UP = re.compile(
    r"라고$|하기엔|[초중후]반|안\s*(?:됐|돼|된)|줄에|들어선|들어섰|보이|보인|같아|지났|지나|환갑|칠순|생일|까지|기준|이하|이상|라면서|더라|때"
)


def _counted_on(match: re.Match[str]) -> str:
    return {"한": "하나", "두": "둘", "세": "셋", "네": "넷"}[match[0].strip()]


def _digits_of_year(match: re.Match[str]) -> str:
    year = int(value(match["year"]) or 0)
    alone = "십" not in match["year"] and _ALONE.match(match.string, match.end())
    return f"{year:02d}년생" if alone else f"{year:02d}년"


def _once(said: str) -> str:
    """ "57이요 57", "딱 60 되었습니다 육십": said again."""
    match = _SAID_AGAIN.search(said)
    if match is None or value(match["first"]) is None or value(match["first"]) != value(match["second"]):
        return said
    return said[: match.end("end")]


def _without_counted(said: str) -> str:
    """ "한국 나이로 37, 만으로 35": where the full age is said, it is meant."""
    return _COUNTED.sub("", said) if re.search(r"(?<![가-힣])만\s*(?:으로|나이)?", said) else said


def _now(said: str) -> str:
    """What is said of now: "스물아홉이고 다음 달에 서른 돼요" → "스물아홉이고"."""
    parts = _CLAUSES.split(said)
    present = [clause for clause in parts if "년생" in clause or not _SOON.search(clause)]
    return " ".join(present) if present else said


def age_said(text: str) -> str:
    """The part of an answer that tells an age or a year of birth: "우리 애는 셋이고 저는 57이요 57" → "저는 57이요"."""
    if really := _REALLY.match(plain(text)):
        return f"{really['year'] or really['told']}년생"
    said = without_beside(_YEAR_TWICE.sub(r"\g<year>년생", figure(text)))
    said = _SPOKEN_SHORT.sub(_digits_of_year, _TEN_AND_ONE.sub(r"\1", said))
    said = _SIXTY_TWO.sub(_counted_on, _MUSING.sub(" ", _TEN_TWICE.sub(r"\1", said)))
    if "띠" in said:
        said = _SPOKEN_BARE.sub(lambda match: f"{_digits_of_year(match)}생", said)
    said = _NO_TWO.sub("", _SPOKEN_FOUR.sub(_digits_of_year, said))
    if _OF_OTHERS.search(said):
        said = _OF_OTHERS.sub(" ", said)
    said = _AT.sub(r"\1 ", _RUN_ON.sub(r"\1 ", said))
    if re.search(r"만|년생|안\s*지|지나서|지났", said):
        said = _BIRTHDAY.sub(" ", said).strip()
    said = _BIRTH_MONTH.sub("이요", _ROUNDLY.sub("", said))
    said = _FULL_BEHIND.sub(r"만 \g<age>", _once(said))
    return _THEN.sub(r"\g<age>", _now(own_clauses(_without_counted(said))))


def age_clause(said: str) -> str | None:
    """The last clause with an age, where those before it only lead up to it: "저 나이 많아요 67이에요" → "67이에요"."""
    parts = [] if _DOUBTS.search(said) else clauses(said)
    named = [index for index, part in enumerate(parts) if _ANY_AGE.search(part)]
    if (
        not named
        or len(parts) == 1
        or parts[named[-1]].endswith("라고")
        or not all(_LEADS_UP.search(parts[index]) for index in named[:-1])
    ):
        return None
    last = parts[named[-1]]
    if _SOON.search(last):
        return None
    return f"나이 {last}" if "나이" in said and "나이" not in last else last
