"""The staff book for a person, and move what they have, in Korean."""

from bot.korean.phones import phone
from bot.models import How, Role
from bot.services import people, profiles
from tests.house import House
from tests.transcripts.reading import Reader
from tests.transcripts.test_coming import booked


async def told_a_phone(house: House, name: str, number: str) -> None:
    """Somebody whose number we know from the interview."""
    await house.agreed(name, language="ko")
    async with house.database.transaction() as session:
        person = await people.heard_from(session, house.person(name).id, "ko", house.clock.now())
        given = profiles.Given(phone(number), number, How.TYPED, 1, house.clock.now())
        await profiles.remember(session, person.id or 0, "contact", given)


async def test_booked_by_a_counselor(korean: Reader, house: House) -> None:
    """Found by telephone; their own time is confirmed, the person hears by whom, and can change it."""
    await house.joins("윤슬 상담사", Role.COUNSELOR, "윤슬", "ko")
    await told_a_phone(house, "민지", "010-2345-6789")
    await korean.reads("""
        윤슬: /arrange
        빛나: 어느 분 예약인가요? 예약 번호나 휴대전화 번호를 적어 주세요.
            [그만하기]
        윤슬: 010-9999-0000
        빛나: 그 번호로는 찾지 못했어요. 빛나를 쓰고 동의하신 분만 여기서 예약해 드릴 수 있어요.
            어느 분 예약인가요? 예약 번호나 휴대전화 번호를 적어 주세요.
            [그만하기]
        윤슬: 010-2345-6789
        빛나 rewrites: 예약하실 분: ***-6789
        빛나: 앞으로 잡힌 예약은 없어요.
            무엇을 해 드릴까요?
            [새로 예약해 드리기]
            [예약을 권해 드리기]
            [뒤로] [그만하기]
        윤슬: [새로 예약해 드리기]
        빛나 rewrites: 할 일: 새로 예약해 드리기
        빛나: 어떤 상담인가요?
            [상담사와 초기상담]
            [구직자 도약보장 1:1 상담]
            [금융·재취업 상담]
            [심층상담]
            [기업 상담]
            [뒤로] [그만하기]
        윤슬: [심층상담]
        빛나 rewrites: 상담: 심층상담
        빛나: 어떻게 만나나요?
            [대면] [전화]
            [화상]
            [뒤로] [그만하기]
        윤슬: [화상]
        빛나 rewrites: 방법: 화상
        빛나: 누구와 만나나요?
            [저와 만나요] [다른 상담사도 괜찮아요]
            [뒤로] [그만하기]
        윤슬: [저와 만나요]
        빛나 rewrites: 만날 분: 저와 만나요
        빛나: 언제로 할까요?
            [11월 23일 (월) 오후 1시, 윤슬 상담사, 화상]
            [11월 23일 (월) 오후 2시, 윤슬 상담사, 화상]
            [11월 23일 (월) 오후 3시, 윤슬 상담사, 화상]
            [11월 23일 (월) 오후 4시, 윤슬 상담사, 화상]
            [11월 24일 (화) 오전 9시, 윤슬 상담사, 화상]
            [11월 24일 (화) 오전 10시, 윤슬 상담사, 화상]
            [더 늦은 시간]
            [뒤로] [그만하기]
        윤슬: 내일 오후 2시
        빛나 rewrites: 시간: 11월 24일 (화) 오후 2시
        빛나: 이렇게 예약해 드릴까요?
            11월 24일 (화) 오후 2시
            심층상담, 화상
            윤슬 상담사
            [네, 해 주세요] [다른 시간 보기]
            [뒤로] [그만하기]
        윤슬: [네, 해 주세요]
        빛나 rewrites: 예약: 네, 해 주세요
        빛나 → 민지: 윤슬 상담사님이 상담을 예약해 드렸어요: 11월 24일 (화) 오후 2시
            심층상담
            화상 상담: 상담사가 들어올 주소를 보내 드려요
            만날 분: 윤슬 상담사
            예약 번호: B-12345
            시간이 안 맞으시면 아래에서 바꾸거나 취소하실 수 있어요.
            [시간 바꾸기] [예약 취소하기]
            [달력에 저장하기]
            [내 예약]
        빛나: 예약했어요
            11월 24일 (화) 오후 2시, 심층상담 · B-12345
            그분께도 알려 드렸어요.
            [다른 분 예약해 드리기] [처음으로]
        민지: [시간 바꾸기]
        빛나: 지금 예약: 11월 24일 (화) 오후 2시. 새 시간을 고르실 때까지 그대로 둘게요.
            시간을 어떻게 찾아 드릴까요? ‘다음 주 화요일 오후’처럼 적으셔도 돼요.
            [가장 빠른 시간]
            [요일 고르기]
            [상담사 고르기]
            [뒤로] [그만하기]
    """)


