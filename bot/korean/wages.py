"""What somebody wants to earn, in won a month."""

import re

from bot.korean.figure_clauses import settled_figure
from bot.korean.figures import figure
from bot.korean.numerals import ABOUT, NUMERAL, value, without_commas
from bot.korean.plain import NEAR
from bot.korean.unclear import Unclear, Why, only

_AMOUNT = re.compile(
    r"(?P<kind>연봉|연|년봉|일\s*년에?|1년에?|월급|월|한\s*달에?|매달|달에)?(?:으로|"
    r"로)?\s*(?:따지면|치면|하면|환산하면|계산하면)?[은는이가으로\s:]{0,4}"
    rf"(?:실수령액?|세후|세전|최소한?|최저|적어도|못해도|약|한|대략|희망|딱)*[은는이가\s:]{{0,4}}"
    rf"(?:(?<=[월봉급연후전])|(?<![가-힣\d.]))(?P<amount>{NUMERAL})\s*(?P<unit>만\s*원|원)?"
    r"(?=$|[\s.,!?)]|이?요|이?에요|예요|여요|입니다|이상|정도|쯤|가량|넘|은|는|이|을|를|으로|로|받|"
    r"에|부터|까지|이면|보다|임|만(?![가-힣])|인|이?라|\+|[ㄱ-ㅎㅏ-ㅣ])"
)
_OPEN = re.compile(
    r"[~]|\d\s*(?:만\s*원?|원)?\s*-\s*\d|(?:(?<=[\d만원십백천])\s?(?:에서|부터|이나|,)|또는|"
    rf"아니면)\s*(?:{NUMERAL})|왔다\s*갔다|(?<=[\d만원백십])\s?인가요\??$|에\s*{NUMERAL}\s*(?:만\s*원?)?\s*더(?![가-힣])|사이|이하|미만|에서\s*(?:협의|조율)|최대|많아[도야]|기껏|(?<=[\d만원십백천])\s?까지|"
    r"(?<!면\s)안\s*(?:되(?!나|까|겠)|돼(?!나)|넘)|초반|중반|후반|초중반|중후반|거의|가까이|남짓|안팎|내외|언저리|약간\s*안|조금\s*안|좀\s*안"
    rf"|(?<![가-힣]){ABOUT}\s*(?:십|백|천)|(?:몇|수)\s*(?:십|백|천)|"
    r"\d0\s*(?:만\s*원?)?\s*대(?![가-힣])|(?:십|"
    r"백|천)\s*(?:만\s*원?)?\s*대(?![가-힣])|(?:십|백|천)여"
)
_OTHER_PERIOD = re.compile(
    r"시급|일급|일당|주급|시간\s*당|하루|최저\s*(?:임금|시급)|한\s*시간|건당|주당|일주일|월?매주|"
    r"(?<![가-힣])주(?:에|에\s*한\s*\d+|\s)\s*\d|(?<![가-힣])주\d|주마다|격주"
)
# What was earned before, or is turned down, is no wish: "전에는 250 받았어요", "200은 적고".
_PAST = re.compile(
    r"^[가-힣\s]{0,6}?(?:받았(?!으면)|벌었(?!으면)|받는데|버는데|벌고\s*있|받고\s*있|받던|벌던|받다가|받아왔|이었(?!으면)|였(?!으면)|"
    r"주더|줬(?!으면))"
)
# Money that is no wage of the person: rent, debts, benefits, what somebody else earns.
_OTHER_MONEY = re.compile(
    r"(?:실업\s*급여|실급|구직\s*급여|수당|지원금|월세|전세|집세|방세|관리비|보증금|대출|빚|이자|"
    r"생활비|생계비|용돈|연금|적금|퇴직금|보험료|(?:받는|버는|받던)\s*(?:게|건|거|돈|금액|월급)|남편|아내|와이프|아들|딸|친구|남들)"
    r"(?:은|는|이|가|도|을|를|으로|로)?\s*(?:한|약|월|매달|한\s*달에?|지금|현재)?\s*$"
)
_TURNED_DOWN = re.compile(
    r"^\s*(?:원|만\s*원?)?\s*(?:은|는|도|이면|으로는|으론)?\s*(?:너무|좀|조금|"
    r"정말)?\s*(?:적[고어은습]|작[고아은습]|모자라|부족|많[고아은습]|싫|힘들|안\s*[돼되]|못(?!\s*받으면)|무리|욕심|과하|과한|부담|어렵|높[고아은습]|비싸|그렇|그래|아쉽|양심)|^\s*(?:만\s*원?)?\s*(?:을|를)?\s*(?:부르|쓰|적|말하|하)려다"
)
_NO_WAGE = re.compile(r"\d+\s*(?:살|세(?!전|후)|년(?!에)|개월|시|명|번|분|일)(?![가-힣]*봉)")
# How much somebody works is no pay: "주 5일", "하루 8시간".
# "300 이하로는 안 된다고": a bound from below.
_AT_LEAST = re.compile(
    r"이하(?:로는|는|로)?\s*(?:안\s*(?:돼|되|된|됩|받|가|갈|해|할)|생각\s*(?:이|은)?\s*없)[가-힣]*\s*"
)
# "경비 일이면 230인데 저는 자격증이 있으니 280": the first is another job's.
_NOW_PAID = re.compile(r"(?:지금|현재)[가-힣\s]{0,12}$")
_PAYS = re.compile(r"\s*(?:만\s*원?)?\s*(?:을|를)?\s*(?:줘|주고|주는데|받아(?!도)|받고)")
_THE_SAME = re.compile(r"그대로|똑같|같은\s*(?:수준|금액)|그\s*정도|그만큼|비슷")
_MISTYPED = (
    (re.compile(r"(?<=\d)o(?=[\do만])"), "0"),
    (
        re.compile(
            r"마넌|만언|만웡|마눤|(?<=\d)만\s?(?:원뉴|워뉴|워뇨|워뇽|워용|워요|눠|훤|온|윈|웬|넌|워)(?:요|이요)?(?![가-힣])"
        ),
        "만원",
    ),
    (re.compile(r"~(?!\s*\d)"), " "),
    (re.compile(rf"({NUMERAL}(?:만\s*원?)?)(?:이?요)?\s*연봉(?:으로|이요|이에요|요|입니다)?"), r"연봉 \1 "),
)
# "예전에는 350까지 받았어요", "최저임금보다는 더": told, not wished.
_ONCE = re.compile(
    r"까지(?:도|는)?(?=\s*(?:받았|벌었|줬|받아\s*[봤본]|벌어\s*[봤본]))|최저\s*(?:임금|시급)\s*보다[가-힣]*(?:\s*(?:좀|조금))?(?:\s*(?:더|많은|높은|많이))?"
)
_IF_OTHERWISE = re.compile(r"[^,.]*?면\s*\d+만?\s*원?(?:이고|인데|이지만)\s+(?=저는\s[^,.]*\d)")
_HOURS = re.compile(
    r"(?:일)?주(?:일에)?\s*\d\s*일(?:\s*(?:근무|기준))?|하루\s*(?:에)?\s*(?:\d+|한|두|세|네|다섯|여섯|일곱|여덟)\s*시간(?:만|씩)?(?:\s*(?:근무|기준))?"
)
_SO_FAR = re.compile(
    r"(?:지금|여태|이제|이때|그동안|현재)\s?까지(?:는|도)?|(?:년|해|달|개월)이?\s*넘(?:어서요?|었는데|게|은)"
)
# "280만원으로 적어주세요", "290은 있어야 되겠어요": what ends a story about money.
_WISHES = re.compile(
    r"적어|써\s*주|으로\s*(?:할|하|해|부탁|정정)|있어야|받아야|돼야|되야|되어야|받고\s*싶|받았으면|생각하|생각합|희망|원해|원합|바라|바랍|"
    r"주(?:시|세|면|셨)|이?면\s*(?:좋|돼|되|충분|만족|괜찮|감사|갈|할|다닐)|부탁|줘도|받아도|벌어도|벌면|어도\s*(?:할|갈|좋|괜찮|돼|되)|돼도|(?:만\s*원?|\d|[십백])\s?(?:정도|쯤|이상)?(?:이?요|입니다|이에요|예요)$"
)
_SPACES = re.compile(r"\s+")
_YEARLY_AMOUNTS = range(1000, 20_000)
_YEARLY = ("연", "년봉", "일", "1년")
LEAST, MOST = 100_000, 15_000_000


