"""Sentences that name a thing and want nothing of it: "국취는 안 할래요", "어제 예약했어요", "장애인은 아니에요"."""

import re

# To refuse an appointment, a hiring day or messages is itself a wish.
_REFUSED = frozenset({"cancel_appointment", "job_fair_cancel", "notification_off", "complaint", "thanks"})
_ABOUT_ONESELF = re.compile(r"(?:아니에요|아니예요|아닙니다|아닌데요|아니거든요)$")
_NOT_DONE = re.compile(
    r"(?:취소|탈퇴|변경|삭제)(?:는|은|를|을)?(?:절대)?안(?:할|해요|합니다|하려)|취소한거아니|취소(?:하지)?(?:마세요|말아주세요|하지마)"
)
_REFUSING = re.compile(
    r"(?:안할래요?|안할게요?|안할거예요|안할겁니다|안받을래요?|안받아요|안합니다|안해요|안해도돼요|안해도됩니다|안갈래요?|관심없어요|관심없습니다|"
    r"필요없어요|필요없습니다|(?:은|는)(?:이미|벌써)?(?:있어요|있습니다|했어요|받았어요|썼어요|끝났어요))$"
)
_ALREADY = re.compile(
    r"(?:어제|아까|방금|지난주에?|지난달에?|벌써|이미|작년에)\w{0,12}(?:했어요|했습니다|받았어요|받았습니다|됐어요|껐어요|켰어요|냈어요|썼어요)$|"
    r"^안?(?:받아요|해요)저는$|안받아요저는$"
)
_TOLD = re.compile(
    r"(?:하라고|받으라고|가라고|해보라고)(?:하|해|했|난리)\w{0,8}$|(?:꺼져|켜져)있(?:네요|어요)$"
)
_THANKED = re.compile(r"(?:주셔서|줘서|주신덕에|덕분에|도와줘서)\w{0,8}(?:감사|고마|고맙)\w{0,8}$")

_FAREWELL = re.compile(
    r"(?:네|예|그럼|이만|오늘|정말|너무|진짜)*(?:(?:감사|고마|고맙|수고)[가-힣]{0,8})?(?:네|예|그럼|이만)*"
    r"(?:안녕히(?:계세요|계십시오|주무세요|가세요)|(?:다음에|나중에|내일|또)(?:또)?(?:봐요|봬요|뵐게요|올게요|연락할게요)|"
    r"(?:좋은하루|편안한밤|좋은밤)(?:되세요|보내세요)|들어가세요|잘있어요?|이만(?:갈게요|줄일게요)|수고(?:하세요|하셨어요|하셨습니다|많으셨어요))"
)


def refuses(said: str, wish: str) -> bool:
    """Whether the closed-up text names this wish only to say that it is none."""
    if _NOT_DONE.search(said) or _TOLD.search(said) or _ALREADY.search(said):
        return wish not in {"complaint", "thanks"}
    if _ABOUT_ONESELF.search(said):
        return wish not in {"complaint", "thanks"}
    return _REFUSING.search(said) is not None and wish not in _REFUSED


def only_thanks(said: str) -> bool:
    """Whether somebody thanks for what was done, whatever that was, or takes their leave."""
    return _THANKED.search(said) is not None or _FAREWELL.fullmatch(said) is not None
