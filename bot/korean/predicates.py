"""What the end of a sentence says, yes or no: its last verb, and whether that is denied."""

import re

from bot.korean import predicate_words as words
from bot.korean.predicate_dialect import DIALECT

_END = rf"{words.ENDINGS}$"
# Thanks, regrets and titles behind the answer say nothing.
_BEHIND = re.compile(
    r"[\s,.!~]*(?<!면)(?<!면\s)(?:(?:정말|너무|다시|그럼|항상|늘)\s*)?(?:(?:감사(?!하[죠지])|고맙(?![죠지])|고마|죄송|미안|수고|잘\s*부탁)[가-힣]*|선생님|쌤|상담사님|"
    r"담당자님|좀|그날\s*봬요|그때\s*봬요|안녕히\s*계세요)[\s,.!~]*$"
)
_IF_POSSIBLE = re.compile(
    r"(?:가능하|할\s*수\s*(?:만\s*)?있으|될\s*수\s*있으|되도록이|괜찮으시|괜찮으|시간\s*괜찮으시)면\s*"
)

_UNDECIDED = re.compile(
    rf"{words.UNDECIDED}|언제(?!든)|그만(?!\s*(?:받|보내|주|오|두|둘))|(?:둘|셋)\s*다\s*(?:좋|괜찮|맞|돼|되)|(?<!니)(?<!쪼)까(?!지)(?!\s*(?:합|해요|해$|하는데))"
)
_OTHERWISE = re.compile(words.OTHERWISE)
_NO_CHANGE = re.compile(
    r"다\s[가-힣]{1,5}(?:진|지는)\s*않|아직\s*(?:없|안|못)[가-힣]*(?:는데|지만)|(?:일정|약속|스케줄|계획|볼일|할\s*일|아무것도|별일)(?:이|은|도)?\s*없|(?<!번)(?<!저)(?<!그)만\s*(?:동의|받|신청|보내)|(?:없|나쁘|싫|틀리|힘들|어렵)(?:진|지는|지도|지)\s*않|(?:수정|변경|고칠|바꿀|추가)[가-힣\s]{0,6}없|취소|[은는운런]\s?(?:건|것은|거는|것도)\s*아니|이면\s*(?:더\s*)?좋겠"
)
_CONDITION = re.compile(
    r"(?<!그러)(?<!시간이)(?<!날이)(?<!그때)(?<!정도)(?<!그거)(?<!라)(?:면(?:은)?|[하가오보라]믄)\s(?!(?:저는|저도|전|나는|정말|아주|딱)?\s*(?:좋|괜찮|되|돼|됩|될))|거든\s|[가-힣]야\s*(?:될|알)"
)
_WELCOME = re.compile(
    rf"(?:주|하|받|가|오|보|되|그랬|했)(?:시)?(?:으)?면\s*(?:정말|너무|참|더)?\s*(?:감사|고맙|고마|좋|{words.BECOME}){_END}"
)
_BUSY = re.compile(
    rf"{words.BUSY}(?:이)?라서{_END}|{words.BUSY}(?:이|가|도)?\s*(?:있{_END}|생겼{_END}|생겨서|있어서|있거든|잡혀|잡혔|겹치|겹쳐|겹쳤)|"
    rf"(?:{words.BUSY}\s*(?:을|를|에)?\s*)?(?:해|가|봐|와|나가)야\s*(?:돼|되|해|하)(?:서|거든|가지고|니까){_END}"
)
_MUST = re.compile(
    rf"(?:출근|근무|일|알바|수업|병원|학교|교육)(?:을|를|에|도)?\s*(?:해|가|나가|들어)야\s*(?:돼|되|해|하|됩|합){_END}"
)
_MAY_LEAVE = re.compile(
    r"(?:(?<![가-힣])안\s*[가-힣]{1,4}도|없어도|지\s*않아도|말아도)\s*(?:되|돼|될|됩|된|괜찮|좋|상관)"
)
_ALL_IS_WELL = re.compile(
    rf"{words.FAULTS}(?:은|는|이|가|도)?\s*(?:하나도|전혀|딱히)?\s*없{_END}|"
    rf"(?<![가-힣])(?:안|못|싫|거절|마다|반대)[가-힣\s]{{0,6}}?(?:이유|까닭)(?:가|는|도)?\s*(?:없|있나){_END}|못\s*[가-힣]{{1,3}}\s*(?:것|거)도\s*없|(?:리가|수가)\s*(?:있나|없죠)"
)
# "안돼요", "안 가요"; 안 may also begin a name: 안유진.
_NOT = (
    r"(?:(?<![가-힣])(?:안(?=\s)|안(?=[되돼될됩된됨대댐댄해하할함합한했허헐가갈감갑간와오올옴온봐볼받맞좋괜그갖먹써쓸쉴내땡끌원싫힘어바]"
    r"(?![가-힣]{0,4}(?:이에요|예요|입니다|이요)$))|못)|"
    # Without spaces: "그때안됨", "참석못해요"; not 미안, 제안, 잘못.
    r"(?<=[가-힣])(?:(?<![제미불편동방보답위])안|(?<!잘)못)(?=[되돼될됩됨된댐함해할갈감갑]))"
)
_VERB = rf"(?:[가-힣]{{1,5}}\s?){{0,2}}?[가-힣]{{1,4}}?{_END}"
_DENIED = re.compile(
    rf"{_NOT}\s?{_VERB}|(?:지|질|진|치)(?:는|를|도|가)?\s*(?:않|못|말)(?:아\s*(?:줘|주세))?{_END}|"
    rf"{words.UNWILLING}{_END}|(?:없|아니|아닌|아닐|아님|아녀|아닙){_END}|몰랐{_END}|(?:잃어\s?(?:버렸|버려|었)|분실했|없앴|만료됐|만료되|정지됐|날렸){_END}|반대\s*(?:의견|입장){_END}|(?:잘못된|틀린)\s*[가-힣]{{1,4}}{_END}|처음\s*(?:들어\s?봐|들어\s?봤|들어|듣|봤|봐|알){_END}|(?<![가-힣])(?:안|못)\s?그래{_END}|그만\s*(?:받|보내|주|줘|오)|(?<![가-힣]){words.STEPS_BACK}(?:게|께|래|라|란|랍|겠){_END}"
)
_HARDLY = re.compile(r"(?:별로|딱히|그닥|그다지)(?:이?에요|이?예요|네요|요|이요|임|다|인데요)?$")
_DENIES = re.compile(rf"{_NOT}\s?[가-힣]|{words.UNWILLING}|없|않|아니|아닌|말아|마세요|못")
# "갈게요", "받을래요", "해볼라요": whatever somebody will do.
_RIEUL = f"[{''.join(chr(0xAC00 + 28 * each + 8) for each in range(19 * 21))}]"
_AGREED = re.compile(
    rf"(?:시간|짬)(?:이|은|도)?\s*나{_END}|(?<![가-힣])(?:한|간|온|된)다$|그대로(?:이?예요|이?에요|입니다|요|임)?$|맞는\s*[가-힣]{{1,4}}{_END}|(?:기억|생각)\s?[나났납]{_END}|이해\s?(?:됐|되었){_END}|비(?:어\s*있|어|었|워|웠){_END}|(?:마음|맘)에\s*(?:쏙\s*|딱\s*)?[들듭든]{_END}|괜찮(?:겠|을){_END}|(?:좋은|괜찮은|딱인)\s*(?:생각|시간|날|거|것|제안|기회|말씀){_END}|부탁(?:드려|드립|드릴|합|해|할){_END}|"
    rf"(?:{words.WILLING}|{words.BECOME}(?!게|고)|{words.AGREEMENTS}(?:을|를|은|는|도)?\s?{words.DO}|수(?:는|가|도|야)?\s*있|(?<![가-힣])(?<!고 )(?:알고\s?있|있|그렇|그럴|그런|그러)){_END}|"
    rf"만\s?(?:하|한|해){_END}|도\s*(?:되|돼|될|됩|괜찮|좋){_END}|(?:그런|맞는|좋은)\s*(?:편|셈){_END}|"
    rf"{_RIEUL}\s?(?:게|께|거여|거구|거제|거네|꺼여|텐게|텡게|래|란|랍|라요|라고|라우|라네|라니|생각이|생각입|예정|계획이|마음이|까\s?합|까\s?해|거예|거에|겁니|것\s*같|거\s*같|듯|거야|꺼예|꺼에|꺼같){_END}|"
    rf"(?:하|가|오|보|받|되|맞추|뵙|쓰|듣|듣도록\s*하|알)겠{_END}|(?:해|가|와|봐|받아야|하|받|가|오)야?(?:지|죠|지요|쥬|제)(?:라|라우|요)?$|"
    rf"(?:해|봐|써|넣어|잡아|보내|연락|문자|전화|알려|켜|받아|올려|적어)\s*(?:주세|줘|주십|주시|주쇼|주라|줄래|드려){_END}|(?:려고|라고\s*하|려구|할라고){_END}|"
    rf"(?:(?:해|가|받아|들어|써|다녀)\s?봤|(?:^|이미\s*|벌써\s*|(?<![가-힣])다\s|전에\s*)(?:했|받았|갔|봤)|다녀왔){_END}|^(?:[가-힣]{{1,4}}\s?)?(?:만들었|받았|뗐|챙겼|준비됐){_END}|"
    rf"(?:시간|날|날짜|그때|그날|일정)(?:은|는|이|도|에|에는|엔|이면)?\s*(?:다|딱|전|저는|저도)?\s*(?:괜찮|갠찮|괜춘){_END}"
)
_CONTRAST = re.compile(rf"(?:[가-힣]|[긴는] ){words.NOT_LAST}\s(?!싶|있|계|말)")
# "제 번호 아니고 남편 번호예요": something else is the case.
_RATHER = re.compile(r"아니(?:고|라|구)(?:요)?\s+[가-힣\s]{1,12}(?:이에요|예요|이요|인데요|입니다)$")
# "있긴 한데 오래됐어요": granted, whatever follows.
_GRANTED = re.compile(
    r"^(?:[가-힣\s]{0,8}\s)?(?:있|하|필요하|(?:되|좋|가능하)(?=[긴기][는]?\s*한데요?$))(?:긴|기는|기야)\s*(?:한데|하는데|해도|하지만|하나)"
)
_FIRST_CLAUSE = re.compile(
    r"^(?P<clause>[^,.!]{0,14}?(?:요|다|소|죠|지라|맞아|좋아|그래))[\s,.!~]+(?P<rest>[가-힣\s]{1,14})$"
)
# "늦지 않게", "걱정 마세요": nothing is denied.
_NO_DENIAL = re.compile(
    r"(?:늦|잊|빠지)지\s*않(?:고|게|도록)|(?:걱정|염려)\s*(?:하지\s*)?(?:마|말)[가-힣]*|안\s*늦[게고]|문제\s*없이|틀림\s*없이|상관\s*없이|무슨\s*일이?\s*있어도"
)
# "동의는 하는데 연락은 싫어요": one thing and another.
_TOPIC = re.compile(r"[가-힣][은는]\s")
_LINK = re.compile(r"(?:는데|은데|한데|지만|는디|은디)(?:요)?\s*$")
# Another day than the one that was asked about, for all that is known.
_DAY = re.compile(
    r"(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s?시(?!간)|쉬는\s*날|(?:주말|평일|오전|오후|저녁)(?!\s*근무)|아침|점심|퇴근|\d|"
    r"(?<!그걸)(?<!그거)(?<!그것)(?<!그대)(?<!이대)(?<!그날)(?<!정말)(?<!진짜)(?<!시간으)(?<!날짜)(?<!바)(?<!별도)(?<!실제)(?<!제대)"
    r"로\s*(?:하|할|해|부탁|갈|예약|신청)|내일|모레|글피|오늘|어제|\d\s*(?:일|시|월)|요일|다음\s*[주달]|이번\s*[주달]|담주"
)
# "200 중반대", "일년 조금 안되게": a count, not a refusal.
_COUNT = re.compile(r"\d(?!\s*(?:시|일|월|분))|[일이삼사오육칠팔구십]년|개월")
_WAS_DONE = re.compile(r"(?:신청|접수|등록|제출|예약)(?:은|을|도)?\s*했(?:는데|지만)(?:요)?\s*$")
_LINKS = re.compile(
    r"(?<=요)(?<!아요)(?<!해요)\s+(?=안\s|못|이번(?:엔|에는)\s|지금은\s|오늘은\s|그날은\s|그렇게\s|할게|갈게)|(?:지만|니까|니깐|는데|은데|인데|는디|데도|어도|아도|더라도|라서|어서|아서|해서|돼서|보니|보니까)(?:요)?[\s,]+"
)
_BOTH_WAYS = re.compile(r"(?<!싶)고(?:요)?\s*$")
_WAS_YES = re.compile(r"^(?:네|넵|예|응|어|그래요?|좋아요?|맞아요?|그럼요?)(?=[\s,.!~])")


