"""The first interview: from the first word to the programs that may fit, and every way around."""

from tests.house import House
from tests.transcripts.reading import Reader


async def test_from_the_first_word_to_the_programs(chat: Reader) -> None:
    """Who we are, both consents, eight questions, the summary, what may fit."""
    await chat.reads("""
        민지: /start
        빛나: Hello, I am Bitna, the assistant of 광주고용복지플러스센터.
            I am a program, not a person. I never ask for a resident number, for money, or for a bank account, and I never offer a job first.
            Information is open to you without giving me anything. What shall we do?
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        민지: [First interview (3 minutes)]
        빛나: Consent 1/3
            Before we begin: are you 14 or older?
            [Yes, I am 14 or older] [No, I am younger]
            [Stop here]
        민지: [Yes, I am 14 or older]
        빛나 rewrites: Consent 1/3
            14 or older: Yes, I am 14 or older
        빛나: Consent 2/3
            Keeping what you tell me
            · Why: to find what fits you, and to prepare and book your counseling
            · What: your name or nickname, district, age, situation, wishes, career, difficulties, phone number, bookings, and the messages of this chat
            · How long: messages 30 days, answers 90 days, bookings 365 days, or until you say /delete
            · You may say no. Then I cannot do the interview or book for you here. Information stays open to you, and the center books by phone: 062-609-8500
            Do you agree?
            [I agree] [I do not agree]
            [Back] [Stop here]
        민지: [I agree]
        빛나 rewrites: Consent 2/3
            Keeping what I tell: I agree
        빛나: Consent 3/3
            Telegram is abroad
            · Who gets it: Telegram FZ-LLC (contact: telegram.org/support)
            · Where: the United Arab Emirates and other countries with servers of Telegram
            · When and how: over the internet, whenever we write to each other
            · What: the messages of this chat, and what you share in them
            · Why and how long: to carry the chat, until you delete it in Telegram
            · You may say no with the button below. Then I cannot do the interview or book for you here. Please call 062-609-8500 or visit us: you get the same help.
            Do you agree?
            [I agree] [I do not agree]
            [Back] [Stop here]
        민지: [I agree]
        빛나 rewrites: Consent 3/3
            Telegram abroad: I agree
        빛나: Thank you. You can take this back at any time with /privacy or /delete.
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 김민지
        빛나 rewrites: First interview 1/8
            Name: 김민지
        빛나: First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
        민지: [Buk-gu]
        빛나 rewrites: First interview 2/8
            District: Buk-gu
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
        민지: 1990년생이에요
        빛나 rewrites: First interview 3/8
            Birth year or age: born in 1990
        빛나: First interview 4/8
            What describes your present situation best?
            [Without work] [On unemployment benefit]
            [Part-time or daily work] [Employed]
            [Self-employed, freelance] [Student]
            [Graduating soon] [On leave]
            [Back] [Stop here]
        민지: [Without work]
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
        민지: [Office, finance]
        빛나 rewrites: First interview 5/8
            Kind of work wanted: Office, finance
        빛나: First interview 6/8
            How long have you worked so far, all jobs together?
            [None yet] [Less than a year]
            [1 to 3 years] [3 to 5 years]
            [5 to 10 years] [More than 10 years]
            [Back] [Stop here]
        민지: [3 to 5 years]
        빛나 rewrites: First interview 6/8
            Career: 3 to 5 years
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
        민지: [Money, debts]
        빛나 rewrites: First interview 7/8
            What makes finding work hard? Choose as many as you like.
            You need not write about illness or family here: the buttons are enough.
            [I do not know which job] [Skills, certificates]
            [Résumé, interviews] [Too little information]
            [A long break] [Children, family care]
            [Health] [No strength, no courage]
            [✓ Money, debts] [Getting there]
            [Done choosing]
            [Skip] [Back] [Stop here]
        민지: [A long break]
        빛나 rewrites: First interview 7/8
            What makes finding work hard? Choose as many as you like.
            You need not write about illness or family here: the buttons are enough.
            [I do not know which job] [Skills, certificates]
            [Résumé, interviews] [Too little information]
            [✓ A long break] [Children, family care]
            [Health] [No strength, no courage]
            [✓ Money, debts] [Getting there]
            [Done choosing]
            [Skip] [Back] [Stop here]
        민지: [Done choosing]
        빛나 rewrites: First interview 7/8
            What makes it hard: A long break, Money, debts
        빛나: First interview 8/8
            How may the center call you if this chat does not work? You may skip this.
            [Share my phone number]
            [Skip] [Back] [Stop here]
        민지 shares +82 10-1234-5678
        빛나: First interview 8/8
            Phone: 010-1234-5678
        빛나: Thank you. This is what I understood. Is it right?
            Name: 김민지
            District: Buk-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: 3 to 5 years
            What makes it hard: A long break, Money, debts
            Phone: 010-1234-5678
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: [Yes, that is right]
        빛나: These programs may fit you.
            구직자 도약보장 패키지
            일자리를 찾는 분이라면 누구나 이야기해 볼 수 있어요.
            국민내일배움카드
            75세가 되지 않아서 나이 조건에 맞아요. 대부분의 구직자가 받을 수 있어요.
            국민취업지원제도 Ⅰ유형
            15~69세라서 나이 조건에 맞아요. 지금 일자리를 찾는 중이라서 살펴볼 수 있어요.
            To be looked at with the center: 가구 소득이 기준 중위소득의 60% 이하인지 센터에서 확인해요. 혼자 사는 가구는 2026년 월 1,538,543원이에요. 가구 재산이 4억원(15~34세는 5억원) 이하인지 센터에서 확인해요.
            실업급여(구직급여)
            지금 일을 쉬고 있다면 살펴볼 수 있어요. 일한 기간이 있어서 고용보험 날수를 확인해 볼 만해요.
            To be looked at with the center: 그만두기 전 18개월 동안 고용보험 날수가 180일 이상인지 고용24나 센터에서 확인해요. 그만둔 이유는 센터에서 듣고 판단해요.
            This shows possibilities; it does not decide about eligibility. As of Mon, Nov 23. Please make sure with work24.go.kr or the center.
            [구직자 도약보장 패키지]
            [국민내일배움카드]
            [국민취업지원제도 Ⅰ유형]
            [실업급여(구직급여)]
            [Book counseling]
            [News of hiring days] [Menu]
    """)


