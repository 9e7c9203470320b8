"""The clause a story ends in: the one that chooses after all that was told, or that points back to one day.

"화요일이나 목요일밖에 안 되는데요 화요일은 아들이 와서 목요일로 할게요" → "목요일로 할게요";
"저 다음 주 수요일 쉬어요 그날 가도 돼요?" → "다음 주 수요일". The strict readers read what is found here.
"""

import re

from bot.korean.clause_kinds import Clause, chooses
from bot.korean.mentions import Mention

Part = tuple[str, list[Mention]]

_PARTICLE = r"\s*(?:날|쯤|정도|경)?\s*(?:(?:으로|로|에|이|가|이?면(?=\s*(?:돼|되|갈|될|좋|괜찮|가능|충분|딱|맞)))\s*)?"
_DECIDED = re.compile(
    rf"{_PARTICLE}(?:그냥|좀|꼭|제일|가장|젤|더|차라리|다시|바로|한번|저는|제가|상담|예약|방문|잠깐|얼른|한\s?번)*\s*"
    r"(?:이?(?:요|에요|예요|입니다|여|라우|유)$|할게|할께|하겠|할래|하죠|하지요|합시다|해\s*주|해줘|부탁|정정|변경|바꿔|바꿀|고칠|미룰|당길|늦출|옮길|딱|최고|가도|가면\s*(?:되|돼|쓰|딱|될|좋)|바꾸|옮겨|잡아|잡고|적어|예약|신청|"
    r"갈게|갈께|가께|가겠|갈래|갈라|갈\s*수|가려|갑니다|가도록|뵐|뵙|찾아|들를|들르|방문|원해|원합|희망|"
    r"낫|나을|나아|나은|편해|편하|편할|좋겠|좋을|좋아|좋습|괜찮|가능|될까|되나|되겠|돼요|됩니|될\s*것|맞춰|맞출|가야겠|가야\s*(?:해|돼|되|합)|가져갈|가져가|갖다|하랑께|확정|결정|정할|정했|어때|어떠|어떨|당겨|미뤄|올\s*수)"
)
# "평일 낮에만 되는데": what the choice lies in.
_FRAMES = re.compile(
    r"(?:이후|부터|까지|넘어서|지나서)(?:는|로|에|면)?[가-힣\s]*(?:되|돼|가능|괜찮|비|좋|시간|갈\s*수)|만\s*(?:되|돼|가능|비|시간|괜찮|갈\s*수)|밖에|(?:빼고|말고|제외하고|빼면|외에는?)(?:는)?\s*(?:다|아무|언제)|넘어야|지나야"
)
_RESOLVED = re.compile(r"(?:그래서\s*|음\s*|아\s*)?(?:그냥|차라리|결국|아무래도|역시)\s")
_SETTLES = re.compile(r"(?:으로|로)\s*(?:확정|결정|정할|정하)")
_BEST = re.compile(
    r"(?:제일|가장|젤|더)\s*(?:좋|편|낫|나|괜찮)|낫|나을|나아|편해|편하|편할|로\s*(?:할|하|해|정정|부탁|바꿔|바꾸|바꿀|옮|미루|미룰|고칠|정했|정할|당길|늦출|변경|잡)"
)
# How a clause ends that only leads to the one behind it.
_LEADS_ON = re.compile(
    r"(?:[갈볼올할뵐]까|까지면|야지|고 가면|[는은던인한운]\s?데(?:요|유)?|지만|서(?:요|유)?|니까|니|라|길래|거든요?|느라|잖아요?|고요?|네요|는디|구요?|려다가?|다가|께|때문에|면)$"
)
_OFFERS = re.compile(
    r"아니면|(?:찼|차)으?면|또는|혹은|든지|거나|(?:안|못)\s*[가-힣]{1,3}면(?=\s|$)|없으면|둘\s*다|모르|글쎄|생각해\s*보고|봐서|봐야"
)
_BACK = re.compile(
    r"그\s?(?:날짜|날|때|시간대?|시각)(?!부터|까지|이후|이전|그때)[가-힣]{0,3}(?:\s[가-힣\s]*?)?\s*"
    r"(?:할게|하겠|할래|해\s*주|해줘|부탁|잡아|예약|신청|갈게|갈께|가께|가겠|갈래|갈라|갈란|가도|가면|갈\s*수|뵐|뵙|찾아|들를|방문|원해|희망|편해|편하|들를라|가볼|"
    r"좋|괜찮|가능|될까|되나|돼요|되면|됩니|맞춰)"
)
_THAT_DAY = re.compile(r"그\s?날(?:에|로|은)?\s")
_TURNS_DOWN = re.compile(r"말고|아니|(?<![가-힣])(?:안|못)\s|않|빼고|피해|외에|이외|어때")
_RELATIVE_DAY = re.compile(r"그\s?(?:다음|전|뒤|후|담)")


