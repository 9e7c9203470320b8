"""Several answers of the intake in one sentence, each only where it is certain."""

import re
from collections.abc import Callable
from datetime import datetime

from bot.korean.ages import birth_year_or_age
from bot.korean.careers import months
from bot.korean.districts import Places, district
from bot.korean.fields import job_field
from bot.korean.names import person_name
from bot.korean.numerals import NUMERAL
from bot.korean.phones import phone
from bot.korean.plain import plain
from bot.korean.situations import by_rules
from bot.korean.unclear import Unclear
from bot.korean.wages import monthly

# An age, a career and a wage are numbers: in a long sentence only their own words tell them apart.
_SAYS_AGE = re.compile(r"살|세(?![가-힣])|년생|(?:열|스물|스무|서른|마흔|쉰|예순|일흔)|나이|만\s*\d")
_SAYS_CAREER = re.compile(
    r"경력|경험|일\s*(?:했|해\s*봤|한)|했|근무|다녔|다니|신입|종사|정도\s*하|년차|하다가|하고"
)
_SAYS_WAGE = re.compile(r"월급|연봉|급여|만\s*원|월\s*\d|\d\s*만|희망|세후|세전|받고\s*싶")
_SAYS_NAME = re.compile(
    r"이름|성함|라고\s*(?:해|합|불러)|저는\s*[가-힣]{2,4}(?:라고|입니다|이에요|예요|이고|인데)"
)
_OTHER_WAGE = re.compile(r"(?:실업|구직)\s*급여|수당")
_NAME = re.compile(
    r"(?:(?:제\s*)?이름은?|저는?)\s*([가-힣]{2,4}?)(?:이?라고|입니다|이에요|예요|이고|고요|구요|인데)"
)
_AGE_PHRASE = re.compile(
    rf"(?:만\s*)?{NUMERAL}\s*(?:살|세(?![가-힣]*대))|(?:19|20)?\d{{2}}\s*년\s*생"
    r"|(?<![가-힣])(?:열|스물|스무|서른|마흔|쉰|예순|일흔)\s?(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|"
    r"아홉)?(?=이|인|요|입|\s|$)"
)


def _career_part(said: str) -> str:
    """The sentence without the ages in it, which are years too."""
    return _AGE_PHRASE.sub(" ", said)


def _age_part(said: str) -> str:
    phrases = [match[0] for match in _AGE_PHRASE.finditer(said)]
    return phrases[0] if len(phrases) == 1 else said


def _name_part(said: str) -> str:
    match = _NAME.search(said)
    return f"저는 {match[1]}" if match else ""


def several(text: str, now: datetime, places: Places) -> dict[str, object]:
    """The answers a sentence surely gives, by question: "북구 사는 서른다섯이고요" → district and age."""
    said = plain(text)
    readers: dict[str, tuple[bool, Callable[[], object]]] = {
        "name": (bool(_SAYS_NAME.search(said)), lambda: person_name(_name_part(said))),
        "phone": (True, lambda: phone(said)),
        "age": (bool(_SAYS_AGE.search(said)), lambda: birth_year_or_age(_age_part(said), now)),
        "district": (True, lambda: district(said, places)),
        "field": (True, lambda: job_field(said)),
        "career": (bool(_SAYS_CAREER.search(said)), lambda: months(_career_part(said))),
        "situation": (True, lambda: by_rules(said)),
        "wage": (bool(_SAYS_WAGE.search(_OTHER_WAGE.sub(" ", said))), lambda: monthly(_career_part(said))),
    }
    answers: dict[str, object] = {}
    for question, (is_said, read) in readers.items():
        if not is_said:
            continue
        try:
            answers[question] = read()
        except Unclear:
            continue
    return answers
