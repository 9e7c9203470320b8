"""A number, however it was written."""

import re
from collections.abc import Iterator

from bot.korean.counts_told import told_count
from bot.korean.figures import figure
from bot.korean.notations import decimal, power, written_out
from bot.korean.numerals import (
    ABOUT,
    DIGITS,
    NUMERAL,
    is_twofold,
    native_value,
    sino_value,
    value,
    whole,
    without_commas,
)
from bot.korean.unclear import Unclear, Why, only

_UNITS = (
    r"만\s*원|원|명|개월|개|번|년|달|월|일|살|세|시간|시|분|주|회|차|급|점|층|호|대|곳|군데|가지|순위|등급|등|위|학년|학기|호선|종류|박스|상자|봉지|그릇|켤레|벌|장|건|권|통|"
    r"킬로|키로|센치|센티|cm|km|kg|%|퍼센트|프로|배|평|인|사람|분기|쪽|줄|식구|가족|마리|병|잔|대|번째|째|군|과목|"
    r"통화|교대|종|도|미터|리터|그램|개소|팀|반"
)
_ENDING = (
    r"(?:이?요|이?에요|예요|여요|입니다|임|이고요?|이다|정도|쯤|가량|즈음|은|는|이|가|을|를|도|만|로|으로|에|"
    r"이?라고|넘게|이상|에서는?|(?:이었|였)(?:어요|네요|습니다|더라고요|지요|죠)|인데요?|이?야|이?나(?=\s)|하고|이랑|(?<=[\d개명번살])랑|과|와|이?네요|되[가-힣]*|있[가-힣]*|"
    r"했[가-힣]*|이?라우|이?어라|이?여라|이?여|이제|이지라|이?랑께|이구만요?|이죠|이지요|이?당께|용|이?에용|"
    r"이에염|[ㄱ-ㅎㅏ-ㅣ]+)*"
)
# A word of number syllables alone is a number only where it ends like one: 이사, 만나, 구두 are words.
_WORD = re.compile(
    rf"(?<![가-힣a-z\d.,■])(?:약|한|총|딱|대략|만(?=\s*\d+\s*(?:년|살|세|개월)))?\s*({NUMERAL})\s*((?:{_UNITS})*)({_ENDING})(?![가-힣\d])"
)
_HALF = re.compile(r"(?<![가-힣\d])(?:절반|반절|반)(?:이?요|이?에요|예요|입니다|정도|쯤)*(?![가-힣])")
_NOT_ONE = re.compile(
    rf"^이요[.!]*$|{NUMERAL}\s*이나\s*{NUMERAL}|\d\s*[~]\s*\d|\d\s+?[-]\s+?\d|{NUMERAL}\s*(?:{_UNITS})?\s*(?:에서|부터)\s*{NUMERAL}"
    rf"|(?<![가-힣]){ABOUT}\s*(?:{_UNITS}|십|백|천|만)|(?:몇|수)\s*(?:십|백|천|만|{_UNITS})|"
    r"\d+\s*여\s|\d0\s*대(?![가-힣\d])"
    r"|인지\s\S+인지|이하|미만|많을\s*때|적을\s*때|려나|안팎|내외|남짓|안\s*(?:되|돼)|못\s*되|최대|초반|중반|후반|거의"
)
_IDIOMS = re.compile(
    r"(?<![가-힣])(?:공장|공원|공군|공대|공통|사원(?=[은이들\s]))|천만에(?:요|말씀)?|(?<![가-힣])이번(?=[이에은엔만도\s])|세대(?=원|주|수|별)|[12]종(?=[^.]*면허)|(?<=면허 )[12]종|만점(?!에|\s*중)|만약|만일|백만\s*번|구만리|일일이|사사건건|삼삼오오|이제요?|구인(?!분)|"
    r"(?<![가-힣])십분(?=\s*[가-힣])(?!의)|두통(?=이|을|도|약)|구구절절|일사천리|오십보|칠전팔기|천만다행|사이다|사이(?=에|"
    r"가|좋)|오이|구이|이사|(?<![가-힣])이만(?=\s|$)(?!\s*원)|(?<![가-힣])(?:사장|이장|사병|이병|일병|일반|사회|오회장)(?![가-힣]*\s*\d)"
)
# Syllables that are words of their own at least as often as numbers.
_BARE_WORDS = frozenset("일 이 사 오 구 만 한 두 세 네 서 열 조 석 엿 공 영".split())
# "이 사람이요", "이 번호", "사과", "이도 저도": this, and a word that a particle seems to end.
_THIS = re.compile(r"(?<![가-힣\d])이\s+(?=사람|분|번|개|건|곳|가지|시간|회사|병|장|통|줄|주|달)")
# "1억 2천" is said for 1억 2천만: nobody counts the last thousands of a hundred million.
_HUNDRED_MILLIONS = re.compile(r"(?<=억)\s*(?:[1-9일이삼사오육칠팔구]?[천백]\s?){1,2}$")
LONGEST_POWER = 30
_PARTICLE = re.compile(r"(?:이|가|은|는|을|를|도|만|로|에|과|와|이나|하고)+")
# "일 점 오", "영점오".
_SPOKEN_POINT = re.compile(
    r"(?<![가-힣\d])([영공일이삼사오육칠팔구십백천]+|\d+)\s*[점쩜]\s*((?!이(?:요|에|입|"
    r"고))[영공일이삼사오육칠팔구]+|\d+)(?!\s*점)"
)
_SAYS_SO = re.compile(r"(?:요|입니다|임|정도|쯤|이상|넘게|가량)$")
_NO_COUNT = re.compile(
    r"는지도?\s*(?:안|잘)\s|없|(?<![가-힣])한\s*(?:번|개|명|군데|곳)도\s*(?:안|못)|(?:개|명)\s*다$|둘\s*다|셋\s*다|(?<!\d)-\s?\d|(?:시간|년|달|개월|개|병|판|일)\s*반(?![가-힣]*장)"
)
_ALTOGETHER = re.compile(
    r"(?:(?:다|모두|전부|총)\s*)?(?<![가-힣])합(?:치|하|쳐|해)[가-힣]*\s+(?=.*\S)|(?<=[나둘셋넷섯명])\s해서\s+(?=.*\S)|까지\s*(?:하면|치면|해서|넣으면|포함하면|포함해서)\s+(?=.*\S)"
)
# "영이요 영", "열일곱 명이고 곧 한 명 더 뽑을 거예요".
_SAID_TWICE = re.compile(r"^(\S{1,4}?)(이?요)[\s,.]+\1[.!\s]*$")
_MORE = re.compile(
    rf"(?:곧|나중에|앞으로)\s*{NUMERAL}\s*(?:{_UNITS})\s*(?:더\s*\S+(?:\s거\S+)?|(?:이|가)?\s*[돼되된][가-힣]*)"
)
# "총 열네 명이요 남자 열 여자 넷".
_IN_ALL = re.compile(
    rf"(?<![가-힣])(?:총|전체|모두|전부|도합|다\s*(?:합쳐|해|합해)서?|합쳐서?|합해서?|합치면|합하면)\s*(?:{NUMERAL}\s*(?:{_UNITS})|하나|둘|셋|넷|다섯|여섯|일곱)(?:이?요|입니다|이에요|예요|이고요?|인데요?)(?=\s|[.!]*$)"
)
# "일주일에 세 번", "5점 만점에 4점", "65세 이상이 두 명": what the number is counted in or of.
_FRAME = re.compile(
    r"(?<![가-힣])(?:(?:일|1|한)\s?주일?|하루|(?:한|1)\s?달|(?:일|1|한)\s?년|매주|매달|주|월)에\s*(?=[\d한두세네다여일아열])|\d+\s*점\s*만점(?:에|\s*중에?|에서)\s*|"
    r"(?:\d+|[한두세네])\s*(?:개|칸|평|층)(?:인|짜리)\s+|\d+\s*[세살]\s*(?:이상|미만|이하|넘[은으]신?|안\s*된)(?:인|의|이|은|되는)?\s+(?=.*(?:[하둘셋넷]|\d|[한두세네]\s?[명개분]))"
)
# "원래 다섯인데 큰애가 나가서 네 명", "3명이요 아 저를 안 셌네요 4명이요": what was before, or was counted wrongly.
_BEFORE_NOW = re.compile(
    r"(?:원래는?|예전에는?|전에는?|작년에?는?|지난번에?는?|처음에?는?)\s.*?(?:데|고|지만|다가|서)요?\s+(?=.*\S)"
)
_COUNTED_WRONG = re.compile(
    r"^.*?[요다]\s+아\s.*?(?:안\s*[셌세넣]|빠뜨|빼먹|빠졌|잘못\s*[셌세])[가-힣]*[\s,.]+(?=\S)"
)
_BEFORE_NTH = re.compile(
    rf"(?:지난번에는?\s*)?{NUMERAL}\s?번\s*[가-힣]+?(?:고|서|는데)\s+(?:이번이\s*)?(?={NUMERAL}\s?번째)"
)
# "남편이랑 둘이 살아요": the last syllable is a particle.
_TOGETHER = re.compile(r"(?<![가-힣])(둘|셋|넷|다섯|여섯|일곱)이서?\s+(?=살|산|같이|함께|한집|지내)")
_AND_HALF = re.compile(
    rf"(?<![가-힣])(?P<count>(?:하나|둘|셋|넷)(?=\s*반)|{NUMERAL}(?=\s*[가-힣]+\s*반))\s*(?:개|시간|년|달|병|판|잔|주|그릇|장)?\s*반(?=이?[요에고]|입니다|\s*(?:정도|쯤|걸려|걸리|만|$))"
)
_NONE_AT_ALL = re.compile(rf"하나도[요.\s]*|{ABOUT}[요.\s]*")
_ANSWERS = re.compile(r"(?:네|예|아)+[요.!\s]*")


