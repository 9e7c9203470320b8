"""A counselor is ill, the center closes: what everybody reads."""

from datetime import datetime, timedelta

from bot.models import Role
from bot.services import bookings, people
from tests.house import MONDAY, House
from tests.transcripts.reading import Reader


async def book(house: House, name: str, service: str, starts_at: datetime) -> None:
    """Somebody has an appointment already."""
    async with house.database.transaction() as session:
        person = await people.person_of_chat(session, house.person(name).id)
        assert person
        await bookings.book(session, house.center, person, service, starts_at, house.clock.now())
    await house.settle()


async def test_the_sick_day(korean: Reader, house: House) -> None:
    await house.joins("윤슬 상담사", Role.COUNSELOR, "윤슬", "ko")
    await house.joins("새벽 상담사", Role.COUNSELOR, "새벽", "ko")
    await house.agreed("민지", language="ko")
    await house.agreed("하준", language="ko")
    await book(house, "민지", "leap", MONDAY + timedelta(days=8))
    await book(house, "하준", "leap", MONDAY + timedelta(days=7))
    await korean.reads("""
        윤슬: /leave
        빛나: 언제 자리를 비우세요? ‘내일 오전 휴가’처럼 적어 주세요.
            [그만하기]
        윤슬: 다음 주 월요일부터 화요일까지 아파서 못 나가요
        빛나 rewrites: 자리 비움: 11월 30일 (월) ~ 12월 1일 (화), 하루 종일, 병가
        빛나: 11월 30일 (월) ~ 12월 1일 (화), 하루 종일, 병가
            겹치는 예약이 2건 있어요. 등록하면 한 분 한 분께 바로 알리고, 다른 시간이나 다른 상담사, 전화를 고르실 수 있게 해요.
            이대로 등록할까요?
            [네, 등록해 주세요] [다시 적을게요]
            [뒤로] [그만하기]
        윤슬: [네, 등록해 주세요]
        빛나 rewrites: 등록: 네, 등록해 주세요
        빛나 → 하준: 정말 죄송해요. 상담사가 자리를 비워야 해서 예약하신 상담을 할 수 없게 됐어요.
            11월 30일 (월) 오전 10시
            상담사: 윤슬 상담사
            예약 번호: B-12345
            어떤 게 좋으세요? 누르시면 바로 정해져요.
            [12월 2일 (수) 오후 1시]
            [12월 2일 (수) 오후 2시]
            [12월 2일 (수) 오후 3시]
            [전화로 이야기할래요]
            [상담 취소하기]
        빛나: 등록했어요: 11월 30일 (월) ~ 12월 1일 (화), 하루 종일, 병가
            지금 2명에게 알려요. 한 시간 뒤에 무엇을 고르셨는지, 누구에게 전화해야 하는지 알려 드려요.
            [적은 것 되돌리기]
            [처음으로]
        빛나 → 민지: 정말 죄송해요. 상담사가 자리를 비워야 해서 예약하신 상담을 할 수 없게 됐어요.
            12월 1일 (화) 오전 10시
            상담사: 윤슬 상담사
            예약 번호: B-12345
            어떤 게 좋으세요? 누르시면 바로 정해져요.
            [같은 시간, 다른 상담사]
            [12월 2일 (수) 오후 1시]
            [12월 2일 (수) 오후 2시]
            [12월 2일 (수) 오후 3시]
            [전화로 이야기할래요]
            [상담 취소하기]
        민지: [같은 시간, 다른 상담사]
        빛나 → 새벽: 새 예약
            12월 1일 (화) 오전 10시
            구직자 도약보장 1:1 상담, 대면 · B-12345
            1번째 상담 (모두 4번)
            [예약 확인하기]
            [다른 시간 제안하기]
            [동료에게 부탁하기]
            [이 상담 취소하기]
        빛나: 정해졌어요: 12월 1일 (화) 오전 10시
            만날 분: 새벽 상담사
            예약 번호: B-12345
            [내 예약] [처음으로]
        (1 hour later)
        하준: 내 예약
        빛나: 내 예약
            11월 30일 (월) 오전 10시
            구직자 도약보장 1:1 상담, 윤슬 상담사
            상담사 확인을 기다려요 · B-12345
            1번째 상담 (모두 4번)
            [바꾸기: 11월 30일 (월) 오전 10시]
            [취소하기: 11월 30일 (월) 오전 10시]
            [처음으로]
        (1 minute later)
        빛나 → 윤슬: 한 시간이 지났어요
            알린 분: 2명
            옮긴 분: 1명
            취소한 분: 0명
            전화를 원한 분: 0명
            아직 답이 없어 전화할 분: 1명
            [처음으로]
    """)


