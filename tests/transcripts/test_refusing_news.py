"""Wanting no more of it: what stood in one message can be refused one by one, and taken back."""

from datetime import timedelta

from sqlmodel import select

from bot.models import ConsentKind, LegalClass, Role, Staff
from bot.services import announcements, consents, people
from bot.services.announcements import Plan
from tests.house import House
from tests.transcripts.reading import Reader


async def two_offers_of_one_night(house: House) -> None:
    """민지 agreed to companies' offers; two companies' offers are due tonight and wait for the morning."""
    await house.joins("하늘", Role.OPERATOR, "하늘", language="ko")
    await house.agreed("민지", language="ko")
    now = house.clock.now()
    async with house.database.transaction() as session:
        person = await people.person_of_chat(session, house.person("민지").id)
        assert person
        await consents.give(session, person.id or 0, {ConsentKind.ADS}, house.center.consent.version, now)
        staff = (await session.exec(select(Staff))).one()
        for company, text in (
            ("무등가전부품", "생산직 4명을 뽑아요."),
            ("금남소프트", "사무직 2명을 뽑아요."),
        ):
            plan = Plan(text, law=LegalClass.ADVERT, sponsor=company)
            told = await announcements.draft(session, staff, plan, now)
            await announcements.hand_in(session, told, house.center, now + timedelta(hours=12), now)


async def test_each_company_of_one_morning_can_be_refused(korean: Reader, house: House) -> None:
    await two_offers_of_one_night(house)
    await korean.performs("(12 hours later)")
    await korean.reads("""
        (10 hours later)
        빛나 → 민지: (광고) 무등가전부품
            생산직 4명을 뽑아요.
            · · ·
            (광고) 금남소프트
            사무직 2명을 뽑아요.
            — 광주고용복지플러스센터, 062-609-8500
            기업 광고를 받겠다고 하셔서 보내 드려요. 그만 받는 것은 무료예요: 아래 버튼이나 /stop
            [관심 없어요]
        민지: [관심 없어요]
        빛나: 어떤 소식을 그만 받을까요? 언제든 되돌릴 수 있어요.
            [금남소프트 소식 그만 받기]
            [무등가전부품 소식 그만 받기]
            [기업 광고 그만 받기]
            [소식 알림 끄기]
            [그대로 받을게요]
        민지: [금남소프트 소식 그만 받기]
        빛나: 그만 보낼게요: 금남소프트. 다른 소식은 그대로 보내 드려요.
            [되돌리기] [처음으로]
        민지: [되돌리기]
        빛나: 다시 보내 드릴게요: 금남소프트.
            [처음으로]
    """)
