"""Which of the days and hours in a sentence are meant, and which are turned down."""

import re
from dataclasses import dataclass

from bot.korean.mentions import Mention

_BUSY = (
    r"(?:(?<!내)일|약속|일정|볼일|면접|시험|수업|교육|병원|알바|출근|"
    r"근무|진료|행사|제사|결혼식|여행|회의|당직|수술|검진|치과|장례식|잔치|김장|상담|모임|이사|출장|훈련|실습|촬영|투석|장날|제삿날|예식|돌잔치)"
)
_NEGATIVE = re.compile(
    r"(?:갔|왔|들렀|만났)었|^\s*(?:은|는|엔|에는)\s*(?:병원|학원|은행|학교|회사|알바|수업|면접|약속|치과|교회|출근|근무|훈련|시험|모임)(?:이에요|예요|입니다|이고요|이거든요|이라서요|인데요)[.\s]*$|(?<![가-힣])안\s*(?:돼|되|될|된|됩|댐|됨|대요|맞)|안됨|못|힘들|힘드|힘든|빼\s*(?:주|줘|달)|어렵|어려|불가|무리|곤란|"
    r"바쁘|바빠|바뻐|바쁜|빼고|빼구|빼면|제외|싫|"
    r"말고|말구|아니|아닌|취소|쉬는\s*날"
    rf"|{_BUSY}\s*(?:이|가|을|를|에)?\s*(?:있|많|밀려|밀렸|생겨|생겼|겹|잡혀|잡혔|이라|라서|때문|"
    r"가야|가는|인데|보러|가요|이고(?=\s)|이?네(?=[\s요.,]|$))|"
    r"출근해|일해(?:요|서|야)|일하는\s*날|"
    r"시간\s*(?:이|은|도)?\s*(?:없|안|못)|되지\s*않|좋지\s*않|괜찮지\s*않"
    r"|^\s*(?:보다|대신|이?였는데|이었는데)|좀\s*그(?:렇|래|런|러)|쉬어요|쉽니다|[은는]\s*쉬고|(?<![가-힣])안\s*좋|아프|아파|편찮|피곤|(?<![a-z])x(?=\s|$)|ㄴㄴ|노노|"
    r"라고\s*(?:했|썼|적었|말|잘못)|"
    r"글렀|글러|텄|틀렸|잘못|실수|아차|정정|오타|만\s*피하|찼(?:고|어|는)|꽉\s*[찼차]|마감|늦었고|하려다|했다가|할까\s*하다|피해(?:\s*주|서|요)|피하고|피할|노\s*(?=\s|$)|^이라서|"
    r"아\s*(?:참|맞다|잠깐만?|잠시만)|(?:너무|좀|조금)\s*(?:일[러찍]|이르|이른|늦|빠르|빨)|봐야|(?<!꼭 )좀[\s.~]*$|[은는]\s*[가-힣\s]{1,10}[받가하보있오]?는\s*날(?:이[고라네]|이에요|이니까|인데)|아[,\s][^.]{0,12}구나|"
    r"^\s*(?:이|가)?\s*되면(?!\s*(?:좋|감사|해\s*주|그))"
)
_HARMLESS = re.compile(
    r"(?:너무|좀|조금)?\s*(?:늦|이르|빠르)(?:나요|[으]?[ㄹ]?까요|을까요|은가요|ㄴ가요|[은]?지요)|(?:으로|로)\s*(?:정정|수정)|(?:혹시\s*)?못\s*(?:가|오)[가-힣]*(?:\s*되)?면\s*[가-힣\s]*(?:전화|연락|문자|말씀)[가-힣\s]*|아니\s+(?:뵙|뵐|갈|가겠|볼|들를|방문)[가-힣]*|그날[은이]?\s*(?:[가-힣]{1,8}[이가은는]\s*)?(?:쉬는|노는)\s*날|"
    r"이?라서?\s+(?=그\s*(?:날|때))|안\s*되면\s*(?:말고|할\s*수\s*없|어쩔\s*수|됐)[가-힣]*|그\s*(?:시간|때|날)(?:밖에|만)(?:는|요)?\s*(?:안|못|없)[가-힣\s]*|"
    r"(?<=\s)(?!(?:날|때|시간|날짜|예약|상담|약속|일정|타임|스케줄|거기|그날|그때|오전|오후)[은는이가을를]?\s)[가-힣]{2,}[은는이가을를]?\s*(?:말고|말구|아니고|아니라서?|아니에요|아니거든요)|"
    r"[가-힣]+면\s*못\s*[갈올]\s*수도\s*있[가-힣]*|(?:문제|상관|지장|이상|약속|일정|별일|부담|스케줄|무리)\s*(?:이|은|도|가)?\s*없|안\s*바[쁘빠]|"
    r"무리\s*(?:없|안)|힘들지\s*않|"
    r"어렵지\s*않|바쁘지\s*않|싫지\s*않|안\s*(?:될까|되나|되까|되려나|될랑가|되겄|되겠[나니냐])|"
    r"(?:딴|다른)\s*(?:날|때|시간|요일)[은엔에][^.]*|(?:그날이?|저는?|제가?)\s*(?:저는?\s*|제가?\s*)?(?:쉬는\s*날|휴무|비번|휴가)|(?:더|조금|좀|혹시)?\s*늦(?:으면|어도|을\s*수)[^.!]*"
)
# "월요일 아니면 안 돼요" wants Monday and nothing else.
_INSISTS = re.compile(
    r"^\s*(?:이|가|은|는|에)?\s*(?:아니면|아님|아니믄|아니고(?:서)?는|말고는|말곤|외에는?|밖에(?:는|요)?|빼고는|"
    r"이?외엔)\s*(?:[가-힣]+\s*){0,2}?(?:안|못|없|힘들|어려|어렵|불가|무리|시간)|"
    r"^\s*(?:이나|에나|은|는|에)?\s*(?:돼야|되야|되어야)|^\s*이?라니까"
)
_OTHERWISE = re.compile(
    r"(?:찼|차)으?면|아니면|(?:안|못)\s*(?:되|돼|된다|하|가)\s*(?:시)?(?:면|거든)|(?:힘들|어려우|없으|바쁘|곤란하|"
    r"불가능하|안\s*맞으|"
    r"무리)(?:시)?면|아니시면|이나\s|또는|혹은|든지|거나|가능\s*\?\s*안\s*[됨돼되]"
)
_NEXT_IS_NEGATIVE = re.compile(
    r"(?:안\s*되는|못\s*가는|못\s*오는|불가능?한|안\s*된다는|어려운|힘든|바쁜|싫은)\s*(?:날짜|날|"
    r"요일|때|시간|건|것|게|거)\s*(?:은|는|이|가)?\s*$"
)
# "이사하는 날이 30일이에요": what that day is for.
_OTHER_DAY = re.compile(
    r"(?:이사|결과|면접|시험|수술|월급|제사|결혼|생일|퇴원|입원|출국|검사|발표)[가-힣\s]{0,6}날[은이]\s*$"
)
_ONTO = re.compile(r"^\s*(?:으로|로)(?:\s|$|[.!~]|요|[가-힣])")
_FROM = re.compile(
    r"에서|^[을를](?=\s)|인데|예약|약속|거|것|건|상담|잡은|잡힌|했던|일정|던|기로\s*(?:했|되어|돼)"
)
_NEAR_DAYS = ("오늘", "내일", "모레", "글피")
_LISTED = re.compile(r"\s*(?:,|도|이?랑|하고|[과와])?\s*")
# "아홉 시까지 애를 보내야 해서 열 시에": the first hour only says why.
_REASON = re.compile(
    r"(?:야\s*(?:돼|되어|되|해)서?|(?<=[가-힣])(?<![에께])서|(?<![께되돼갈올볼할들를릴뵐])라|[으이]니(?=\s)|(?:항|응|니|한|랑|당)께|니까|니깐|때문에|느라고?|가지고|가꼬|갖고|"
    r"거든요?|잖아요?)요?(?P<end>[\s.~!]*$|(?=[\s,.]))"
)
# "10시 30분에 애 데려다주고 11시에": what is done before.
_ERRAND = re.compile(
    r"^\s*에\s+[가-힣\s]{0,14}?(?:데려다|보내|끝내|끝나|마치|먹|들렀|들러|갔|보고|시험|면접|하원|등원|등교|퇴근|수업|진료|일어나|출발)[가-힣]*(?:고|다가|서|면)\s*$"
)
_WELCOME = re.compile(
    r"(?<!야)(?<!야 )(?:좋|괜찮|편하|편해|한가|비어|돼서|되니|가능|시간이?\s*(?:나|돼|되|있))"
)


