"""Announcing: an operator writes once; those who asked for news get it, never at night, and can stop it."""

from bot.models import Role
from tests.house import House
from tests.transcripts.reading import Reader


async def test_from_the_text_to_the_last_copy(chat: Reader, house: House) -> None:
    """Preview, counts, release by the clock, progress, the way to stop."""
    await house.joins("하늘", Role.OPERATOR, "하늘")
    await house.agreed("민지", news=True)
    await house.agreed("철수", news=True)
    await house.agreed("민지")
    await chat.reads("""
        하늘: [Send an announcement]
        빛나: Announcement 1/4
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 다음 주 수요일에 일자리 수요데이가 열려요. 11층 상설채용관으로 오세요.
        빛나 rewrites: Announcement 1/4
            Text: 다음 주 수요일에 일자리 수요데이가 열려요. 11층 상설채용관으로 오세요.
        빛나: Announcement 2/4
            Who should get it? Only people who asked for news are counted.
            [Everyone who wants news]
            [By district]
            [By kind of work]
            [Back] [Stop here]
        하늘: [Everyone who wants news]
        빛나 rewrites: Announcement 2/4
            Audience: Everyone who wants news
        빛나: Announcement 3/4
            When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: [Now]
        빛나 rewrites: Announcement 3/4
            Sending time: Now
        빛나: Preview
            다음 주 수요일에 일자리 수요데이가 열려요. 11층 상설채용관으로 오세요.
            How it goes out
            When: now
            People who get it: 2
            of them at 08:00, after the night: 0
            Left out, as they did not ask for news: 1
            Announcement 4/4
            Shall I send it?
            [Yes, send it] [Change the text]
            [Change the audience] [Change the time]
            [Back] [Stop here]
        하늘: [Yes, send it]
        빛나 rewrites: Announcement 4/4
            Sending: Yes, send it
        빛나: Announcement 1: scheduled
            It goes out: Mon, Nov 23 10:00 AM
            [Stop it]
        빛나: It is in the book: now. The card above shows how it goes.
            [Menu]
        (1 minute later)
        빛나 rewrites: Announcement 1: on its way
            ░░░░░░░░░░ 0% (0 of 2)
            Delivered: 0
            Blocked us: 0
            Not delivered: 0
            Uncertain: 0
            Waiting: 2
            [Stop it]
        빛나 → 민지: 다음 주 수요일에 일자리 수요데이가 열려요. 11층 상설채용관으로 오세요.
            — 광주고용복지플러스센터, 062-609-8500
            You get this because you asked for news. Stopping it is free.
            [No more news]
        빛나 → 철수: 다음 주 수요일에 일자리 수요데이가 열려요. 11층 상설채용관으로 오세요.
            — 광주고용복지플러스센터, 062-609-8500
            You get this because you asked for news. Stopping it is free.
            [No more news]
        (1 minute later)
        빛나 rewrites: Announcement 1: finished
            ██████████ 100% (2 of 2)
            Delivered: 2
            Blocked us: 0
            Not delivered: 0
            Uncertain: 0
            Waiting: 0
        민지: [No more news]
        빛나: Done: no more news. Reminders of your own appointments still come.
            [News settings] [Menu]
    """)


async def test_at_night_it_waits_for_the_morning(chat: Reader, house: House) -> None:
    await house.joins("하늘", Role.OPERATOR, "하늘")
    await house.agreed("민지", news=True)
    await chat.reads("""
        하늘: /announce
        빛나: Announcement 1/4
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 수요데이 안내예요.
        빛나 rewrites: Announcement 1/4
            Text: 수요데이 안내예요.
        빛나: Announcement 2/4
            Who should get it? Only people who asked for news are counted.
            [Everyone who wants news]
            [By district]
            [By kind of work]
            [Back] [Stop here]
        하늘: [Everyone who wants news]
        빛나 rewrites: Announcement 2/4
            Audience: Everyone who wants news
        빛나: Announcement 3/4
            When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: 오늘 밤 10시
        빛나 rewrites: Announcement 3/4
            Sending time: Mon, Nov 23 10:00 PM
        빛나: Preview
            수요데이 안내예요.
            How it goes out
            When: Mon, Nov 23 10:00 PM
            People who get it: 1
            of them at 08:00, after the night: 1
            Left out, as they did not ask for news: 1
            Announcement 4/4
            Shall I send it?
            [Yes, send it] [Change the text]
            [Change the audience] [Change the time]
            [Back] [Stop here]
        하늘: 네
        빛나 rewrites: Announcement 4/4
            Sending: Yes, send it
        빛나: Announcement 1: scheduled
            It goes out: Mon, Nov 23 10:00 PM
            [Stop it]
        빛나: It is in the book: Mon, Nov 23 10:00 PM. The card above shows how it goes.
            [Menu]
        (12 hours later)
        빛나 rewrites: Announcement 1: on its way
            ░░░░░░░░░░ 0% (0 of 1)
            Delivered: 0
            Blocked us: 0
            Not delivered: 0
            Uncertain: 0
            Waiting: 1
            Held until 8 in the morning: 1
            [Stop it]
        (10 hours later)
        빛나 → 민지: 수요데이 안내예요.
            — 광주고용복지플러스센터, 062-609-8500
            You get this because you asked for news. Stopping it is free.
            [No more news]
    """)


