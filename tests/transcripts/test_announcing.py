"""Announcing: an operator writes once; those who asked for it get it, never at night, and can stop it."""

from sqlmodel import select

from bot.models import Announcement, Role
from tests.house import House
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader
from tests.transcripts.test_fairs import registered


async def test_from_the_draft_to_the_report_in_korean(korean: Reader, house: House) -> None:
    """The storefront: test copy, counts, progress, the date saved; a correction; every copy rewritten."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await holds(house)
    await house.agreed("민지", news=True, language="ko")
    await house.agreed("철수", news=True, language="ko")
    await house.agreed("영희", language="ko")
    await korean.reads("""
        하늘: [공지 보내기]
        빛나: 구직자가 읽을 그대로 공지를 적어 주세요.
            [그만하기]
        하늘: 12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요.
        빛나 rewrites: 내용: 12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요.
        빛나: 어떤 공지인가요?
            [센터 소식]
            [기업의 채용 광고]
            [신청한 분께 꼭 필요한 안내]
            [뒤로] [그만하기]
        하늘: [센터 소식]
        빛나 rewrites: 공지 종류: 센터 소식
        빛나: 누구에게 보낼까요? 소식을 받겠다고 하신 분께만 보내요.
            [받겠다고 하신 분 모두]
            [사는 구로 고르기]
            [원하는 일로 고르기]
            [나이로 고르기]
            [지원 제도가 맞을 수 있는 분]
            [채용행사를 신청한 분]
            [지난 공지를 못 받은 분]
            [영어로 보는 분]
            [뒤로] [그만하기]
        하늘: [받겠다고 하신 분 모두]
        빛나 rewrites: 받는 분: 받겠다고 하신 분 모두
        빛나: 언제 보낼까요? ‘내일 오전 10시’처럼 적으셔도 돼요.
            [지금 보내기]
            [뒤로] [그만하기]
        하늘: [지금 보내기]
        빛나 rewrites: 보낼 때: 지금 보내기
        빛나: 12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요.
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [소식 알림 끄기]
        빛나: 이렇게 나가요
            받는 분이 보실 그대로 위에 한 통 보내 드렸어요.
            받는 분: 받겠다고 하신 분 모두
            보내는 때: 지금
            받는 사람 수: 2명
            그중 밤이 지나고 아침 8시에 받는 분: 0명
            받겠다고 하지 않아 빠지는 분: 2명
            오늘 벌써 두 통을 받아 빠지는 분: 0명
            이대로 보낼까요?
            [네, 보낼게요] [내용 바꾸기]
            [받는 분 바꾸기] [시간 바꾸기]
            [영어 글 붙이기] [사진 붙이기]
            [신청 버튼 붙이기] [더 좁히기]
            [빼고 보내기]
            [뒤로] [그만하기]
        하늘: [신청 버튼 붙이기]
        빛나: 어떤 채용행사의 신청 버튼을 붙일까요?
            [일자리 수요데이, 12월 2일 (수)]
            [신청 버튼 없이]
            [뒤로] [그만하기]
        하늘: [일자리 수요데이, 12월 2일 (수)]
        빛나 rewrites: 신청 버튼 붙이기: 고른 채용행사
        빛나: 남은 자리만큼만 여러 번에 나누어 보낼까요?
            [네, 나누어 보낼게요]
            [아니요, 한 번에 보낼게요]
            [뒤로] [그만하기]
        하늘: [아니요, 한 번에 보낼게요]
        빛나 rewrites: 나누어 보내기: 아니요, 한 번에 보낼게요
        빛나: 12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요.
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [신청하기] [일정 저장하기]
            [관심 없어요]
        빛나: 이렇게 나가요
            받는 분이 보실 그대로 위에 한 통 보내 드렸어요.
            받는 분: 받겠다고 하신 분 모두
            보내는 때: 지금
            받는 사람 수: 2명
            그중 밤이 지나고 아침 8시에 받는 분: 0명
            받겠다고 하지 않아 빠지는 분: 2명
            오늘 벌써 두 통을 받아 빠지는 분: 0명
            이대로 보낼까요?
            [네, 보낼게요] [내용 바꾸기]
            [받는 분 바꾸기] [시간 바꾸기]
            [영어 글 붙이기] [사진 붙이기]
            [신청 버튼 붙이기] [더 좁히기]
            [빼고 보내기]
            [뒤로] [그만하기]
        하늘: 네
        빛나 rewrites: 보내기: 네, 보낼게요
        빛나: 공지 1: 보내기 전
            보낼 때: 11월 23일 (월) 오전 10시
            [공지 멈추기]
        빛나: 보낼 준비를 마쳤어요: 지금. 어디까지 보냈는지 위 메시지에 나와요.
            [공지 목록] [처음으로]
        (1 minute later)
        빛나 rewrites: 공지 1: 보내는 중
            ░░░░░░░░░░ 0% (2명 중 0명)
            전달: 0
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 2
            [잠깐 멈추기] [공지 멈추기]
        빛나 → 민지: 12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요.
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [신청하기] [일정 저장하기]
            [관심 없어요]
        빛나 → 철수: 12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요.
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [신청하기] [일정 저장하기]
            [관심 없어요]
        (1 minute later)
        빛나 rewrites: 공지 1: 다 보냈어요
            ██████████ 100% (2명 중 2명)
            전달: 2
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 0
            [나간 글 고치기] [덧붙여 알리기]
        민지: [일정 저장하기]
        빛나 sends 2026-12-02.ics: 일자리 수요데이: 12월 2일 (수) 오후 2시
        민지: [관심 없어요]
        빛나: 어떤 소식을 그만 받을까요? 언제든 되돌릴 수 있어요.
            [채용행사 소식 그만 받기]
            [소식 알림 끄기]
            [그대로 받을게요]
        민지: [그대로 받을게요]
        빛나: 좋아요. 지금처럼 보내 드릴게요.
            [처음으로]
        하늘: [덧붙여 알리기]
        빛나: 바로잡기 1/2
            공지를 받은 분들께 더 알려 드릴 말을 적어 주세요.
            [그만하기]
        하늘: 시간이 바뀌었어요. 오후 2시가 아니라 3시예요.
        빛나 rewrites: 바로잡기 1/2
            내용: 시간이 바뀌었어요. 오후 2시가 아니라 3시예요.
        빛나: 시간이 바뀌었어요. 오후 2시가 아니라 3시예요.
            먼저 보낸 공지를 받은 2명이 이 글도 받아요.
            바로잡기 2/2
            이대로 보낼까요?
            [네, 보낼게요] [내용 바꾸기]
            [뒤로] [그만하기]
        하늘: 네
        빛나 rewrites: 바로잡기 2/2
            보내기: 네, 보낼게요
        빛나: 공지 2: 보내기 전
            보낼 때: 11월 23일 (월) 오전 10시 2분
            [공지 멈추기]
        빛나: 지금 나가요. 위 카드에서 어떻게 나가는지 보여 드려요.
            [처음으로]
        (1 minute later)
        빛나 rewrites: 공지 2: 보내는 중
            ░░░░░░░░░░ 0% (2명 중 0명)
            전달: 0
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 2
            [잠깐 멈추기] [공지 멈추기]
        빛나 → 민지: 시간이 바뀌었어요. 오후 2시가 아니라 3시예요.
            — 광주고용복지플러스센터, 062-609-8500
        빛나 → 철수: 시간이 바뀌었어요. 오후 2시가 아니라 3시예요.
            — 광주고용복지플러스센터, 062-609-8500
        (1 minute later)
        빛나 rewrites: 공지 2: 다 보냈어요
            ██████████ 100% (2명 중 2명)
            전달: 2
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 0
            [나간 글 고치기] [덧붙여 알리기]
        하늘: [나간 글 고치기]
        빛나: 바로잡기 1/2
            이미 나간 공지를 어떻게 고칠까요? 새 글을 적어 주세요.
            [그만하기]
        하늘: 12월 2일 수요일 오후 3시로 바뀌었어요. 11층 상설채용관으로 오세요.
        빛나 rewrites: 바로잡기 1/2
            내용: 12월 2일 수요일 오후 3시로 바뀌었어요. 11층 상설채용관으로 오세요.
        빛나: 12월 2일 수요일 오후 3시로 바뀌었어요. 11층 상설채용관으로 오세요.
            이미 받은 2명의 글이 이렇게 바뀌어요. 알림 소리는 나지 않아요.
            바로잡기 2/2
            이대로 보낼까요?
            [네, 보낼게요] [내용 바꾸기]
            [뒤로] [그만하기]
        하늘: 네
        빛나 rewrites: 바로잡기 2/2
            보내기: 네, 보낼게요
        빛나: 공지 3: 보내기 전
            보낼 때: 11월 23일 (월) 오전 10시 4분
            [공지 멈추기]
        빛나: 지금 나가요. 위 카드에서 어떻게 나가는지 보여 드려요.
            [처음으로]
        (1 minute later)
        빛나 rewrites: 공지 3: 보내는 중
            ░░░░░░░░░░ 0% (2명 중 0명)
            전달: 0
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 2
            [잠깐 멈추기] [공지 멈추기]
        빛나 → 민지 rewrites: 12월 2일 수요일 오후 3시로 바뀌었어요. 11층 상설채용관으로 오세요.
            — 광주고용복지플러스센터, 062-609-8500
        빛나 → 철수 rewrites: 12월 2일 수요일 오후 3시로 바뀌었어요. 11층 상설채용관으로 오세요.
            — 광주고용복지플러스센터, 062-609-8500
        (1 minute later)
        빛나 rewrites: 공지 3: 다 보냈어요
            ██████████ 100% (2명 중 2명)
            전달: 2
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 0
            [나간 글 고치기] [덧붙여 알리기]
    """)


async def test_an_advertisement_in_korean(korean: Reader, house: House) -> None:
    """Only who asked for companies' offers gets it, in the morning; one company is refused, and taken back."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", news=True, language="ko")
    await house.agreed("철수", news=True, language="ko")
    await korean.reads("""
        민지: /notifications
        빛나: 알림 설정
            채용행사와 지원 제도 소식: 받아요
            기업 채용 광고: 받지 않아요
            밤 9시부터 아침 8시까지: 받지 않아요
            예약하신 상담은 늘 미리 알려 드려요.
            [소식 알림 끄기]
            [기업 광고도 받기]
            [밤에도 받기]
            [처음으로]
        민지: [기업 광고도 받기]
        빛나: 좋아요. 기업 채용 광고도 보내 드려요. 맨 앞에 (광고)라고 적고, 언제든 무료로 그만 받을 수 있어요.
            [알림 설정] [처음으로]
        하늘: /announce
        빛나: 구직자가 읽을 그대로 공지를 적어 주세요.
            [그만하기]
        하늘: 생산직 4명을 뽑아요. 월 260만 원, 하남산단이에요.
        빛나 rewrites: 내용: 생산직 4명을 뽑아요. 월 260만 원, 하남산단이에요.
        빛나: 어떤 공지인가요?
            [센터 소식]
            [기업의 채용 광고]
            [신청한 분께 꼭 필요한 안내]
            [뒤로] [그만하기]
        하늘: [기업의 채용 광고]
        빛나 rewrites: 공지 종류: 기업의 채용 광고
        빛나: 어느 회사의 광고인가요?
            [뒤로] [그만하기]
        하늘: 무등가전부품
        빛나 rewrites: 회사: 무등가전부품
        빛나: 누구에게 보낼까요? 소식을 받겠다고 하신 분께만 보내요.
            [받겠다고 하신 분 모두]
            [사는 구로 고르기]
            [원하는 일로 고르기]
            [나이로 고르기]
            [지원 제도가 맞을 수 있는 분]
            [채용행사를 신청한 분]
            [지난 공지를 못 받은 분]
            [영어로 보는 분]
            [뒤로] [그만하기]
        하늘: [받겠다고 하신 분 모두]
        빛나 rewrites: 받는 분: 받겠다고 하신 분 모두
        빛나: 언제 보낼까요? ‘내일 오전 10시’처럼 적으셔도 돼요.
            [지금 보내기]
            [뒤로] [그만하기]
        하늘: 오늘 밤 10시
        빛나 rewrites: 보낼 때: 11월 23일 (월) 오후 10시
        빛나: (광고) 무등가전부품
            생산직 4명을 뽑아요. 월 260만 원, 하남산단이에요.
            — 광주고용복지플러스센터, 062-609-8500
            기업 광고를 받겠다고 하셔서 보내 드려요. 그만 받는 것은 무료예요: 아래 버튼이나 /stop
            [관심 없어요]
        빛나: 이렇게 나가요
            받는 분이 보실 그대로 위에 한 통 보내 드렸어요.
            받는 분: 받겠다고 하신 분 모두
            보내는 때: 11월 23일 (월) 오후 10시
            받는 사람 수: 1명
            그중 밤이 지나고 아침 8시에 받는 분: 1명
            받겠다고 하지 않아 빠지는 분: 2명
            오늘 벌써 두 통을 받아 빠지는 분: 0명
            이대로 보낼까요?
            [네, 보낼게요] [내용 바꾸기]
            [받는 분 바꾸기] [시간 바꾸기]
            [영어 글 붙이기] [사진 붙이기]
            [신청 버튼 붙이기] [더 좁히기]
            [빼고 보내기]
            [뒤로] [그만하기]
        하늘: 네
        빛나 rewrites: 보내기: 네, 보낼게요
        빛나: 공지 1: 보내기 전
            보낼 때: 11월 23일 (월) 오후 10시
            [공지 멈추기]
        빛나: 보낼 준비를 마쳤어요: 11월 23일 (월) 오후 10시. 어디까지 보냈는지 위 메시지에 나와요.
            [공지 목록] [처음으로]
        (12 hours later)
        빛나 rewrites: 공지 1: 보내는 중
            ░░░░░░░░░░ 0% (1명 중 0명)
            전달: 0
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 1
            아침 8시까지 대기: 1
            [잠깐 멈추기] [공지 멈추기]
        (10 hours later)
        빛나 → 민지: (광고) 무등가전부품
            생산직 4명을 뽑아요. 월 260만 원, 하남산단이에요.
            — 광주고용복지플러스센터, 062-609-8500
            기업 광고를 받겠다고 하셔서 보내 드려요. 그만 받는 것은 무료예요: 아래 버튼이나 /stop
            [관심 없어요]
        민지: [관심 없어요]
        빛나: 어떤 소식을 그만 받을까요? 언제든 되돌릴 수 있어요.
            [무등가전부품 소식 그만 받기]
            [기업 광고 그만 받기]
            [소식 알림 끄기]
            [그대로 받을게요]
        민지: [무등가전부품 소식 그만 받기]
        빛나: 그만 보낼게요: 무등가전부품. 다른 소식은 그대로 보내 드려요.
            [되돌리기] [처음으로]
        민지: [되돌리기]
        빛나: 다시 보내 드릴게요: 무등가전부품.
            [처음으로]
        민지: /notifications
        빛나: 알림 설정
            채용행사와 지원 제도 소식: 받아요
            기업 채용 광고: 받아요
            밤 9시부터 아침 8시까지: 받지 않아요
            예약하신 상담은 늘 미리 알려 드려요.
            [소식 알림 끄기]
            [기업 광고 그만 받기]
            [밤에도 받기]
            [처음으로]
        민지: [기업 광고 그만 받기]
        빛나: 이제 기업 광고는 보내지 않아요.
            [전처럼 다시 받기]
            [알림 설정] [처음으로]
    """)