async def test_the_closure(korean: Reader, house: House) -> None:
    await house.joins("운영", Role.OPERATOR, "운영", "ko")
    await house.agreed("민지", language="ko")
    await book(house, "민지", "intake", MONDAY + timedelta(days=7))
    await korean.reads("""
        운영: /closure
        빛나: 어느 날인가요? ‘12월 24일 오후’처럼 시간대를 함께 적어도 돼요.
            [그만하기]
        운영: 11월 30일
        빛나 rewrites: 날짜: 11월 30일 (월)
        빛나: 그날 센터를 쉬나요, 아니면 쉬는 날인데 여나요?
            [쉬어요] [열어요]
            [뒤로] [그만하기]
        운영: [쉬어요]
        빛나 rewrites: 그날 센터: 쉬어요
        빛나: 이 날을 뭐라고 안내할까요? 구직자분들이 읽어요.
            [임시공휴일] [센터 휴무]
            [특별 운영]
            [뒤로] [그만하기]
        운영: [임시공휴일]
        빛나 rewrites: 이름: 임시공휴일
        빛나: 11월 30일 (월), 하루 종일, 임시공휴일
            겹치는 예약이 1건 있어요. 등록하면 한 분 한 분께 바로 알리고, 다른 시간이나 전화를 고르실 수 있게 해요.
            이대로 등록할까요?
            [네, 등록해 주세요] [다시 적을게요]
            [뒤로] [그만하기]
        운영: [네, 등록해 주세요]
        빛나 rewrites: 등록: 네, 등록해 주세요
        빛나 → 민지: 정말 죄송해요. 그날 센터가 쉬어서 예약하신 상담을 할 수 없게 됐어요.
            11월 30일 (월) 오전 10시
            상담사: 윤슬 상담사
            예약 번호: B-12345
            어떤 게 좋으세요? 누르시면 바로 정해져요.
            [12월 1일 (화) 오전 9시]
            [12월 1일 (화) 오전 10시]
            [12월 1일 (화) 오전 11시]
            [전화로 이야기할래요]
            [상담 취소하기]
        빛나: 등록했어요: 11월 30일 (월), 하루 종일, 임시공휴일
            지금 1명에게 알려요. 한 시간 뒤에 무엇을 고르셨는지, 누구에게 전화해야 하는지 알려 드려요.
            [적은 것 되돌리기]
            [처음으로]
        민지: [전화로 이야기할래요]
        빛나: 네, 센터에서 전화드릴게요. 먼저 전화하셔도 돼요: 062-609-8500
            [처음으로]
        (1 hour later)
        운영: [적은 것 되돌리기]
        빛나 → 민지: 반가운 소식이에요. 상담을 예약하신 대로 할 수 있게 됐어요. 다른 시간을 고르지 않으셔도 돼요.
            11월 30일 (월) 오전 10시
            상담사: 윤슬 상담사
            예약 번호: B-12345
            [내 예약]
        빛나: 되돌렸어요. 그 시간은 다시 예약할 수 있어요.
            1명에게 다시 알려 드려요.
            [처음으로]
    """)
