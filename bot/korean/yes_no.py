"""Yes or no, as people type it."""

import re

from bot.korean.keys import as_english, as_hangul, composed
from bot.korean.plain import plain, wide_to_plain
from bot.korean.unclear import Unclear, Why

_POLITE = r"(?:요|여|용|염|유|욥|욤)?"
# Interjections answer whatever stands behind them; other words only where they are all that is said.
_YES_FIRST = re.compile(
    r"^(?:네+[에엡엥]*|넵+|넹+|넴|넨|넷|넼|녜+|녭|녱|눼|예+|옙|옛|얍|응+|웅+|엉|어+|음+\s*네|ㅇㅇ+|ㅇㅋ+|ㅇㅋㅇㅋ|ㅇ|ㅔ|ㄴㅔ|"
    r"그럼+|그라제|그라지라?|그라죠|그러제|그려|그렇제|하모|하믄|암만?|아무렴|당연(?:하지|하죠|히|하제|하다|함)?|물론(?:이지|이죠|입니다|이제)?|"
    r"오케이?|오키(?:도키)?|오케바리|오켕|okay|oke?|yes+|yep|yeah|yup|ye|yea|y|콜|굿|ㄱㄱ|고고)"
    rf"{_POLITE}(?:\s*(?:네+|넵|넹|예|응|ㅇㅇ))*(?=$|[\s,.!~]|맞|그)"
)
_NO_FIRST = re.compile(
    r"^(?:아니+(?:요+|오+|여|용|욥|유|라우|랑께|당께|야|예요|에요|어요|얌|거든요?)?|아뇨+|아녀(?:요)?|아닙니다|아님|아닌데(?:요)?|아네요|아니제|아닌디요?|"
    r"ㄴㄴ+|ㄴ|노+|노우|놉|놉스|넵?노|노노+|no+|nope|nah|not|n|절대(?:로)?\s*(?:안|아니|싫|못)[가-힣]*)"
    r"(?:\s*(?:아니+[요오]?|아뇨|노+))*(?=$|[\s,.!~])"
)
_WISH = (
    r"(?:해\s*(?:요|주세요|줘(?:요)?|주십시오|주시[가-힣]*|주라|줄래요?)|할게(?:요|여)?|할께(?:요|여)?|할래(?:요)?|하겠(?:습니다|"
    r"어요|음)|합니다|하고\s*싶(?:어요?|습니다)|하죠|하자|하시죠|해라|함|할라요|할라고요?|한다|합시다|하지요|하께라?)"
)
_YES_WORD = (
    r"(?:맞|좋|되|있)(?:당께|제라|지라|어라|구만)|당근(?:이죠|이지|요)?|예스|(?:[가-힣]+\s)?(?:본|한|은)\s*적(?:이|은|도)?\s*있(?:어요|습니다|음)|"
    r"(?:갈|올|받을)\s*수\s*있(?:어요|습니다|음)|해야죠|가능은\s*해요|"
    rf"맞(?:아|아요|습니다|음|어|어요|죠|지|네요|제|제라|지라|는데요)|마자요?|맞다|그렇(?:습니다|죠|지|다|네요|게\s*{_WISH})|그래(?:요|라|"
    r"용)?|그러(?:세요|죠|자|시죠|지요)|"
    r"좋(?:아|아요|습니다|죠|지|네요|소|제|구만|은데요|다)|조아(?:요)?|쪼아요?|좋와요|"
    r"(?:동의|참여|확정|수락|승인|허락|희망|찬성|가능)(?:이요|요)?(?=$|[\s,.!~])|"
    r"(?:동의|신청|예약|참여|진행|접수|확정|저장|등록|부탁|수락|승인|허락|원|희망|찬성|가능|추천|시작|상담|연결)\s*"
    rf"(?:드려요|드립니다|드릴게요|드려|드려용|{_WISH}|해)|"
    rf"(?:그렇게|이대로|그대로|바로|지금)?\s*{_WISH}|"
    r"있(?:어|어요|습니다|음|지|죠|네요|는데요|구요|고요|제|당께)|이써요|잇어요|돼요|되요|됩니다|됨|되죠|된다|되네요|가능(?:해요|합니다|하죠|함)?|"
    r"갈게요|갈께요|가겠습니다|갑니다|갈래요|받을게요|받을래요|받고\s*싶어요|"
    r"문제\s*없(?:어요|습니다|음|어|죠)|이상\s*없(?:어요|습니다|음)|필요(?:해요|합니다|함)|원(?:해요|합니다)|할\s*(?:수|"
    r"줄)\s*있(?:어요|습니다|음|죠)|해\s*봤(?:어요|습니다|죠)|했(?:어요|습니다|죠|음)|알아요"
)
_NO_WORD = (
    r"(?:싫|안\s*되|안\s*맞|없)(?:당께|제|제라|지라|어라)|(?:[가-힣]+\s)?(?:본|한|은)\s*적(?:이|은|도)?\s*없(?:어요|습니다|음)|"
    r"(?:할|갈|올|받을)\s*수\s*없(?:어요|습니다|음)|"
    r"싫(?:어|어요|습니다|은데요|음|다|네요)|시러(?:요)?|실어요|없(?:어|어요|습니다|음|네요|는데요|죠|지|다|구요|고요|제|당께|슴|어라)|업(?:어요|슴|습니다)|읍어요|"
    r"(?:(?:동의|신청|예약|참여|진행|접수|저장|취소|변경|연결|삭제)\s*(?:는|은|을|를)?\s*)?(?:안|못)\s*(?:해|해요|할래요?|할게요|"
    r"할께요|합니다|하겠습니다|할|함|하고\s*싶어요|돼|돼요|되요|됩니다|됨|가|가요|갑니다|갈래요|갈게요|갈\s*것\s*같아요|받을래요|받을게요|맞아요?|"
    r"맞습니다|봤어요|했어요|했습니다|좋아요?|괜찮아요?|원해요|필요해요|있어요)|"
    r"(?:동의|신청|예약|원|희망)?\s*(?:하|되|맞|좋|그렇|괜찮|필요하|원하|받|가)?지\s*(?:는|도|를)?\s*않(?:아|아요|습니다|을래요|을게요|"
    r"겠습니다|음|네요|다)|하지\s*(?:마|마요|마세요|말아\s*주세요|말아요)|"
    r"(?:필요|관심|생각|의향|계획|경험)\s*(?:은|이|는|도|가)?\s*없(?:어|어요|습니다|음|네요)|됐고요?\s*아니[가-힣]*|거절(?:할게요|"
    r"합니다|해요|이요)?|사양(?:할게요|합니다|하겠습니다)|반대(?:해요|합니다|요)?|틀(?:려요?|렸어요?|립니다|렸습니다)|달라요?|다릅니다|"
    r"불가(?:능)?(?:해요|합니다|능요|요)?|"
    r"아니(?:에요|예요|야|요|라고요?|거든요?|다|지|죠|래요)|아닙니다|아님|아닌데요?|미동의|비동의"
)
_FILLER = (
    r"아|음+|어|저기|저는?|전|제가|나는?|그냥|일단|우선|그거|그건|그게|이거|이건|그것|정말|진짜|아주|너무|매우|완전|참|다|그럼|그러면|꼭|잘|좀|별로|"
    r"전혀|아예|하나도|딱히|아직|당연히|물론|역시|감사합니다|감사해요|고맙습니다|고마워요?|수고하세요|죄송(?:해요|합니다|하지만|한데요?)|미안(?:해요|"
    r"합니다|하지만)|제발|선생님|쌤|지금은|오늘은|은|는|이|가|요|잉|네"
)
_WORD = re.compile(
    rf"(?:(?P<no>{_NO_WORD})|(?P<yes>{_YES_WORD})|(?:{_FILLER}))(?=$|[\s,.!~]|요|잉|여|용)(?:요|잉|여|용)?"
)
_NEGATIVE = re.compile(r"(?<![가-힣])(?:안|못)\s*[가-힣]|없|않|싫|말고|마세요|아니|아닌|말아")
_OPEN = re.compile(
    r"\?|글쎄|모르|몰라|생각해\s*볼|고민|나중|아마|같기도|반반|상관\s*없|아무거나|됐(?:어|습|네|고)|별로(?!\s*(?:안|못|싫|좋지))|할까|"
    r"일까|될까|려나|인가|던가|ㄹ까|지도|"
    r"어떤|무슨|뭐|왜|언제|어떻게|면\s|아닌\s*(?:건|것은|거는)"
)
_FINE = re.compile(
    r"^(?:(?:아|음|전|저는?|그냥|일단|다)\s*)*(?:괜찮|갠찮|괜춘|갠춘|괸찮)[가-힣]*[\s.!~]*(?:감사[가-힣]*|고맙[가-힣]*)?[\s.!~]*$"
)
_POSITIVE = re.compile(
    r"맞|좋|동의|할게|할래|해\s*주세요|있어|있습|돼요|됩니다|(?<![가-힣])(?:네|넵|응|그래)(?![가-힣])"
)
_OPENING = re.compile(r"^(?:(?:아+|음+|오+|앗|저기|그)[\s,.]+)+(?=[가-힣a-z])")
_LOOSE_LETTERS = re.compile(r"(?<=[가-힣])[ㄱ-ㅎㅏ-ㅣ]+|[~!.,]+(?=$)")


