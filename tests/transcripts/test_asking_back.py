"""Answers that are none: why we ask, the second one, any time, next week, another language, a yes to a hand."""

from types import SimpleNamespace

import pytest

from bot.conversations.fair_reading import company_named
from bot.korean.unclear import Unclear, Why
from bot.models import Role
from tests.house import House
from tests.transcripts.reading import Reader


async def test_why_we_ask_and_what_58_means(korean: Reader, house: House) -> None:
    """The reason without blame, and the question again; of two meanings each as people say it."""
    await house.agreed("민지", language="ko")
    await korean.reads("""
        민지: /intake
        빛나: 초기상담 1/8
            어떻게 불러 드릴까요? 별명도 좋아요.
            [그만하기]
        민지: 왜요?
        빛나: 어떻게 불러 드릴지 몰라서 여쭤봐요. 본명이 아니어도 괜찮아요.
            초기상담 1/8
            어떻게 불러 드릴까요? 별명도 좋아요.
            [그만하기]
        민지: 영수
        빛나 rewrites: 초기상담 1/8
            이름: 영수
        빛나: 초기상담 2/8
            어느 구에 사세요?
            [동구] [서구]
            [남구] [북구]
            [광산구] [다른 곳]
            [뒤로] [그만하기]
        민지: 이거 왜 물어봐요
        빛나: 사시는 곳에 따라 도와드리는 센터와 지원 제도가 달라서 여쭤봐요. 구까지만 알려 주시면 돼요.
            초기상담 2/8
            어느 구에 사세요?
            [동구] [서구]
            [남구] [북구]
            [광산구] [다른 곳]
            [뒤로] [그만하기]
        민지: 북구
        빛나 rewrites: 초기상담 2/8
            사는 구: 북구
        빛나: 초기상담 3/8
            몇 년에 태어나셨어요? 나이로 적으셔도 돼요.
            [뒤로] [그만하기]
        민지: 58
        빛나: 어느 쪽인지 알려 주세요: 58세, 1958년생
            초기상담 3/8
            몇 년에 태어나셨어요? 나이로 적으셔도 돼요.
            [뒤로] [그만하기]
    """)


async def test_a_time_without_a_day(korean: Reader, house: House) -> None:
    """A week where the way was asked for waits its turn; the second of the list; any time is the soonest."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await house.agreed("민지", language="ko")
    await korean.reads("""
        민지: 금융 상담 예약
        빛나: 어떻게 상담받고 싶으세요?
            [대면] [전화]
            [뒤로] [그만하기]
        민지: 12월 2일 오후요
        빛나 rewrites: 찾는 시간: 12월 2일 (수)
        빛나: 어떻게 상담받고 싶으세요?
            [대면] [전화]
            [뒤로] [그만하기]
        민지: 직접 갈게요
        빛나 rewrites: 방법: 대면
        빛나: 몇 시가 좋으세요?
            [12월 2일 (수) 오후 1시, 누리 상담사, 대면]
            [12월 2일 (수) 오후 2시, 누리 상담사, 대면]
            [12월 2일 (수) 오후 3시, 누리 상담사, 대면]
            [12월 2일 (수) 오후 4시, 누리 상담사, 대면]
            [12월 4일 (금) 오전 9시, 누리 상담사, 대면]
            [12월 4일 (금) 오전 10시, 누리 상담사, 대면]
            [더 이른 시간]
            [더 늦은 시간]
            [다른 요일]
            [뒤로] [그만하기]
        민지: 다음주로
        빛나: 몇 시가 좋으세요?
            [11월 30일 (월) 오전 9시, 누리 상담사, 대면]
            [11월 30일 (월) 오전 10시, 누리 상담사, 대면]
            [11월 30일 (월) 오전 11시, 누리 상담사, 대면]
            [11월 30일 (월) 오후 1시, 누리 상담사, 대면]
            [11월 30일 (월) 오후 2시, 누리 상담사, 대면]
            [11월 30일 (월) 오후 3시, 누리 상담사, 대면]
            [더 이른 시간]
            [더 늦은 시간]
            [다른 요일]
            [뒤로] [그만하기]
        민지: 두번째꺼요
        빛나 rewrites: 시간: 11월 30일 (월) 오전 10시
        빛나: 이렇게 예약할까요?
            11월 30일 (월) 오전 10시
            금융·재취업 상담, 50분, 대면
            만날 분: 누리 상담사
            5분 동안 이 시간을 맡아 둘게요.
            [네, 예약할게요] [다른 시간 보기]
            [뒤로] [그만하기]
    """)


async def test_any_time(korean: Reader, house: House) -> None:
    """The soonest time, and not a question for the staff."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await house.agreed("민지", language="ko")
    await korean.reads("""
        민지: 금융 상담 대면 예약
        빛나: 시간을 어떻게 찾아 드릴까요? ‘다음 주 화요일 오후’처럼 적으셔도 돼요.
            [가장 빠른 시간]
            [요일 고르기]
            [상담사 고르기]
            [뒤로] [그만하기]
        민지: 아무때나요
        빛나 rewrites: 찾는 시간: 가장 빠른 시간
        빛나: 몇 시가 좋으세요?
            [11월 23일 (월) 오후 1시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 2시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 3시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 4시, 누리 상담사, 대면]
            [11월 25일 (수) 오전 9시, 누리 상담사, 대면]
            [11월 25일 (수) 오전 10시, 누리 상담사, 대면]
            [더 늦은 시간]
            [다른 요일]
            [뒤로] [그만하기]
        민지: 아무거나요
        빛나 rewrites: 시간: 11월 23일 (월) 오후 1시
        빛나: 이렇게 예약할까요?
            11월 23일 (월) 오후 1시
            금융·재취업 상담, 50분, 대면
            만날 분: 누리 상담사
            5분 동안 이 시간을 맡아 둘게요.
            [네, 예약할게요] [다른 시간 보기]
            [뒤로] [그만하기]
    """)


