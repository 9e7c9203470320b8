"""A file of hiring days: every mistake is told with its line and its reason, and nothing is stored."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from bot.__main__ import parser
from bot.center import CenterError
from bot.clock import SEOUL
from bot.settings import SettingError, Settings

ROOT = Path(__file__).parent.parent
RIGHT = """
[[fairs]]
key = "wednesday_20261202"
series = "wednesday"
title = "일자리 수요데이"
held_on = 2026-12-02
hours = "14:00-17:00"
place = "11층 상설채용관"
about = "회사 설명을 듣고 면접을 볼 수 있어요."
bring = ["이력서"]
capacity = 24
walking_minutes = 3
times_at = 2026-11-30T18:00:00

[[fairs.companies]]
key = "mudeung"
name = "무등가전부품"
minutes = 15
interviewers = [{ name = "하나", booth = "A1", hours = "14:00-15:30" }]

[[fairs.companies.positions]]
key = "assembly"
title = "가전 부품 조립"
field = "8"
headcount = 4
pay = "월 240만원"
hours = "주 5일"
place = "광산구"
work24 = "K1234567"
checked_by = "행사 담당"
checked_on = 2026-11-20
conditions = [{ text = "경력 1년", field = "career_months", op = "gte", value = 12 }]

[[fairs.companies]]
key = "mobility"
name = "빛고을모빌리티"
minutes = 20
interviewers = [{ name = "둘", booth = "A1", hours = "15:30-17:00" }]

[[fairs.companies.positions]]
key = "inspection"
title = "부품 검사"
field = "8"
headcount = 3
pay = "월 260만원"
hours = "2교대"
place = "광산구"
checked_by = "행사 담당"
checked_on = 2026-11-20

[[fairs.talks]]
key = "coaching"
title = "이력서 다듬기"
kind = "coaching"
hours = "14:00-14:40"
place = "상담실"
seats = 6
"""

# What is wrong: the line as it was, as it is now, and what the sentence says.
MISTAKES = {
    "no TOML": ('key = "mudeung"', 'key = "mudeung', "Illegal character"),
    "a word that is missing": (
        'pay = "월 240만원"\n',
        "",
        "fairs.wednesday_20261202.companies.mudeung.positions.assembly.pay: is missing",
    ),
    "a word that we do not know": (
        "capacity = 24",
        "capacity = 24\nplaces = 24",
        "places: is not a key we know",
    ),
    "a series that there is not": (
        'series = "wednesday"',
        'series = "friday"',
        "series: 'friday' does not fit",
    ),
    "a day that there is not": (
        "held_on = 2026-12-02",
        'held_on = "12월 2일"',
        "held_on: '12월 2일' does not fit",
    ),
    "a day that is over": ("held_on = 2026-12-02", "held_on = 2026-11-20", "held_on: 2026-11-20 is over"),
    "hours in other words": ('hours = "14:00-17:00"', 'hours = "오후"', 'hours: "오후" is not HH:MM-HH:MM'),
    "hours backwards": ('hours = "14:00-17:00"', 'hours = "17:00-14:00"', "ends before it starts"),
    "no place at all": ("capacity = 24", "capacity = 0", "capacity: 0 does not fit"),
    "a long walk": ("walking_minutes = 3", "walking_minutes = 300", "walking_minutes: 300 does not fit"),
    "times told on the day": (
        "2026-11-30T18:00:00",
        "2026-12-02T09:00:00",
        "times_at: has to be a day before the fair",
    ),
    "one company twice": (
        'key = "mobility"',
        'key = "mudeung"',
        '"mudeung" is already the key of another one',
    ),
    "an interview of a minute": ("minutes = 20", "minutes = 1", "minutes: 1 does not fit"),
    "two at one booth": ('"15:30-17:00"', '"15:00-17:00"', '"A1" has somebody else at that time'),
    "an interviewer after hours": ('"15:30-17:00"', '"15:30-18:00"', "is not within the fair's 14:00-17:00"),
    "nobody who interviews": (
        'interviewers = [{ name = "둘", booth = "A1", hours = "15:30-17:00" }]',
        "interviewers = []",
        "interviewers: tuple should have at least 1 item",
    ),
    "a position that nobody checked": ('checked_by = "행사 담당"\n', "", "assembly.checked_by: is missing"),
    "a checker without a name": (
        'checked_by = "행사 담당"',
        'checked_by = " "',
        "checked_by: ' ' does not fit",
    ),
    "a check that has not been made yet": (
        "checked_on = 2026-11-20",
        "checked_on = 2026-11-30",
        "checked_on: 2026-11-30 has not come yet",
    ),
    "a check of long ago": (
        "checked_on = 2026-11-20",
        "checked_on = 2026-08-20",
        "please check the position again",
    ),
    "a field that KECO does not have": ('field = "8"', 'field = "88"', "field: '88' does not fit"),
    "no head": ("headcount = 4", "headcount = 0", "headcount: 0 does not fit"),
    "an age as a condition": ('field = "career_months"', 'field = "age"', "'age' does not fit"),
    "a condition without a sense": (
        'op = "gte"',
        'op = "any_of"',
        "career_months cannot be compared by any_of",
    ),
    "a talk after the fair": (
        'hours = "14:00-14:40"',
        'hours = "17:00-17:40"',
        "17:00-17:40 is not within the fair's 14:00-17:00",
    ),
    "a coaching after the fair": (
        'hours = "14:00-14:40"',
        'hours = "14:00-14:40"\non = 2026-12-03',
        "2026-12-03 is not within the 14 days before the fair",
    ),
    "a talk on another day": (
        'kind = "coaching"',
        'kind = "talk"\non = 2026-12-01',
        "only a coaching may be on another day than the fair",
    ),
    "a condition that nobody may post": (
        'text = "경력 1년"',
        'text = "35세 이하 우대"',
        "asks for age, sex, looks or family",
    ),
    "more seats than places": ("seats = 6", "seats = 60", "60 seats are more than the 24 places of the fair"),
    "a number of 고용24 that is none": (
        'work24 = "K1234567"',
        'work24 = "고용24"',
        "work24: '고용24' does not fit",
    ),
}


def surroundings(folder: Path) -> dict[str, str]:
    """A database, the center's folder, and the morning of November 23, 2026, whenever this runs."""
    moved = datetime(2026, 11, 23, 10, 0, tzinfo=SEOUL) - datetime.now(SEOUL)
    (folder / "clock").write_text(str(moved.total_seconds()), "utf-8")
    return {
        "BITNA_DATABASE": f"sqlite+aiosqlite:///{folder / 'bitna.db'}",
        "BITNA_CENTER": str(ROOT / "center"),
        "BITNA_CLOCK": str(folder / "clock"),
    }