async def test_only_operators_announce(chat: Reader) -> None:
    await chat.reads("""
        민지: /announce
        빛나: This is for the staff of the center.
            [Menu]
    """)


async def test_each_part_can_be_changed_and_all_of_it_stopped(chat: Reader, house: House) -> None:
    await house.joins("하늘", Role.OPERATOR, "하늘")
    await house.agreed("민지", news=True)
    await chat.reads("""
        하늘: /announce
        빛나: Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 짧
        빛나: I did not quite understand that.
            Between 5 and 3,000 characters, as plain text, as people will read it. Or stop here.
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 수요데이 안내예요.
        빛나 rewrites: Text: 수요데이 안내예요.
        빛나: What is it?
            [News of the center]
            [A company's offer (advertisement)]
            [What those who registered need to know]
            [Back] [Stop here]
        하늘: [News of the center]
        빛나 rewrites: Kind: News of the center
        빛나: Who should get it? Only people who asked for it are counted.
            [Everyone who asked for it]
            [By district]
            [By kind of work]
            [By age]
            [Whom a program may fit]
            [Who is registered for a hiring day]
            [Who has not got an earlier one]
            [Who reads English here]
            [Back] [Stop here]
        하늘: [By district]
        빛나 rewrites: Audience: By district
        빛나: Which district?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu]
            [Back] [Stop here]
        하늘: 북구
        빛나 rewrites: District: Buk-gu
        빛나: When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: 어제
        빛나: That time has already passed.
            For example: 내일 오전 10시. Between 21:00 and 08:00 it waits for the morning.
            When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: 내일
        빛나: Please name the day and the hour, like 내일 오전 10시.
            When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: 내일 오전 10시
        빛나 rewrites: Sending time: Tue, Nov 24 10:00 AM
        빛나: 수요데이 안내예요.
            — 광주고용복지플러스센터, 062-609-8500
            You get this because you asked for news. Stopping it is free.
            [No more news]
        빛나: How it goes out
            Above you have got a copy, as they will see it.
            Audience: Buk-gu
            When: Tue, Nov 24 10:00 AM
            People who get it: 0
            of them at 08:00, after the night: 0
            Left out, as they did not ask for it: 0
            Left out, as they had two today: 0
            Nobody would get it as things stand. Others may come until then, or change the audience.
            Shall I keep it all the same?
            [Change the audience] [Change the time]
            [Yes, send it] [Change the text]
            [Add English] [Add a picture]
            [Button to register] [Narrow it down]
            [Leave some out]
            [Back] [Stop here]
        하늘: [Add English]
        빛나: Please write it in English, for those who read English here.
            [Without English]
            [Back] [Stop here]
        하늘: Hiring day on December 2.
        빛나 rewrites: English text: Hiring day on December 2.
        빛나: 수요데이 안내예요.
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [소식 알림 끄기]
        빛나: Hiring day on December 2.
            — 광주고용복지플러스센터, 062-609-8500
            You get this because you asked for news. Stopping it is free.
            [No more news]
        빛나: How it goes out
            Above you have got a copy, as they will see it.
            Audience: Buk-gu
            When: Tue, Nov 24 10:00 AM
            People who get it: 0
            of them at 08:00, after the night: 0
            Left out, as they did not ask for it: 0
            Left out, as they had two today: 0
            Nobody would get it as things stand. Others may come until then, or change the audience.
            Shall I keep it all the same?
            [Change the audience] [Change the time]
            [Yes, send it] [Change the text]
            [Add English] [Add a picture]
            [Button to register] [Narrow it down]
            [Leave some out]
            [Back] [Stop here]
        하늘: [Change the text]
        빛나: Let us change it.
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 수요데이가 열려요.
        빛나 rewrites: Text: 수요데이가 열려요.
        빛나: 수요데이가 열려요.
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [소식 알림 끄기]
        빛나: Hiring day on December 2.
            — 광주고용복지플러스센터, 062-609-8500
            You get this because you asked for news. Stopping it is free.
            [No more news]
        빛나: How it goes out
            Above you have got a copy, as they will see it.
            Audience: Buk-gu
            When: Tue, Nov 24 10:00 AM
            People who get it: 0
            of them at 08:00, after the night: 0
            Left out, as they did not ask for it: 0
            Left out, as they had two today: 0
            Nobody would get it as things stand. Others may come until then, or change the audience.
            Shall I keep it all the same?
            [Change the audience] [Change the time]
            [Yes, send it] [Change the text]
            [Add English] [Add a picture]
            [Button to register] [Narrow it down]
            [Leave some out]
            [Back] [Stop here]
        하늘: 네
        빛나 rewrites: Sending: Yes, send it
        빛나: Announcement 1: scheduled
            It goes out: Tue, Nov 24 10:00 AM
            [Stop it]
        빛나: It is in the book: Tue, Nov 24 10:00 AM. The card above shows how it goes.
            [All announcements] [Menu]
        하늘: [Stop it]
        빛나 rewrites: Announcement 1: stopped
            Nobody has got it.
        빛나: Stopped. Nobody else gets it.
            [Menu]
        (1 day later)
    """)


