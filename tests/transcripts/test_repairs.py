"""The repairs that every script has, and buttons that heal themselves."""

from tests.house import House
from tests.transcripts.reading import Reader


async def test_editing_a_message_corrects_that_answer(chat: Reader, house: House) -> None:
    """Before and after are shown, and only what is open is asked."""
    await house.agreed("민지")
    await chat.reads("""
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
        민지 edits 북구 → 남구
        빛나: Changed District: Buk-gu → Nam-gu
            First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
        민지: 1990년생
        빛나 rewrites: First interview 3/8
            Birth year or age: born in 1990
        빛나: First interview 4/8
            What describes your present situation best?
            [Without work] [On unemployment benefit]
            [Part-time or daily work] [Employed]
            [Self-employed, freelance] [Student]
            [Graduating soon] [On leave]
            [Back] [Stop here]
        민지 edits 1990년생 → 어제
        빛나: I saw your edit, but kept Birth year or age as it was.
            I did not quite understand that.
            For example: 1990, or 만 35세.
            First interview 4/8
            What describes your present situation best?
            [Without work] [On unemployment benefit]
            [Part-time or daily work] [Employed]
            [Self-employed, freelance] [Student]
            [Graduating soon] [On leave]
            [Back] [Stop here]
        민지 edits 남구 → 광산구
        빛나: Changed District: Nam-gu → Gwangsan-gu
            First interview 4/8
            What describes your present situation best?
            [Without work] [On unemployment benefit]
            [Part-time or daily work] [Employed]
            [Self-employed, freelance] [Student]
            [Graduating soon] [On leave]
            [Back] [Stop here]
    """)


async def test_editing_what_was_not_understood_answers_it(chat: Reader, house: House) -> None:
    """Nobody has to type it again."""
    await house.agreed("민지")
    await chat.reads("""
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
        민지: 북귀신
        빛나: I did not quite understand that.
            For example: Buk-gu, or your neighborhood such as 용봉동 or 수완동.
            First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
        민지 edits 북귀신 → 북구
        빛나 rewrites: First interview 2/8
            District: Buk-gu
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
    """)