def _is_word(match: re.Match[str], said: str) -> bool:
    """Whether the syllables are more likely a word than a number: 이사, 구두, 이천, 일."""
    numeral = match[1]
    if len(numeral) == 1 and not match[2] and not numeral.isdecimal() and _PARTICLE.fullmatch(match[3]):
        return True
    if match[2] == "월" and native_value(numeral):
        return True  # 세월
    if match[2] or re.search(r"\d", numeral) or match[0].strip() == said.strip():
        return False
    spoken_digits = all(syllable in DIGITS for syllable in numeral)
    return spoken_digits or numeral in _BARE_WORDS or not (native_value(numeral) or _SAYS_SO.search(match[0]))


def _with_point(match: re.Match[str]) -> str:
    before, behind = (sino_value(part) for part in match.groups())
    digits = match[2] if match[2].isdecimal() else "".join(str(DIGITS[word]) for word in match[2])
    return match[0] if before is None or behind is None else f"{int(before)}.{digits}"


def _amount(numeral: str) -> float | None:
    """Its value; in 삼백육십오일 the last syllable counts days."""
    amount = value(numeral)
    return value(numeral[:-1]) if amount is None and numeral.endswith("일") else amount


def _found(said: str) -> Iterator[float]:
    for match in _WORD.finditer(said):
        numeral = _HUNDRED_MILLIONS.sub(lambda rest: f"{rest[0].strip()}만", match[1])
        if not _is_word(match, said) and (amount := _amount(numeral)) is not None:
            yield amount