async def bitna(folder: Path, *words: str) -> None:
    """What the command line does, without a process of its own."""
    arguments = parser().parse_args(words)
    settings = Settings.from_environment(surroundings(folder), with_token=arguments.needs_token)
    assert await arguments.deed(settings, arguments) == 0


def fairs_in(folder: Path) -> list[tuple[str, str]]:
    with sqlite3.connect(folder / "bitna.db") as connection:
        return connection.execute("SELECT key, title FROM fair").fetchall()


@pytest.fixture
def folder(migrated_sqlite: Path, tmp_path: Path) -> Path:
    """A place with an empty database."""
    shutil.copy(migrated_sqlite, tmp_path / "bitna.db")
    return tmp_path


@pytest.mark.parametrize(("before", "after", "said"), MISTAKES.values(), ids=MISTAKES)
async def test_a_mistake_is_told_with_its_line_and_nothing_is_stored(
    folder: Path, before: str, after: str, said: str
) -> None:
    assert before in RIGHT
    (folder / "fair.toml").write_text(RIGHT.replace(before, after, 1), "utf-8")
    line = RIGHT[: RIGHT.index(before)].count("\n") + 1

    with pytest.raises(CenterError) as refused:
        await bitna(folder, "fair", "load", str(folder / "fair.toml"))

    [told] = [each for each in str(refused.value).splitlines() if said in each]
    place, _, _ = told.removeprefix("fair.toml, line ").partition(":")
    assert line - 12 <= int(place) <= line + 1  # what is missing is told where its table begins
    assert fairs_in(folder) == []


async def test_every_mistake_of_a_file_is_told_at_once(folder: Path) -> None:
    wrong = RIGHT
    for before, after, _ in (
        MISTAKES[name] for name in ("no place at all", "no head", "a checker without a name")
    ):
        wrong = wrong.replace(before, after, 1)
    (folder / "fair.toml").write_text(wrong, "utf-8")

    with pytest.raises(CenterError) as refused:
        await bitna(folder, "fair", "load", str(folder / "fair.toml"))

    assert len(str(refused.value).splitlines()) == 3


async def test_one_wrong_fair_keeps_the_right_one_out(folder: Path) -> None:
    other = RIGHT.replace("wednesday_20261202", "other").replace("capacity = 24", "capacity = -1")
    (folder / "fair.toml").write_text(RIGHT + other, "utf-8")

    with pytest.raises(CenterError, match=r"fairs\.other\.capacity"):
        await bitna(folder, "fair", "load", str(folder / "fair.toml"))

    assert fairs_in(folder) == []


async def test_a_right_file_is_taken_over_changed_and_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = folder / "fair.toml"
    for title in ("일자리 수요데이", "빛이나 수요데이"):
        file.write_text(RIGHT.replace("일자리 수요데이", title), "utf-8")
        await bitna(folder, "fair", "load", str(file))
    await bitna(folder, "fair", "list")

    assert fairs_in(folder) == [("wednesday_20261202", "빛이나 수요데이")]
    assert capsys.readouterr().out.splitlines() == [
        "wednesday_20261202: 2026-12-02 14:00-17:00, 일자리 수요데이",
        "wednesday_20261202: 2026-12-02 14:00-17:00, 빛이나 수요데이",
        "wednesday_20261202\t2026-12-02 14:00\topen\t0/24\t빛이나 수요데이",
    ]


async def test_the_report_is_a_table_and_a_picture(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    await bitna(folder, "report", "fairs", "--year", "2026", "--picture", str(folder / "fairs.png"))

    assert capsys.readouterr().out.splitlines()[0] == "행사 0회 · 회사 0곳 · 모집 0명 · 모집률 –"
    assert (folder / "fairs.png").read_bytes().startswith(b"\x89PNG")


async def test_a_person_of_a_company_is_invited_to_that_company_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "fair.toml").write_text(RIGHT, "utf-8")
    await bitna(folder, "fair", "load", str(folder / "fair.toml"))
    invite = (
        "staff",
        "invite",
        "--role",
        "company",
        "--name",
        "무등",
        "--fair",
        "wednesday_20261202",
        "--company",
    )

    await bitna(folder, *invite, "mudeung")
    with pytest.raises(SettingError, match="mudeung, mobility"):
        await bitna(folder, *invite, "nobody")

    assert "/start staff-" in capsys.readouterr().out
