"""The clauses of a sentence, and what each is there for: to choose, to tell why, to ask the office."""

import re
from dataclasses import dataclass

from bot.korean.mentions import Mention

_BREAK = re.compile(
    r"(?<![\d\s])[.!?~]+(?=\s|$)|(?<=[반분일])\s[?](?=\s|$)|\d[.!?](?=\s|$)|[.!?]{2,}|[()]|(?<!\d),|,(?=\s)|"
    r"(?<=[요죠까유라])\s+|(?<=니다)\s+|(?<=[가-힣][데다])\s+|(?<=[가-힣]고)(?<!말고)(?<!빼고)(?<![일레피시]\s하고)\s+(?!싶|있|계[시셔]|했|하[다는려]|해서|그래|그랬)|(?<=[가-힣]서)(?<!에서)(?<!당겨서)(?<!미뤄서)(?<!바꿔서)(?<!옮겨서)(?<!맞춰서)\s+|"
    r"(?<=거든|느라|지만|니깐)\s+|"
    r"(?<=때문에)\s+|(?<=김에)\s+|(?<=[전후뒤]에)(?<!오전에)(?<!오후에)\s+|(?<=[고데서]요)\s+|(?<=까지면)\s+|(?<=[가-힣]면)\s+(?=(?:오전|오후)?\s?(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시)|(?<=[이으]니)\s+|(?<=야지)\s+|(?<=테니)\s+|(?<=[랑당항한]께)\s+|(?<=[랑당]께요)\s+|(?<=[고서가]\s가면)\s+"
)
_IF = re.compile(r"(?<!까지)(?<!고 가)(?<!서 가)면$")
_REASON = re.compile(
    r"(?:(?<![에께부])서|(?<![습됩합갑옵입])니까|니깐|이라|[는은을일]라|때문(?:에|이)?|거든|느라고?|잖아|가지고|갖고|김에|탓에|"
    r"야\s*(?:되|하|돼|해|한다)[가-힣]{0,3}|항께|[느으]?ㄴ께|응께|시기|대서|래서)(?:요|여|유|예요|이에요|입니다|고요)?\s*$"
)
_BEFORE_OR_AFTER = re.compile(
    r"(?:[가-힣]고(?:\s*나서|\s*나면|\s*바로)?|다가|와서|나서|(?<=[가-힣])\s?(?:전|후|뒤|다음)에|나면|끝나면|마치면)\s*$"
)
_EVENT = re.compile(
    r"끝나|끝내|마치|쇠|지나|보내|다녀|갔다|먹|퇴근|치르|맡기|데려다|태워|들렀|하고\s*나|내려가|올라가|자고|일어나|"
    r"갔|등원|등교|하원|챙기|챙겨"
)
_ASKS_OFFICE = re.compile(
    r"(?<!로)(?<!로 )(?:쉬|여|열|하|닫|문\s*[가-힣]+|영업|운영|근무|휴무)(?:시)?(?:나요|어요|아요|는지|죠|겠죠|려나요|는가요|지요|세요|해요|하죠|해|인가요)?$"
)
_TOLD = re.compile(
    r"(?:[다라자]고|대요|래요|답니다|랍니다|다던데|라던데|다는데|라는데)\s*(?:그랬|했|하|그러|하시)?[가-힣]{0,4}$"
)
# A clause without a day or hour of its own that may still turn down or loosen what was named.
_POINTS_BACK = re.compile(
    r"그\s*(?:날|때|시간|전|후|이후|다음|주)|안\s*[되돼될됩됨댈]|(?<![가-힣])못\s*(?:[가오갈올간갑옵]|갈|올|뵈|볼|뵐)|취소|말고|말구|"
    r"바꿔|바꾸|변경|힘들|어렵|어려울|곤란|무리|둘\s*다|셋\s*다|상관|아무|언제|편하신|편한|(?<![가-힣])아니|"
    r"아닌|정정|잘못|오타|모르|몰라|글쎄|확실|정확|생각해|봐서|중에|사이|쯤|전후|이후|이전|부터|까지|지나서|대신|차라리|미정|다시|나중"
)
_LISTS = re.compile(
    r"주말|평일|매주|매일|(?<![가-힣])[월화수목금토일]{2,5}(?=\s|$)|[월화수목금토]\s*[,·/]\s*[화수목금토일]"
)
_WELCOME = re.compile(
    r"(?<!야)(?<!야 )(?:좋|괜찮|편하|편해|한가|비어|비번|쉬는\s*날이[라니]|휴무|휴가|돼서|되니|가능|시간이?\s*(?:나|돼|되|있))"
)
_THEN = re.compile(r"\s*(?:그럼|그러면)\s")
_BARE_END = re.compile(
    r"\s*(?:날|쯤|정도|경)?\s*(?:으로|로|에|에는|엔|이|가|만|은|는|도)?\s*(?:이?[요여용유]|입니다|이에요|예요|이여|이라우|하고|이나|나|이랑|랑|과|와)?\s*"
)
# "퇴소가 19일이에요", "일어나면 한 시예요": a fact about something else.
_SUBJECT = re.compile(
    r"(?P<noun>[가-힣]{1,8})(?:이|가|은|는)\s*(?:이미|보통|원래|항상|한|거의)?\s*$|[가-힣](?<!가)면\s*$"
)
_OURS = re.compile(r"(?:원하는|가능한|되는)?(?:날짜|시간|예약|상담|방문|희망|저|나|제|내|날|때)")
_IS = re.compile(
    r"\s*(?:날|쯤|정도|경)?\s*(?:이?[요여예에라]{1,3}|이?에요|예요|입니다|이?고요?|인데요?|이?라|이?거든요?|이?던가요|이?니까?|이?네요?|이?었[가-힣]*|였[가-힣]*)\s*"
)
# "오후에는 손녀 데리러 가요": where somebody goes instead.
_ELSEWHERE = re.compile(
    r"(?:[가-힣]러|(?<=\s)[가-힣]{2,}에|병원|회사|학교|학원|출근|알바|교회|시장|서울|공장|현장|가게|식당|마트|농장|밭|논|절|성당|일)\s*(?:을|를|도|은|는)?\s*(?:가|갔|다녀|나가|갑)"
)
# "오후요 오전은 요가 가요": the other half is for something else.
_GOES_AWAY = re.compile(
    r"(?<=\s)(?!센터|상담|거기|여기|그리|방문|꼭|바로|그냥|혼자|같이|다시|먼저|일찍|오전|오후)[가-힣]{2,5}\s(?:가요|가거든|갑니다|가는데|가야|가서)(?![가-힣]*\s*(?:되|돼))"
)
_CONTRASTS = re.compile(r"(?:은|는|엔|에는)\s")
_SUITS = re.compile(
    r"좋|괜찮|가능|[되돼됩될]|편하|편해|한가|비어|비[고는어]|시간|할게|할래|하겠|부탁|갈게|가겠|뵐|낫|나아|하죠|해\s*주"
)
_CHOOSES = re.compile(
    r"^\s*에?\s*가야\s*(?:해|돼|되|합)|부탁|희망|좋|괜찮|괜춘|가능|편하|편해|(?<![가-힣])(?:갈|가겠|가께|갑니다|가요|갑시다|가고\s*싶|가려|갈라|올게|오겠|와도)|"
    r"뵐|뵙|볼게|봬|들르|들를|들릴|방문|할게|할래|하겠|해\s*주|해줘|잡아|잡고|예약(?!이?\s*(?:있|돼|되어|된|했|해\s*놨|잡|라))|신청|[되돼됩될]|나아|낫|나을|나은|원해|원츄|원합|"
    r"바꿔|바꿀|고칠|미룰|당길|늦출|변경|옮|적어|가야겠|가져갈|가져가|갖다|하랑께|확정|어때|어떨|딱|최고|정했|가면\s*(?:되|돼|쓰|딱|될|좋|괜)|받고\s*싶|하고\s*싶|한가|시간|도착|상담|넉넉|충분|여유|하죠|하지요|합시다|하자"
)


