"""Pointing instead of naming: the second one of a list, none of them, any time, a week as a whole."""

import re
from datetime import date, timedelta

from bot.korean.plain import plain

_ORDER = ("첫 1", "두 둘 2", "세 셋 3", "네 넷 4", "다섯 5", "여섯 6")
_COUNTED = {word: place for place, words in enumerate(_ORDER) for word in words.split()}
_ENDS = (
    r"\s*(?:에\s*있는|있는)?\s*(?:것|거|꺼|걸|껄|시간|날)?\s*(?:으로|로)?\s*"
    r"(?:이?요|이?여|예요|이에요|할게요?|할께요?|할래요?|해\s*줘요?|해\s*주세요|신청\S*|부탁\S*|좋아요?|좋겠어요?)?[\s.!~]*"
)
_PLACE = re.compile(
    rf"(?:그럼|음|저는|네)?\s*(?:(첫|두|둘|세|셋|네|넷|다섯|여섯|[1-6])\s*번?\s*째|([1-6])\s*번|(?:맨|제일)\s*(?:위|앞|처음)){_ENDS}"
)
_ANY_TIME = re.compile(
    r"(?:저는|그냥|시간은?|날은?|음)?\s*(?:아무\s*(?:때|떄|시간|날|요일|거|것)(?:이?나|든지?)|언제(?:든지?|나|라도)|"
    r"(?:다|전혀|시간)?\s*상관\s*없|(?:(?:제일|가장|젤|최대한|되도록|좀)\s*)?(?:빠른|빨른)\s*(?:시간|날|걸|거|데|쪽)|"
    r"(?:제일|가장|젤|최대한|되도록|좀)\s*빨리|빨리|얼른)[가-힣\s]{0,14}[\s.!~]*"
)
_SORRY = r"(?:(?:죄송|미안)\S*|어쩌죠|음|아|근데|그런데|저는|제가)[\s,.]*"
_ALL_OF_THEM = (
    r"(?:(?:그|이)\s*)?(?:둘|셋|(?:두|세)\s*(?:시간|날|개|번|가지)|시간들?|날들?|때)(?:은|는|이|에는|엔)?\s*(?:다|모두|전부)|"
    r"(?:그|이)\s*(?:시간|날)들?(?:은|에는|엔)?|다|모두|전부|하나도|둘\s*중(?:에)?\s*(?:하나도|아무것도)"
)
_NO_GOOD = r"(?:안\s*(?:돼|되|됩|맞|괜찮|좋)|못\s*(?:가|갈|해|하|할|맞)|어려|어렵|힘들|별로|싫|곤란|불가)"
_NOTHING_FITS = (
    r"(?:맞는|되는|괜찮은|가능한|갈\s*수\s*있는)\s*(?:시간|날|때|게|것)(?:이|은|도)?\s*(?:하나도\s*)?없"
)
_NONE = re.compile(
    rf"(?:{_SORRY})*(?:(?:{_ALL_OF_THEM})\s*{_NO_GOOD}|{_NOTHING_FITS})(?!.*(?:지\s*않|건\s*아니))[가-힣\s,.]{{0,24}}[\s.!?~]*"
)
_BUT = re.compile(r"안\s|안돼|못|말고|싫|빼고|지\s*않")
_WEEK = re.compile(
    r"(?:그럼|음|저는|그냥)?\s*(?:(이번|금)|(다음|담|내)|(다다음|다담|다음\s*다음|담\s*담))\s*주\s*"
    r"(?:중|내|안|쯤|정도)?(?:에|으로|로)?\s*(?:아무\s*때나|언제든지?)?\s*"
    r"(?:이?요|예요|이에요|할게요?|할래요?|갈게요?|해\s*줘요?|해\s*주세요|하고\s*싶어요?|부탁\S*|좋아요?|괜찮아요?)?[\s.!~]*"
)


def place_in_list(text: str) -> int | None:
    """Which one of a list is meant, from 0: "첫번째꺼요" is 0; None for words that count nothing."""
    found = _PLACE.fullmatch(plain(text))
    if found is None:
        return None
    counted = found[1] or found[2]
    return _COUNTED[counted] if counted else 0


def none_suits(text: str) -> bool:
    """Whether none of what was offered will do: "둘 다 안 돼요", "맞는 시간이 없네요"."""
    return _NONE.fullmatch(plain(text)) is not None


def any_time(text: str) -> bool:
    """Whether any time will do, or the soonest: "아무 때나요", "최대한 빨리요"."""
    said = plain(text)
    return _ANY_TIME.fullmatch(said) is not None and not _BUT.search(said)


def week_meant(text: str, today: date) -> date | None:
    """The Monday of a week that is named as a whole ("다음 주로요"); None where a day is, or nothing."""
    found = _WEEK.fullmatch(plain(text))
    if found is None:
        return None
    weeks = 0 if found[1] else 1 if found[2] else 2
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