def number(text: str) -> int | float:
    """The one number the text names: "서른다섯" → 35, "2백5십" → 250, "0.5" → 0.5."""
    said = without_commas(_IDIOMS.sub(" ■", figure(text)))
    said = re.sub(r"(?<![가-힣])제로(?![가-힣]{2})|^빵(?=$|이요|개)", "0", said)
    said = re.sub(r"(?<![가-힣])첫(?=\s?번?째)", "1", said)
    if (raised := power(text[:LONGEST_POWER])) is not None:
        return whole(float(decimal(raised)))
    said = _COUNTED_WRONG.sub("", _FRAME.sub(" ", _BEFORE_NTH.sub("", said)))
    said = _TOGETHER.sub(r"\1 명 ", _AND_HALF.sub(_half_more, said))
    sign, said = written_out(_SPOKEN_POINT.sub(_with_point, _THIS.sub(" 이것 ", said)))
    try:
        return sign * _one_number(said)
    except Unclear:
        if (told := told_count(said)) is None:
            raise
        return sign * _one_number(told)


# "정원은 열두 명인데 두 명이 그만둬서 지금은 열 명": what is left is no part of a sum.
_WENT = re.compile(r"지금|남[았은]|빠[지져졌]|그만[두둬뒀]|나가|나갔")


def _half_more(match: re.Match[str]) -> str:
    count = value(match["count"])
    return match[0] if count is None else f"{count + 0.5:g}"


def _sum_of(found: list[float], said: str) -> list[float]:
    """ "셋이요, 아들 둘 딸 하나": the whole, where its parts are counted as well."""
    parts = 2
    if _WENT.search(said):
        return found
    named = len(re.findall(r"[가-힣]+", _WORD.sub(" ", said)))
    if len(found) > parts and found[0] == sum(found[1:]) and named >= parts:
        return found[:1]
    if len(found) > parts and found[-1] == sum(found[:-1]) and named >= parts:
        return found[-1:]
    return found


def _one_number(said: str) -> int | float:
    if (whole_of := _IN_ALL.search(said)) and "그중" not in said:
        said = whole_of[0]
    said = _MORE.sub(" ", _SAID_TWICE.sub(r"\1\2", _ALTOGETHER.split(_BEFORE_NOW.sub("", said))[-1]))
    if _NOT_ONE.search(said):
        raise Unclear(Why.RANGE)
    found = list(_found(said))
    if _ANSWERS.fullmatch(said) or _NONE_AT_ALL.fullmatch(said) or (_NO_COUNT.search(said) and found != [0]):
        raise Unclear(Why.NOTHING)
    if re.search(r"\d", _WORD.sub(" ", said)):
        raise Unclear(Why.SEVERAL if found else Why.NOTHING)
    if is_twofold(said):
        raise Unclear(Why.SEVERAL, *found)
    if not found and _HALF.search(said):
        found = [0.5]
    return whole(only(_sum_of(found, said)))
