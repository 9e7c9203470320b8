"""A center writes its own files: every mistake is named with file, line and reason."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.center import CenterError, load_center

CENTER = Path(__file__).parents[2] / "center"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(CENTER, tmp_path / "center")


def change(folder: Path, file: str, old: str, new: str) -> int:
    """Replace a line's text and say which line it was."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_center_loads() -> None:
    center = load_center(CENTER)

    assert center.name == "광주고용복지플러스센터"
    assert {service.key for service in center.services} >= {"intake", "leap", "finance"}
    assert len(center.programs) >= 12
    assert len({passage.key for passage in center.passages}) >= 114
    assert all(fair.sample for fair in center.fairs)
    assert {contact.phone for contact in center.contacts if contact.crisis} == {"109", "112", "119"}


def test_a_week_is_read_by_date() -> None:
    counselor = load_center(CENTER).counselors[0]

    assert [str(hours) for hours in counselor.hours.on(date(2026, 11, 23))] == ["09:00-12:00", "13:00-18:00"]
    assert counselor.hours.on(date(2026, 11, 28)) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        pytest.param(
            "center.toml",
            'monday = ["09:00-18:00"]',
            'monday = ["9-18"]',
            'office_hours.monday: "9-18" is not HH:MM-HH:MM.',
            id="hours",
        ),
        pytest.param(
            "center.toml",
            'wednesday = ["13:00-18:00"]',
            'wednesday = ["18:00-13:00"]',
            'counselors.yunseul.hours.wednesday: "18:00-13:00" ends before it starts.',
            id="hours turned round",
        ),
        pytest.param(
            "center.toml",
            'friday = ["09:00-12:00", "13:00-17:00"]',
            'friday = ["09:00-12:00", "11:00-17:00"]',
            'counselors.yunseul.hours.friday: "11:00-17:00" begins before "09:00-12:00" has ended.',
            id="hours that overlap",
        ),
        pytest.param(
            "center.toml",
            'services = ["intake", "finance", "company"]',
            'services = ["intake", "loans"]',
            'counselors.nuri.services: "loans" is not among the services.',
            id="a service nobody offers",
        ),
        pytest.param(
            "center.toml",
            "minutes = 50",
            "minutes = 300",
            'services.intake.minutes: 310 minutes with the break do not fit into any hours of "yunseul".',
            id="a service longer than any hours",
        ),
        pytest.param(
            "center.toml",
            'room = "room_2"',
            'room = "cellar"',
            'counselors.saebyeok.room: "cellar" is not among the rooms.',
            id="a room that is not there",
        ),
        pytest.param(
            "center.toml",
            'rooms = ["group_room"]',
            'rooms = ["hall"]',
            'services.group.rooms: "hall" is not among the rooms.',
            id="a group in no room",
        ),
        pytest.param(
            "center.toml",
            'room = "room_3"',
            'ways = ["video"]',
            'counselors.nuri.ways: none of these is a way of "intake".',
            id="a service in no way",
        ),
        pytest.param(
            "center.toml",
            "notice_minutes = 120",
            "notice_minutes = 99999",
            "booking: the notice is longer than the window.",
            id="a notice longer than the window",
        ),
        pytest.param(
            "center.toml",
            'key = "saebyeok"',
            'key = "yunseul"',
            'counselors.yunseul: "yunseul" is already the key of another one.',
            id="two counselors of one key",
        ),
        pytest.param(
            "center.toml",
            'phone = "062-609-8500"',
            'phone = "공육이"',
            "phone: '공육이' does not fit (string should match pattern '^[0-9]{3,4}(-[0-9]{3,4}){0,2}$').",
            id="a phone in words",
        ),
        pytest.param(
            "center.toml",
            'time_zone = "Asia/Seoul"',
            'time_zone = "Asia/Gwangju"',
            'time_zone: "Asia/Gwangju" is not a time zone.',
            id="a strange time zone",
        ),
        pytest.param(
            "center.toml",
            'districts = ["광산구"]',
            'districts = ["북구"]',
            'offices.gwangsan.districts: "북구" already goes to another office.',
            id="a district of two offices",
        ),
        pytest.param(
            "center.toml",
            'version = "2026-11"',
            'verison = "2026-11"',
            "consent.verison: is not a key we know.",
            id="a slip of the pen",
        ),
        pytest.param(
            "programs/midlife_center.toml",
            'field = "age"',
            'field = "aeg"',
            'rules.1.all.1: "aeg" is not a fact we know; known are',
            id="an unknown fact",
        ),
        pytest.param(
            "programs/midlife_center.toml",
            "value = 40",
            'value = "40"',
            "rules.1.all.1: age cannot be compared by gte with '40'.",
            id="a number in quotes",
        ),
        pytest.param(
            "programs/gwangju_dream.toml",
            'value = ["employed"',
            'value = ["emploied"',
            'rules.1.all.3: "emploied" is not a word for situation; words are',
            id="an unknown situation",
        ),
        pytest.param(
            "programs/gwangju_dream.toml",
            "valid_to = 2026-12-31",
            "valid_to = 2027-01-31",
            "benefits: what begins on 2027-01-01 overlaps what was before it.",
            id="two amounts on one day",
        ),
        pytest.param(
            "programs/saeil.toml",
            'needs = ["career_break"',
            'needs = ["career"',
            'needs: "career" is not a hardship; known are',
            id="an unknown hardship",
        ),
        pytest.param(
            "knowledge/center.toml",
            "sure = false",
            'sure = "maybe"',
            "'maybe' does not fit (input should be a valid boolean",
            id="half sure",
        ),
        pytest.param(
            "knowledge/benefits.toml",
            'ask = ["work24", "center", "labor"]',
            'ask = ["work24", "centre", "labor"]',
            'passages.benefit_conditions.ask: "centre" is nobody to ask; known are center, ',
            id="nobody to ask",
        ),
        pytest.param(
            "knowledge/benefits.toml",
            'ask = ["work24", "center", "labor"]',
            "ask = []",
            "passages.benefit_conditions.ask: tuple should have at least 1 item after validation, not 0.",
            id="no way to make sure",
        ),
        pytest.param(
            "knowledge/benefits.toml",
            'next = ["work24", "call"]',
            'next = ["work42", "call"]',
            "passages.benefit_conditions.next: 'work42' does not fit (input should be 'benefit_calculator'",
            id="a button that leads nowhere",
        ),
        pytest.param(
            "knowledge/benefits.toml",
            '    "실업급여 조건이 뭐예요?",\n',
            '    "실업급여 대상이 어떻게 돼요?",\n',
            'passages.benefit_conditions.questions: "실업급여 대상이 어떻게 돼요?" stands there twice.',
            id="a question written twice",
        ),
        pytest.param(
            "knowledge/youth.toml",
            '    "일경험드림이 뭐야?",\n',
            '    "청년 일경험 프로그램 있어요?",\n',
            'passages.gwangju_dream.questions: "청년 일경험 프로그램 있어요?" is already the question of another one.',
            id="a question of two passages",
        ),
        pytest.param(
            "knowledge/benefits.toml",
            "valid_to = 2025-12-31",
            "valid_to = 2024-12-31",
            "passages.benefit_amount.at_other_times.1: valid_to 2024-12-31 is before valid_from 2025-01-01.",
            id="an answer that ends before it begins",
        ),
        pytest.param(
            "figures/unemployment_benefit.toml",
            "younger = [120, 150, 180, 210, 240]",
            "younger = [120, 150, 180, 210]",
            "days: 4 numbers stand beside 5 years.",
            id="a table with a hole",
        ),
        pytest.param(
            "figures/unemployment_benefit.toml",
            "won_a_day = 68100",
            'won_a_day = "68,100"',
            "caps.2.won_a_day: '68,100' does not fit",
            id="an amount with a comma",
        ),
        pytest.param(
            "figures/median_income.toml",
            "[2564238, 4199292",
            "[4199292, 2564238",
            "years.2.won_a_month: 2,564,238 of a larger household is not more than 4,199,292.",
            id="incomes in disorder",
        ),
        pytest.param(
            "figures/median_income.toml",
            'program = "national_employment_support_1"',
            'program = "national_employment"',
            'lines.1.program: "national_employment" is not among the programs.',
            id="a line of no program",
        ),
        pytest.param(
            "figures/minimum_wage.toml",
            "won_an_hour = 10700",
            "won_an_hour = 0",
            "years.3.won_an_hour: 0 does not fit (input should be greater than 0).",
            id="a wage of nothing",
        ),
        pytest.param(
            "sample/fairs.toml",
            "sample = true",
            "sample = false",
            "fairs.sample_20261202.sample: has to be true for what stands in sample/.",
            id="an invented fair that claims to be real",
        ),
    ],
)
def test_a_mistake_is_named_with_its_line(folder: Path, file: str, old: str, new: str, sentence: str) -> None:
    line = change(folder, file, old, new)

    with pytest.raises(CenterError) as caught:
        load_center(folder)

    found = [text for text in str(caught.value).splitlines() if sentence in text]
    assert len(found) == 1, str(caught.value)
    place, _, _ = found[0].partition(": ")
    name, _, number = place.partition(", line ")
    assert name == f"center/{file}"
    # A mistake in a group of values is shown where the group begins.
    assert line - 3 <= int(number) <= line


