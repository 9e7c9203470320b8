"""Yes or no, as people type it."""

import re

from bot.korean import yes_no_words as words
from bot.korean.keys import as_english, as_hangul, composed
from bot.korean.plain import plain, wide_to_plain
from bot.korean.predicates import agreed, last_words, standard
from bot.korean.unclear import LeftOpen, Unclear, Why
from bot.korean.words import any_of
from bot.korean.yes_no_idioms import at_last, is_open, plainly

_POLITE = r"(?:입니다|이에요|예요|이?라고요|이?요|여|용|염|유|욥|욤|잉|이라우)?"
_TAIL = r"(?:이?요|잉|여|용|염|유|이라|라우|랑께|당께)?"
# 네에, 넵넵, 네요; a longer word (네이버, 예약) is none of them.
_YES_FIRST = re.compile(
    rf"^(?:{any_of(words.YES_FIRST)}[에엡엥]*{_POLITE}\s*){{1,12}}(?=$|[\s,.!~]|(?<=\s)|맞|그)"
)
_NO_FIRST = re.compile(
    rf"^(?:(?:{any_of(words.NO_FIRST)}(?:입니다|이에요|예요)?\s*){{1,12}})(?=$|[\s,.!~]|(?<=\s))"
)
_DEED = rf"(?:{any_of(words.DEEDS)}(?:을|를|은|는|도)?\s*)?"
_WILL = any_of(words.WILL)
# What somebody has or has not: "경력은 없어요", "관심 있습니다".
_THING = (
    r"(?:경험|경력|관심|의향|생각|계획|자격증|면허|면허증|필요|마음|시간|여유|문제|이상|이력서|카드|"
    r"이의)(?:이|은|는|가|도)?\s*"
)
_NEGATED = (
    rf"{_DEED}(?:[가-힣]{{1,4}}\s?)?(?<!걱정하)(?<!염려하)지\s*(?:마|마요|마세요|말아\s*주세요|"
    r"말아요|마십시오|마쇼)"
)
_ABILITY = r"(?!어쩔)(?:[가-힣]{1,4}\s?)?[가-힣]{1,3}\s*수(?:는|가)?\s*"
_YES_WORD = (
    rf"{_THING}있(?:어요|습니다|음|지요?|죠|어|는데요|네요|당께|지라)|{_ABILITY}있(?:어요|습니다|음|"
    rf"죠|어|지라)|{any_of(words.YES_WORDS)}|{_DEED}{_WILL}|(?:[가-힣]{{1,6}}\s?)?(?:본|한|"
    r"은)\s*적(?:이|은|도)?\s*있(?:어요|습니다|음)"
)
_NO_WORD = (
    rf"(?!이상|문제|이의){_THING}없(?:어요|습니다|음|지요?|죠|어|는데요|네요|당께|지라|는디요?)|"
    rf"{_ABILITY}없(?:어요|습니다|음|죠|어|네요|지라|는데요)|{_NEGATED}|{any_of(words.NO_WORDS)}|"
    rf"{_DEED}(?:안|못)\s*{_WILL}|(?:[가-힣]{{1,6}}\s?)?(?:본|한|은)\s*적(?:이|은|도)?\s*없(?:어요|"
    r"습니다|음)|"
    rf"{_DEED}(?:하|되|맞|좋|그렇|괜찮|필요하|원하|받|가|하고\s*싶|가고\s*싶|받고\s*싶)?지\s*(?:는|도|를)?\s*"
    r"않(?:는데요?|아|아요|습니다|을래요|을게요|겠습니다|음|네요|다|소|어요|고요)"
)
_WORD = re.compile(
    rf"(?:(?P<no>{_NO_WORD})|(?P<yes>{_YES_WORD})|{any_of(words.FILLERS)}){_TAIL}(?=$|[\s,.!~])"
)
_BEHIND = re.compile(
    rf"^(?!(?:네|예|아니|안|못)\s)(?:(?!(?:안|못)\s)[가-힣]{{1,5}}(?<![고면서요다까네데만])\s){{1,2}}"
    rf"(?:(?P<no>{any_of(words.NO_BEHIND)})|(?P<yes>{any_of(words.YES_BEHIND)}))[\s.!~]*$"
)
_NEGATIVE = re.compile(r"(?<![가-힣])(?:안|못)\s*[가-힣]|없|않|싫|말고|마세요|아니|아닌|말아")
_OPEN = re.compile(
    r"^(?!네|예|넵|응|아니)[^,.]{0,16}(?:질문|궁금|물어\s?볼|여쭤|문의|할\s*말|건의)[가-힣\s]{0,8}있|\?|글쎄|모르|몰라|생각해\s*볼|고민|나중|아마|같기도|반반|상관\s*없|변동|바뀐\s*[거것게]|아무거나|(?<![가-힣])(?<!게 )됐(?:어|습|네|고)|"
    r"별로(?!\s*(?:[가-힣]{1,4}(?:지|진|지는)\s*않|안|못|싫|좋지|예요|에요|네요|다|인데|생각|관심|의향|마음|궁금|없|요|하고|가고|받고|원하|필요))|할까|"
    r"일까|될까|려나|인가|던가|ㄹ까|지도|"
    r"어떤|무슨|(?<!^)뭐(?!\s*$)(?!\s*(?:그렇|그럽|그러|그래|좋|언제든|해\s?보|할))|^뭐(?!\s*(?:그렇|그럽|그러|그래|좋|해\s?보|할))|(?:둘|셋)\s*다\s*(?:좋|괜찮|맞|돼|되)|(?:거의|대충|대체로|얼추)\s|왜|언제(?!든)|어떻게|말씀\s*하(?:세요|십시오|시오|이소)|그런데요?\s*$|(?<!주시)(?<!그러)(?<!시간이)(?<!날이)(?<!그때)(?<!정도)(?<!그거)(?<!라)면\s(?!\s*(?:저는|저도|전)?\s*(?:되|될|돼|됩|좋|감사|고맙))|아닌\s*(?:건|것은|거는)|다시\s*(?:쓸|적|입력)|좀\s*그(?:래|렇|런|러)"
)
# "아니 됐어요": behind a no it is another no; alone it may mean that all is done.
_THAT_WILL_DO = re.compile(r"^(아니요?|아뇨|노노?|ㄴㄴ)[\s,.]+(?:이제\s*)?됐(?:어|습|네|고)[가-힣]*")
_TWICE = re.compile(
    r"(?<![가-힣])(가능|불가|좋아|싫어|맞아|그래|동의|인정|안돼|당연|확인|콜|굿)\1+(?=$|[\s.,!~요])"
)
# "네 상관없어요" has answered; alone it has not.
_NO_MATTER = re.compile(r"^((?:네|예|넵|응)[\s,.]+)(?:저는\s*)?상관\s*없[가-힣]*")
_FOUR = re.compile(
    r"넷이?요|네\s?(?:개|명|시|살|번|달|군데|가지|곳|식구|사람|해|장|권|대|마리|시간|주|개월)(?:[가-힣]{0,4})[.!~]*"
)
_SOMETHING_ELSE = re.compile(r"^(?:안|못)\s?그래|다른\s*(?:날|시간|때|요일|곳|걸|거)")
# Whoever asks back has not answered: "몇 시까지 답하면 돼요", "뭘 동의하는 거예요".
_ASKS_BACK = re.compile(
    r"^(?!네|예|넵|응|아니|안\s|싫)(?:[가-힣]+\s){0,3}(?:몇\s?(?:시|명|번|개|층|살|일)|뭘|뭐를|무얼|누구|며칠|얼마나)[가-힣]{0,3}\s(?![^.]*(?:[.!,]|요\s))[가-힣\s]{0,16}(?:요|까|죠|지|데)[?.\s]*$"
)
_LETTER, _SYLLABLE = re.compile(r"[ㄱ-ㅎㅏ-ㅣ]"), re.compile(r"[가-힣]")
_AHA = re.compile(r"ㅇㅎ+[.!~\s]*")
# "네괜찮습니다", "아니요안돼요".
_RUN_TOGETHER = re.compile(
    r"^(네|넵|예|아니요|아뇨|아니오|ㅇㅇ|ㄴㄴ|ㅇㅋ)(?=그[때날렇래]|괜찮|안|못|좋|가능|갈|갑|맞|알|됩|돼|할|해|동의|감사|당연|부탁|신청|필요|참석|싫|없|있)"
)
_ENOUGH = re.compile(r"^됐(?:어|습|네|고)[가-힣]*[\s,.!]+(?=[가-힣])")
# "네 근데 주차 되나요?": the answer is given, and something else is asked.
_SIDE_QUESTION = re.compile(
    rf"^(?P<answer>(?:{any_of(words.YES_FIRST)}|{any_of(words.NO_FIRST)}|좋아요|좋습니다|알겠습니다|그럴게요|갈게요)[요~]*)"
    r"[\s,.!]+(?:[가-힣\s]{1,12}(?:는데|은데|한데)|근데|그런데|혹시|그리고|그럼|참|(?<=[!.,~]))\s*"
    r"(?P<question>(?!뭐|무슨|뭔|왜|네|예|어떤|아니)[^?]{2,40}?(?:\?|나요|까요|가요|는지요?|(?:어디|언제|얼마|뭐|누구)[가-힣]{0,4}))[\s?!~]*$"
)
_FINE = re.compile(
    r"^(?:(?:아|음|전|저는?|그냥|일단|다)\s*)*(?:괜찮|갠찮|괜춘|갠춘|"
    r"괸찮)[가-힣]*[\s.!~]*(?:감사[가-힣]*|고맙[가-힣]*)?[\s.!~]*$"
)
_POSITIVE = re.compile(
    r"맞|좋|동의|할게|할래|해\s*주세요|있어|있습|돼요|됩니다|(?<![가-힣])(?:네|넵|응|그래)(?![가-힣])"
)
_OPENING = re.compile(r"^(?:(?:아+|음+|오+|앗|저기|그)[\s,.]+)+(?=[가-힣a-z])")
_LOOSE_LETTERS = re.compile(r"(?<=[가-힣])[ㄱ-ㅎㅏ-ㅣ]+|[~!.,]+(?=$)")


