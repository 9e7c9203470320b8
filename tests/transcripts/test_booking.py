"""Booking: four taps or a few words, the counselor's side, and every way out."""

from bot.models import Role
from tests.house import House
from tests.transcripts.reading import Reader


async def test_four_taps(chat: Reader, house: House) -> None:
    """Service, day, time, yes; the counselor is alerted and confirms; both see it."""
    await house.joins("윤슬 상담사", Role.COUNSELOR, "윤슬")
    await house.agreed("민지")
    await chat.reads("""
        민지: [Book counseling]
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
        민지: [Choose a day]
        빛나 rewrites: Looking for: Choose a day
        빛나: Which day suits you? You may also write it, like “Tuesday next week, afternoon”.
            [Mon, Nov 23] [Tue, Nov 24]
            [Wed, Nov 25] [Thu, Nov 26]
            [Fri, Nov 27] [Mon, Nov 30]
            [Later days] [Tell me when a time is free]
            [Back] [Stop here]
        민지: [Later days]
        빛나: Which day suits you? You may also write it, like “Tuesday next week, afternoon”.
            [Tue, Dec 1] [Wed, Dec 2]
            [Thu, Dec 3] [Fri, Dec 4]
            [Mon, Dec 7] [Earlier days]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: [Tue, Dec 1]
        빛나 rewrites: Day: Tue, Dec 1
        빛나: Which time suits you?
            [Tue, Dec 1 9:00 AM, 윤슬 상담사, in person]
            [Tue, Dec 1 10:00 AM, 윤슬 상담사, in person]
            [Tue, Dec 1 11:00 AM, 윤슬 상담사, in person]
            [Tue, Dec 1 1:00 PM, 윤슬 상담사, in person]
            [Tue, Dec 1 2:00 PM, 윤슬 상담사, in person]
            [Tue, Dec 1 3:00 PM, 윤슬 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Back] [Stop here]
        민지: [Tue, Dec 1 9:00 AM, 윤슬 상담사, in person]
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
        윤슬: [Accept]
        빛나 rewrites: Accepted
            Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
            [Call this meeting off]
        빛나 → 민지: The counselor has confirmed your appointment: Tue, Dec 1 9:00 AM
            Counselor: 윤슬 상담사
            Booking number: B-12345
            [My appointments]
        민지: [My appointments]
        빛나: Your appointments
            Tue, Dec 1 9:00 AM
            First interview with a counselor, 윤슬 상담사
            confirmed · B-12345
            [Change: Tue, Dec 1 9:00 AM]
            [Cancel: Tue, Dec 1 9:00 AM]
            [Menu]
        윤슬: /today
        빛나: No appointments today, Mon, Nov 23.
            [Menu]
        (8 days later)
        빛나: Your day, Tue, Dec 1: 1
            Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
            [Today's appointments] [The week]
        윤슬: /today
        빛나: Today, Tue, Dec 1
            Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
            [9:00 AM Arrived] [9:00 AM Done]
            [9:00 AM Did not come]
            [Menu]
    """)


async def test_typed_as_people_talk(chat: Reader, house: House) -> None:
    """A day with half of it, a time, a yes."""
    await house.agreed("민지")
    await chat.reads("""
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지: 상담사와 초기상담
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
        민지: 다음 주 화요일 오후
        빛나 rewrites: Looking for: Tue, Dec 1
        빛나: Which time suits you?
            [Tue, Dec 1 1:00 PM, 윤슬 상담사, in person]
            [Tue, Dec 1 2:00 PM, 윤슬 상담사, in person]
            [Tue, Dec 1 3:00 PM, 윤슬 상담사, in person]
            [Tue, Dec 1 4:00 PM, 윤슬 상담사, in person]
            [Tue, Dec 1 5:00 PM, 윤슬 상담사, in person]
            [Wed, Dec 2 9:00 AM, 새벽 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Back] [Stop here]
        민지: 3시요
        빛나 rewrites: Time: Tue, Dec 1 3:00 PM
        빛나: Shall I book this?
            Tue, Dec 1 3:00 PM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: 네
        빛나 rewrites: Booking: Yes, book it
        빛나: Booked: Tue, Dec 1 3:00 PM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
    """)