def test_bad_toml_is_named_with_its_line(folder: Path) -> None:
    line = change(folder, "center.toml", 'id = "gwangju"', 'id = "gwangju')

    with pytest.raises(CenterError, match=rf"^center/center\.toml, line {line}: .+\.$"):
        load_center(folder)


def test_all_mistakes_of_all_files_are_shown_at_once(folder: Path) -> None:
    change(folder, "center.toml", 'monday = ["09:00-18:00"]', 'monday = ["9-18"]')
    change(folder, "programs/midlife_center.toml", "order = 100", "")
    change(folder, "sample/fairs.toml", "capacity = 24", "capacity = 0")

    with pytest.raises(CenterError) as caught:
        load_center(folder)

    assert [line.split(",")[0] for line in str(caught.value).splitlines()] == [
        "center/center.toml",
        "center/programs/midlife_center.toml",
        "center/sample/fairs.toml",
    ]


def test_a_folder_without_a_center(tmp_path: Path) -> None:
    with pytest.raises(CenterError, match=r"center\.toml: there is no such file\.$"):
        load_center(tmp_path)


def test_a_file_in_another_encoding(folder: Path) -> None:
    (folder / "center.toml").write_bytes("id = '광주'".encode("cp949"))

    with pytest.raises(CenterError, match=r"center/center\.toml: is not written in UTF-8\.$"):
        load_center(folder)