def _is_quiet(clause: Clause) -> bool:
    return not clause.mentions and not _TURNS_DOWN.search(clause.text) and not _OFFERS.search(clause.text)


def last_choice(clauses: list[Clause], rejected: list[Mention]) -> Part | None:
    """The last clause, where it decides and those before it lead up to it; with what they told."""
    named = [index for index, clause in enumerate(clauses) if clause.mentions]
    if len(named) < 2:
        return None
    last = clauses[named[-1]]
    if any(_OFFERS.search(clause.text) for clause in clauses) and not _SETTLES.search(last.text):
        return None
    behind = last.mentions[-1]
    tail = last.text[last.text.rfind(behind.text) + len(behind.text) :]
    if not chooses(last) or not _DECIDED.match(tail) or not all(map(_is_quiet, clauses[named[-1] + 1 :])):
        return None
    before = [clauses[index] for index in named[:-1]]
    rivals = [clause for clause in before if chooses(clause) and not _FRAMES.search(clause.text)]
    rivals = [rival for rival in rivals if not _says_same(rival, last)]
    if any(not (_LEADS_ON.search(rival.text) or "?" in rival.mark) for rival in rivals):
        return None
    if rivals and not (_BEST.search(tail) or _RESOLVED.match(last.text)):
        return None
    told = [mention for clause in before for mention in clause.mentions]
    days = [each for each in told if each.has_day and not each.is_stretch and each not in rejected]
    if len(days) == 1 and not days[0].has_hour and not any(each.has_day for each in last.mentions):
        return f"{days[0].text} {last.text}", [each for each in told if each is not days[0]]
    return _in_full(last, told) or _framed(last, before), told


def _in_full(last: Clause, told: list[Mention]) -> str | None:
    """ "월요일 10시도 되고 화요일 11시도 되는데 월요일로": what was said of that day before goes with it."""
    day = last.mentions[0]
    said = [each for each in told if each.text.startswith(f"{day.text} ") and each.has_hour]
    if len(last.mentions) > 1 or day.has_hour or len(said) != 1:
        return None
    return last.text.replace(day.text, said[0].text, 1)


def _says_same(rival: Clause, last: Clause) -> bool:
    """ "11시에 도착해요 목요일 11시로": the last hour of a clause, taken up again."""
    hours = {each.expression.start.time() for each in last.mentions if each.has_hour}
    return rival.mentions[-1].has_hour and rival.mentions[-1].expression.start.time() in hours


def _framed(last: Clause, before: list[Clause]) -> str:
    """ "다음 주는 수요일밖에 없네요 수요일에 갈게요": the day lies in the week that was named with it."""
    weeks = [
        mention.text
        for clause in before
        if _FRAMES.search(clause.text)
        for mention in clause.mentions
        if mention.is_stretch and mention.week
    ]
    text = last.text
    if len(weeks) == 1 and last.mentions[0].is_bare_weekday:
        return f"{weeks[0]} {text[text.find(last.mentions[0].text) :]}"
    return text


def pointed_back(clauses: list[Clause]) -> Part | None:
    """What 그날 or 그 시간 in a choosing clause points back to: the day or hour named last before it."""
    for index in reversed(range(1, len(clauses))):
        clause = clauses[index]
        if clause.mentions and (
            any(each.has_day for each in clause.mentions) or not _THAT_DAY.search(clause.text)
        ):
            return None
        if not clause.mentions and not _BACK.search(clause.text):
            continue
        if _TURNS_DOWN.search(clause.text) or any(_RELATIVE_DAY.search(each.text) for each in clauses):
            return None
        named = [each for each in clauses[:index] if each.mentions]
        if not named or any(_OFFERS.search(each.text) for each in clauses):
            return None
        told = [mention for each in named[:-1] for mention in each.mentions]
        back = " ".join(mention.text for mention in named[-1].mentions)
        return (
            f"{back} {clause.text[clause.text.find(clause.mentions[0].text) :]}"
            if clause.mentions
            else f"{back}이요",
            told,
        )
    return None