async def test_words_are_as_good_as_buttons(chat: Reader, house: House) -> None:
    """Labels typed, and how people really write."""
    await house.agreed("민지")
    await chat.reads("""
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 민지라고 불러주세요
        빛나 rewrites: First interview 1/8
            Name: 민지
        빛나: First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
        민지: 용봉동 살아요
        빛나 rewrites: First interview 2/8
            District: Buk-gu
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
        민지: 만 35세
        빛나 rewrites: First interview 3/8
            Birth year or age: 35 years old (full years)
        빛나: First interview 4/8
            What describes your present situation best?
            [Without work] [On unemployment benefit]
            [Part-time or daily work] [Employed]
            [Self-employed, freelance] [Student]
            [Graduating soon] [On leave]
            [Back] [Stop here]
        민지: without work
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
        민지: 운전이요
        빛나 rewrites: First interview 5/8
            Kind of work wanted: Sales, driving, delivery
        빛나: First interview 6/8
            How long have you worked so far, all jobs together?
            [None yet] [Less than a year]
            [1 to 3 years] [3 to 5 years]
            [5 to 10 years] [More than 10 years]
            [Back] [Stop here]
        민지: 3년 반쯤
        빛나 rewrites: First interview 6/8
            Career: 3 years 6 months
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
        민지: 빚 때문에 힘들어요
        빛나: 혼자 걱정하지 않으셔도 돼요. 서민금융콜센터 1397에서 빚과 채무조정을 물어볼 수 있고, 센터의 금융·재취업 상담도 예약할 수 있어요. 금액은 여기에 적지 않고 상담에서 확인해 주세요.
            The center wrote this in Korean. In your language you can ask 외국인력상담센터 1577-0071.
            As of Mon, Nov 23. To make sure: 서민금융콜센터 1397, the center, 062-609-8500
            [Book counseling]
            [Talk to a person]
            [It helped] [It did not]
            [Report a wrong answer] [Menu]
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
        민지: 없음
        빛나 rewrites: First interview 7/8
            What makes it hard: nothing chosen
        빛나: First interview 8/8
            How may the center call you if this chat does not work? You may skip this.
            [Share my phone number]
            [Skip] [Back] [Stop here]
        민지: 010-1234-5678
        빛나: First interview 8/8
            Phone: 010-1234-5678
        빛나: Thank you. This is what I understood. Is it right?
            Name: 민지
            District: Buk-gu
            Birth year or age: 35 years old (full years)
            Situation: Without work
            Kind of work wanted: Sales, driving, delivery
            Career: 3 years 6 months
            What makes it hard: nothing chosen
            Phone: 010-1234-5678
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: 네 맞아요
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
    """)


