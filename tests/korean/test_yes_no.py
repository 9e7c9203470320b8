"""Yes and no, as people type them."""

import pytest

from bot.korean.keys import as_english, as_hangul, composed
from bot.korean.unclear import Why
from bot.korean.yes_no import yes_or_no
from tests.korean.outcomes import outcome

YES = ["네", "넵", "넹", "네네", "네에", "넵ㅎㅎ", "넵ㅋㅋ", "녜", "예", "옙", "응", "응응", "웅", "엉", "어", "어어", "ㅇㅇ", "ㅇㅋ", "ㅇ", "네!", "네~", "네.", "네ㅔ", "ㄴㅔ", "sp", "dd", "sps", "ㅛㄷㄴ", "ㅐㅏ", "yes", "Yes", "YES", "yep", "ok", "okay", "y", "오케이", "오키", "콜", "굿", "그래", "그래요", "그럼요", "당연하죠", "물론이죠", "맞아요", "맞습니다", "마자요", "그렇습니다", "그렇죠", "그라제", "그라지", "하모", "암만", "좋아요", "좋습니다", "조아요", "좋소", "동의합니다", "동의해요", "동의", "동의할게요", "할게요", "하겠습니다", "해주세요", "부탁드려요", "신청할게요", "예약해주세요", "있어요", "있습니다", "돼요", "됩니다", "가능해요", "가능합니다", "네 맞아요", "네 괜찮아요", "네 동의합니다", "네 그렇게 해주세요", "네 부탁드려요", "네 있어요", "네 감사합니다", "네 5년 했어요", "넵 알겠습니다", "어 그래", "응 맞아", "네 좋아요", "아 네", "아 네네", "문제없어요", "원해요", "필요해요", "그렇게 할게요", "진행해주세요", "네엡", "넵!!", "눼", "네 그럼요", "네 저요", "응 할래", "받을게요", "좋아요 할게요", "안 될 거 없죠"]  # fmt: skip
NO = ["아니요", "아니오", "아뇨", "아니", "아녀", "아니여", "아니라우", "아닙니다", "아니에요", "아니예요", "ㄴㄴ", "ㄴ", "노", "놉", "노노", "no", "No", "nope", "n", "nah", "ㅜㅐ", "dksldy", "sss", "아니요~", "아니요!", "아뇨 괜찮아요", "아니요 괜찮습니다", "싫어요", "싫습니다", "시러요", "없어요", "없습니다", "안 해요", "안할래요", "안 할게요", "안 합니다", "못해요", "못 가요", "안 돼요", "안됩니다", "필요 없어요", "관심 없어요", "동의 안 해요", "동의하지 않습니다", "동의하지 않아요", "동의 못해요", "하지 마세요", "원하지 않아요", "아니요 처음이에요", "아니 안 해", "그건 아니에요", "그건 아닌데요", "거절할게요", "안 맞아요", "맞지 않아요", "틀렸어요", "달라요", "아직 없어요", "전혀 없어요", "안 좋아요", "별로 안 좋아요", "사양할게요", "아뇨 없어요", "아니요 안 할래요", "아니요 싫어요", "그날은 힘들어요", "힘들 것 같아요", "아니요 몸이 힘들어서 못 가요", "받지 않을래요", "아뇨아뇨", "아닌데요"]  # fmt: skip
UNCLEAR = [
    ("아니 그게 아니고 맞아요", Why.CONTRADICTION), ("아니 맞다고요", Why.CONTRADICTION), ("ㅜ", Why.NOTHING), ("네 근데 나중에요", Why.NOTHING), ("동의는 하는데 연락은 싫어요", Why.NOTHING),
    ("괜찮아요", Why.NOTHING), ("괜찮습니다", Why.NOTHING), ("저는 괜찮아요", Why.NOTHING), ("네?", Why.NOTHING), ("예?", Why.NOTHING), ("응?", Why.NOTHING), ("글쎄요", Why.NOTHING),
    ("모르겠어요", Why.NOTHING), ("몰라요", Why.NOTHING), ("생각해볼게요", Why.NOTHING), ("상관없어요", Why.NOTHING), ("나중에요", Why.NOTHING), ("아마도요", Why.NOTHING),
    ("해도 돼요?", Why.NOTHING), ("동의해야 하나요?", Why.NOTHING), ("감사합니다", Why.NOTHING), ("안녕하세요", Why.NOTHING), ("", Why.NOTHING), ("ㅋㅋㅋ", Why.NOTHING), ("ㅠㅠ", Why.NOTHING),
    ("내일 갈게요", Why.NOTHING), ("북구요", Why.NOTHING), ("네니오", Why.NOTHING), ("네이버에서 봤어요", Why.NOTHING), ("예약이요", Why.NOTHING), ("어디로 가요?", Why.NOTHING), ("어제 했어요", Why.NOTHING),
    ("이름만 보여줄래요", Why.NOTHING), ("전화번호만 알려줄게요", Why.NOTHING), ("빚이잇어서 힘드네요", Why.NOTHING), ("빚 때문에 힘들어요", Why.NOTHING), ("요새 사는 게 힘드네요", Why.NOTHING), ("생활이 어려워요", Why.NOTHING), ("돈이 없어서 너무 힘들어요ㅠ", Why.NOTHING),
    ("취소할게요", Why.NOTHING), ("노인일자리요", Why.NOTHING), ("반반이에요", Why.NOTHING), ("아니 네", Why.CONTRADICTION), ("네 안 할래요", Why.CONTRADICTION),
    ("네 없어요", Why.CONTRADICTION), ("아니요 좋아요", Why.CONTRADICTION), ("네 아니요", Why.CONTRADICTION), ("좋아요 싫어요", Why.CONTRADICTION),
]  # fmt: skip


@pytest.mark.parametrize("text", YES)
def test_yes(text: str) -> None:
    assert outcome(yes_or_no, text) is True


@pytest.mark.parametrize("text", NO)
def test_no(text: str) -> None:
    assert outcome(yes_or_no, text) is False


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_asked_again(text: str, why: Why) -> None:
    assert outcome(yes_or_no, text) is why


@pytest.mark.parametrize(
    ("struck", "meant"),
    [("dkssud", "안녕"), ("sp", "네"), ("dksldy", "아니요"), ("rksmdgkqslek", "가능합니다"), ("Rkcl", "까치"), ("thtodqnr", "소생북"), ("dhksfy", "완료")],
)  # fmt: skip
def test_korean_struck_in_the_english_layout(struck: str, meant: str) -> None:
    assert as_hangul(struck) == meant
    assert as_english(meant) == struck


def test_loose_letters_are_put_together() -> None:
    assert composed("ㄴㅔ ㅁㅏㅈㅇㅏㅇㅛ") == "네 맞아요"
    assert as_english("ㅛㄷㄴ") == "yes"
