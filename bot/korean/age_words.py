"""What stands around an age, and what leaves it open."""

import re

from bot.korean.endings import SENTENCE_END
from bot.korean.numerals import ABOUT, NATIVE
from bot.korean.words import any_of

TEN, ONE = "열|스물|서른|마흔|쉰|예순|일흔|여든", "하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉"
# What stands before an age and what ends the sentence behind it; `_` is a space that may be missing.
BEFORE = any_of(
    "저는 저 전 제가 나는 나 난 내가 나이는 나이가 나이 연세는 연세가 제_나이는 내_나이는 올해 "
    "올해로 금년 이제 이제_막 지금 현재 막 갓 아직 "
    "벌써 딱 음 네 한국_나이로 한국_나이 세는_나이로 세는_나이 우리_나이로 실제_나이는 그냥"
)
BECAME = any_of(
    "됐어요 됐습니다 됐네요 됐구만 됐구만요 됐지라 됐소 됐고요 됐는데요 됩니다 되요 돼요 되네요 됨 "
    "됐음 된_사람이에요 먹었어요 먹었습니다 먹었지라 먹었소 먹었네요 먹었구만 "
    "먹었구만요 먹었당께 먹었제 먹었고요 먹었는데요"
)
ENDING = rf"(?:{SENTENCE_END}|(?:이나|이|가|을|를)?\s*{BECAME})"
ANIMALS = re.compile(r"[쥐소범뱀말양닭개]\s*띠|호랑이\s*띠|토끼\s*띠|용\s*띠|원숭이\s*띠|돼지\s*띠|잔나비")
OPEN = re.compile(
    rf"\d\s*[~]\s*\d|(?<![가-힣]){ABOUT}\s*(?:십|살|세)|[1-9]0\s*대|(?:십|이십|삼십|사십|오십|육십|"
    r"칠십)\s*대(?![가-힣])|초반|중반|후반"
    r"|환갑|칠순|팔순|중년|(?:이상|이하|미만|넘었|넘음|넘어|넘은|안\s*(?:됐|되|돼))|몇\s*(?:살|세)|"
    r"거의|낼모레|다\s*(?:돼|되어|됐)|곧|내년|작년|앞두고|또래|생일|살\s*(?:때|부터|까지|적|이후)|직전|쯤|"
    rf"정도|사이|(?:열|[물른흔쉰순든십])\s*몇|에서\s*(?:\d|{NATIVE})|바라보|바라봐|언저리|초입|문턱|"
    r"코앞|눈앞|줄에|즈음|무렵|전후|가까이|이나\s*(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉)(?=$|"
    r"[\s.,요]|이|살)|다\s*돼\s*가|안팎"
)


TWO_AGES = re.compile(
    rf"(?:{TEN})\s?(?:{ONE})(?:살)?[\s,]+(?:(?:{TEN})\s?)?(?:{ONE})(?=$|[\s,.?!]|이?요|살)|"
    r"호적[가-힣\s]*\d{2}[^,.]{0,12}(?:실제|원래|진짜)"
)