async def test_moved_by_the_counselor(korean: Reader, house: House) -> None:
    """By the booking number; with a reason that the person reads; a colleague's is not offered."""
    await house.joins("윤슬 상담사", Role.COUNSELOR, "윤슬", "ko")
    await house.joins("누리 상담사", Role.COUNSELOR, "누리", "ko")
    made = await booked(house, "민지", 25, 10)
    async with house.database.transaction() as session:
        session.add(made)
        made.number = "B-24680"
    await house.settle()
    await korean.reads("""
        윤슬: /arrange
        빛나: 어느 분 예약인가요? 예약 번호나 휴대전화 번호를 적어 주세요.
            [그만하기]
        윤슬: b 24680
        빛나 rewrites: 예약하실 분: B-12345
        빛나: 앞으로 잡힌 예약이에요.
            11월 25일 (수) 오전 10시, 상담(내용 비공개) · B-12345
            무엇을 해 드릴까요?
            [새로 예약해 드리기]
            [예약을 권해 드리기]
            [뒤로] [그만하기]
        누리: /arrange
        빛나: 어느 분 예약인가요? 예약 번호나 휴대전화 번호를 적어 주세요.
            [그만하기]
        누리: B-24680
        빛나 rewrites: 예약하실 분: B-12345
        빛나: 앞으로 잡힌 예약이에요.
            11월 25일 (수) 오전 10시, 상담(내용 비공개) · B-12345
            무엇을 해 드릴까요?
            [새로 예약해 드리기]
            [예약을 권해 드리기]
            [예약 시간 옮기기]
            [뒤로] [그만하기]
        누리: [예약 시간 옮기기]
        빛나 rewrites: 할 일: 예약 시간 옮기기
        빛나: 어느 예약을 옮길까요?
            [11월 25일 (수) 오전 10시 · B-24680]
            [뒤로] [그만하기]
        누리: [11월 25일 (수) 오전 10시 · B-24680]
        빛나 rewrites: 예약: B-12345
        빛나: 왜 옮기나요? 그분께도 알려 드려요.
            [그분이 부탁하셨어요]
            [제가 그때 자리를 비워요]
            [센터가 쉬어요]
            [뒤로] [그만하기]
        누리: [뒤로]
        빛나: 어느 예약을 옮길까요?
            [11월 25일 (수) 오전 10시 · B-24680]
            [뒤로] [그만하기]
        누리: [11월 25일 (수) 오전 10시 · B-24680]
        빛나 rewrites: 예약: B-12345
        빛나: 왜 옮기나요? 그분께도 알려 드려요.
            [그분이 부탁하셨어요]
            [제가 그때 자리를 비워요]
            [센터가 쉬어요]
            [뒤로] [그만하기]
        누리: [제가 그때 자리를 비워요]
        빛나 rewrites: 까닭: 제가 그때 자리를 비워요
        빛나: 언제로 할까요?
            [11월 23일 (월) 오전 11시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 1시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 2시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 3시, 누리 상담사, 대면]
            [11월 23일 (월) 오후 4시, 누리 상담사, 대면]
            [11월 25일 (수) 오전 9시, 누리 상담사, 대면]
            [더 늦은 시간]
            [뒤로] [그만하기]
        누리: 11월 25일 오후 1시
        빛나 rewrites: 시간: 11월 25일 (수) 오후 1시
        빛나: 이 시간으로 옮길까요?
            11월 25일 (수) 오후 1시
            금융·재취업 상담, 대면
            누리 상담사
            [네, 해 주세요] [다른 시간 보기]
            [뒤로] [그만하기]
        누리: [네, 해 주세요]
        빛나 rewrites: 예약: 네, 해 주세요
        빛나 → 민지: 누리 상담사님이 상담 시간을 옮겼어요: 11월 25일 (수) 오후 1시
            까닭: 상담사가 그때 자리를 비워요
            금융·재취업 상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 누리 상담사
            예약 번호: B-12345
            시간이 안 맞으시면 아래에서 바꾸거나 취소하실 수 있어요.
            [시간 바꾸기] [예약 취소하기]
            [달력에 저장하기]
            [내 예약]
        빛나: 옮겼어요
            11월 25일 (수) 오후 1시, 상담(내용 비공개) · B-12345
            그분께도 알려 드렸어요.
            [다른 분 예약해 드리기] [처음으로]
        민지: /mine
        빛나: 내 예약
            11월 25일 (수) 오후 1시
            금융·재취업 상담, 누리 상담사
            상담사가 확인했어요 · B-12345
            [바꾸기: 11월 25일 (수) 오후 1시]
            [취소하기: 11월 25일 (수) 오후 1시]
            [처음으로]
        민지: /arrange
        빛나: 센터 직원만 쓰는 메뉴예요.
            [처음으로]
    """)