def standard(said: str) -> str:
    """The sentence without what stands before and behind its answer, its dialect undone."""
    for _ in range(2):
        said = _BEHIND.sub("", said).strip(" ,.!~")
    for pattern, written in DIALECT:
        said = pattern.sub(written, said)
    return _NO_DENIAL.sub("", _IF_POSSIBLE.sub("", said)).strip()


def _last_clause(said: str) -> tuple[str, str]:
    parts = [part for part in re.split(r"[,.!~;]+\s*|(?<=[요다쇼죠])\s+", said) if part.strip()]
    if not parts:
        return "", ""
    last = parts[-1]
    contrasts = list(_CONTRAST.finditer(last))
    if contrasts:
        parts[-1:] = [last[: contrasts[-1].end()], last[contrasts[-1].end() :]]
    return " ".join(parts[:-1]).strip(), parts[-1].strip()


def _of_clause(clause: str) -> bool | None:
    if _ALL_IS_WELL.search(clause):
        return True
    if _MAY_LEAVE.search(clause) or _BUSY.search(clause) or _MUST.search(clause) or _HARDLY.search(clause):
        return False
    denials = len(_DENIES.findall(clause))
    if _DENIED.search(clause):
        return False if denials <= 1 else None
    if denials or (_CONDITION.search(clause) and not _WELCOME.search(clause)):
        return None
    return True if _WELCOME.search(clause) or _AGREED.search(clause) else None


