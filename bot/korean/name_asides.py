"""What people say before and behind their name, and how it is put aside."""

import re

_ECHO = re.compile(
    r"^\s*(?:(?:제|저의|내)?\s*(?:이름|성함|성명)(?:은|이|요|이요|은요)?|저요?|나요?|[^?]{1,12}(?:요|나|까))\s*\?+\s*(?=[가-힣])|"
    r"^(?:저는\s*)?(?:예약자|신청자|본인)(?:는|은)?\s+(?=[가-힣]{2,5})|^개명해서\s*(?:이제\s*)?(?:는\s*)?|"
    r"^[가-힣]{2,4}에서\s+(?=[가-힣]{2,4}(?:으로|로)\s*(?:개명|바꿨|바뀌))|"
    r"^(?:제\s*)?이름(?:을|은)?\s*(?:말씀\s*드릴게요|알려\s*드릴게요|말할게요)[\s,.]+|"
    # What is said before the name: of it, of where one comes from, of somebody else.
    r"^\s*(?:제\s*)?이름이\s*[가-힣\s]{0,10}?(?:[는은한긴운]데)(?:요)?[\s,]+|"
    r"^(?:안녕하세요[\s,.!]*)?(?:저는\s*)?[가-힣]{2,8}에서\s*온\s+|"
    r"^(?:제\s*)?(?:남편|아내|와이프|아들|딸|엄마|아빠|친구)(?:은|는|이|가)?\s*[가-힣]{2,5}(?:이고|고|이며|구)(?:요)?[\s,]+(?=저는|제가|전\s|나는)"
)
_TWICE = re.compile(r"^([가-힣]{2,4})[\s,.]+(?=\1)")
# "…입니다. 잘 부탁드려요": what follows the introduction.
_FURTHER = re.compile(r"(입니다|합니다|이에요|예요|라고\s*해요|인데요?)[\s.,!]+\S.*$")
_MORE = re.compile(
    r"(?:이고|고|이며|이구)?(?:요)?[\s,/(]+(?:나이|연락처|전화|번호|생년|성별|사는).*$|\s*본인(?:입니다|이에요|이요|맞).*$|/\s*\d.*$|"
    r"[\s,/(]+(?=(?:만\s?)?\d{1,2}\s*(?:살|세)|[5-9]\d\s*년|0\d\s*년생|01\d|\d{6}|\d{2}\s*[).]?\s*$|여자(?:입니다|예요|이에요|요|고요)?$|남자(?:입니다|예요|이에요|요|고요)?$|(?<=[(/])[남여](?=[\s,)]|$)|여성|남성|여\)|남\)|01\d|[5-9]\d년|북구|남구|서구|동구|"
    r"광산구).*$|[,.]\s+[가-힣\s\d]+$"
)


def without_opening_asides(text: str) -> str:
    """The text from the name on: "이름이요? 오세훈이요" → "오세훈이요"."""
    return _TWICE.sub("", _ECHO.sub("", text))


def without_closing_asides(said: str) -> str:
    """The text up to the name and its ending: "박지훈이고요 27살" → "박지훈이고요"."""
    return _MORE.sub("", _FURTHER.sub(r"\1", said)).strip()