# "10월 31일에 폐업했어요", "3월부터 쉬고 있어요": what was done or goes on; 가기로 했어요 and 정했어요 choose.
_DEED = re.compile(
    r"(?<!으면 )(?<!면 )(?<!기로 )(?<!로 )(?<!결정)(?<!선택)(?<!생각)(?<!희망)(?:했|었|갔|왔|났|됐|냈|봤|샀|썼|겼|졌|렸|쳤|뒀|웠|랐|꼈)(?:어요?|습니다|고요?|구요?|는데(?:요|유)?|거든요?|지요|죠|음|네요|당께|제|어라|더니|지만|으니까|잖아요)$"
    r"|(?<!알)(?<!생각하)(?<!기억하)고\s*있(?:어요?|습니다|고요?|는데요?|거든요?|음|지만|네요)$"
)
_ARRIVES = re.compile(
    r"(?:버스|기차|열차|지하철|차|배|비행기|ktx|srt)[가는이은]?\s.*(?:도착|출발|들어오|들어와)"
)
_STILL_CHOOSES = re.compile(r"으면\s|면\s*(?:했|좋)|기로\s*했|정했|골랐|비워|비웠|빼\s*[놨뒀]|좋았|싶었|괜찮")


@dataclass(frozen=True, slots=True)
class Clause:
    text: str
    mark: str
    bracketed: bool
    mentions: tuple[Mention, ...]
    # "… 점심시간이신가요? 그럼 1시요": a question that was only put to choose.
    is_answered: bool = False


