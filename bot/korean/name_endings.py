"""What people say around their name: openings, endings, and how they like to be called."""

from bot.korean.endings import AFTER_CONSONANT, AFTER_VOWEL, FIXED
from bot.korean.words import any_of

_GREETINGS = any_of(
    "안녕하세요 안녕하십니까 안녕하세용 안뇽하세요 하이 헬로 반갑습니다 반가워요 처음_뵙겠습니다 "
    "불러주실_땐 부르실_땐 부르실_때는 불러주실_때는 저기 저기요 아 음 네네 넵넵 네 넵 예 그 어 아네 그냥"
)
_MY_NAME = any_of("이름 성함 성명 본명 실명 성명은요 이름은요 이름이요 name")
_MINE = any_of("제 저의 내 나의 본인 신청자 예약자 우리")
_ME = any_of("저는 저는요 전 전요 제가 나는 난 내가 본인은 저 나 저도")
OPENING = (
    rf"^(?:(?:{_GREETINGS})(?:[\s,.!~]+|$))*"
    rf"(?:(?:{_MINE}\s*)?{_MY_NAME}\s*(?:은요|은|는|이|:|=|-)?\s*|(?:예약자|신청자|본인)(?:는|은|"
    rf":)?\s+|(?:{_ME}|my name is|i am|i'm|im|this is)\s+(?:그냥\s+|이름이\s+)?)?"
)
# The verbs behind "…라고".
_CALLED = any_of(
    "합니다 해요 하는데요 하는디요 하는데 하는디 하오 하요 한다 함 하제 하고요 하구요 합니당 하지라 "
    "하지요 해라 해 불러_주세요 불러_줘요 불러_줘 불러요 불러_주십시오 "
    "불러_주쇼 부르쇼 부르시오 불러주소 하네 하네요 하지 해용 해여 불러_주셔요 불러_주시면_돼요 "
    "불러_주시면_됩니다 부르세요 부르시면_돼요 부르면_돼 부르면_돼요 부르시면_됩니다 부르면_됩니다 "
    "부르시면_되요 부릅니다 하면_돼요 하면_됩니다 하시면_돼요 적으시면_됩니다 적으시면_돼요 적어_주세요 적어_줘요 써_주세요 "
    "해_주세요 해_줘요 해_주쇼 저장해_주세요 등록해_주세요 입력해_주세요 말씀드릴게요 이름이에요 "
    "하는_사람입니다 하는_사람이에요 하는_사람인데요"
)
_PLEASE = (
    r"\s*(?:로|으로)\s*(?:개명했어요|개명했습니다|바꿨어요|해\s*주세요|할게요|적어\s*주세요|불러\s*주세요|예약해\s*주세요|부탁해요|"
    r"부탁드려요|부탁드립니다|신청할게요|해줘요?|해요|하죠)"
)
WITH_I = rf"(?:{AFTER_CONSONANT}|이라(?:고|구)?\s*{_CALLED})"
WITHOUT_I = rf"(?:{AFTER_VOWEL}|라(?:고|구)?\s*{_CALLED})"
ENDING = rf"(?:이?라는\s*사람(?:입니다|이에요|이요)|\s*(?:{WITH_I}|{WITHOUT_I}|{FIXED}|맞아요|맞습니다)|{_PLEASE})?"
# An introduction that nothing but a name stands in.
CALLED = rf"이?라(?:고|구)?\s*{_CALLED}"
