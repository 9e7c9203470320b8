"""Saying that one has never worked: "신입이에요", "경력은 없어요", "아예 처음이라 없습니다"."""

import re

_NONE = re.compile(
    r"신입|초보|초짜|생짜|무\s*(?:경력|경험)|(?:경력|경험)\s*무(?![가-힣])|전무|(?:경력|경험|이력)\s*(?:은|이|"
    r"도|같은\s*거|이라곤|이라고는|이랄\s*게|이랄\s*것도|이라고?\s*할\s*만한\s*(?:게|것이|건|거))?\s*(?:아직|전혀|하나도|아예|따로|별로)?\s*없"
    r"|^(?:(?:학생|신입|대학생|주부|전업주부)이?라서?\s*)?(?:아직|전혀|아예|하나도|따로)?요?\s*없(?:어|습|음|는|다|네|구|슴|서|당|지|제|소|용|으)|"
    r"한\s*적[이은도]?\s*(?:한\s*번도\s*)?없|안\s*해\s*봤|못\s*해\s*봤|^처음|(?:말고는?|외에는?|빼고는?|빼곤|말곤)\s*(?:[가-힣]+\s*)?없|(?<![a-z])no\s*(?:career|experience)|"
    r"(?<![가-힣])첫\s*(?:직장|취업|취직)"
    r"|처음(?:이[여에라지고요예라구]|입|임|이$)|살림만|(?:백수|주부)로만|놀기만|집에만\s*있었"
    r"|(?:일|직장|회사|취업|취직|알바)[가-힣]{0,6}\s*(?:생활)?[가-힣]{0,6}\s*(?:해|다녀|가져|"
    r"나가)\s*본\s*(?:적|일|경험)[가-힣]{0,6}\s*없|한\s*번도\s*(?:[가-힣]+\s){0,3}?[가-힣]*(?:안|못|없|않)"
    r"|(?:일|취업|직장생활)[은는을를이]?\s*(?:처음|안\s*해\s*봤|못\s*해\s*봤)|^(?:안|못)\s*해\s*봤|"
    r"사회\s*초년생|^제로|(?:경력|경험)(?:은|이)?\s*제로|(?:^|경력은?\s*)0$|^무$|^(?:none|nothing)$"
)
_NO_EXPERIENCE = re.compile(
    r"(?:경력|경험)\s*(?:은|이|도)?\s*(?:(?:아직|전혀|하나도|아예|따로)?\s*없(?!지는|진)|아직(?:이|요|입|임))"
)
# "그런 거 없어요", "… 아예 없습니다": the last clause, where it says of nothing else that it is missing.
_ENDS_WITH_NONE = re.compile(
    r"(?:^|[\s,.])(?:경력|경험|이력|해당(?:\s*사항)?|그런\s*(?:거|것|건|적)|(?:일|근무|취업|취직|직장|알바|회사)[가-힣\s]{0,8}(?:적|거|것|건|경험)|아예|전혀|하나도|아직|따로|딱히|"
    r"(?<![가-힣])(?!단절)[가-힣]+라서?|[가-힣]+서)\s*(?:[은이도]\s*)?(?:아예|전혀|하나도|아직|따로|딱히)?\s*없(?:어요?|습니다|음|네요?|다|고요|구요|는데요?|슴다|당께|제|지라|소|어라)[.!\s]*$"
)
_FIRST_WORK = re.compile(
    r"(?:안|못)\s*다녀\s*봤|해\s*본\s*(?:게|것이|거|것|일이|일|적이|적)\s*(?:하나도|전혀)?\s*없|없다고\s*(?:봐|보)|처음\s*(?:으로\s*)?(?:취업|취직|일하|일해|직장|입사)"
)
_NOUGHT = re.compile(
    r"(?:^|[\s,.])(?:0|영|제로|빵)\s*(?:개월|년|달)?(?:이?요|입니다|이에요|예요|임)?[.!\s]*$"
)


def says_none(said: str) -> bool:
    """Whether the text says in so many words that there is no experience."""
    return _NO_EXPERIENCE.search(said) is not None


def says_no_career(said: str) -> bool:
    """Whether the text, in which no length of work stands, says that there was none."""
    if says_none(said):
        return True
    return any(pattern.search(said) for pattern in (_NONE, _ENDS_WITH_NONE, _FIRST_WORK, _NOUGHT))