async def test_everything_in_one_line(chat: Reader, house: House) -> None:
    """A day and an hour settle two questions."""
    await house.agreed("민지")
    await chat.reads("""
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지: [Money and re-employment counseling]
        빛나 rewrites: Counseling: Money and re-employment counseling
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
        민지: 모레 오전 10시
        빛나 rewrites: Time: Wed, Nov 25 10:00 AM
        빛나: Shall I book this?
            Wed, Nov 25 10:00 AM
            Money and re-employment counseling, 50 minutes, in person
            Counselor: 누리 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: 좋아요
        빛나 rewrites: Booking: Yes, book it
        빛나: Booked: Wed, Nov 25 10:00 AM
            Money and re-employment counseling
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 누리 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
    """)


async def test_what_cannot_be_booked_is_said_kindly(chat: Reader, house: House) -> None:
    """The past, the weekend, two days, no day, an hour that is not there."""
    await house.agreed("민지")
    await chat.reads("""
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지: [Money and re-employment counseling]
        빛나 rewrites: Counseling: Money and re-employment counseling
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
        민지: 지난주 금요일
        빛나: That time has already passed.
            For example: 다음 주 화요일 오후, or 12월 2일.
            How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 토요일
        빛나 rewrites: Looking for: Sat, Nov 28
        빛나: Nothing is free on Sat, Nov 28. These times are.
            Which time suits you?
            [Mon, Nov 30 9:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 10:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 11:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 1:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 2:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: 수요일이나 금요일
        빛나: That could be Wed, Nov 25, Fri, Nov 27. Please say which one.
            Which time suits you?
            [Mon, Nov 30 9:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 10:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 11:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 1:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 2:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: 오후
        빛나: That time is not free. These are.
            Which time suits you?
            [Mon, Nov 30 9:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 10:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 11:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 1:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 2:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: 다음 주
        빛나: Which time suits you?
            [Mon, Nov 30 9:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 10:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 11:00 AM, 누리 상담사, in person]
            [Mon, Nov 30 1:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 2:00 PM, 누리 상담사, in person]
            [Mon, Nov 30 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: 수요일
        빛나: Which time suits you?
            [Wed, Nov 25 9:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 10:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 11:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 1:00 PM, 누리 상담사, in person]
            [Wed, Nov 25 2:00 PM, 누리 상담사, in person]
            [Wed, Nov 25 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Back] [Stop here]
        민지: 오후 6시 반
        빛나: That time is not free. These are.
            Which time suits you?
            [Wed, Nov 25 9:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 10:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 11:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 1:00 PM, 누리 상담사, in person]
            [Wed, Nov 25 2:00 PM, 누리 상담사, in person]
            [Wed, Nov 25 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: 1시
        빛나 rewrites: Time: Wed, Nov 25 1:00 PM
        빛나: Shall I book this?
            Wed, Nov 25 1:00 PM
            Money and re-employment counseling, 50 minutes, in person
            Counselor: 누리 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Another time]
        빛나: Let us look for another time.
            Which time suits you?
            [Wed, Nov 25 9:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 10:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 11:00 AM, 누리 상담사, in person]
            [Wed, Nov 25 1:00 PM, 누리 상담사, in person]
            [Wed, Nov 25 2:00 PM, 누리 상담사, in person]
            [Wed, Nov 25 3:00 PM, 누리 상담사, in person]
            [Earlier times]
            [Later times]
            [Another day]
            [Tell me when a time is free]
            [Back] [Stop here]
        민지: 그만
        빛나: We stopped here: Booking. Nothing of it was kept.
        빛나: What shall we do?
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
    """)


