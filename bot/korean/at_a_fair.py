"""What somebody who is registered for a hiring day writes around it: "내차례 언제에요", "면접시간 바꿔조요".

Read only where there is a registration: without one the same words may mean anything else.
"""

import re
from enum import StrEnum

from bot.korean.plain import plain

LONGEST = 40  # characters without spaces: a longer text tells a story, and is not about one of these


class AtFair(StrEnum):
    """What the words are about."""

    PROOF = "proof"
    PAPER = "paper"  # some confirmation: of the day only for who was there
    SHOWN = "shown"  # what companies see
    RESULT = "result"
    LEAVE_NUMBER = "leave_number"
    DEFER = "defer"
    LATE = "late"
    LEAVE = "leave"
    NEW_TIME = "new_time"
    COMPANIES = "companies"
    TURN = "turn"
    NUMBER = "number"
    CODE = "code"
    THERE = "there"
    BOOTH = "booth"
    SEAT = "seat"
    LIST = "list"  # the waiting list
    BRING = "bring"
    WAY = "way"
    TIMES = "times"
    SAVE = "save"
    OFFERS = "offers"
    OVER = "over"  # the interview, not the day
    STAYS = "stays"  # or has left the company that hired them
    CANNOT = "cannot"  # come, without saying where to
    COMING = "coming"  # to what was offered
    DAY_OFF = "day_off"  # a weekday on which they cannot come