async def test_editing_after_the_interview_corrects_the_profile(chat: Reader, house: House) -> None:
    await house.agreed("민지")
    await chat.reads("""
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
        민지: 1990
        빛나 rewrites: First interview 3/8
            Birth year or age: born in 1990
        빛나: First interview 4/8
            What describes your present situation best?
            [Without work] [On unemployment benefit]
            [Part-time or daily work] [Employed]
            [Self-employed, freelance] [Student]
            [Graduating soon] [On leave]
            [Back] [Stop here]
        민지: 구직중이에요
        빛나 rewrites: First interview 4/8
            Situation: Without work
        빛나: First interview 5/8
            Which kind of work would you like?
            [Office, finance] [IT, research, engineering]
            [Education, welfare, safety] [Health, nursing]
            [Design, media, sports] [Food, beauty, cleaning, care]
            [Sales, driving, delivery] [Construction]
            [Production, repair] [Farming, fishing]
            [Back] [Stop here]
        민지: 사무직
        빛나 rewrites: First interview 5/8
            Kind of work wanted: Office, finance
        빛나: First interview 6/8
            How long have you worked so far, all jobs together?
            [None yet] [Less than a year]
            [1 to 3 years] [3 to 5 years]
            [5 to 10 years] [More than 10 years]
            [Back] [Stop here]
        민지: 3년
        빛나 rewrites: First interview 6/8
            Career: 3 years
        빛나: First interview 7/8
            What makes finding work hard? Choose as many as you like.
            You need not write about illness or family here: the buttons are enough.
            [I do not know which job] [Skills, certificates]
            [Résumé, interviews] [Too little information]
            [A long break] [Children, family care]
            [Health] [No strength, no courage]
            [Money, debts] [Getting there]
            [None of these]
            [Skip] [Back] [Stop here]
        민지: [None of these]
        빛나 rewrites: First interview 7/8
            What makes it hard: nothing chosen
        빛나: First interview 8/8
            How may the center call you if this chat does not work? You may skip this.
            [Share my phone number]
            [Skip] [Back] [Stop here]
        민지: 건너뛰기
        빛나: First interview 8/8
            Phone: not said
        빛나: Thank you. This is what I understood. Is it right?
            Name: 민지
            District: Buk-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: 3 years
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: 네
        빛나: These programs may fit you.
            구직자 도약보장 패키지
            일자리를 찾는 분이라면 누구나 이야기해 볼 수 있어요.
            국민내일배움카드
            75세가 되지 않아서 나이 조건에 맞아요. 대부분의 구직자가 받을 수 있어요.
            광주청년 일경험드림
            19~39세라서 살펴볼 수 있어요. 광주에 살고 계셔서 볼 수 있어요. 지금 일하고 있지 않아서 조건에 맞아요.
            국민취업지원제도 Ⅰ유형
            15~69세라서 나이 조건에 맞아요. 지금 일자리를 찾는 중이라서 살펴볼 수 있어요.
            To be looked at with the center: 가구 소득이 기준 중위소득의 60% 이하인지 센터에서 확인해요. 혼자 사는 가구는 2026년 월 1,538,543원이에요. 가구 재산이 4억원(15~34세는 5억원) 이하인지 센터에서 확인해요.
            This shows possibilities; it does not decide about eligibility. As of Mon, Nov 23. Please make sure with work24.go.kr or the center.
            [구직자 도약보장 패키지]
            [국민내일배움카드]
            [광주청년 일경험드림]
            [국민취업지원제도 Ⅰ유형]
            [Book counseling]
            [News of hiring days] [Menu]
        민지 edits 북구 → 서구
        빛나: Changed District: Buk-gu → Seo-gu
            [Look again which programs fit] [Menu]
        민지: [Look again which programs fit]
        빛나: These programs may fit you.
            구직자 도약보장 패키지
            일자리를 찾는 분이라면 누구나 이야기해 볼 수 있어요.
            국민내일배움카드
            75세가 되지 않아서 나이 조건에 맞아요. 대부분의 구직자가 받을 수 있어요.
            광주청년 일경험드림
            19~39세라서 살펴볼 수 있어요. 광주에 살고 계셔서 볼 수 있어요. 지금 일하고 있지 않아서 조건에 맞아요.
            국민취업지원제도 Ⅰ유형
            15~69세라서 나이 조건에 맞아요. 지금 일자리를 찾는 중이라서 살펴볼 수 있어요.
            To be looked at with the center: 가구 소득이 기준 중위소득의 60% 이하인지 센터에서 확인해요. 혼자 사는 가구는 2026년 월 1,538,543원이에요. 가구 재산이 4억원(15~34세는 5억원) 이하인지 센터에서 확인해요.
            This shows possibilities; it does not decide about eligibility. As of Mon, Nov 23. Please make sure with work24.go.kr or the center.
            [구직자 도약보장 패키지]
            [국민내일배움카드]
            [광주청년 일경험드림]
            [국민취업지원제도 Ⅰ유형]
            [Book counseling]
            [News of hiring days] [Menu]
        민지: /mydata
        빛나: What I keep about you
            Name: 민지 (written, Mon, Nov 23)
            District: Seo-gu (corrected, Mon, Nov 23)
            Birth year or age: born in 1990 (written, Mon, Nov 23)
            Situation: Without work (written, Mon, Nov 23)
            Kind of work wanted: Office, finance (written, Mon, Nov 23)
            Career: 3 years (written, Mon, Nov 23)
            What makes it hard: nothing chosen (pressed, Mon, Nov 23)
            Phone: not said (pressed, Mon, Nov 23)
            Appointments: 0 · Unfinished talks: 0
            Language: English · Here since Mon, Nov 23
            You agreed to: Telegram abroad, keeping what you tell
            [Change my answers]
            [Erase everything] [Menu]
    """)


async def test_back_goes_one_question_back(chat: Reader, house: House) -> None:
    """To the very first; the summary's way back keeps what was."""
    await house.agreed("민지")
    await chat.reads("""
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
        민지: 뒤로
        빛나: First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
        민지: [Back]
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 뒤로
        빛나: This is the first question.
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 다시 말해줘
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 건너뛰기
        빛나: I need this one to go on. You can also stop here at any time.
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
    """)


async def test_a_double_tap_acts_once(chat: Reader, house: House) -> None:
    """Also on the last button."""
    await house.agreed("민지")
    await chat.reads("""
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지 double-taps [First interview with a counselor]
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
        민지 double-taps [Yes, book it]
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
    """)