def test_two_passages_for_one_question(folder: Path) -> None:
    (folder / "knowledge" / "zz_copy.toml").write_text(
        (folder / "knowledge" / "center.toml").read_text("utf-8"), "utf-8"
    )

    with pytest.raises(CenterError, match='"center_location" is already the key of another one'):
        load_center(folder)


def test_doubt_has_to_be_said(folder: Path) -> None:
    (folder / "knowledge" / "doubt.toml").write_text(
        """topic = "시험"

[[passages]]
key = "doubt"
questions = ["하나", "둘", "셋", "넷", "다섯"]
answer = "아마 그럴 거예요."
source = "없음"
as_of = 2026-11-23
owner = "행사·안내 담당"
sure = false
ask = ["center"]
""",
        "utf-8",
    )

    with pytest.raises(
        CenterError, match=r"center/knowledge/doubt\.toml, line 3: passages\.doubt: sure is false"
    ):
        load_center(folder)


def test_two_answers_on_one_day(folder: Path) -> None:
    change(folder, "knowledge/benefits.toml", "valid_from = 2027-01-01", "valid_from = 2026-07-01")

    with pytest.raises(
        CenterError,
        match=r"benefits\.toml, line \d+: passages\.benefit_amount: what begins on 2026-07-01 overlaps what was before",
    ):
        load_center(folder)


def test_a_passage_has_the_answer_of_each_time() -> None:
    said = [each for each in load_center(CENTER).passages if each.key == "benefit_amount"]

    assert [
        (str(each.valid_from), str(each.valid_to))
        for each in sorted(said, key=lambda each: str(each.valid_from))
    ] == [
        ("2025-01-01", "2025-12-31"),
        ("2026-01-01", "2026-12-31"),
        ("2027-01-01", "2027-12-31"),
        ("2028-01-01", "None"),
    ]
    assert len({each.questions for each in said}) == 1
    assert len({each.answer for each in said}) == 4


def test_where_to_make_sure_has_a_name_and_a_number() -> None:
    ways = load_center(CENTER).who_to_ask

    assert ways["center"] == "광주고용복지플러스센터 062-609-8500"
    assert ways["labor"] == "고용노동부 고객상담센터 1350"
    assert ways["work24"] == "고용24 work24.go.kr"


def test_a_figures_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "figures" / "minimum_wage.toml").unlink()

    with pytest.raises(CenterError, match=r"^center/figures/minimum_wage\.toml: there is no such file\.$"):
        load_center(folder)


def test_a_center_without_figures_has_no_calculators(folder: Path) -> None:
    shutil.rmtree(folder / "figures")

    assert load_center(folder).figures is None


def test_figures_and_answers_say_the_same() -> None:
    """An amount that a passage tells is the one that the calculators reckon with."""
    center = load_center(CENTER)
    assert center.figures
    incomes, wages = center.figures.median_income, center.figures.minimum_wage
    caps = center.figures.unemployment_benefit.caps
    told = {(each.key, each.valid_from and each.valid_from.year): each.answer for each in center.passages}

    for year in (2025, 2026, 2027):
        wage = wages.in_year(year)
        assert wage
        assert f"{wage.won_an_hour:,}원" in told["minimum_wage", year]
        assert f"{wage.won_an_hour * 8 * 80 // 100:,}원" in told["benefit_amount", year]
    for year in (2026, 2027):
        table = incomes.in_year(year)
        assert table
        for household in (1, 2, 3, 4):
            line = (table.won_a_month[household - 1] * 60 + 50) // 100
            assert f"{household}인 {line:,}원" in told["support_income_line", year]
    for cap in caps:
        assert f"{cap.won_a_day:,}원" in told["benefit_amount", cap.valid_from.year]


def test_a_year_that_stands_there_twice(folder: Path) -> None:
    change(folder, "figures/minimum_wage.toml", "year = 2027", "year = 2026")

    with pytest.raises(
        CenterError, match=r"figures/minimum_wage\.toml, line 3: years: 2026 does not come after 2026\.$"
    ):
        load_center(folder)