def _of_words(said: str) -> bool | None:
    """What the sentence says where every word of it is a word of yes or no, or says nothing."""
    answers: set[bool] = set()
    position = 0
    while position < len(said):
        if said[position] in " ,.!~":
            position += 1
            continue
        if (word := _WORD.match(said, position)) is None or word.end() == position:
            return None
        answers |= {False} if word["no"] else {True} if word["yes"] else set()
        position = word.end()
    if len(answers) > 1:
        raise Unclear(Why.CONTRADICTION, True, False)  # they are the meanings
    return answers.pop() if answers else None


def _after_interjection(rest: str, answer: bool) -> bool:
    """A yes or no that the rest of the sentence does not take back."""
    rest = rest.strip(" ,.!~")
    if _FINE.match(rest):
        return answer
    if not answer and _SOMETHING_ELSE.search(rest):
        return False
    if (said := _of_words(rest)) is not None and said is not answer:
        raise LeftOpen(Why.CONTRADICTION, answer, said)
    if said is None and answer and _NEGATIVE.search(rest):
        raise Unclear(Why.CONTRADICTION, True, False)
    asked = "주세요" in rest and not _NEGATIVE.search(rest)
    if not answer and said is None and (asked or _POSITIVE.search(rest)):
        raise Unclear(Why.CONTRADICTION, True, False)
    return answer