async def test_a_question_in_the_middle_is_answered(chat: Reader, house: House) -> None:
    """And the open question comes again."""
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
        민지: 센터 어디에 있어요?
        빛나: 광주고용복지플러스센터는 북구 금남로 121에 있어요. 전화는 062-609-8500이에요. 광산구에 사시면 보통 광주광산고용복지플러스센터(하남대로, 062-960-3200)로 가요. 관할은 가시기 전에 전화로 확인해 주세요.
            The center wrote this in Korean. In your language you can ask 외국인력상담센터 1577-0071.
            As of Mon, Nov 23. To make sure: the center, 062-609-8500, 광주광산고용복지플러스센터 062-960-3200
            [About the center]
            [Talk to a person]
            [Book counseling]
            [It helped] [It did not]
            [Report a wrong answer] [Menu]
        빛나: How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: /help
        빛나: You can press buttons or simply write.
            At any time: “back”, “menu”, “stop”, “say it again”, “skip”, “start over”. To correct an answer, edit your message.
            /start begin, or back to the menu
            /intake first interview, three minutes
            /book book counseling
            /mine my appointments: see, change, cancel
            /programs programs of the center
            /fairs coming hiring days
            /center where and when the center is open
            /person talk to a person
            /notifications choose which news come
            /stop no more news
            /mydata what is kept about me
            /delete erase everything about me
            /privacy how my data is handled
            /language 한국어 / English
            /help what I can do
            [Menu]
        빛나: How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 우주에는 어떻게 가나요?
        빛나: I do not know the answer to that yet, and I would rather say so than guess.
            I have passed the question on to the center, without your name. A person can help you now.
            [Talk to a person]
            [Tell me when there is an answer]
        빛나: How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 상담사랑 얘기할래요
        빛나: No counselor is in this chat right now. Please call 062-609-8500, or leave a word.
            If things are very hard right now, 109 listens day and night.
            [Leave a word]
            [Book counseling] [Menu]
        빛나: How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
    """)


async def test_changing_and_canceling(chat: Reader, house: House) -> None:
    """The old time is kept until the new one is chosen."""
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
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지: [First interview with a counselor]
        빛나: You already have this appointment.
            Tue, Dec 1 9:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Change or cancel it]
        민지: /mine
        빛나: Your appointments
            Tue, Dec 1 9:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Change: Tue, Dec 1 9:00 AM]
            [Cancel: Tue, Dec 1 9:00 AM]
            [Menu]
        민지: [Change: Tue, Dec 1 9:00 AM]
        빛나: Now it is Tue, Dec 1 9:00 AM. It stays until you have chosen another time.
            How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 12월 1일 오전 10시
        빛나 rewrites: Time: Tue, Dec 1 10:00 AM
        빛나: Shall I book this?
            Tue, Dec 1 10:00 AM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Yes, book it]
        빛나 rewrites: Booking: Yes, book it
        빛나 → 윤슬: A booking has moved
            Tue, Dec 1 10:00 AM
            First interview with a counselor, in person · B-12345
            [Accept]
            [Propose another time]
            [Ask a colleague]
            [Call this meeting off]
        빛나: Moved to: Tue, Dec 1 10:00 AM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
        민지: /mine
        빛나: Your appointments
            Tue, Dec 1 10:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Change: Tue, Dec 1 10:00 AM]
            [Cancel: Tue, Dec 1 10:00 AM]
            [Menu]
        민지: [Cancel: Tue, Dec 1 10:00 AM]
        빛나: Shall I cancel this appointment?
            Tue, Dec 1 10:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Yes, cancel it]
            [No, keep it]
        민지: [No, keep it]
        빛나: It stays as it is: Tue, Dec 1 10:00 AM.
            [Menu]
        민지: [Cancel: Tue, Dec 1 10:00 AM]
        빛나: Shall I cancel this appointment?
            Tue, Dec 1 10:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Yes, cancel it]
            [No, keep it]
        민지: [Yes, cancel it]
        빛나 rewrites: Canceled: Tue, Dec 1 10:00 AM
        빛나 → 윤슬: A booking was canceled
            Tue, Dec 1 10:00 AM
            First interview with a counselor, in person · B-12345
        빛나: It is canceled, and the counselor knows. Shall we look for another time?
            [Book counseling] [Menu]
        윤슬: [Accept]
        빛나: That appointment was already changed, canceled, or is over.
            [Menu]
    """)