# "오늘은 안 될까요?", "저녁 7시는 안 돼요? 저는 그때밖에": asked for, if nothing else is named behind it.
_POLITE = re.compile(
    r"안\s*(?:되나요|되는가요|될까요?|됩니까|되겠습니까|되겠(?:죠|지요|어요)|되려나요?|될는지요?|되죠|돼요\s*\?|되요\s*\?)"
)
# "모레 가려고 했는데 눈이 온대요 내일 갈게요": what was meant at first.
_MEANT_FIRST = re.compile(
    r"(?:려고|려|라고|[갈올볼할뵐]까|다고)\s*(?:했|하다|그랬|생각했)[가-힣]*(?:데|지만|더니|으나|거든|가)(?:요)?(?=\s)|이?라고\s*(?:하셨|하시|들었|알려|안내|답했|답|왔|되어|돼|했)[가-힣\s]*?(?:는데|지만|던데|더니)요?(?=\s)"
)
# "추석 연휴 끝난 다음날 17일": a description of the day that is then named by its number.
_DESCRIBES = re.compile(
    r"^\s*(?:연휴|대체\s*(?:공휴일|휴일))?\s*(?:이|가)?\s*(?:끝나고|끝난|지나고|지나서|지난|쇠고|다음)(?![가-힣]*\s*주)"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The mentions that stand, those that were turned down or taken back, and those that were only told of."""

    kept: list[Mention]
    rejected: list[Mention]
    # What clauses before those that choose only told of.
    told: tuple[Mention, ...] = ()


def _is_rejected(mention: Mention, later: list[Mention]) -> bool:
    if _INSISTS.match(mention.behind) or (not later and _POLITE.search(mention.behind)):
        return False
    behind = _HARMLESS.sub(" ", mention.behind)
    if _OTHERWISE.search(behind) and not re.search(r"말고|만\s*아니면", behind):
        return False
    if later and _MEANT_FIRST.search(behind):
        return True
    if _NEXT_IS_NEGATIVE.search(behind):
        behind = _NEXT_IS_NEGATIVE.sub("", behind)
    return _NEGATIVE.search(behind) is not None


def _is_excepted(mention: Mention) -> bool:
    return (
        re.search(r"원래(?:는)?\s*$", mention.before) is not None
        or _NEXT_IS_NEGATIVE.search(mention.before) is not None
        or _OTHER_DAY.search(mention.before) is not None
    )


def _moved(kept: list[Mention]) -> Meant | None:
    """ "화요일 예약을 목요일로": the last day is meant."""
    hours = [mention for mention in kept if mention.has_hour]
    if (
        len(hours) == 2
        and hours[0].has_day
        and not hours[1].has_day
        and _ONTO.match(hours[1].behind)
        and _FROM.search(hours[0].behind)
    ):
        return Meant([mention for mention in kept if mention is not hours[0]], [hours[0]])
    days = [mention for mention in kept if mention.has_day] or kept
    if len(days) != 2 or not _ONTO.match(days[1].behind):
        return None
    if not _FROM.search(days[0].behind) or _OTHERWISE.search(days[0].behind):
        return None
    return Meant([mention for mention in kept if mention is not days[0]], [days[0]])


def _is_reason(mention: Mention, later: list[Mention], earlier: list[Mention]) -> bool:
    """Whether the mention only says why another of its kind was chosen."""
    alike = later and ((mention.has_hour and later[0].has_hour) or (mention.has_day and later[0].has_day))
    if alike and _ERRAND.match(mention.behind):
        return True
    reason = _REASON.search(mention.behind)
    if reason is None or _INSISTS.match(mention.behind) or _WELCOME.search(mention.behind):
        return False
    ends_sentence = reason["end"] or reason.end() == len(mention.behind)
    others = [*later, *earlier] if ends_sentence and not later else later
    return any((mention.has_day and other.has_day) or not mention.has_day for other in others)


def _is_listed_with(mention: Mention, later: list[Mention], rejected: list[Mention]) -> bool:
    """ "월요일 화요일은 곤란해요", "오늘 내일은 안 돼요": both days are turned down."""
    if not later or later[0] not in rejected or mention.has_hour or not _LISTED.fullmatch(mention.behind):
        return False
    pair = (mention, later[0])
    return (
        all(each.is_bare_weekday for each in pair)
        or all(each.text in _NEAR_DAYS for each in pair)
        or all(each.is_stretch for each in pair)
    )


def _is_said_again(mention: Mention, rejected: list[Mention]) -> bool:
    """ "세시... 아 세시는 안 되네": what was turned down later."""
    return any(
        other.start > mention.start
        and (other.text == mention.text or (not other.has_hour and mention.text.startswith(other.text)))
        for other in rejected
    )


def _describes(mention: Mention, others: list[Mention]) -> bool:
    return _DESCRIBES.match(mention.behind) is not None and any(
        other.is_dated and other.expression.start >= mention.expression.start for other in others
    )


def meant(mentions: list[Mention]) -> Meant:
    """Sort the mentions of a sentence into those meant and those not."""
    rejected: list[Mention] = []
    for index, mention in reversed(list(enumerate(mentions))):
        later = mentions[index + 1 :]
        if (
            _is_rejected(mention, later)
            or _is_excepted(mention)
            or _is_reason(mention, later, mentions[:index])
            or _is_listed_with(mention, later, rejected)
            or _is_said_again(mention, rejected)
            or _describes(mention, [each for each in mentions if each is not mention])
        ):
            rejected.insert(0, mention)
    kept = [mention for mention in mentions if mention not in rejected]
    moved = _moved(kept)
    return Meant(moved.kept, rejected + moved.rejected) if moved else Meant(kept, rejected)
