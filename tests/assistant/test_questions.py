"""What is a question and what is an answer to ours. A question missed is asked again; an answer taken for a question
would derail a dialogue."""

import pytest

from bot.assistant.questions import looks_like_question
from tests.assistant import asked, asked_later

QUESTIONS = [
    *(text for text, _ in (*asked.MEANT, *asked_later.MEANT)),
    *asked.NOT_KNOWN,
    *asked_later.NOT_KNOWN,
]


@pytest.mark.parametrize("text", [*asked.NOT_ASKED, *asked_later.NOT_ASKED])
def test_an_answer_is_not_a_question(text: str) -> None:
    assert not looks_like_question(text)


def test_most_questions_are_seen() -> None:
    missed = [text for text in QUESTIONS if not looks_like_question(text)]

    assert len(QUESTIONS) >= 300
    assert len(missed) / len(QUESTIONS) <= 0.06, missed


def test_a_question_mark_is_not_needed() -> None:
    """Whether "실업급여 나와요" asks or tells, nobody can see: about a quarter is left to be asked again."""
    bare = [text.replace("?", "") for text in QUESTIONS]
    seen = [text for text in bare if looks_like_question(text)]

    assert len(seen) / len(bare) >= 0.7


@pytest.mark.parametrize(
    "text",
    [
        "센터 어디예요",
        "몇 시까지 해요",
        "실업급여 얼마 받아요",
        "뭐 가져가야 돼요",
        "국취 신청 어떻게 해요",
        "주소 알려주세요",
        "저도 받을 수 있나요",
        "상담은 무료인가요",
        "제가 될까요",
        "수요데이가 뭐야",
        "고센 어디임",
        "북구 살아요. 어느 센터로 가요?",
        "실업급여 받는 사람 금융교육 있다던데",
        "코딩 부트캠프 무료라던데",
        "27년부터 실업급여 바뀐다던데요",
        "청년은 그만둬도 준다면서요",
        "인정일을 놓쳤는데 어쩌죠",
        "센터 번호 좀요",
        "이번 주 회사 목록 보여줘",
        "2유형이 뭔지 모르겠어요",
    ],
)
def test_asked_without_or_with_a_mark(text: str) -> None:
    assert looks_like_question(text)


@pytest.mark.parametrize(
    "text",
    ["북구요?", "35?", "네?", "?", "수요일이요?", "김민지?", "", "85년생이요?", "3시요?", "🙂", "12345"],
)
def test_an_unsure_answer_is_still_an_answer(text: str) -> None:
    assert not looks_like_question(text)