# "240만 받았어요", "연봉은 2700만원 받았습니다": all that is said, and so the answer.
_PAID = re.compile(
    rf"^(?P<all>(?:(?:연봉|월급|월|한\s?달)(?:은|으로|에)?\s*)?{NUMERAL}\s*(?:만\s*원?|원)?)\s*(?:을\s*|를\s*)?(?:받았|받았었|벌었|벌었었|이었|였)(?:어요|습니다|네요|지요|소|지라|제|음|다)[.!\s]*$"
)
# "최저는 안 되고 월 250 이상": what is turned down beforehand.
_NOT_THE_LEAST = re.compile(
    r"^최저(?:임금|시급)?(?:로?는|은|보다는?)?\s*(?:안\s*[되돼]고|싫고|말고)[\s,]+(?=[^,.]*\d)"
)
_RUN_ON = re.compile(r"(?<![가-힣\d])(한\s?달|매달|월)(에)?(?=[일이삼사오육칠팔구]?[백천])")


def _monthly(match: re.Match[str]) -> int | None:
    """The won a month of an amount; 3600 behind a yearly wage is one too."""
    amount = value(match["amount"])
    if not amount:
        return None
    yearly = (match["kind"] or "").startswith(_YEARLY)
    if not match["kind"] and not match["unit"] and amount in _YEARLY_AMOUNTS:
        yearly = "연봉" in match.string[: match.start()]
    if not match["kind"] and match["unit"] and "연봉" in match.string[: match.start()]:
        yearly = (_won(amount, match["unit"], yearly=False) or 0) > MOST
    won = _won(amount, match["unit"], yearly)
    return None if won is None else round(won / 12 if yearly else won)


