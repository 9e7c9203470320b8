"""How typed words are read where an operator has buttons: what it is, whom it is for, whether it goes out."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import time
from typing import Any

from bot.conversations.visit import Visit
from bot.korean import audiences, moments
from bot.korean.corrections import what_stands
from bot.korean.moments import Moment
from bot.korean.plain import plain
from bot.korean.unclear import LeftOpen, Unclear, Why, only
from bot.korean.yes_no import yes_or_no

KINDS = {
    "advert": re.compile(r"광고|구인|채용\s?공고|(?:기업|회사|업체)"),
    "service": re.compile(r"(?:신청|등록)(?:한|하신|자)|꼭\s?(?:필요|알아야)"),
    "program": re.compile(r"소식|센터|제도|프로그램|지원|수요데이|채용\s?행사|박람회|교육|행사"),
}
CHOSEN_BY = {
    "not_yet": re.compile(r"못\s?받은|안\s?받은|받지\s?(?:못|않)"),
    "fair": re.compile(r"(?:신청|등록|참가|접수)\s?(?:한|하신|했던|자)"),
    "program": re.compile(r"제도|프로그램"),
}
CHANGES = {
    "picture": re.compile(r"사진|그림|이미지|포스터"),
    "english": re.compile(r"영어|영문"),
    "fair": re.compile(r"버튼|단추"),
    "when": re.compile(r"시간|시각|날짜|때를|나중에|이따|예약\s?발송|\d\s?시|내일|모레"),
    "text": re.compile(r"내용|문구|문장|본문|글(?!쎄)|오타|텍스트"),
    "audience": re.compile(r"받는\s?(?:분|사람)|대상|누구"),
    "narrow": re.compile(r"좁[히혀힐]"),
    "without": re.compile(r"빼(?:고|줘|주|기)|제외"),
}
# Nothing but a yes lets an announcement go: "사진 넣고 싶어요" wants something else first.
YES = re.compile(
    r"(?:(?:네|넵|넹|예|옙|응|어|ㅇㅇ|ㅇㅋ|그래|그래요|그럼요|좋아요?|좋습니다|좋네요|오케이|ok|okay|yes|y|yeah|맞아요?|맞습니다|확인(?:했어요|했습니다)?"
    r"|됐어요|됐습니다|이제|바로|그냥|이대로|그대로|다|이렇게|승인|진행|발송|전송|보내기|send(?:\sit)?"
    r"|(?:보내|발송해|전송해|진행해|해|내보내|나가)\s?(?:요|줘요?|주세요|주십시오|도\s?(?:돼요?|됩니다|좋아요)|자|세요)?"
    r"|(?:보낼|할|진행할|발송할)(?:게요?|께요?|래요?)|(?:보내|하|진행하|발송하)(?:겠습니다|죠|자)|부탁(?:해요|드려요|드립니다|합니다))[\s,.!~]*)+"
)
WISHES_TO = re.compile(
    r"(?!.*(?:지\s?마|말아|그만|끄|꺼))(?:공지|안내문|단체\s?(?:문자|메시지|알림))(?:사항)?(?:을|를|글|도|\s)*(?:하나|새로|좀|한\s?통|\s)*"
    r"(?:보내(?!\s?주신)|보낼|쓸|쓰[고려자기]|써|작성|올리|올릴|돌리|돌릴|띄우|띄울|만들|하려|할래|할게|하고\s?싶|알리)"
)
WISHES_TO_SEE = re.compile(
    r"공지(?:사항)?(?:들)?(?:은|는|의)?\s?(?:현황|목록|리스트|상태|내역|기록)|(?:예약(?:한|된|해\s?둔)|보낸|나간|걸어\s?둔)\s?공지"
)
NOW = re.compile(
    r"(?:(?:지금|바로|당장|즉시|now|곧바로|이제)[\s,.!]*)+(?:보내|발송|전송|할|해|요|이요|send)?[가-힣\s]*[.!~]*"
)


def kind(text: str, _visit: Visit) -> str:
    """What it is by law, as the three buttons say: news, a company's offer, what those registered need."""
    said = what_stands(plain(text))
    return _one_of(said, KINDS, ("service", "advert", "program"))


def audience(text: str, visit: Visit) -> str | dict[str, Any]:
    """The button that is meant, or the wishes themselves: "북구 사는 20대"."""
    said = plain(text)
    if program := next((each for each in visit.center.programs if _named(each.name, said)), None):
        return {"program": program.id}
    meant = [value for value, words in CHOSEN_BY.items() if words.search(said)]
    try:
        wishes = audiences.audience(text, visit.places)
    except Unclear as unclear:
        if meant and unclear.why is Why.NOTHING:
            return only(meant[:1])
        raise
    if meant:  # one after the other: the rest narrows it down
        raise Unclear(Why.RANGE)
    return wishes or "all"


def sure(text: str, visit: Visit) -> str | Moment:
    """ "yes", "no", the part that is to be changed, or the time itself; only a plain yes lets it go."""
    said = plain(text)
    if YES.fullmatch(said):
        return "yes"
    meant = [value for value, words in CHANGES.items() if words.search(said)]
    if meant == ["when"]:
        return _time_in(text, visit) or "when"
    if meant:
        return only(meant)
    if yes_or_no(text):
        raise LeftOpen(Why.NOTHING)
    return "no"


def _time_in(text: str, visit: Visit) -> Moment | None:
    """ "내일 오전 10시에 보낼게요": a day or an hour that needs no further question."""
    with suppress(Unclear):
        told = moments.moment(text, visit.today)
        return told if isinstance(told.at, time) else None
    return None


def sure_of_words(text: str, visit: Visit) -> str:
    """ "yes", or "text" where the words are to be changed: nothing else can be."""
    said = sure(text, visit)
    if isinstance(said, str) and said in {"yes", "no", "text"}:
        return "yes" if said == "yes" else "text"
    raise LeftOpen(Why.NOTHING)


def wishes_to_announce(text: str) -> bool:
    """Whether an operator wants to send something: "공지 하나 보내고 싶어요"."""
    return WISHES_TO.match(plain(text)) is not None


def wishes_to_see(text: str) -> bool:
    """Whether an operator wants to see what was announced: "공지 목록 보여 줘"."""
    return WISHES_TO_SEE.search(plain(text)) is not None


def is_now(text: str) -> bool:
    """Whether it shall go out at once: "지금 바로 보내 주세요"."""
    return NOW.fullmatch(plain(text)) is not None


def _one_of(said: str, words: dict[str, re.Pattern[str]], order: Iterable[str]) -> str:
    """The first in this order whose words were said: "기업 광고 소식" is an offer."""
    return only([value for value in order if words[value].search(said)][:1])


def _named(program: str, said: str) -> bool:
    return re.sub(r"\s", "", program.lower()) in re.sub(r"\s", "", said)
