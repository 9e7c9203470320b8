"""What people say around their name: openings, endings, and how they like to be called."""

from bot.korean.endings import AFTER_CONSONANT, AFTER_VOWEL, FIXED
from bot.korean.words import any_of

_GREETINGS = any_of(
    "안녕하세요 안녕하십니까 안녕하세용 안뇽하세요 하이 헬로 반갑습니다 반가워요 처음_뵙겠습니다 "
    "그러니까 그러니까요 그니까 긍께 긍게 그랑께 아따 아이고 있잖아요 저기여 음_저 거시기 에 흠 네에 아_네 어_네 안녕하심까 안뇽 여보세요 반갑소 반가워 수고하십니다 수고하세요 죄송합니다 고맙습니다 "
    "불러주실_땐 부르실_땐 부르실_때는 불러주실_때는 그럼 그러면 자 저기 저기요 아 음 네네 넵넵 네 넵 예 그 어 아네 그냥"
)
_MY_NAME = any_of(
    "이름 성함 성명 본명 실명 성명은요 이름은요 이름이요 이름요 성함이요 성함요 풀네임 한국이름 한국_이름 영어_이름 name"
)
_MINE = any_of("제 저의 내 나의 본인 신청자 예약자 우리")
_ME = any_of("저는 저는요 전 전요 제가 나는 난 내가 본인은 저 나 저도 나가 지는 지가 저로_말하자면")
OPENING = (
    rf"^(?:(?:{_GREETINGS})(?:[\s,.!~]+|$))*"
    rf"(?:(?:{_MINE}\s*)?{_MY_NAME}(?!으로|로|을|를|만|도|같|까지|부터|이라)\s*(?:은요|은|는|이|:|=|-)?\s*|(?:예약자|신청자|본인)(?:는|은|"
    rf":)?\s+|(?:{_ME}|my name is|i am|i'm|im|this is)\s+(?:이름이\s+)?)?"
    r"(?:(?:그냥|한글로|한국말로|바로|음+|아|어|에|그)\s+)?"
)
# The verbs behind "…라고", in whatever form they stand.
_CALLED = (
    r"(?:하|해|혀|헙|허|합|한|함|했|불|부르|부릅|부른|적|써|쓰|쓴|저장|등록|입력|기재|기입|말씀|예약|올려|남겨|알고|알아|기억|접수|신청|찾|돼|되)"
    r"[가-힣\s]{0,20}"
)
_PLEASE = r"\s*(?:로|으로)\s*(?:개명|바꿨|바꾸|해|할|하|적|쓰|써|불러|예약|부탁|신청|접수|등록|저장|입력|기재|돼|되|나와|올려|올라|넣|부르)[가-힣\s]{0,16}"
# The copula in other mouths: "…이지 말입니다", "…이라니께".
_MORE_FIXED = (
    r"\s*이?(?:지\s*말입니다|라니께요?|란께요?|라예|랑게요?|당게요?|시더|니더|라카이|라꼬예?|데이|십니다|입니데이|라고라|라고라우|랑께라|거든예|거든|잖아|에유|유니|애요|에여|예여|"
    r"옵니다|외다|올습니다|라지요|라죠|라더라고요|라데요|라는디요?|라는데요?|올시다요)"
)
WITH_I = rf"(?:{AFTER_CONSONANT}|이라(?:고|구)?\s*{_CALLED})"
WITHOUT_I = rf"(?:{AFTER_VOWEL}|라(?:고|구)?\s*{_CALLED})"
ENDING = rf"(?:\s*이?라는\s*(?:사람|이름|여자|남자|청년|아줌마|아저씨|학생|구직자|할머니|할아버지)[가-힣\s]{{0,12}}|{_MORE_FIXED}|\s*(?:{WITH_I}|{WITHOUT_I}|{FIXED}|맞아요|맞습니다)|{_PLEASE})?"
# An introduction that nothing but a name stands in.
CALLED = rf"이?라(?:고|구)?\s*{_CALLED}"
