"""Questions without an answer, and what people say of answers."""

import asyncio
from datetime import timedelta

import pytest

from bot.models import Asker, Person, Question, QuestionState, Role, Verdict, VerdictKind
from bot.services import privacy, questions, verdicts
from tests.services.a_morning import NOW, House

DAY = timedelta(days=1)


async def keep(house: House, text: str) -> Question | None:
    async with house.database.transaction() as session:
        return await questions.keep(session, text, NOW)


async def test_the_same_question_in_other_signs_is_one(house: House) -> None:
    for text in ("수유실이 있나요?", "수유실이 있나요", " 수유실이  있나요?? "):
        await keep(house, text)

    only = await house.only(Question)
    assert (only.words, only.times) == ("수유실이 있나요?", 3)


@pytest.mark.parametrize("nothing", ["", "?", " … ", "😀"])
async def test_signs_alone_are_no_question(house: House, nothing: str) -> None:
    assert await keep(house, nothing) is None
    assert await house.rows(Question) == []


async def test_a_long_question_is_cut(house: House) -> None:
    await keep(house, "가" * 5000)
    await keep(house, "가" * 6000)

    assert (len((await house.only(Question)).words), (await house.only(Question)).times) == (200, 2)


async def test_many_ask_at_once(house: House) -> None:
    await asyncio.gather(*(keep(house, "수유실이 있나요?") for _ in range(10)))

    assert (await house.only(Question)).times == 10


async def test_two_of_the_staff_answer_at_once_and_one_answer_stays(house: House) -> None:
    question = await keep(house, "수유실이 있나요?")
    members = [await house.member(name) for name in ("윤슬", "하늘")]
    person = await house.person()
    assert question
    assert question.id
    async with house.database.transaction() as session:
        assert await questions.await_answer(session, question.id, person.id or 0, NOW)

    async def answers(words: str, number: int) -> bool:
        async with house.database.transaction() as session:
            return await questions.answer(session, question.id or 0, words, members[number], NOW)

    done = await asyncio.gather(answers("2층에 있어요.", 0), answers("없어요.", 1))

    assert sorted(done) == [False, True]
    assert await house.told(person.chat_id) == ["question.answered"]
    async with house.database.transaction() as session:
        [learned] = await questions.learned(session)
    assert learned.answer == ("2층에 있어요." if done[0] else "없어요.")
    assert await house.rows(Asker) == []


async def test_what_is_dismissed_does_not_come_back(house: House) -> None:
    question, member = await keep(house, "피아노가 있나요?"), await house.member("윤슬")
    assert question
    async with house.database.transaction() as session:
        assert await questions.dismiss(session, question.id or 0, member, NOW)
        assert not await questions.answer(session, question.id or 0, "없어요.", member, NOW)

    assert await keep(house, "피아노가 있나요?") is None
    async with house.database.transaction() as session:
        assert await questions.unanswered(session) == []


async def test_who_is_erased_waits_for_no_answer_and_left_no_verdict(house: House) -> None:
    question, person = await keep(house, "수유실이 있나요?"), await house.person()
    assert question
    async with house.database.transaction() as session:
        await questions.await_answer(session, question.id or 0, person.id or 0, NOW)
        await verdicts.give(session, person.id or 0, "work24", VerdictKind.HELPED, NOW)
        await privacy.erase(session, await session.get_one(Person, person.id), NOW)

    assert await house.rows(Asker) == []
    assert (await house.only(Verdict)).person_id is None


async def test_open_questions_are_forgotten_and_answers_stay(house: House) -> None:
    open_one, answered = await keep(house, "피아노가 있나요?"), await keep(house, "수유실이 있나요?")
    assert open_one
    assert answered
    member = await house.member("윤슬")
    async with house.database.transaction() as session:
        await questions.answer(session, answered.id or 0, "2층에 있어요.", member, NOW)
        later = NOW + timedelta(days=house.center.retention.answer_days) + DAY
        await privacy.purge(session, house.center.retention, later)

    assert (await house.only(Question)).state is QuestionState.ANSWERED


async def test_the_latest_verdict_of_a_person_counts(house: House) -> None:
    one, other = await house.person(), await house.person()
    async with house.database.transaction() as session:
        for person, kind in (
            (one, VerdictKind.HELPED),
            (one, VerdictKind.NOT_HELPED),
            (other, VerdictKind.HELPED),
        ):
            await verdicts.give(session, person.id or 0, "work24", kind, NOW)
        counted = await verdicts.counted(session, "work24")

    assert counted == {VerdictKind.HELPED: 1, VerdictKind.NOT_HELPED: 1}


async def test_a_wrong_answer_is_reported_once_a_day(house: House) -> None:
    operator = await house.member("안내", Role.OPERATOR)
    for now in (NOW, NOW, NOW + DAY):
        person = await house.person()
        async with house.database.transaction() as session:
            await verdicts.give(session, person.id or 0, "work24", VerdictKind.WRONG, now)

    assert await house.told(operator.chat_id) == ["answer.reported"] * 2