async def test_the_counselor_asks_for_another_time(chat: Reader, house: House) -> None:
    """The person chooses, the place is kept until then."""
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
        윤슬: [Propose another time]
        빛나 rewrites: Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
            Which times shall I propose? Up to three.
            [Tue, Dec 1 10:00 AM]
            [Tue, Dec 1 11:00 AM]
            [Tue, Dec 1 1:00 PM]
            [Tue, Dec 1 2:00 PM]
            [Tue, Dec 1 3:00 PM]
            [Tue, Dec 1 4:00 PM]
            [Later times]
            [The soonest times]
            [Let them choose any time]
            [Back]
        윤슬: [Let them choose any time]
        빛나 rewrites: Asked for another time
            Tue, Dec 1 9:00 AM
            First interview with a counselor, in person · B-12345
            [Call this meeting off]
        빛나 → 민지: I am sorry: the counselor cannot meet you on Tue, Dec 1 9:00 AM and asks for another time.
            Would you choose one? Your booking is not lost until then.
            [Choose another time]
            [Cancel]
        민지: [Choose another time]
        빛나: Now it is Tue, Dec 1 9:00 AM. It stays until you have chosen another time.
            How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 12월 1일 오전 11시
        빛나 rewrites: Time: Tue, Dec 1 11:00 AM
        빛나: Shall I book this?
            Tue, Dec 1 11:00 AM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Yes, book it]
        빛나 rewrites: Booking: Yes, book it
        빛나 → 윤슬: A booking has moved
            Tue, Dec 1 11:00 AM
            First interview with a counselor, in person · B-12345
            [Accept]
            [Propose another time]
            [Ask a colleague]
            [Call this meeting off]
        빛나: Moved to: Tue, Dec 1 11:00 AM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
    """)


async def test_reminders_come_in_time(chat: Reader, house: House) -> None:
    """The evening before and two hours before; a moved one never of its old time."""
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
        민지: 내일 오후 2시
        빛나 rewrites: Time: Tue, Nov 24 2:00 PM
        빛나: Shall I book this?
            Tue, Nov 24 2:00 PM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Yes, book it]
        빛나 rewrites: Booking: Yes, book it
        빛나: Booked: Tue, Nov 24 2:00 PM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
        (8 hours later)
        빛나: Tomorrow is your appointment.
            Tue, Nov 24 2:00 PM
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            Please bring your ID card. Does it stay so? A tap is enough.
            [I am coming] [I am late]
            [Change the time] [Cancel]
        (18 hours later)
        빛나: Your appointment is soon.
            Tue, Nov 24 2:00 PM
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            Please bring your ID card. Does it stay so? A tap is enough.
            [I am coming] [I am late]
            [Change the time] [Cancel]
    """)


async def test_a_moved_appointment_never_reminds_of_its_old_time(chat: Reader, house: House) -> None:
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
        민지: 내일 오후 2시
        빛나 rewrites: Time: Tue, Nov 24 2:00 PM
        빛나: Shall I book this?
            Tue, Nov 24 2:00 PM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Yes, book it]
        빛나 rewrites: Booking: Yes, book it
        빛나: Booked: Tue, Nov 24 2:00 PM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
        민지: /mine
        빛나: Your appointments
            Tue, Nov 24 2:00 PM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Change: Tue, Nov 24 2:00 PM]
            [Cancel: Tue, Nov 24 2:00 PM]
            [Menu]
        민지: [Change: Tue, Nov 24 2:00 PM]
        빛나: Now it is Tue, Nov 24 2:00 PM. It stays until you have chosen another time.
            How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지: 모레 오후 3시
        빛나 rewrites: Time: Wed, Nov 25 3:00 PM
        빛나: Shall I book this?
            Wed, Nov 25 3:00 PM
            First interview with a counselor, 50 minutes, in person
            Counselor: 윤슬 상담사
            I keep this time for you for 5 minutes.
            [Yes, book it] [Another time]
            [Back] [Stop here]
        민지: [Yes, book it]
        빛나 rewrites: Booking: Yes, book it
        빛나: Moved to: Wed, Nov 25 3:00 PM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
        (8 hours later)
        (18 hours later)
        (6 hours later)
        빛나: Tomorrow is your appointment.
            Wed, Nov 25 3:00 PM
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            Please bring your ID card. Does it stay so? A tap is enough.
            [I am coming] [I am late]
            [Change the time] [Cancel]
    """)


async def test_what_stands_on_a_button_may_be_typed(chat: Reader, house: House) -> None:
    """Outside of a dialogue, too."""
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
        빛나: Booked: Tue, Dec 1 9:00 AM
            First interview with a counselor
            광주고용복지플러스센터, 전남광주통합특별시 북구 금남로 121
            Counselor: 윤슬 상담사
            Booking number: B-12345
            I will remind you the evening before and two hours before.
            Please bring your ID card.
            [Save to my calendar]
            [My appointments] [Menu]
        민지: my appointments
        빛나: Your appointments
            Tue, Dec 1 9:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Change: Tue, Dec 1 9:00 AM]
            [Cancel: Tue, Dec 1 9:00 AM]
            [Menu]
        민지: cancel: tue, dec 1 9:00 am
        빛나: Shall I cancel this appointment?
            Tue, Dec 1 9:00 AM
            First interview with a counselor, 윤슬 상담사
            waiting for the counselor · B-12345
            [Yes, cancel it]
            [No, keep it]
        민지: yes cancel it
        빛나: It is canceled, and the counselor knows. Shall we look for another time?
            [Book counseling] [Menu]
        민지: book counseling
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
    """)