async def test_an_old_button_explains_itself(chat: Reader, house: House) -> None:
    """And shows where we are: left for later, an earlier step, over."""
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
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지 presses the old [Leap package counseling]
        빛나: Let us go on where we stopped. To begin anew, write “start over”.
            How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
            [The soonest time]
            [Choose a day]
            [Choose a counselor]
            [Back] [Stop here]
        민지 presses the old [by telephone]
        빛나: That button is from an earlier card. We are here now.
            How shall I look for a time? You may also write it, like “Tuesday next week, afternoon”.
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
        빛나: You were in the middle of this: First interview (1/8).
            [Go on: First interview]
        민지: 처음으로
        빛나: What shall we do?
            You were in the middle of this: First interview (1/8).
            [Go on: First interview]
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        민지 presses the old [Another time]
        빛나: That button belongs to something that is already finished.
        빛나: What shall we do?
            You were in the middle of this: First interview (1/8).
            [Go on: First interview]
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
    """)


async def test_another_command_leaves_the_dialogue_for_later(chat: Reader, house: House) -> None:
    """It can be taken up again, and is offered."""
    await house.agreed("민지")
    await chat.reads("""
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
        빛나: You were in the middle of this: First interview (2/8).
            [Go on: First interview]
        민지: [Go on: First interview]
        빛나: Let us go on where we stopped. To begin anew, write “start over”.
            First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
    """)


async def test_nonsense_is_met_without_blame(chat: Reader, house: House) -> None:
    """And without guessing."""
    await house.agreed("민지")
    await chat.reads("""
        민지: ㅋㅋㅋㅋ
        빛나: I did not quite understand that.
            You can press a button below, or ask a person: 062-609-8500.
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        민지: 🐈🐈
        빛나: I did not quite understand that.
            You can press a button below, or ask a person: 062-609-8500.
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        민지: 우주에는 어떻게 가나요?
        빛나: I do not know the answer to that yet, and I would rather say so than guess.
            I have passed the question on to the center, without your name. A person can help you now.
            [Talk to a person]
            [Tell me when there is an answer]
        민지: /nonsense
        빛나: I did not quite understand that.
            You can press a button below, or ask a person: 062-609-8500.
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 🐈🐈
        빛나: I did not quite understand that.
            For example: Minji, or 민지.
            First interview 1/8
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
        민지: 화성이요
        빛나 rewrites: First interview 2/8
            District: Somewhere else
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
    """)


async def test_a_resident_number_is_covered_and_told(chat: Reader, house: House) -> None:
    """It is nowhere in what we keep."""
    await house.agreed("민지")
    await chat.reads("""
        민지: 제 주민번호는 900101-2345678 이에요
        빛나: Your message had a number that I must not keep, so I covered it at once.
            Please delete the message in Telegram, too. I never need such a number.
            [Menu]
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 900101-2345678
        빛나: Your message had a number that I must not keep, so I covered it at once.
            Please delete the message in Telegram, too. I never need such a number.
        빛나: I did not quite understand that.
            For example: Minji, or 민지.
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
    """)


async def test_a_phone_number_nobody_asked_for_is_not_kept(chat: Reader, house: House) -> None:
    await house.agreed("민지")
    await chat.reads("""
        민지 shares 01012345678
        빛나: I do not need a phone number here, so I did not keep it.
            What shall we do?
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지 shares 01012345678
        빛나: I do not need a phone number here, so I did not keep it.
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
    """)


async def test_despair_is_heard_before_anything_else(chat: Reader, house: House) -> None:
    """No menu, no question; the dialogue waits."""
    await house.agreed("민지")
    await chat.reads("""
        민지: 죽고 싶어요
        빛나: That must be very hard. Thank you for telling me.
            If you call 109, somebody listens at once, day and night. If you are in danger now, or hurt, please call 119 or 112.
            You can also talk to a person of the center: 062-609-8500
            [Talk to a person]
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 그냥 다 끝내고 싶어요
        빛나: That must be very hard. Thank you for telling me.
            If you call 109, somebody listens at once, day and night. If you are in danger now, or hurt, please call 119 or 112.
            You can also talk to a person of the center: 062-609-8500
            [Talk to a person]
        민지: 민지
        빛나 rewrites: First interview 1/8
            Name: 민지
        빛나: First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
    """)


async def test_the_open_question_is_heard_before_a_wish(chat: Reader, house: House) -> None:
    await house.agreed("민지")
    await chat.reads("""
        민지: /book
        빛나: Which counseling would you like?
            [First interview with a counselor]
            [Leap package counseling]
            [Money and re-employment counseling]
            [Stop here]
        민지: 초기상담
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
        민지: 예약할래요
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
    """)
