"""What a message wants beside how somebody feels: its other clauses, for where the whole of it leaves a question.

"다리 아파 죽겄네 거기 아직 안 닫았지라": the first clause is a sigh, the second asks.
"""

import re

from bot.korean.plain import plain

MOST_CLAUSES = 4
SHORTEST = 4  # letters of a clause worth reading
_HELLO = frozenset({"안녕", "하이"})
LONGEST = 120

_BREAK = re.compile(
    r"[.!?~,]+\s*|(?<=[가-힣][요죠])\s+|(?<=니다)\s+|(?<=[가-힣][네소제])\s+(?=\S+\s\S|\S{4})|(?<=[는은던인한]데)\s+|(?<=지만)\s+|(?<=[가-힣]라서)\s+|"
    r"(?<=지라)\s+|(?<=는 줄)\s+|(?<=[죽겠]다)\s+|(?<=니까)\s+|(?<=^안녕)\s+|(?<=^하이)\s+"
)
# Sighs and figures of speech: whatever stands before 죽겠다, nobody dies of it.
_SIGH = re.compile(
    r"[아어워해려파빠퍼라겨껴쳐져러터커나써와]서?\s?죽(?:겠|것|겄|을)|죽을\s?(?:맛|지경|뻔|똥)|죽는\s?줄|죽다\s?살|미치겠|미치것|돌아\s?버리|환장|빠듯|긴장|떨리|떨려|피곤|지쳐|지쳤|"
    r"지치네|울컥|속이\s?(?:다\s?)?(?:시원|타)|기가\s?막|망했|무섭|무서|귀찮|심심|졸리|졸려|추워|춥네|더워|덥네|배고프|배고파|답답|궁금|막막|우울|서럽|눈물"
)
# How wishes sound; a remark ("보일러가 고장났어") wants nothing.
_WISH = re.compile(
    r"나요|까요?$|[가-힣]줘|주[세쇼셔]|할게|할래|싶|려고|라고요?$|로요$|신청|예약|취소|변경|알려|어디|언제|몇|얼마|어떻게|되나|있나|닫|열[어었]|여는|받을|그만|^안녕|^하이|감사|고맙|\?"
)
_LETTERS = re.compile(r"[^\W\d_]")


def beside_sighs(text: str) -> list[str]:
    """The clauses that are no sigh, where the text has both."""
    said = plain(text)
    if len(said) > LONGEST:
        return []
    parts = [part.strip() for part in _BREAK.split(said) if part and part.strip()]
    rest = [part for part in parts if not _SIGH.search(part)]
    if len(rest) == len(parts) or len(rest) > MOST_CLAUSES:
        return []
    return [
        part
        for part in rest
        if _WISH.search(part) and (len(_LETTERS.findall(part)) >= SHORTEST or part in _HELLO)
    ]