async def test_a_hiring_day_announces_itself_in_korean(korean: Reader, house: House) -> None:
    """The operator sees it an hour before, a week ahead, and can stop it."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await holds(house)
    await house.agreed("민지", news=True, language="ko")
    await korean.reads("""
        (47 hours later)
        빛나 → 하늘: 공지 1: 보내기 전
            보낼 때: 11월 25일 (수) 오전 10시
            다음 주에 채용행사가 열려요. 마음에 드는 회사를 골라 두면 면접 시간을 잡아 드려요.
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            센터 파일에 적어 둔 대로 저절로 나가요. 멈추고 싶을 때만 눌러 주세요.
            [공지 멈추기]
        (1 hour later)
        빛나 → 하늘 rewrites: 공지 1: 보내는 중
            ░░░░░░░░░░ 0% (1명 중 0명)
            전달: 0
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 1
            [잠깐 멈추기] [공지 멈추기]
        빛나 → 민지: 다음 주에 채용행사가 열려요. 마음에 드는 회사를 골라 두면 면접 시간을 잡아 드려요.
            일자리 수요데이 (센터가 확인했어요)
            12월 2일 (수) 오후 2시 – 오후 5시
            11층 상설채용관
            — 광주고용복지플러스센터, 062-609-8500
            소식을 받겠다고 하셔서 보내 드려요. 언제든 무료로 끌 수 있어요.
            [신청하기] [일정 저장하기]
            [관심 없어요]
        (1 minute later)
        빛나 → 하늘 rewrites: 공지 1: 다 보냈어요
            ██████████ 100% (1명 중 1명)
            전달: 1
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 0
            [나간 글 고치기] [덧붙여 알리기]
    """)


async def test_narrowed_down_and_without_some(house: House, korean: Reader) -> None:
    """A district, an age within it, and not who is registered already; a choice made again is asked anew."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await holds(house)
    await house.agreed("민지", news=True, language="ko")
    lines = ["/announce", "수요데이가 열려요.", "[센터 소식]", "[사는 구로 고르기]", "북구", "내일 오전 10시"]
    for line in lines:
        await korean.performs(f"하늘: {line}")

    await korean.reads("""
        하늘: [더 좁히기]
        빛나: 받는 분을 무엇으로 더 좁힐까요?
            [원하는 일로 고르기]
            [나이로 고르기]
            [지원 제도가 맞을 수 있는 분]
            [영어로 보는 분]
            [더 좁히지 않을게요]
            [뒤로] [그만하기]
        하늘: [나이로 고르기]
        빛나 rewrites: 좁히기: 나이로 고르기
        빛나: 몇 살부터 몇 살까지 보낼까요?
            [뒤로] [그만하기]
    """)
    await korean.performs("하늘: 20~39")
    await korean.reads("""
        하늘: [빼고 보내기]
        빛나: 어떤 분은 빼고 보낼까요?
            [어느 구에 사는 분]
            [어떤 일을 원하는 분]
            [어느 나이의 분]
            [채용행사를 신청한 분]
            [지난 공지를 받은 분]
            [빼지 않을게요]
            [뒤로] [그만하기]
        하늘: [채용행사를 신청한 분]
        빛나 rewrites: 빼는 분: 채용행사를 신청한 분
        빛나: 구체적으로 어떤 분을 뺄까요?
            [일자리 수요데이, 12월 2일 (수)]
            [뒤로] [그만하기]
    """)
    for line in ("[일자리 수요데이, 12월 2일 (수)]", "[받는 분 바꾸기]", "[사는 구로 고르기]", "남구"):
        await korean.performs(f"하늘: {line}")

    async with house.database.reading() as session:
        [draft] = (await session.exec(select(Announcement))).all()
    assert draft.audience == {"district": "남구", "ages": [20, 39], "without": {"fair": "wednesday"}}