async def test_only_operators_announce(chat: Reader) -> None:
    await chat.reads("""
        민지: /announce
        빛나: This is for the staff of the center.
            [Menu]
    """)


async def test_an_announcement_can_be_stopped(chat: Reader, house: House) -> None:
    await house.joins("하늘", Role.OPERATOR, "하늘")
    await house.agreed("민지", news=True)
    await chat.reads("""
        하늘: /announce
        빛나: Announcement 1/4
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 짧
        빛나: I did not quite understand that.
            Between 5 and 3,000 characters, as plain text.
            Announcement 1/4
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 수요데이 안내예요.
        빛나 rewrites: Announcement 1/4
            Text: 수요데이 안내예요.
        빛나: Announcement 2/4
            Who should get it? Only people who asked for news are counted.
            [Everyone who wants news]
            [By district]
            [By kind of work]
            [Back] [Stop here]
        하늘: [By district]
        빛나 rewrites: Announcement 2/5
            Audience: By district
        빛나: Announcement 3/5
            Which district?
            [Dong-gu] [Seo-gu]
            [Nam-gu] [Buk-gu]
            [Gwangsan-gu]
            [Back] [Stop here]
        하늘: 북구
        빛나 rewrites: Announcement 3/5
            District: Buk-gu
        빛나: Announcement 4/5
            When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: 어제
        빛나: That time has already passed.
            For example: 내일 오전 10시. Between 21:00 and 08:00 it waits for the morning.
            Announcement 4/5
            When shall I send it? You may write it, like “tomorrow 10 in the morning”.
            [Now]
            [Back] [Stop here]
        하늘: 내일 오전 10시
        빛나 rewrites: Announcement 4/5
            Sending time: Tue, Nov 24 10:00 AM
        빛나: Preview
            수요데이 안내예요.
            How it goes out
            When: Tue, Nov 24 10:00 AM
            People who get it: 0
            of them at 08:00, after the night: 0
            Left out, as they did not ask for news: 0
            Announcement 5/5
            Shall I send it?
            [Yes, send it] [Change the text]
            [Change the audience] [Change the time]
            [Back] [Stop here]
        하늘: [Change the text]
        빛나: Let us change it.
            Announcement 1/5
            Please write the announcement as job seekers will read it.
            [Stop here]
        하늘: 수요데이가 한 주 미뤄졌어요.
        빛나 rewrites: Announcement 1/5
            Text: 수요데이가 한 주 미뤄졌어요.
        빛나: Preview
            수요데이가 한 주 미뤄졌어요.
            How it goes out
            When: Tue, Nov 24 10:00 AM
            People who get it: 0
            of them at 08:00, after the night: 0
            Left out, as they did not ask for news: 0
            Announcement 5/5
            Shall I send it?
            [Yes, send it] [Change the text]
            [Change the audience] [Change the time]
            [Back] [Stop here]
        하늘: [Yes, send it]
        빛나 rewrites: Announcement 5/5
            Sending: Yes, send it
        빛나: Announcement 1: scheduled
            It goes out: Tue, Nov 24 10:00 AM
            [Stop it]
        빛나: It is in the book: Tue, Nov 24 10:00 AM. The card above shows how it goes.
            [Menu]
        하늘: [Stop it]
        빛나 rewrites: Announcement 1: stopped
            ██████████ 100% (0 of 0)
            Delivered: 0
            Blocked us: 0
            Not delivered: 0
            Uncertain: 0
            Waiting: 0
        빛나: Stopped. Nobody else gets it.
            [Menu]
        (24 hours later)
    """)
