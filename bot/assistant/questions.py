"""Whether somebody asks something, or answers what we asked. When in doubt, it is an answer."""

import re
import unicodedata

# Words of asking in what asks nothing: "언제든", "아무 때나", "무슨 일이든", "얼마 전에", "어느 정도".
NOT_ASKING = re.compile(
    r"(?:언제|어디|얼마|뭐|무엇|누구|어떻게)(?:든지?|라도|인가)|(?:언제|누구|어디)나(?!요)|(?:무슨|어떤|어느|몇)\s?\S*든지?|아무\s?\S*|"
    r"얼마\s?(?:전|안|되지)|며칠\s?(?:전|뒤|후|있다)|어느\s?(?:정도|새)|몇\s?(?:년|달|개월|번|주|군데)\s?전|왜인지|무엇보다|뭔가\s|왜냐"
)
WORD_OF_ASKING = re.compile(
    r"어디|언제|얼마|며칠|몇|뭐|뭔|뭘|무엇|무슨|어떤|어느|어떻|어떡|어때|왜|누가|누구"
)
# An answer may hold such a word too: "몇 년 쉬었어요", "뭘 할지 모르겠어요", "며칠 뒤에 할게요".
TELLING = re.compile(
    r"(?:[가-힣](?<=[았었했됐갔왔봤났렀졌켰냈겠쳤췄웠녔셨렸뒀줬])(?:어요?|습니다|음|는데요?|고요|거든요)|"
    r"[게래]요|싶어요?|거든요|[아어]서요?|니까요?|습니다|입니다|이요|하고요|중이에요)$"
)
ASKING = re.compile(
    r"(?:(?<!거)나요|까요|[을를할될볼갈줄쓸일올]까|[은는인한던건닌운른픈쁜]가요|"
    r"[습입합됩갑옵줍둡]니까|(?:되|있|없|맞|같|좋)나|(?:는|은|을)지요|"
    r"(?:알려|가르쳐|설명해|말해)\s?(?:줘요?|주세요|주실래요|주시겠어요|주십시오)|궁금(?:해요?|합니다|한데요?|해서요)|"
    r"알고\s?싶(?:어요?|습니다|은데요?)|(?:는|하는)\s?(?:법|방법))$"
)
# To hear of something, not to know what to do, to want to see it: asked, though no word says so.
ASKING_SOFTLY = re.compile(
    r"(?:(?:[다라]던데|[다라]면서|다고\s?들었는데|다고\s?하던데|[다라]며)요?|어쩌[죠지]|어쩜?\s?좋[죠지아]요?|"
    r"(?:번호|주소|설명|목록|방법|시간|위치|일정)\s?좀요?|보여\s?(?:줘요?|주세요|주실래요)|"
    r"[이가은는]\s?(?:뭔지|무엇인지|언제인지|언젠지|어딘지|얼만지)\s?(?:잘\s?)?모르겠(?:어요?|는데요?|네요?|습니다))$"
)
# "화가 나요" and "계약 끝나요" end like questions; one is a feeling, the other a verb in -나다.
FEELING = re.compile(
    r"(?:(?:화|열|땀|겁|눈물|생각|짜증|신)(?:이|가)?\s?|끝|만|떠|빛|혼|지|일어|늘어|나타|깨어|벗어|드러)나요$"
)
# With a question mark, a verb is enough; "북구요?" or "35?" is still an answer, if an unsure one.
VERB = re.compile(
    r"(?:[가-힣](?<![구시일월년살세동])요|[까나냐니죠지야해돼대래]|[가-힣](?<=[있없했됐었았])어|임|음|는데|인데)$"
)
ENDINGS = " \t\n~!.,…ㅋㅎㅠㅜ^;"


def looks_like_question(text: str) -> bool:
    """Whether this asks something of us, even without a question mark."""
    sentences = re.findall(r"[^?？\n]+[?？]*", unicodedata.normalize("NFC", text))
    return any(_asks(sentence) for sentence in sentences)


def _asks(sentence: str) -> bool:
    marked = sentence.strip(ENDINGS).endswith(("?", "？"))
    said = sentence.strip("?？" + ENDINGS)
    if len(re.findall(r"[가-힣]", said)) < 3:
        return False
    if (ASKING.search(said) and not FEELING.search(said)) or ASKING_SOFTLY.search(said):
        return True
    asks = WORD_OF_ASKING.search(NOT_ASKING.sub("", said)) is not None
    if marked:
        return asks or (" " in said and VERB.search(said) is not None)
    return asks and TELLING.search(said) is None