def _of_words(said: str) -> bool | None:
    """What the sentence says where every word of it is a word of yes or no, or says nothing."""
    answers: set[bool] = set()
    position = 0
    while position < len(said):
        if said[position] in " ,.!~":
            position += 1
            continue
        if (word := _WORD.match(said, position)) is None or word.end() == position:
            return None
        answers |= {False} if word["no"] else {True} if word["yes"] else set()
        position = word.end()
    if len(answers) > 1:
        raise Unclear(Why.CONTRADICTION, True, False)  # they are the meanings
    return answers.pop() if answers else None


def _after_interjection(rest: str, answer: bool) -> bool:
    """A yes or no that the rest of the sentence does not take back."""
    rest = rest.strip(" ,.!~")
    if _FINE.match(rest):
        return answer
    if (said := _of_words(rest)) is not None and said is not answer:
        raise Unclear(Why.CONTRADICTION, answer, said)
    if said is None and answer and _NEGATIVE.search(rest):
        raise Unclear(Why.CONTRADICTION, True, False)
    if not answer and said is None and _POSITIVE.search(rest):
        raise Unclear(Why.CONTRADICTION, True, False)
    return answer


def _answer(said: str) -> bool | None:
    if _OPEN.search(said) or _FINE.match(said):
        raise Unclear(Why.NOTHING)
    said = _OPENING.sub("", said)
    for pattern, answer in ((_NO_FIRST, False), (_YES_FIRST, True)):
        if match := pattern.match(said):
            return _after_interjection(said[match.end() :], answer)
    return _of_words(said)


def _spellings(text: str) -> list[str]:
    """The text as typed, with its letters put together, and as it would stand in the other layout."""
    raw = wide_to_plain(text[:200]).strip()
    put_together = plain(composed(raw))
    spellings = [_LOOSE_LETTERS.sub("", put_together), plain(raw)]
    if re.fullmatch(r"[A-Za-z\s.!~]+", raw):
        spellings.append(plain(as_hangul(raw)))
    elif re.fullmatch(r"[ㄱ-ㅎㅏ-ㅣ가-힣\s.!~]{2,8}", raw):
        spellings.append(as_english(raw).lower())
    return spellings


def yes_or_no(text: str) -> bool:
    """Whether the person agrees: "넵ㅎㅎ" → True, "ㄴㄴ" → False, "괜찮아요" → Unclear."""
    for said in _spellings(text):
        if said and (answer := _answer(said)) is not None:
            return answer
    raise Unclear(Why.NOTHING)
