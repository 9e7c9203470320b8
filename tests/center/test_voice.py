"""How the center speaks: 해요체, short, kind, and never surer than it is."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.center import Condition, Passage, load_center

CENTER = load_center(Path(__file__).parents[2] / "center")
POLITE = re.compile(r"[요죠](?:\([^)]*\))?\.$")
SENTENCE = re.compile(r"\S.*?[.?!](?=\s|$)")
PHONE = re.compile(r"(?<![\d,-])(?:0\d\d-\d{3,4}-\d{4}|1[35]\d\d(?:-\d{4})?)(?![\d,-])")
MONEY = re.compile(r"\d[\d,]*\s?만?\s?원")
UNKIND = re.compile(r"백수|니트|쉬었음|수급자|부적격|불가|귀하|하십시오|바랍니다|됩니다|습니다|입니다")


def lines_of(conditions: tuple[Condition, ...]) -> list[str]:
    said = [line for each in conditions for line in (each.because, each.ask) if line]
    inner = [line for each in conditions for line in lines_of(each.all + each.any + each.none)]
    return said + inner


SAID = sorted(
    {
        *(passage.answer for passage in CENTER.passages),
        *(text for program in CENTER.programs for text in (program.about, program.next)),
        *(benefit.text for program in CENTER.programs for benefit in program.benefits),
        *(rules.because for program in CENTER.programs for rules in program.rules if rules.because),
        *(line for program in CENTER.programs for rules in program.rules for line in lines_of(rules.all)),
        *(service.about for service in CENTER.services),
        *(contact.about for contact in CENTER.contacts),
        *(fair.about for fair in CENTER.fairs),
    }
)


@pytest.mark.parametrize("text", SAID)
def test_every_sentence_is_polite_and_kind(text: str) -> None:
    sentences = SENTENCE.findall(text)

    assert " ".join(sentences) == text
    assert all(POLITE.search(sentence) for sentence in sentences), sentences
    assert not UNKIND.search(text)


@pytest.mark.parametrize("program", CENTER.programs, ids=lambda program: program.id)
def test_a_program_is_told_in_two_sentences(program: object) -> None:
    assert len(SENTENCE.findall(program.about)) <= 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", [text for text in SAID if MONEY.search(text)])
def test_an_amount_tells_its_year_and_where_to_check_it(text: str) -> None:
    assert re.search(r"20\d\d년", text) or "센터에서 확인" in text
    assert "확인" in text or "혼자 사는 가구" in text


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 1, 1), date(2027, 6, 1)])
def test_every_program_has_rules_and_a_benefit(day: date) -> None:
    missing = [
        program.id
        for program in CENTER.programs
        if program.rules_on(day) is None or program.benefit_on(day) is None
    ]

    assert not missing


def test_amounts_of_this_year_are_silent_next_year() -> None:
    passages = [(each.key, each.answer, each.valid_to) for each in CENTER.passages]
    benefits = [(each.id, gift.text, gift.valid_to) for each in CENTER.programs for gift in each.benefits]

    endless = [name for name, text, end in (*passages, *benefits) if MONEY.search(text) and end is None]

    assert not endless


def test_the_choices_after_an_answer_fit_on_a_phone() -> None:
    assert all(1 <= len(passage.next) <= 3 for passage in CENTER.passages)


SOURCED = re.compile(r"https?://|제\d+조|20\d\d|news_seq")


@pytest.mark.parametrize(
    "passage", CENTER.passages, ids=lambda passage: f"{passage.key}-{passage.valid_from}"
)
def test_a_passage_says_from_where_and_from_when_it_is(passage: Passage) -> None:
    assert SOURCED.search(passage.source), "an address, a law, or a dated document"
    assert passage.as_of <= date(2026, 11, 23)
    assert len(passage.answer) <= 300
    assert len(set(passage.questions)) >= 5
    assert passage.owner


NEVER_SAID = re.compile(
    r"당신|회원님|고객님|통하여|통해|대하여|관하여|로 인해|가능합|가능해|되었|되어|처리|완료|진행|입력|클릭|터치|오류|에러|실패|유효|해당|상기|본인확인|"
    r"탈락|취약|주십시오|하시기|게시|수신|발송|일시|성명"
)


def test_answers_keep_to_the_words_of_the_house() -> None:
    """docs/voice.md: what stands in its first column is never said."""
    strange = {each.key: found[0] for each in CENTER.passages if (found := NEVER_SAID.search(each.answer))}

    assert strange == {}


def test_telephone_numbers_are_those_of_the_center() -> None:
    """A number in an answer is one of center.toml, or of an office around that the domain knows."""
    around = {
        "061-280-0184", "061-280-0155", "061-280-0158", "031-799-2760", "062-970-1781",
        "062-609-8686", "062-609-8688",
    }  # fmt: skip
    known = around | {number for way in CENTER.who_to_ask.values() for number in PHONE.findall(way)}
    told = {(each.key, number) for each in CENTER.passages for number in PHONE.findall(each.answer)}

    assert {key for key, number in told if number not in known} == set()
    assert len(told) > 40


def test_whoever_hears_a_doubt_is_told_whom_to_ask() -> None:
    unsure = [each for each in CENTER.passages if not each.sure]

    assert len(unsure) > 60
    assert all(each.ask[0] in CENTER.who_to_ask for each in unsure)


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 1)])
def test_no_question_falls_silent_with_the_year(day: date) -> None:
    """What ends has something to say afterwards, if only that the new figure has to be asked for."""
    said = [each.key for each in CENTER.passages if each.holds(day)]

    assert sorted(said) == sorted({each.key for each in CENTER.passages})