async def test_a_yes_after_despair_takes_the_hand(korean: Reader, house: House) -> None:
    """The open question waits; it is not answered by a yes that was meant for the person who was offered."""
    await house.agreed("민지", language="ko")
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await korean.reads("""
        민지: /intake
        빛나: 초기상담 1/8
            어떻게 불러 드릴까요? 별명도 좋아요.
            [그만하기]
        민지: 그냥 죽고 싶어요
        빛나: 많이 힘드셨죠. 말해 주셔서 고마워요.
            109에 전화하시면 밤이든 낮이든 바로 이야기를 들어 드려요. 지금 위험하거나 다치셨다면 119나 112에 전화해 주세요.
            센터 직원에게도 바로 알렸어요. 곧 여기로 말을 걸 거예요. 센터 전화: 062-609-8500
            [상담사와 이야기하기]
        빛나 → 누리: 급해요: 많이 힘들다고 적은 분이 있어요
            109를 안내했어요. 지금 이야기를 받아 주세요. 목숨이 위험하면 112나 119에 연락해 주세요.
            초기상담에 답하던 중이에요.
            [이야기 받기]
        민지: 네
        빛나: 상담사를 부르고 있어요. 조금만 기다려 주세요.
            [그만 기다릴게요]
            [처음으로]
    """)


async def test_other_languages(korean: Reader) -> None:
    """English at once where it is named; an interpreter's number for what we do not speak."""
    await korean.reads("""
        수아: Korean hard. I need job
        빛나: 어떤 언어로 이야기할까요?
            Which language shall I speak?
            [한국어]
            [English]
        수아: tôi cần việc làm
        빛나: Xin chào, 베트남어 상담은 광주고용노동청 062-609-8688에서 도와드려요(Thứ 2-6). 통역하는 날은 전화로 확인해 주세요.
            11월 23일 (월) 기준이에요. 확인하실 곳: 외국인력상담센터 1577-0071, 센터 062-609-8500
            [상담사와 이야기하기]
            [도움 됐어요] [아니에요]
            [잘못된 안내 신고] [처음으로]
        빛나: 어떤 언어로 이야기할까요?
            Which language shall I speak?
            [한국어]
            [English]
        수아: English please
        빛나: I speak English with you now.
            [Menu]
    """)


