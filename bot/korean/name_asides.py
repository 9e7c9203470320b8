"""What people say before and behind their name, and how it is put aside."""

import re

from bot.korean.foreign_name_words import COUNTRIES
from bot.korean.words import any_of

_ECHO = re.compile(
    r"^\s*(?:(?:제|저의|내)?\s*(?:이름|성함|성명)(?:은|이|요|이요|은요)?|저요?|나요?|[^?]{1,12}(?:요|나|까))\s*\?+\s*(?=[가-힣])|"
    r"^(?:저는\s*)?(?:예약자|신청자|본인)(?:는|은)?\s+(?=[가-힣]{2,5})|^개명해서\s*(?:이제\s*)?(?:는\s*)?|"
    r"^(?:제\s*)?(?:이름|성함|성명)(?:은|이|을)?\s*뭐(?:냐\s?하면|냐면|냐|냐고)(?:요)?[\s,?]+|"
    r"^[가-힣]{2,4}에서\s+(?=[가-힣]{2,4}(?:으로|로)\s*(?:개명|바꿨|바뀌))|"
    r"^(?:제\s*)?이름(?:을|은)?\s*(?:말씀\s*드릴게요|알려\s*드릴게요|말할게요)[\s,.]+|"
    r"^[가-힣\s]{0,8}(?:통화한|예약한|신청한|전화한|연락한|방문한|전화\s*드린)\s+|"
    # What is said before the name: of it, of where one comes from, of somebody else.
    r"^\s*(?:제\s*)?이름이\s*[가-힣\s]{0,10}?(?:[는은한긴운]데)(?:요)?[\s,]+|"
    r"^(?:[가-힣]{2,8}[\s,.!]+){0,3}?[가-힣]{2,8}에서\s*온\s+(?=[가-힣]{2,4}(?:이라|라|입니다|이?에요|예요|이?요|인데))|"
    r"^(?:제\s*)?(?:남편|아내|와이프|아들|딸|엄마|아빠|친구)(?:은|는|이|가)?\s*[가-힣]{2,5}(?:이고|고|이며|구)(?:요)?[\s,]+(?=저는|제가|전\s|나는)"
)
_TWICE = re.compile(r"^([가-힣]{2,4})[\s,.(]+(?=\1)")
_COUNTRY = rf"{any_of(COUNTRIES)}\s*(?:사람|동포|국적|출신|교포|여자|남자|태생|인|이주민|유학생|댁|에서|계)"
_FROM = re.compile(rf"^(?:저는\s*)?{_COUNTRY}\s*(?:온\s+|인\s+|\s+)(?=[가-힣A-Za-z])")
_PEOPLE = re.compile(rf"\s+(?:저는\s*)?(?:{_COUNTRY}|{any_of(COUNTRIES)}(?=\s|$)).*$")
_MORE = re.compile(
    r"(?:이고|고|이며|이구)?(?:요)?[\s,/(]+(?:나이|연락처|전화|번호|생년|성별).*$|\s*(?:본인|고객|회원|구직자)(?:입니다|이에요|이요|맞).*$|"
    r"[\s,/(]+(?=여자(?:입니다|예요|이에요|요|고요)?$|남자(?:입니다|예요|이에요|요|고요)?$|(?<=[(/])[남여](?=[\s,)]|$)|여성|남성|여\)|남\)|북구|남구|서구|동구|"
    r"광산구).*$"
)
# Behind a name that has no ending these are no part of it: whose it is, how it is written, what is wanted.
_ASIDE = re.compile(
    r"^(?:네\s|예\s|맞|그\s|기역|니은|디귿|리을|미음|비읍|시옷|이응|지읒|치읓|키읔|티읕|피읖|히읗|쌍|본명|실명|이름(?!이라|이|으로)|한글|한자|외자|외국|세\s?글자|두\s?글자|네\s?글자|성[은이]|성씨|본인|맞|드림|올림|배상|예약|신청|상담|문의|접수|등록|부탁|여자|남자|여성|남성|여$|남$|"
    r"만$|나이|올해|주소|사는|거주|주민|출생|생년|생일|전화|연락|잘|처음|반갑|반가|감사|고맙|안녕|수고|요즘|지금|입니다|"
    r"[동서남북]구|광산구|광주|서울|[가-힣]{1,5}동(?:에|\s|이|$)|구직|취업|실업|일자리|경력|자격증|띠|학생|주부|간호|용접|농사|아까|어제|저번|지난|전에|[가-힣]{2,3}\s[가-힣](?:\s|$)|"
    r"[가-힣]{1,5}(?:할|쓸|의)\s[가-힣])"
)
_REPEATED = re.compile(r"^(?P<again>[가-힣]{1,4})(?:이?요|입니다|이에요|예요|야|아)?$")


def without_opening_asides(text: str) -> str:
    """The text from the name on: "이름이요? 오세훈이요" → "오세훈이요"."""
    return _TWICE.sub("", _FROM.sub("", _ECHO.sub("", text)))


def without_closing_asides(said: str) -> str:
    """The text up to the name and its ending: "박지훈이고요 북구 살아요" → "박지훈이고요"."""
    return _MORE.sub("", _PEOPLE.sub("", _FROM.sub("", said))).strip()


def is_aside(tail: str, name: str) -> bool:
    """Whether the words behind a bare name are said about it: "본명이에요", "여자", the name once more."""
    again = _REPEATED.match(tail)
    return (
        _ASIDE.match(tail) is not None
        or name in tail
        or (again is not None and name.endswith(again["again"]))
    )
