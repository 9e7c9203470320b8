"""What a sentence wants done leads to where it is done; what it asks is answered; nothing is guessed."""

from tests.house import House
from tests.transcripts.reading import Reader


async def test_wishes_lead_to_their_place(korean: Reader, house: House) -> None:
    """In people's own words."""
    await house.agreed("민지", language="ko")
    await korean.reads("""
        민지: 안녕하세요
        빛나: 안녕하세요. 만나서 반가워요.
            [초기상담 시작하기 (3분)]
            [상담 예약하기] [내 예약]
            [지원 제도] [채용행사]
            [센터 안내] [상담사와 이야기하기]
            [알림 설정] [내 정보]
        민지: 상담 좀 받고 싶은데요
        빛나: 어떤 상담을 받고 싶으세요?
            [상담사와 초기상담]
            [구직자 도약보장 1:1 상담]
            [금융·재취업 상담]
            [그만하기]
        민지: 상담사와 초기상담
        빛나 rewrites: 상담: 상담사와 초기상담
        빛나: 어떻게 상담받고 싶으세요?
            [대면] [전화]
            [뒤로] [그만하기]
        민지: 대면
        빛나 rewrites: 방법: 대면
        빛나: 시간을 어떻게 찾아 드릴까요? ‘다음 주 화요일 오후’처럼 적으셔도 돼요.
            [가장 빠른 시간]
            [요일 고르기]
            [상담사 고르기]
            [뒤로] [그만하기]
        민지: 12월 1일 오전 9시
        빛나 rewrites: 시간: 12월 1일 (화) 오전 9시
        빛나: 이렇게 예약할까요?
            12월 1일 (화) 오전 9시
            상담사와 초기상담, 50분, 대면
            만날 분: 윤슬 상담사
            5분 동안 이 시간을 맡아 둘게요.
            [네, 예약할게요] [다른 시간 보기]
            [뒤로] [그만하기]
        민지: 네
        빛나 rewrites: 상담 예약: 네, 예약할게요
        빛나: 예약했어요: 12월 1일 (화) 오전 9시
            상담사와 초기상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 윤슬 상담사
            예약 번호: B-12345
            전날 저녁과 두 시간 전에 알려 드릴게요.
            오실 때 신분증을 챙겨 주세요.
            [달력에 저장하기]
            [내 예약] [처음으로]
        민지: 예약 좀 바꿔주쇼
        빛나: 지금 예약: 12월 1일 (화) 오전 9시. 새 시간을 고르실 때까지 그대로 둘게요.
            시간을 어떻게 찾아 드릴까요? ‘다음 주 화요일 오후’처럼 적으셔도 돼요.
            [가장 빠른 시간]
            [요일 고르기]
            [상담사 고르기]
            [뒤로] [그만하기]
        민지: 12월 1일 오전 10시
        빛나 rewrites: 시간: 12월 1일 (화) 오전 10시
        빛나: 이렇게 예약할까요?
            12월 1일 (화) 오전 10시
            상담사와 초기상담, 50분, 대면
            만날 분: 윤슬 상담사
            5분 동안 이 시간을 맡아 둘게요.
            [네, 예약할게요] [다른 시간 보기]
            [뒤로] [그만하기]
        민지: 네
        빛나 rewrites: 상담 예약: 네, 예약할게요
        빛나: 이 시간으로 바꿨어요: 12월 1일 (화) 오전 10시
            상담사와 초기상담
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            만날 분: 윤슬 상담사
            예약 번호: B-12345
            전날 저녁과 두 시간 전에 알려 드릴게요.
            오실 때 신분증을 챙겨 주세요.
            [달력에 저장하기]
            [내 예약] [처음으로]
        민지: 예약 취소할라요
        빛나: 이 예약을 취소할까요?
            12월 1일 (화) 오전 10시
            상담사와 초기상담, 윤슬 상담사
            상담사 확인을 기다려요 · B-12345
            [네, 취소할게요]
            [아니요, 그대로 둘게요]
        민지: 네, 취소할게요
        빛나: 취소했어요. 상담사에게도 알렸어요. 다른 시간을 찾아볼까요?
            [상담 예약하기] [처음으로]
        민지: 고마워요
        빛나: 별말씀을요. 필요할 때 언제든 말 걸어 주세요.
            [처음으로]
    """)


async def test_a_wish_in_the_middle_of_an_interview(korean: Reader, house: House) -> None:
    """Granted, and the open question comes again."""
    await house.agreed("민지", language="ko")
    await korean.reads("""
        민지: /intake
        빛나: 초기상담 1/8
            어떻게 불러 드릴까요? 별명도 좋아요.
            [그만하기]
        민지: 민지
        빛나 rewrites: 초기상담 1/8
            이름: 민지
        빛나: 초기상담 2/8
            어느 구에 사세요?
            [동구] [서구]
            [남구] [북구]
            [광산구] [다른 곳]
            [뒤로] [그만하기]
        민지: 내일배움카드가 궁금해요
        빛나: 직업훈련 비용을 돕는 카드예요. 대부분 받을 수 있지만 공무원, 사립학교 교직원, 75세 이상, 졸업이 2년 넘게 남은 대학생 등은 어려워요. 정확한 것은 고용24 또는 센터에서 확인해 주세요.
            11월 23일 (월) 기준이에요. 확인하실 곳: 고용24 work24.go.kr, 센터 062-609-8500
            [고용24 열기]
            [상담 예약하기]
            [도움 됐어요] [아니에요]
            [잘못된 안내 신고] [처음으로]
        빛나: 초기상담 2/8
            어느 구에 사세요?
            [동구] [서구]
            [남구] [북구]
            [광산구] [다른 곳]
            [뒤로] [그만하기]
        민지: 봇이 뭐 이래 답답하네
        빛나: 불편하게 해 드려 죄송해요. 말해 주셔서 고마워요.
            평일 오전 9시부터 오후 6시 사이에 센터 사람이 이야기를 들어 드려요: 062-609-8500
        빛나: 초기상담 2/8
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
    """)


async def test_wishes_in_english(korean: Reader) -> None:
    """Whoever writes English gets where they want as well, with the words of the menu or without."""
    await korean.reads("""
        민지: English please
        빛나: I speak English with you now.
            [Menu]
        민지: hiring day when?
        빛나: No hiring day is announced at the moment. I can tell you as soon as there is one.
            [News settings] [Menu]
        민지: no more messages please
        빛나: News settings
            News of hiring days and programs: off
            Companies' offers (advertisements): off
            Between 21:00 and 08:00: off
            Reminders of your own appointments always come.
            [Yes, send me news]
            [Companies' offers, too]
            [Menu]
        민지: when do you open on saturday
        빛나: About the center
            광주고용복지플러스센터
            북구 금남로 121
            062-609-8500
            광주광산고용복지플러스센터
            광산구 하남대로
            062-960-3200
            Usually open on weekdays from 9 to 18. At lunch there are fewer desks, so please call before you come.
            People of Gwangsan-gu usually go to the Gwangsan center for unemployment benefit.
            [Book counseling] [Menu]
        민지: I want to meet a counselor tomorrow at 3
        빛나: Consent 1/3
            Before we begin: are you 14 or older?
            [Yes, I am 14 or older] [No, I am younger]
            [Stop here]
    """)
