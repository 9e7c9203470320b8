"""The morning's agenda and the coming week, in Korean: what is on, what waits, and that a day is free."""

from bot.models import Role
from tests.house import House
from tests.transcripts.reading import Reader
from tests.transcripts.test_coming import booked


async def test_the_morning_and_the_week(korean: Reader, house: House) -> None:
    """One meeting each; nobody else sees the week; a free day says so, and only to whom works on it."""
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    await house.joins("윤슬 상담사", Role.COUNSELOR, "윤슬", "ko")
    await booked(house, "민지", 25, 10)
    await booked(house, "수아", 25, 14, "intake")
    await korean.reads("""
        누리: [예약 확인하기]
        빛나 rewrites: 확인했어요
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [이 상담 취소하기]
        빛나 → 윤슬: 새 예약
            11월 25일 (수) 오후 2시
            상담사와 초기상담, 대면 · B-12345
            [예약 확인하기]
            [다른 시간 제안하기]
            [동료에게 부탁하기]
            [이 상담 취소하기]
        빛나 → 민지: 상담사가 예약을 확인했어요: 11월 25일 (수) 오전 10시
            만날 분: 누리 상담사
            예약 번호: B-12345
            [내 예약]
        (47 hours later)
        빛나 → 민지: 곧 상담 시간이에요.
            11월 25일 (수) 오전 10시
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 누리 상담사
            예약 번호: B-12345
            오실 때 신분증을 챙겨 주세요. 그대로 오실 건가요? 한 번만 눌러 주세요.
            [갈게요] [늦어요]
            [시간 바꾸기] [예약 취소하기]
        빛나 → 윤슬: 오늘 상담 1건 · 11월 25일 (수)
            11월 25일 (수) 오후 2시
            상담사와 초기상담, 대면 · B-12345
            확인을 기다리는 예약: 1건
            [오늘 상담 일정] [일주일 일정]
        빛나: 오늘 상담 1건 · 11월 25일 (수)
            11월 25일 (수) 오전 10시
            상담(내용 비공개), 대면 · B-12345
            [오늘 상담 일정] [일주일 일정]
        누리: [일주일 일정]
        빛나: 앞으로 일주일
            11월 25일 (수)
            오전 10시 상담(내용 비공개), 대면 · B-12345
            11월 26일 (목)
            예약 없음
            11월 27일 (금)
            예약 없음
            11월 30일 (월)
            예약 없음
            12월 1일 (화)
            예약 없음
            [오늘 상담 일정] [처음으로]
        윤슬: 이번 주 일정
        빛나: 앞으로 일주일
            11월 25일 (수)
            오후 2시 상담사와 초기상담, 대면 · B-12345
            11월 26일 (목)
            예약 없음
            11월 27일 (금)
            예약 없음
            11월 30일 (월)
            예약 없음
            12월 1일 (화)
            예약 없음
            [오늘 상담 일정] [처음으로]
        민지: /week
        빛나: 센터 상담사만 쓰는 메뉴예요.
            [처음으로]
        (1 hour later)
        (24 hours later)
        빛나 → 윤슬: 오늘은 예약이 없어요. 11월 26일 (목)
            [일주일 일정]
    """)