def _without_asides(said: str) -> str:
    aside = _SIDE_QUESTION.match(said)
    if aside and not _NEGATIVE.search(aside["question"]):
        return str(aside["answer"])
    said = _RUN_TOGETHER.sub(r"\1 ", said)
    said = _TWICE.sub(r"\1", _NO_MATTER.sub(r"\1", said))
    said = _ENOUGH.sub("", _THAT_WILL_DO.sub(r"\1", said))
    return standard(said) or said


def _in_words(said: str) -> bool | None:
    """What the words of the sentence say, once its idioms are put plainly."""
    if _FOUR.fullmatch(said) or _OPEN.search(said) or _FINE.match(said):
        raise Unclear(Why.NOTHING)
    said = _OPENING.sub("", said)
    for pattern, answer in ((_NO_FIRST, False), (_YES_FIRST, True)):
        if match := pattern.match(said):
            return _after_interjection(said[match.end() :], answer)
    if (answered := _of_words(said)) is None and (behind := _BEHIND.match(said)):
        return bool(behind["yes"])
    return agreed(said) if answered is None else answered


def _answer(said: str) -> bool | None:
    if is_open(said) or _ASKS_BACK.search(said):
        raise LeftOpen(Why.NOTHING)
    if (settled := at_last(said)) is not None:
        return settled
    said = _without_asides(plainly(said))
    last = last_words(said)
    return _answer(last) if last else _in_words(said)


def _spellings(text: str) -> list[str]:
    """The text as typed, with its letters put together, and as it would stand in the other layout."""
    raw = wide_to_plain(text[:200]).strip()
    put_together = plain(composed(raw))
    spellings = [_LOOSE_LETTERS.sub("", put_together), plain(raw)]
    if re.fullmatch(r"[A-Za-z\s.!~]+", raw):
        meant = plain(as_hangul(raw))
        # Letters left over between syllables: it was no Korean.
        if not (_LETTER.search(meant) and _SYLLABLE.search(meant)):
            spellings.append(meant)
    elif re.fullmatch(r"[ㄱ-ㅎㅏ-ㅣ가-힣\s.!~]{2,8}", raw):
        spellings.append(as_english(raw).lower())
    return spellings


def _of_signs(text: str) -> bool | None:
    """What a thumb or a cross says where nothing else is written."""
    signs = re.sub(r"[\s\ufe0f\u200d♀♂\U0001F3FB-\U0001F3FF]", "", text[:40])
    if not signs or not set(signs) <= set(words.YES_SIGNS + words.NO_SIGNS):
        return None
    answers = {sign in words.YES_SIGNS for sign in signs}
    return answers.pop() if len(answers) == 1 else None


def yes_or_no(text: str) -> bool:
    """Whether the person agrees: "넵ㅎㅎ" → True, "ㄴㄴ" → False, "괜찮아요" → Unclear."""
    if (signed := _of_signs(text)) is not None:
        return signed
    if _AHA.fullmatch(text[:40].strip()):
        raise LeftOpen(Why.NOTHING)
    for said in _spellings(text):
        if said and (answer := _answer(said)) is not None:
            return answer
    raise Unclear(Why.NOTHING)