def _won(amount: float, unit: str | None, yearly: bool) -> float | None:
    """The amount in won; what nobody says of won is said of 만원: "250", "연봉 3천"."""
    if unit and unit.startswith("만"):
        return amount * 10_000
    if unit or amount >= 100_000:
        return amount
    usual = _YEARLY_AMOUNTS if yearly else range(100, 1000)
    return amount * 10_000 if int(amount) in usual else None


def _is_wished(match: re.Match[str], said: str) -> bool:
    behind, before = said[match.end() :][:NEAR], said[: match.start()][-NEAR:]
    return not (
        _OTHER_MONEY.search(before + (match["kind"] or ""))
        or (_PAST.match(behind) and not _THE_SAME.search(behind))
        or _TURNED_DOWN.match(behind)
        or (_NOW_PAID.search(before) and _PAYS.match(behind))
    )


def _written(said: str) -> str:
    """Amounts as they are usually written: "25O마넌" → "250만원"."""
    for pattern, usual in _MISTYPED:
        said = pattern.sub(usual, said)
    said = _RUN_ON.sub(r"\1\2 ", _NOT_THE_LEAST.sub("", said))
    return _PAID.sub(r"\g<all>", said)


def _said_again(found: list[int]) -> list[int]:
    """ "주 6일이면 260 주 5일이면 220인데 … 220": what is said again at the end is meant."""
    return found[-1:] if found and found[-1] in found[:-1] else found


def monthly(text: str) -> int:
    """Won a month: "250" → 2500000, "연봉 3천" → 2500000, "200만원 이상" → 2000000."""
    return settled_figure(_ONCE.sub(" ", _SO_FAR.sub(" ", _written(figure(text)))), _monthly_wage, _WISHES)


def _monthly_wage(said: str) -> int:
    said = _AT_LEAST.sub("이상 ", said.replace("밖에 안", "만 "))
    said = _SPACES.sub(" ", _NO_WAGE.sub(" ", _HOURS.sub(" ", without_commas(_IF_OTHERWISE.sub(" ", said)))))
    if _OTHER_PERIOD.search(said):
        raise Unclear(Why.NOT_OURS)
    if _OPEN.search(said):
        raise Unclear(Why.RANGE)
    amounts = list(_AMOUNT.finditer(said))
    found = [_monthly(match) for match in amounts if _is_wished(match, said)]
    if re.search(r"\d{2}", _AMOUNT.sub(" ", said)):
        raise Unclear(Why.SEVERAL)
    wage = only(_said_again([wage for wage in found if wage is not None]))
    if not LEAST <= wage <= MOST:
        raise Unclear(Why.SEVERAL, wage, round(wage / 12))
    return wage