def clauses_of(said: str, found: list[Mention]) -> list[Clause]:
    """The clauses in order; no mention is cut in two."""
    clauses, start, depth = [], 0, 0
    for match in [*_BREAK.finditer(said), None]:
        end, until = (match.start(), match.end()) if match else (len(said), len(said))
        if match and match[0][0].isdigit():
            end += 1
        if any(mention.start < end < mention.end for mention in found):
            continue
        if (
            match
            and _IF.search(said[start : match.start()])
            and not any(start <= mention.start and mention.end <= end for mention in found)
        ):
            continue  # "일어나면 한 시": only a condition with an hour of its own stands alone
        inside = tuple(mention for mention in found if start <= mention.start and mention.end <= end)
        mark = match[0].strip() if match else ""
        if said[start:end].strip():
            answered = "?" in mark and _THEN.match(said[until:]) is not None
            clauses.append(Clause(said[start:end].strip(), mark, depth > 0, inside, answered))
        depth += {"(": 1, ")": -1}.get(mark, 0)
        start = until
    return clauses


def _tail(clause: Clause) -> str:
    """What stands behind the last day or hour of a clause."""
    last = clause.mentions[-1].text
    return clause.text[clause.text.rfind(last) + len(last) :]


def is_circumstance(clause: Clause) -> bool:
    text = clause.text
    if clause.bracketed or clause.is_answered:
        return True
    if not clause.mentions:
        return not (_POINTS_BACK.search(text) or (_LISTS.search(text) and not _REASON.search(text)))
    if _ASKS_OFFICE.search(text) and ("?" in clause.mark or text.endswith(("나요", "지", "죠"))):
        return True
    if _BEFORE_OR_AFTER.search(text) and _EVENT.search(text):
        return True
    if _TOLD.search(text):
        return True
    return _REASON.search(text) is not None and not _WELCOME.search(text)


def is_deed(clause: Clause) -> bool:
    """Whether the clause tells what was done, or what goes on, on its day."""
    return _DEED.search(clause.text) is not None and not _STILL_CHOOSES.search(_tail(clause))


def _states(clause: Clause) -> bool:
    """Whether the clause tells a fact: a day or hour of something else, a deed at another."""
    tail = _tail(clause)
    before = clause.text[: clause.text.find(clause.mentions[-1].text)]
    subject = _SUBJECT.search(before)
    if subject and _IS.fullmatch(tail) and not (subject["noun"] and _OURS.fullmatch(subject["noun"])):
        return True
    if _BARE_END.fullmatch(tail):
        return False
    if is_deed(clause) or _ARRIVES.search(clause.text):
        return True
    if _CONTRASTS.match(tail) and not _SUITS.search(tail):
        return True
    return bool(_ELSEWHERE.search(tail) or _GOES_AWAY.search(tail)) or not _CHOOSES.search(tail)


def chooses(clause: Clause) -> bool:
    return bool(clause.mentions) and not _states(clause)


def is_plain_fact(clause: Clause) -> bool:
    """A fact that turns nothing down and leaves nothing open."""
    return is_deed(clause) or not (_POINTS_BACK.search(_tail(clause)) or clause.text.endswith("면"))