def _granted(said: str) -> bool | None:
    """What stands first where the last clause says neither yes nor no."""
    first = _FIRST_CLAUSE.match(said)
    granted = _GRANTED.match(said) or (first and _of_clause(first["clause"]))
    return True if granted and not _DENIES.search(said) and not _OTHERWISE.search(said) else None


def _is_open(answer: bool, before: str, last: str) -> bool:
    """Whether what was said before takes the answer back, or was said of another thing."""
    if _BOTH_WAYS.search(before) and _of_clause(_BOTH_WAYS.sub("", before)) is (not answer):
        return True
    if answer:
        denied = _DENIES.search(before) and not _CONTRAST.search(before + " ")
        return bool(denied or _DAY.search(before + last) or _OTHERWISE.search(before + last))
    return bool(
        _COUNT.search(before + last)
        or _WAS_DONE.search(before)
        or _WAS_YES.match(f"{before} ")
        or (_TOPIC.search(last) and _of_clause(_LINK.sub("", before)))
    )


def last_words(said: str) -> str | None:
    """What is said at last where only what comes before it is undecided: "잘 모르지만 네 그렇게 할게요"."""
    links = list(_LINKS.finditer(said))
    if not links:
        return None
    before, last = said[: links[-1].start()], said[links[-1].end() :]
    settled = not _UNDECIDED.search(last) and not last.startswith("일단")
    return last if settled and _UNDECIDED.search(before) else None


def agreed(said: str) -> bool | None:
    """Whether the last clause agrees or declines; None where it does neither, or leaves it open."""
    said = standard(said)
    if _UNDECIDED.search(said) or _NO_CHANGE.search(said) or "?" in said:
        return None
    if _RATHER.search(said):
        return None if _WAS_YES.match(said) else False
    before, last = _last_clause(said)
    answer = _of_clause(last)
    if answer is None:
        return _granted(said)
    return None if _is_open(answer, before, last) else answer