async def test_what_those_who_registered_need_to_know(house: House, korean: Reader) -> None:
    """It needs nobody's consent to news, and is for nobody else; no refusal stands below it."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    for name in ("민지", "철수"):
        await house.agreed(name, language="ko")
    await registered(house, await holds(house), "민지")
    for line in ("/announce", "행사 날 주차장이 공사 중이에요."):
        await korean.performs(f"하늘: {line}")

    await korean.reads("""
        하늘: [신청한 분께 꼭 필요한 안내]
        빛나 rewrites: 공지 종류: 신청한 분께 꼭 필요한 안내
        빛나: 누구와 관계있는 안내인가요? 소식을 꺼 둔 분께도 가요.
            [채용행사를 신청한 분]
            [뒤로] [그만하기]
    """)
    for line in ("[채용행사를 신청한 분]", "[일자리 수요데이, 12월 2일 (수)]"):
        await korean.performs(f"하늘: {line}")
    assert "받는 사람 수: 1명" in (await korean.performs("하늘: [지금 보내기]"))[-1]
    await korean.performs("하늘: 네")
    await korean.reads("""
        (1 minute later)
        빛나 rewrites: 공지 1: 보내는 중
            ░░░░░░░░░░ 0% (1명 중 0명)
            전달: 0
            차단: 0
            못 보냄: 0
            확인 안 됨: 0
            대기: 1
            [잠깐 멈추기] [공지 멈추기]
        빛나 → 민지: 행사 날 주차장이 공사 중이에요.
            — 광주고용복지플러스센터, 062-609-8500
    """)
