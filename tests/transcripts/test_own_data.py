"""What is kept is the person's: shown, changed, explained, erased."""

from bot.models import Announcement, RefusalKind, Role
from bot.services import announcements, fairs, people
from tests.house import House
from tests.transcripts.a_fair import holds
from tests.transcripts.reading import Reader


async def test_everything_that_is_kept_is_shown_and_changed(chat: Reader, house: House) -> None:
    await house.agreed("민지")
    await chat.reads("""
        민지: /mydata
        빛나: What I keep about you
            I have no answers of yours.
            Appointments: 0 · Unfinished talks: 0
            Language: English · Here since Mon, Nov 23
            You agreed to: Telegram abroad, keeping what you tell
            [Erase everything] [Menu]
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 민지
        빛나 rewrites: First interview 1/8
            Name: 민지
        빛나: First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
        민지: 북구
        빛나 rewrites: First interview 2/8
            District: Buk-gu
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
        민지: /mydata
        빛나: What I keep about you
            Name: 민지 (not finished yet)
            District: Buk-gu (not finished yet)
            Appointments: 0 · Unfinished talks: 1
            Language: English · Here since Mon, Nov 23
            You agreed to: Telegram abroad, keeping what you tell
            [Change my answers]
            [Erase everything] [Menu]
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
        민지: /privacy
        빛나: Your data
            · I keep what you tell me only after you agree, on the center's own machine.
            · Chats go over Telegram's servers abroad. You agree to that separately.
            · Resident numbers are covered before anything is stored.
            · Answers go after 90 days, appointments after 365 days.
            · Nobody gets your data without your consent.
            You can see everything, change it, take consent back, or have it erased. Questions: 062-609-8500.
            [What I keep] [Erase everything]
            [Menu]
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
    """)


async def test_erased_with_a_receipt(chat: Reader, house: House) -> None:
    """Appointments go back to the book, and the counselor hears it without a name."""
    await house.joins("윤슬 상담사", Role.COUNSELOR, "윤슬")
    await house.agreed("민지")
    await chat.reads("""
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지: [First interview with a counselor]
        빛나 rewrites: Counseling: First interview with a counselor
        빛나: How would you like to talk?
            [in person] [by telephone]
            [Back] [Stop here]
        민지: [in person]
        빛나 rewrites: Way: in person
        빛나: How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 12월 1일 오전 9시
        빛나 rewrites: Time: Tue, Dec 1 9:00 AM
        빛나: Shall I book this?
            Tue, Dec 1 9:00 AM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Yes, book it]
        빛나 rewrites: Booking: Yes, book it
        빛나 → 윤슬: New booking
            Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
            [Accept]
            [Propose another time]
            [Ask a colleague]
            [Call this meeting off]
        빛나: Booked: Tue, Dec 1 9:00 AM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
        민지: /delete
        빛나: Shall I erase everything I keep about you?
            Your answers, consents and coming appointments go, and this cannot be undone. The messages in Telegram stay until you delete them there.
            [Yes, erase everything]
            [No, keep it]
        민지: [No, keep it]
        빛나: All right, everything stays.
            [Menu]
        민지: /delete
        빛나: Shall I erase everything I keep about you?
            Your answers, consents and coming appointments go, and this cannot be undone. The messages in Telegram stay until you delete them there.
            [Yes, erase everything]
            [No, keep it]
        민지: [Yes, erase everything]
        빛나: Everything is erased. Receipt: D-ABCD-EFGH
            The receipt proves it and says nothing about you. You are welcome again at any time with /start.
        빛나 → 윤슬: A booking was canceled
            Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
        민지: /mine
        빛나: You have no appointment at the moment.
            [Book counseling] [Menu]
    """)


async def test_news_are_switched_with_a_tap(chat: Reader) -> None:
    await chat.reads("""
        민지: /notifications
        빛나: News settings
            News of hiring days and programs: off
            Companies' offers (advertisements): off
            Between 21:00 and 08:00: off
            Reminders of your own appointments always come.
            [Yes, send me news]
            [Companies' offers, too]
            [Menu]
        민지: [Yes, send me news]
        빛나: Gladly: news of hiring days and programs come to you, between 8 and 21 o'clock.
            [News settings] [Menu]
        민지: [News settings]
        빛나: News settings
            News of hiring days and programs: on
            Companies' offers (advertisements): off
            Between 21:00 and 08:00: off
            Reminders of your own appointments always come.
            [No more news]
            [Companies' offers, too]
            [At night too]
            [Menu]
        민지: [At night too]
        빛나: Done: news may come at night, too.
            [News settings] [Menu]
        민지: /stop
        빛나: Done: no more news. Reminders of your own appointments still come.
            [As it was before]
            [News settings] [Menu]
        민지: [As it was before]
        빛나: Gladly: everything is as it was before.
            [News settings] [Menu]
        민지: /notifications
        빛나: News settings
            News of hiring days and programs: on
            Companies' offers (advertisements): off
            Between 21:00 and 08:00: on
            Reminders of your own appointments always come.
            [No more news]
            [Companies' offers, too]
            [Not at night]
            [Menu]
    """)


async def test_staff_come_in_with_a_code_once(chat: Reader) -> None:
    await chat.reads("""
        민지: /start staff-ABCDEF
        빛나: I do not know that code. Please ask for a new one.
        민지: /today
        빛나: This is for counselors of the center.
            [Menu]
    """)


async def test_hiring_days_and_refused_companies_are_shown_in_korean(korean: Reader, house: House) -> None:
    fair_id = await holds(house)
    await house.agreed("민지", news=True, language="ko")
    async with house.database.transaction() as session:
        person = await people.heard_from(session, house.person("민지").id, "ko", house.clock.now())
        await fairs.register(session, person, fair_id, house.clock.now())
        offer = Announcement(
            text="뽑아요", sponsor="무등가전", due_at=house.clock.now(), created_at=house.clock.now()
        )
        await announcements.refuse(session, person, offer, RefusalKind.COMPANY, house.clock.now())
    await korean.reads("""
        민지: /mydata
        빛나: 보관 중인 내 정보
            보관 중인 답이 없어요.
            예약 0건 · 하다가 멈춘 대화 0건
            언어: 한국어 · 처음 만난 날: 11월 23일 (월)
            신청한 채용행사: 일자리 수요데이
            채용 광고를 안 받는 회사: 무등가전
            동의하신 것: 텔레그램 국외 이전, 말씀하신 내용 보관, 소식
            [내 정보 모두 지우기] [처음으로]
    """)