async def test_a_no_to_consent_is_a_full_answer(chat: Reader) -> None:
    """Nothing is kept, and information stays open."""
    await chat.reads("""
        민지: /intake
        빛나: Consent 1/3
            Before we begin: are you 14 or older?
            [Yes, I am 14 or older] [No, I am younger]
            [Stop here]
        민지: [Yes, I am 14 or older]
        빛나 rewrites: Consent 1/3
            14 or older: Yes, I am 14 or older
        빛나: Consent 2/3
            Keeping what you tell me
            · Why: to find what fits you, and to prepare and book your counseling
            · What: your name or nickname, district, age, situation, wishes, career, difficulties, phone number, bookings, and the messages of this chat
            · How long: messages 30 days, answers 90 days, bookings 365 days, or until you say /delete
            · You may say no. Then I cannot do the interview or book for you here. Information stays open to you, and the center books by phone: 062-609-8500
            Do you agree?
            [I agree] [I do not agree]
            [Back] [Stop here]
        민지: [I do not agree]
        빛나: That is all right. I keep nothing.
            You can still ask me about the center, its programs and hiring days. For counseling please call 062-609-8500.
            [About the center] [Programs]
        민지: [Programs]
        빛나: Programs we know
            Press a name: I tell you what it is and what it gives.
            In three minutes I can look which of them may fit you, and why.
            [구직자 도약보장 패키지]
            [국민취업지원제도 Ⅰ유형(청년)]
            [국민취업지원제도 Ⅰ유형]
            [직업심리검사와 잡케어]
            [실업급여(구직급여)]
            [이력서·면접 준비 도움]
            [Further programs]
            [Reckon unemployment benefit]
            [See the income lines]
            [First interview (3 minutes)] [Menu]
    """)


async def test_under_14_nothing_is_kept(chat: Reader) -> None:
    """A guardian's consent is not something a chat can ask for."""
    await chat.reads("""
        민지: /intake
        빛나: Consent 1/3
            Before we begin: are you 14 or older?
            [Yes, I am 14 or older] [No, I am younger]
            [Stop here]
        민지: [No, I am younger]
        빛나: Under 14 I may not keep anything without your guardian.
            You can still ask me about the center, its programs and hiring days. For counseling please call 062-609-8500.
            [About the center] [Programs]
    """)


