"""How sentences end behind a word: "…요", "…입니다", "…이어라", "…이구먼", by the sound before them."""

from bot.korean.words import any_of

# Behind a consonant 이 stands before them: 스물이에요, 박지훈이구만.
_COPULA = (
    "에요 예요 요 여 여요 여라 어요 어라 고요 구요 고 네요 야 다 라우 라요 랑께 랑께요 당께 당께요 지라 "
    "지라우 지요 죠 제 구만이라 구먼이라 당께라 지라이 네이 소이 구만요 구만 구만유 구먼 구먼요 구먼유 "
    "올시다 라니까요 염 욤 용 에용 에욤 예욤 에염 예염 예용 라고요 라구요 라고 라구 랍니다 라네요 라네 라오 "
    "잖아요 거든요 긴_해요 란_사람입니다 유 여유 에유"
)
FIXED = any_of(
    "입니다 입니다요 인데예 인데용 이고예 임니다 입니당 임다 임돠 임당 이옵니다 인데요 인디요 인데 "
    "인디 인데유 임 잉 입니더 입니다만 인디라 인디라우 이라 이오 이라오"
)
AFTER_VOWEL = any_of(_COPULA)
AFTER_CONSONANT = f"이{AFTER_VOWEL}"
SENTENCE_END = f"(?:{AFTER_CONSONANT}|{AFTER_VOWEL}|{FIXED})"