async def test_what_is_told_is_heard_before_it_is_sorted(korean: Reader) -> None:
    """A word of understanding before the passages that may help."""
    await korean.reads("""
        민지: 회사에서 짤렸어요 어떻게 해야할지 모르겠어요
        빛나: 그러셨군요. 이런 이야기가 도움이 될까요?
            [권고사직이에요. 되나요?]
            [어디로 가야 할지 모르겠어요 어느 창구예요?]
            [근로계약서 안 쓰면 어떻게 돼요?]
            [상담사와 이야기하기]
            [다른 것이 궁금해요] [처음으로]
    """)


async def test_a_place_on_the_last_card(korean: Reader) -> None:
    """What the last card offers may be pointed at, too."""
    await korean.reads("""
        수아: /language
        빛나: 어떤 언어로 이야기할까요?
            Which language shall I speak?
            [한국어]
            [English]
        수아: 두 번째요
        빛나: I speak English with you now.
            [Menu]
    """)


async def test_a_farewell_and_a_booking_that_names_its_way(korean: Reader, house: House) -> None:
    """Thanks and a farewell are answered; a service and a day are a booking, also with a telephone in it."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await house.agreed("민지", language="ko")
    await korean.reads("""
        민지: 고마워요 안녕히 계세요
        빛나: 별말씀을요. 필요할 때 언제든 말 걸어 주세요.
            [처음으로]
        민지: 금융 상담 전화로 다음 주 수요일 오후
        빛나: 몇 시가 좋으세요?
            [12월 2일 (수) 오후 1시, 누리 상담사, 전화]
            [12월 2일 (수) 오후 2시, 누리 상담사, 전화]
            [12월 2일 (수) 오후 3시, 누리 상담사, 전화]
            [12월 2일 (수) 오후 4시, 누리 상담사, 전화]
            [12월 4일 (금) 오전 9시, 누리 상담사, 전화]
            [12월 4일 (금) 오전 10시, 누리 상담사, 전화]
            [더 이른 시간]
            [더 늦은 시간]
            [다른 요일]
            [뒤로] [그만하기]
    """)


async def test_nothing_is_enough_for_what_may_be_skipped(korean: Reader, house: House) -> None:
    """ "없어요" skips what may be skipped, here the telephone number."""
    await house.agreed("민지", language="ko")
    for line in ("/intake", "영수", "북구 살고 58세인데 지금 일이 없어요. 경비 일 하고 싶고 경력 20년이요"):
        await korean.performs(f"민지: {line}")
    await korean.reads("""
        민지: 없어요
        빛나 rewrites: 초기상담 7/8
            어려운 점: 고르지 않음
        빛나: 초기상담 8/8
            여기로 연락이 안 될 때 전화드릴 번호를 알려 주실래요? 건너뛰셔도 돼요.
            [내 전화번호 보내기]
            [건너뛰기] [뒤로] [그만하기]
    """)
    [receipt, summary] = await korean.performs("민지: 없어요")
    assert receipt.endswith("전화번호: 적지 않음")
    assert "맞나요?" in summary


COMING: object = SimpleNamespace(
    answers={"names": {"1": "(예시) 무등가전", "2": "㈜빛고을모빌리티", "3": "무등전자"}}
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("무등가전이요", "1"),
        ("빛고을에서 면접 보고 싶어요", "2"),
        ("모빌리티로 할게요", "2"),
        ("무등전자", "3"),
    ],
)
def test_a_company_by_a_part_of_its_name(text: str, number: str) -> None:
    assert company_named(text, COMING) == number  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("무등이요", Why.SEVERAL),
        ("삼성전자요", Why.NOTHING),
        ("내 면접 시간", Why.NOTHING),
        ("네", Why.NOTHING),
    ],
)
def test_no_company_or_several(text: str, why: Why) -> None:
    """What names none may be a wish for something else, and is heard as one."""
    with pytest.raises(Unclear) as unclear:
        company_named(text, COMING)  # type: ignore[arg-type]
    assert unclear.value.why is why