async def test_every_line_of_the_summary_can_be_changed(chat: Reader, house: House) -> None:
    """By button and by its name; before and after are shown."""
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
        민지: 구직중
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
        민지: 없어요
        빛나 rewrites: First interview 6/8
            Career: None yet
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
        민지: [Skip]
        빛나: First interview 8/8
            Phone: not said
        빛나: Thank you. This is what I understood. Is it right?
            Name: 민지
            District: Buk-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: None yet
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: [Change: District]
        빛나: First interview 2/8
            Which district do you live in?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu] [Somewhere else]
            [Back] [Stop here]
        민지: [Nam-gu]
        빛나 rewrites: First interview 2/8
            District: Nam-gu
        빛나: Changed District: Buk-gu → Nam-gu
            And now, is everything right?
            Name: 민지
            District: Nam-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: None yet
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: Career
        빛나: First interview 6/8
            How long have you worked so far, all jobs together?
            [None yet] [Less than a year]
            [1 to 3 years] [3 to 5 years]
            [5 to 10 years] [More than 10 years]
            [Back] [Stop here]
        민지: 2년
        빛나 rewrites: First interview 6/8
            Career: 2 years
        빛나: Changed Career: None yet → 2 years
            And now, is everything right?
            Name: 민지
            District: Nam-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: 2 years
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: 아니요
        빛나: Please press what should be changed, or say that it is right.
            And now, is everything right?
            Name: 민지
            District: Nam-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: 2 years
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: [Change: Name]
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Back] [Stop here]
        민지: 뒤로
        빛나: Thank you. This is what I understood. Is it right?
            Name: 민지
            District: Nam-gu
            Birth year or age: born in 1990
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: 2 years
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
        민지: 네 맞아요
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
    """)


async def test_nothing_of_it_is_lost_when_the_interview_is_left(chat: Reader, house: House) -> None:
    """Left in the middle, taken up days later, begun anew."""
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
        민지: [Buk-gu]
        빛나 rewrites: First interview 2/8
            District: Buk-gu
        빛나: First interview 3/8
            Which year were you born? Your age is fine too.
            [Back] [Stop here]
        민지: 처음으로
        빛나: What shall we do?
            You were in the middle of this: First interview (3/8).
            [Go on: First interview]
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
        (3 days later)
        민지: [Go on: First interview]
        빛나: Let us go on where we stopped. To begin anew, write “start over”.
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
        (2 hours later)
        민지: [Without work]
        빛나 rewrites: First interview 4/8
            Situation: Without work
        빛나: Good to see you again. We were here: First interview 4/8.
            First interview 5/8
            Which kind of work would you like?
            [Office, finance] [IT, research, engineering]
            [Education, welfare, safety] [Health, nursing]
            [Design, media, sports] [Food, beauty, cleaning, care]
            [Sales, driving, delivery] [Construction]
            [Production, repair] [Farming, fishing]
            [Back] [Stop here]
        민지: 처음부터
        빛나: From the beginning, then.
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 그만
        빛나: We stopped here: First interview. Nothing of it was kept.
        빛나: What shall we do?
            [First interview (3 minutes)]
            [Book counseling] [My appointments]
            [Programs] [Hiring days]
            [About the center] [Talk to a person]
            [News settings] [What I keep]
    """)


async def test_one_sentence_fills_several_answers(chat: Reader, house: House) -> None:
    """What was read is shown, and only the rest is asked."""
    await house.agreed("민지")
    await chat.reads("""
        민지: /intake
        빛나: First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 북구 사는 서른다섯이고요 사무직 5년 했는데 지금은 쉬어요
        빛나: This is what I read in that. You can change it at the end.
            District: Buk-gu
            Birth year or age: 35 years old
            Situation: Without work
            Career: 5 years
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지 edits 북구 사는 서른다섯이고요 사무직 5년 했는데 지금은 쉬어요 → 남구 사는 서른다섯이고요 사무직 6년 했는데 지금은 쉬어요
        빛나: Changed District: Buk-gu → Nam-gu
            Changed Career: 5 years → 6 years
            First interview 1/8
            What may I call you? A nickname is fine.
            [Stop here]
        민지: 민지
        빛나 rewrites: First interview 1/8
            Name: 민지
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
        민지: 없음
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
            District: Nam-gu
            Birth year or age: 35 years old
            Situation: Without work
            Kind of work wanted: Office, finance
            Career: 6 years
            What makes it hard: nothing chosen
            Phone: not said
            [Yes, that is right]
            [Change: Name] [Change: District]
            [Change: Birth year or age] [Change: Situation]
            [Change: Kind of work wanted] [Change: Career]
            [Change: What makes it hard] [Change: Phone]
            [Stop here]
    """)
