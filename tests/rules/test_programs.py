"""Which programs are shown to whom. The facts are those of the center's own files, so a changed file shows here."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.center import Center, Condition, Program, RuleSet, load_center
from bot.center.facts import DISTRICTS, HARDSHIPS, SITUATIONS
from bot.rules.conditions import judged
from bot.rules.programs import ON_ONE_SCREEN, Fit, Verdict, fit, fitting
from bot.rules.truth import every, opposite, some

CENTER = Path(__file__).parents[2] / "center"
TODAY = date(2026, 11, 23)
NEXT_YEAR = date(2027, 1, 1)
POSSIBLE, NEED_MORE, UNLIKELY = Verdict.POSSIBLE, Verdict.NEED_MORE, Verdict.UNLIKELY
LOADED = load_center(CENTER)


@pytest.fixture
def center() -> Center:
    return LOADED


def look(center: Center, program_id: str, on: date = TODAY, **facts: object) -> Fit:
    [program] = [program for program in center.programs if program.id == program_id]
    found = fit(program, facts, on)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("program_id", "facts", "verdict"),
    [
        ("national_employment_support_1", {}, NEED_MORE),
        ("national_employment_support_1", {"age": 40, "situation": "unemployed"}, NEED_MORE),
        ("national_employment_support_1", {"age": 70}, UNLIKELY),
        ("national_employment_support_1", {"age": 14}, UNLIKELY),
        ("national_employment_support_1", {"age": 40, "situation": "unemployment_benefit"}, UNLIKELY),
        ("national_employment_support_1", {"age": 40, "situation": "employed"}, NEED_MORE),
        ("national_employment_support_1_youth", {"age": 34, "situation": "unemployed"}, NEED_MORE),
        ("national_employment_support_1_youth", {"age": 35}, UNLIKELY),
        ("national_employment_support_2", {"age": 27, "situation": "unemployed"}, POSSIBLE),
        ("national_employment_support_2", {"age": 35, "situation": "unemployed"}, NEED_MORE),
        ("national_employment_support_2", {"age": 27, "situation": "unemployment_benefit"}, UNLIKELY),
        ("unemployment_benefit", {"situation": "unemployed", "career_months": 24}, NEED_MORE),
        ("unemployment_benefit", {"situation": "unemployed", "career_months": 0}, UNLIKELY),
        ("unemployment_benefit", {"situation": "unemployed", "career_months": 1}, NEED_MORE),
        ("unemployment_benefit", {"situation": "unemployed"}, NEED_MORE),
        ("unemployment_benefit", {"situation": "employed", "career_months": 24}, UNLIKELY),
        ("training_card", {"age": 45, "situation": "unemployed"}, POSSIBLE),
        ("training_card", {"age": 74, "situation": "unemployed"}, POSSIBLE),
        ("training_card", {"age": 75, "situation": "unemployed"}, UNLIKELY),
        ("training_card", {"age": 22, "situation": "student"}, NEED_MORE),
        ("training_card", {"age": 22, "situation": "expected_graduate"}, POSSIBLE),
        ("training_card", {"age": 45, "situation": "employed"}, NEED_MORE),
        ("training_card", {"age": 45, "situation": "self_employed"}, NEED_MORE),
        ("leap_package", {}, POSSIBLE),
        ("leap_package", {"age": 61, "situation": "employed"}, POSSIBLE),
        ("youth_challenge", {"age": 26, "situation": "unemployed"}, NEED_MORE),
        ("youth_challenge", {"age": 17, "situation": "unemployed"}, UNLIKELY),
        ("youth_challenge", {"age": 36, "situation": "unemployed"}, NEED_MORE),
        ("youth_challenge", {"age": 40, "situation": "unemployed"}, UNLIKELY),
        ("youth_challenge", {"age": 26, "situation": "student"}, UNLIKELY),
        ("youth_challenge", {"age": 26, "situation": "unemployment_benefit"}, UNLIKELY),
        ("future_work_experience", {"age": 15, "situation": "student"}, POSSIBLE),
        ("future_work_experience", {"age": 26, "situation": "unemployed"}, POSSIBLE),
        ("future_work_experience", {"age": 26, "situation": "employed"}, UNLIKELY),
        ("future_work_experience", {"age": 26}, NEED_MORE),
        ("gwangju_dream", {"age": 39, "situation": "unemployed", "district": "광산구"}, POSSIBLE),
        ("gwangju_dream", {"age": 39, "situation": "unemployed", "district": "outside"}, UNLIKELY),
        ("gwangju_dream", {"age": 39, "situation": "unemployed"}, NEED_MORE),
        ("gwangju_dream", {"age": 40, "situation": "unemployed", "district": "북구"}, UNLIKELY),
        ("saeil", {"hardships": {"career_break"}}, POSSIBLE),
        ("saeil", {"hardships": {"health"}}, UNLIKELY),
        ("saeil", {"hardships": set()}, UNLIKELY),
        ("saeil", {}, NEED_MORE),
        ("midlife_center", {"age": 40}, POSSIBLE),
        ("midlife_center", {"age": 39}, UNLIKELY),
        ("midlife_center", {}, NEED_MORE),
        ("finance_link", {"hardships": ["money", "care"]}, POSSIBLE),
        ("finance_link", {"hardships": ("care",)}, UNLIKELY),
        ("self_reliance", {"hardships": {"money"}}, NEED_MORE),
        ("self_reliance", {"hardships": set()}, UNLIKELY),
        ("youth_job_incentive", {"age": 27}, NEED_MORE),
        ("aptitude_test", {"hardships": {"unsure_of_job"}}, POSSIBLE),
        ("resume_and_interview", {"hardships": {"interview"}}, POSSIBLE),
    ],
)
def test_how_a_program_looks(
    center: Center, program_id: str, facts: dict[str, object], verdict: Verdict
) -> None:
    assert look(center, program_id, **facts).verdict is verdict


def test_help_with_income_is_never_called_certain(center: Center) -> None:
    """Income and assets are not asked in the chat: nobody may hear "you qualify"."""
    everything = {
        "age": 30,
        "situation": "unemployed",
        "district": "북구",
        "career_months": 60,
        "hardships": {"money"},
    }
    for program_id in ("national_employment_support_1", "national_employment_support_1_youth"):
        found = look(center, program_id, **everything)
        assert found.verdict is NEED_MORE
        assert {"income_percent", "assets_won"} <= set(found.missing)


@pytest.mark.parametrize(
    ("birth_year", "verdict"),
    [(1987, UNLIKELY), (1986, NEED_MORE), (1985, POSSIBLE)],
    ids=["38 or 39", "39 or 40", "40 or 41"],
)
def test_a_year_of_birth_stands_for_two_ages(center: Center, birth_year: int, verdict: Verdict) -> None:
    assert look(center, "midlife_center", birth_year=birth_year).verdict is verdict


def test_several_ages_may_be_meant(center: Center) -> None:
    """An age counted the old way is one of three: what holds for all of them holds."""
    assert look(center, "midlife_center", age=(40, 41, 42)).verdict is POSSIBLE
    assert look(center, "midlife_center", age=(38, 39, 40)).verdict is NEED_MORE


def test_an_open_age_is_asked_for(center: Center) -> None:
    found = look(center, "midlife_center", birth_year=1986)
    assert found.missing == ("age",)
    assert found.ask == ("나이(40세 이상)를 확인해 주세요.",)


def test_the_reason_is_the_centers_own_sentence(center: Center) -> None:
    found = look(center, "national_employment_support_1_youth", age=27, situation="unemployed")
    assert found.because == (
        "15~34세라서 청년 유형을 볼 수 있어요.",
        "지금 일자리를 찾는 중이라서 살펴볼 수 있어요.",
    )
    assert [(reason.field, reason.fact, reason.met) for reason in found.reasons] == [
        ("age", 27, True),
        ("situation", "unemployed", True),
        ("situation", "unemployed", True),
    ]


def test_an_unmet_condition_is_told_as_data(center: Center) -> None:
    [reason] = look(center, "midlife_center", age=39).reasons
    assert (reason.field, reason.op, reason.value, reason.fact, reason.met) == ("age", "gte", 40, 39, False)


def test_amounts_belong_to_their_year(center: Center) -> None:
    youth = {"age": 27, "situation": "unemployed"}
    now = look(center, "national_employment_support_1_youth", TODAY, **youth)
    later = look(center, "national_employment_support_1_youth", NEXT_YEAR, **youth)
    assert any("3,077,086" in line for line in now.ask)
    assert any("3,283,250" in line for line in later.ask)
    assert now.because == later.because
    [program] = [each for each in center.programs if each.id == "national_employment_support_1"]
    assert "60만원" in (program.benefit_on(TODAY) or "")
    assert "60만원" not in (program.benefit_on(NEXT_YEAR) or "")


def test_before_its_first_day_a_program_does_not_exist(center: Center) -> None:
    [dream] = [each for each in center.programs if each.id == "gwangju_dream"]
    assert fit(dream, {"age": 27}, date(2026, 1, 25)) is None


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        pytest.param(
            {
                "age": 26,
                "situation": "unemployed",
                "district": "광산구",
                "hardships": {"mind", "information"},
            },
            [
                "leap_package",
                "mentoring",
                "youth_challenge",
                "national_employment_support_1_youth",
            ],
            id="26, at home for half a year",
        ),
        pytest.param(
            {"age": 41, "situation": "unemployed", "district": "남구", "hardships": {"career_break", "care"}},
            [
                "saeil",
                "leap_package",
                "training_card",
                "national_employment_support_2",
            ],
            id="41, back after raising children",
        ),
        pytest.param(
            {"age": 52, "situation": "unemployment_benefit", "district": "북구", "hardships": {"money"}},
            ["finance_link", "leap_package", "training_card", "self_reliance"],
            id="52, in debt, receives the benefit",
        ),
    ],
)
def test_what_is_shown_first(center: Center, facts: dict[str, object], shown: list[str]) -> None:
    assert [each.program_id for each in fitting(center.programs, facts, TODAY)] == shown


FACTS = st.fixed_dictionaries(
    {},
    optional={
        "age": st.integers(0, 100),
        "birth_year": st.integers(1926, 2026),
        "career_months": st.integers(0, 600),
        "district": st.sampled_from(sorted(DISTRICTS)),
        "situation": st.sampled_from(sorted(SITUATIONS)),
        "hardships": st.frozensets(st.sampled_from(sorted(HARDSHIPS))),
    },
)


@given(facts=FACTS, on=st.dates(date(2026, 1, 1), date(2028, 1, 1)))
def test_whatever_was_said(facts: dict[str, object], on: date) -> None:
    programs = LOADED.programs
    found = fitting(programs, facts, on)
    assert found == fitting(tuple(reversed(programs)), facts, on)
    assert found
    assert len(found) <= ON_ONE_SCREEN
    verdicts = [each.verdict for each in found]
    assert verdicts == sorted(verdicts, key=[POSSIBLE, NEED_MORE].index)
    assert all(each.ask for each in found if each.verdict is NEED_MORE)


@given(facts=FACTS, field=st.sampled_from(["age", "district", "situation", "hardships", "career_months"]))
def test_saying_less_never_settles_more(facts: dict[str, object], field: str) -> None:
    """What is decided without a fact stays decided with it: missing is not "no"."""
    less = {name: fact for name, fact in facts.items() if name not in (field, "birth_year")}
    more = {name: fact for name, fact in facts.items() if name != "birth_year"}
    for program in LOADED.programs:
        before, after = fit(program, less, TODAY), fit(program, more, TODAY)
        assert before is not None
        assert after is not None
        assert before.verdict in (NEED_MORE, after.verdict)


@pytest.mark.parametrize(
    ("truths", "of_all", "of_any"),
    [
        ([], True, False),
        ([True, None], None, True),
        ([False, None], False, None),
        ([True, False, None], False, True),
        ([True, True], True, True),
        ([False, False], False, False),
    ],
)
def test_three_truths(truths: list[bool | None], of_all: bool | None, of_any: bool | None) -> None:
    assert every(truths) is of_all
    assert some(truths) is of_any


def test_unknown_stays_unknown() -> None:
    assert opposite(None) is None
    assert opposite(True) is False


def test_none_of_these() -> None:
    student = Condition(field="situation", op="is", value="student")
    nobody = Condition(none=(student,), because="학생이 아니라서 볼 수 있어요.")
    assert judged(nobody, {"situation": "unemployed"}).because == ("학생이 아니라서 볼 수 있어요.",)
    assert judged(nobody, {"situation": "student"}).truth is False
    assert judged(nobody, {}).missing == ("situation",)


def test_an_optional_condition_counts_only_when_known() -> None:
    program = LOADED.programs[0].model_copy(
        update={
            "rules": (
                RuleSet(
                    valid_from=TODAY, all=(Condition(field="woman", op="is", value=True, optional=True),)
                ),
            )
        }
    )
    assert isinstance(program, Program)
    verdicts = [fit(program, facts, TODAY) for facts in ({}, {"woman": True}, {"woman": False})]
    assert [each and each.verdict for each in verdicts] == [POSSIBLE, POSSIBLE, UNLIKELY]
