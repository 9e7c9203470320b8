"""Of whom a sentence speaks: the person, or the family."""

import re

from bot.korean.unclear import Unclear, Why

_FAMILY = re.compile(
    r"아들|딸|아이|큰애|작은애|첫애|(?:첫째|둘째|셋째|막내)(?=[가는도]\s)|(?<![가-힣])애[가는들기]?(?![가-힣]*기)|남편|와이프|아내|집사람|마누라|신랑|영감님?|어머니|엄마|아버지|아빠|"
    r"(?<![가-힣])형(?=[이은도]\s|님)|동생|누나|언니|오빠|부모|친구|손주|"
    r"손자|며느리|사위|장인|장모|시누이?|올케|처남|매형|형부|제부|이모|삼촌|고모|조카"
)
# "애 둘 엄마예요": how many children somebody has is said of themselves.
_CHILDREN = re.compile(
    r"(?<![가-힣])(?:애|아이|자녀|아들|딸)(?:가|는|들|이)?\s*(?:하나|둘|셋|넷|\d\s*명)(?:이나)?\s*(?:엄마|아빠|있는|키[가-힣]+)?|(?:애기|아기|아이|애)\s*(?:엄마|아빠|맘)|손주(?:가|도|만)?\s*(?:하나|둘|셋|넷|다섯|\d\s*명)(?:인|이고|이나\s*있는|있는|을\s*둔)?|(?<![가-힣])(?:애|아이)들?(?:을|를)?\s*(?:다\s*)?키우(?:다가?|고|느라|면서)(?:\s*보니)?|(?:한|두|세|네)\s*(?:아이|아들|딸|자녀)(?:의)?\s*(?:엄마|아빠|맘)"
)
_CLAUSE = re.compile(
    r"\s(?=(?:저는|나는|제가|저도|나도|본인은)\s)|[,.!?]\s*|(?<=[고는인]데)\s|(?<=고)\s|(?<=고요)\s|(?<=지만)\s"
)


_I = re.compile(r"^(?:저는?|나는?|전|난|제가|본인은)\s")
_THEY = re.compile(
    r"\s(?=(?:우리\s*)?(?:남편|신랑|집사람|아내|와이프|아들|딸|애|아이|동생|엄마|아빠|어머니|아버지)[은는]\s)"
)


# "남편보다 두 살 어려서", "89랑 친구예요": how somebody else's age lies beside one's own.
_COMPARED = re.compile(
    rf"(?:{_FAMILY.pattern})(?:보다|[이하]?랑|하고|과|와)\s*(?:[\d가-힣]{{1,3}}\s*살\s*)?(?:더\s*)?(?:어리|어려|많|적|위|아래|동갑)[가-힣]*|"
    r"[가-힣\d]+\s*(?:살\s*)?(?:먹은|된|짜리)\s*(?:아들|딸|아이|애|손자|손녀|손주)|"
    r"\d{2}(?:년생)?(?:이?랑|하고|과|와)\s*(?:친구|동갑|학교)[가-힣\s]*"
)


def own_clauses(said: str) -> str:
    """The clauses that speak of nobody else: "48살이고 애가 둘이에요" → "48살이고"."""
    said = _CHILDREN.sub(" ", _COMPARED.sub(" ", said))
    if not _FAMILY.search(said):
        return said
    if _I.match(said):
        said = _THEY.sub(", ", said)
    own = [clause for clause in _CLAUSE.split(said) if clause and not _FAMILY.search(clause)]
    if not own:
        raise Unclear(Why.SEVERAL)
    return " ".join(own)
