"""What stands beside a length of work and is none: lengths not reached, the work of others, service left out."""

import re

from bot.korean.figures import figure
from bot.korean.numerals import NUMERAL

_UNTIL_NOW = re.compile(
    r"[가-힣]기\s*전까지(?:는)?|\d+살(?:부터|까지)|지금은?\s*(?:쉬|놀)[가-힣]*(?:\s*있[가-힣]*)?$|"
    r"\d+\s*년도\s*더\s*전에|(?:[가-힣]+\s*)?\d+\s*(?:개월|년)\s*포함(?:해서|하면|하여)?|(?:작년|올해|최근|얼마\s*전|지난\s*달|저번\s*달|지금|현재|여태|이제|그\s*전)까지"
)
_WITHOUT_SERVICE = re.compile(
    r"군(?:대|\s*복무|\s*생활)\s*(?:기간)?[은는을]?\s*(?:빼고|빼면|제외하고|제외하면|말고|포함해서)"
)
# "1년 못 채우고 11개월": the second length is meant.
_NOT_QUITE = re.compile(
    rf"{NUMERAL}\s*(?:년|해|개월|달)\s*(?:을|를|은|도)?\s*(?:못|안)\s*(?:채우|되|돼|채)[가-힣]*\s*(?=(?:한|약|총)?\s*{NUMERAL}\s*(?:년|개월|달))"
)
# "9개월이요 1년은 못 채웠어요", "2년이라고 해야 되나 1년 10개월이에요".
_SHORT_OF = re.compile(
    rf"실습\s*{NUMERAL}\s*(?:년|개월|달)\s*말고는?|{NUMERAL}\s*년\s*반?(?:이|은|에는|엔)?\s*(?:좀|조금|살짝)?\s*안\s*(?:되|돼)[가-힣]*데\s+(?=.*(?:년|월|달))|(?<=니까)\s+거의\s*{NUMERAL}\s*년\S*|(?:원래|애초에)\s*{NUMERAL}\s*(?:년|개월|달)\s*(?:짜리\s*)?계약[가-힣]*|(?<=[요다])\s+{NUMERAL}\s*(?:년|달|개월)만?\s*더\s*[가-힣]+으면.*|"
    rf"(?<=[요다])\s+{NUMERAL}\s*년[은을]?\s*(?:못|안)\s*(?:채우|채웠|되|됐|돼)[가-힣]*|"
    rf"{NUMERAL}\s*년\s*(?:[가-힣]{{1,2}}\s)?이?라고\s*(?:해야|하긴|하기)[가-힣\s]{{1,8}}?\s(?=.*(?:년|월|달))"
)
_THEIRS = re.compile(
    r"(?:^|(?<=[\s,.]))(?:우리\s*)?(?:친구|남편|아내|와이프|동생|형|언니|누나|오빠|아들|딸|동료)(?:은|는|이|가)\s[^,.]*?(?:(?:고요?|데요?|지만|요)[\s,.]+(?=\S)|(?:요|니다|[어아해]|음)[.!\s]*$)"
)


# "5년 차예요 정확히 5년이요": said exactly, it is no longer open.
_TO_THE_DAY = re.compile(
    rf"(?P<years>{NUMERAL})\s*년\s*차[가-힣]*[\s,.]+(?=(?:(?:정확|딱|꽉|꼬박|만)[가-힣]*\s*(?:채워서\s*)?)(?P=years)\s*년)"
)


def own_lengths(said: str) -> str:
    """Without what is said of how long somebody else has worked."""
    return _THEIRS.sub(" ", said)


def prepared(text: str) -> str:
    """The sentence without what is no length of work; 공 and 백 are numbers, "5개월밖에 안 했어요" is five months."""
    said = (
        _TO_THE_DAY.sub("", figure(text))
        .replace("공백", "쉬는 기간")
        .replace("밖에 안", "만 ")
        .replace("읎", "없")
    )
    said = _WITHOUT_SERVICE.sub(" ", said)
    said = _NOT_QUITE.sub(" ", own_lengths(_SHORT_OF.sub(" ", said)))
    return re.sub(r"하고도?\s*반\s?년", " 반", _UNTIL_NOW.sub(" ", said))