# Endings that tired fingers leave a stroke out of.
_SLIPS = str.maketrans("햇됫됬왓갓낫엇겟잇", "했됐됐왔갔났었겠있")
_SPACES = re.compile(r"[\s.,!?~·'\"]+")
_NAMED = r"(?:수요데이|수욜데이|빛이나|채용행사|채용박람회|박람회|행사)"
_SEE = r"(?:보이|보여|공개|알려지|노출|가려|숨겨|빼)"
_CHANGE = r"(?:바꿔|바꾸|바꿀|바까|변경)"
# In this order: what is said first of all wins. Written without spaces, for people leave them out.
_RULES: tuple[tuple[AtFair, re.Pattern[str]], ...] = tuple(
    (meant, re.compile("|".join(patterns)))
    for meant, *patterns in (
        (
            AtFair.PROOF,
            r"(?:참석|참가|참여|출석)(?:했다는)?(?:확인|증명|증$|증[을이은도])|참(?:가|석)증|면접확인서",
        ),
        (AtFair.PAPER, r"^확인서.{0,3}(?:줘|주|발급|받|뽑|필요|어디)|(?:낼|제출할)확인서"),
        (
            AtFair.SHOWN,
            rf"회사(?:에|에서|가|들이|한테|에게)(?:는|도)?(?:내|제)?(?:이름|번호|전화|연락처|경력|정보|개인).{{0,8}}{_SEE}",
            r"회사(?:에|에서|가)(?:뭐|무엇|뭘).{0,3}(?:보이|보여|봐|보나)",
            rf"(?:이름|전화번호|연락처|경력|정보).{{0,5}}(?:회사.{{0,6}}{_SEE}|안{_SEE}|{_SEE}지)",
        ),
        (AtFair.LEAVE_NUMBER, r"번호(?:표)?(?:를|는|좀)?(?:취소|반납|내려|포기|안할|안받|물릴|버릴)"),
        (
            AtFair.DEFER,
            r"먼저(?:하라|하시|하세|들어가(?:라|시|세)|보내|가라|가시|가세)",
            r"(?:한분|한명|다음사람|뒷사람|뒤에분).{0,4}먼저",
            r"(?:화장실|담배|전화|커피).{0,8}(?:갔다|다녀|받고|하고|피고)|화장실(?:인데|이에|이요|가야|좀)",
            r"(?:순서|차례|순번).{0,3}(?:미뤄|뒤로|바꿔|나중)|잠깐(?:만)?(?:기다려|나갔다|자리)",
        ),
        (
            AtFair.LEAVE,
            rf"{_NAMED}.{{0,6}}(?:못가|못갈|못감|취소|안가|안갈|빠질|불참)",
            rf"(?:못가|못갈|안갈|취소).{{0,10}}{_NAMED}",
            r"면접(?:은|을|도)?(?:못가|못갈|못감|취소|안갈|안볼|못볼|못봐)|^(?:그날|그때)못(?:가|갈)",
        ),
        (AtFair.LATE, r"늦을|늦어|늦게(?:도착|가)|지각|늦겠|늦는"),
        (
            AtFair.NEW_TIME,
            rf"면접(?:시간|시각)?.{{0,6}}(?:{_CHANGE}|옮겨|옮길|옮기|앞당|미뤄|미루|늦춰|늦추|당겨|다른시간)",
            r"다른시간.{0,4}면접",
        ),
        (
            AtFair.COMPANIES,
            rf"회사.{{0,6}}(?:{_CHANGE}|추가|더넣|빼주|순위)|(?:지망|순위|희망).{{0,4}}{_CHANGE}",
        ),
        (
            AtFair.RESULT,
            (
                r"(?:합격|채용됐|채용되었|뽑혔|붙었|불합격|탈락|떨어졌|떨어진|떨어짐)"
                r"(?:했|됐|되|어|다|습|네|나|요|이|면접|$)|면접(?:에서|은|을)?떨어"
            ),
            r"(?:2차|이차)(?:면접)?.{0,4}(?:보래|보자|오래|됐|되었|잡혔|연락)",
            r"연락(?:이|도|은)?(?:아직)?(?:없어|없네|없는데|안와|안왔|안옴|못받)",
            r"면접결과(?:를)?(?:알려드|말씀|알릴|적을|입력)",
        ),
        (
            AtFair.LIST,
            r"대기.{0,5}(?:몇번|순번|순서|번째|어디쯤|얼마나|몇등|몇명)|(?:빈)?자리(?:가)?(?:났나|났어|나왔|생겼)",
        ),
        (
            AtFair.TURN,
            r"(?:내|제|저|나)?(?:차례|순서|순번).{0,5}(?:언제|몇|얼마|됐|왔|아직|어디|알려)",
            r"(?:언제|몇번째).{0,4}(?:차례|순서)|몇번째|앞에(?:몇|사람)|언제불러|아직(?:멀었|안불)",
            r"몇(?:명|분|사람)(?:이|쯤|정도)?(?:남|있|기다)|얼마나(?:더)?(?:기다|남|걸)",
            r"(?:내|제)번호(?:는)?(?:언제|몇)",
        ),
        (AtFair.NUMBER, r"번호표|줄(?:을)?서야|대기표"),
        (AtFair.CODE, r"입장(?:코드|번호|권|큐알|qr)|(?:큐알|qr)(?:코드)?|여섯자리|6자리|(?:내|제)코드"),
        (
            AtFair.THERE,
            r"체크인|도착(?:했|함|이)|출석(?:체크|은)?(?:어떻|어디|했)",
            r"^(?:저|나|제가)?(?:는)?(?:지금|방금|이제|여기)?(?:다)?왔(?:어|습|는데)",
        ),
        (AtFair.BOOTH, r"부스|몇번자리|면접(?:은)?어디서(?:봐|보|해|하)|면접장"),
        (
            AtFair.SEAT,
            (
                r"(?:코칭|설명회|특강|워크숍|면접연습|모의면접).{0,4}"
                r"(?:자리|신청|받고|받을|듣고|들을|예약|할래|하고싶|갈래|참여)"
            ),
        ),
        (
            AtFair.BRING,
            rf"{_NAMED}?.{{0,4}}(?:뭐|뭘|머|멀|무엇)(?:를)?(?:가져|가지|챙겨|들고|준비)",
            r"준비물|가져갈(?:거|것)",
        ),
        (
            AtFair.WAY,
            (
                r"(?:행사장|행사|박람회|수요데이|면접장)(?:은|는|에|이)?(?:까지)?"
                r"(?:어떻게가|어디|가는길|가는법|위치|몇층|찾아)"
            ),
        ),
        (
            AtFair.TIMES,
            r"면접(?:시간|은|이|날짜|일정)?.{0,3}(?:몇시|언제|알려|뭐|며칠)|(?:몇시|언제).{0,4}면접|(?:내|제)면접",
            rf"^(?!다음).*{_NAMED}.{{0,3}}(?:몇시|언제)",
            r"^(?:내|제)신청|신청(?:한거|내역|내용)(?:을|좀)?(?:보여|확인|알려|볼)",
        ),
        (AtFair.OVER, r"면접(?:다)?(?:은|을|이)?(?:다)?(?:끝났|봤|보고왔|마쳤|끝내)"),
        (
            AtFair.OFFERS,
            r"(?:어떤|무슨|어느)(?:회사|기업|업체).{0,4}(?:와|오|나와|참여|있)|(?:회사|기업)(?:는)?(?:뭐|어디).{0,3}(?:와|오)",
            rf"{_NAMED}.{{0,8}}(?:일자리|뽑|직종)|(?:일자리|뽑).{{0,10}}{_NAMED}",
        ),
        (
            AtFair.DAY_OFF,
            r"[월화수목금토일](?:욜|요일)(?:날)?(?:에|은|엔|에는)?.{0,4}(?:못가|못갈|못감|안갈|안가|못와)",
        ),
        (
            AtFair.CANNOT,
            r"^(?:오늘|내일|저|전|그날|죄송한데|아무래도)?(?:은|는)?(?:도저히|아무래도)?(?:못가|못갈|못감|못올|안갈|양보)",
        ),
        (AtFair.STAYS, r"다니고있|다니는중|^(?:거기|그회사|회사)?(?:그만|관)(?:뒀|두었|둿|둠)|퇴사했"),
        (AtFair.COMING, r"^(?:네|예|넵|저)?(?:갈게|갈께|갈래|가겠|갈수있|참석할|꼭갈)"),
        (AtFair.SAVE, r"행사.{0,4}(?:일정|날짜).{0,4}저장"),
    )
)
_NOT_THESE = {
    AtFair.TIMES: re.compile(r"결과|면접비|수당|연습|복장|합격|옷|상담"),
    AtFair.RESULT: re.compile(r"실업급여|수급|지원금|서류|시험|자격증|부트|카드|국취|제도|상담|센터"),
    AtFair.LATE: re.compile(r"신청|접수|답|연락|나이|졸업|늦게까지|돼도|되나|아직안늦|너무늦"),
    AtFair.TURN: re.compile(r"상담|실업|급여|구직활동|신청"),
    AtFair.LIST: re.compile(r"상담|예약|나면"),
    AtFair.DAY_OFF: re.compile(r"상담|예약"),
    AtFair.PROOF: re.compile(r"훈련|교육|인정되"),
}


_WEEKDAY = re.compile(r"([월화수목금토일])(?:욜|요일)")


def weekday_named(text: str) -> int | None:
    """The first weekday that is named, Monday is 0."""
    found = _WEEKDAY.search(plain(text))
    return "월화수목금토일".index(found[1]) if found else None


def at_a_fair(text: str) -> AtFair | None:
    """What these words of a registered guest are about; None where they are about something else."""
    said = _SPACES.sub("", plain(text)).translate(_SLIPS)
    if len(said) > LONGEST:
        return None
    for meant, pattern in _RULES:
        if pattern.search(said) and not (meant in _NOT_THESE and _NOT_THESE[meant].search(said)):
            return meant
    return None
