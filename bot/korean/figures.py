"""The part of an answer that holds its figure: without questions said back, what was taken back, and thanks."""

import re

from bot.korean.corrections import CORRECTION, without_apology
from bot.korean.keys import retyped
from bot.korean.plain import plain

# What shows a number in a word or two; it need not be exact.
_FIGURE = re.compile(
    r"\d|(?:^|\s)[영공일이삼사오육칠팔구]$|[십백천만]|[영공일이삼사오육칠팔구]{2}|열|스물|스무|서른|마흔|쉰|예순|일흔|여든|(?<=[\d년월달]\s)반$|^반$|하나|둘|셋|넷|다섯|여섯|"
    r"일곱|여덟|아홉|(?<![가-힣])(?:한|두|세|네)\s?(?:살|해|달|개|명|번|군데)"
)
# "서른다섯이냐고요? 네 서른다섯이요": the question is ours, the answer follows.
_ENDLESS = re.compile(
    r"[\d영공일이삼사오육칠팔구십백천만억조]{60,}"
)  # no number; searched for one, it takes its time
_SAID_BACK = re.compile(r"^[^?]{1,40}\?+\s*(?:네|예|응|아뇨|아니요?)?[\s,.]*(?=[^?]*$)")
_THANKS = re.compile(
    r"[\s,.]*(?:잘\s*)?(?:부탁\s*(?:드립니다|드려요|드릴게요|합니다|해요)|감사합니다|고맙습니다|죄송합니다|수고하세요|아님\s*말고요?)[.!~\s]*$"
)
# "스물아홉 아직 서른 아니에요": what somebody is not yet.
_NOT_YET = re.compile(r"(?<=\s)아직\s+\S+?(?:은|는|이|가)?\s*아니[가-힣]*[.!\s]*$")
# "47이요 48 아니고요", "92년생이에요 91년생 아니구요": what is turned down after the answer.
_NOT_THAT = re.compile(
    r"(?<=[요다])[\s,.]+(?:\S+\s)?\S+?(?:이|가|은|는)?\s*(?:아니(?:구요|고요|에요|예요|고|구|라고요|야|라)|말고요?)[.!\s]*$"
)
_NODS = re.compile(r"(?<=[\d가-힣])\s*ㅇ{2,}[.!\s]*$")
_DIALECT = re.compile(r"(?<=[인는은던한])디(?=(?:요|유)?(?:\s|$|[,.]))")
_IN_OTHER_WORDS = re.compile(r"(?:^|[\s,.])(?:그러니까|그니까|즉|다시\s*말해서?|정확히는|정확하게는)\s+")
_ATTACHED = re.compile(r"\s*(?:[이가은는]\s*)?(?:말|아니[라고]|아닌)")
_IF_ANY = re.compile(r"\s*(?:가\s*)?(?:있|났|나|이)[으]?면")
# The last word, with the number its unit belongs to: "250 만원".
_LAST_WORD = re.compile(
    r"(?:\S+\s+(?=(?:만?\s*원|개월|년|달|살|세|명|개|번|정도|쯤|이상)[이가은는]?\s*$))?\S*\s*$"
)


# "쉰넷 아 미안해요 쉰다섯": an excuse between two figures takes the first back.
_EXCUSE = re.compile(
    r"(?<![가-힣])(?:아+|앗|어|어머|에고|아이고)[\s,.]*(?:죄송|미안|실수|잘못|오타)[가-힣]*(?:\s(?:썼|적었|눌렀|했)[가-힣]*)?[\s,.]+(?=[^,.]{1,16}$)"
)


def _after_excuse(said: str) -> str:
    """What follows the excuse, where it is a figure as well."""
    parts = _EXCUSE.split(said)
    return parts[-1] if len(parts) > 1 and all(map(_FIGURE.search, (parts[0], parts[-1]))) else said


def _takes_back(before: str, correction: str, behind: str) -> bool:
    """Whether a correction is about a figure: "알바 말고", "걸지 말고" and a last "ㄴㄴ" are not."""
    if before.endswith("지") and correction.lstrip().startswith("말"):
        return False
    if _IF_ANY.match(behind):
        return False
    if not _ATTACHED.match(correction) and behind.strip():
        return True
    last = _LAST_WORD.search(before)
    return not before.strip() or (last is not None and _FIGURE.search(last[0]) is not None)


def figure(text: str) -> str:
    """The text in plain form, from the figure that stands: "알바 말고 3년 아니 4년이요, 감사합니다" → "4년이요"."""
    said = _ENDLESS.sub(" ■ ", plain(retyped(text)))
    said = _THANKS.sub("", _after_excuse(_NOT_YET.sub("", without_apology(said))))
    said = _DIALECT.sub("데", _NODS.sub("", _NOT_THAT.sub("", said)))
    answered = _SAID_BACK.sub("", said)
    said = answered if _FIGURE.search(answered) else said
    start = 0
    for match in CORRECTION.finditer(said):
        if _takes_back(said[start : match.start()], match[0], said[match.end() :]):
            start = match.end()
    said = said[start:].strip()
    last = _IN_OTHER_WORDS.split(said)[-1]
    return last if _FIGURE.search(last) else said
