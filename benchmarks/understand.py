"""How much of our own tables is read rightly, how much wrongly, and at what cost: ours beside simpler ways.

For each field: of the texts with an answer the share read rightly and the share read wrongly with confidence,
of the texts without one the share for which nothing was claimed; milliseconds a text; memory. Prints JSON.
"""

import importlib
import json
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as hour_of_day
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.assistant.tables import rows  # noqa: E402
from tests.korean.outcomes import MONDAY  # noqa: E402

Row = tuple[str, str | None]
Read = Callable[[str], str | None]
WISHES = ("asked", "later", "hard", "last", "fresh")
DESPAIR = ("distress", "distress_later", "distress_last", "distress_final")
NO_DESPAIR = ("no_distress", "no_distress_later", "no_distress_final")
# What a bot without a reader of wishes would look for: the first word found decides.
KEYWORDS = {
    "취소": "cancel_appointment", "변경": "change_appointment", "예약": "book_appointment",
    "상담원": "human_handoff", "수요데이": "job_fair_info", "채용": "job_fair_info",
    "실업급여": "unemployment_benefit", "실업인정": "unemployment_benefit",
    "국취": "program_info:national_employment_support",
    "국민취업": "program_info:national_employment_support", "청년도전": "program_info:youth_challenge",
    "중장년": "program_info:middle_aged", "새일": "program_info:women_reemployment",
    "집단상담": "program_info:group_counseling", "이력서": "program_info:resume_clinic",
    "자소서": "program_info:resume_clinic", "면접": "program_info:interview_prep",
    "적성": "program_info:aptitude_test", "장애": "program_info:disability", "배움카드": "training_card",
    "국비": "training_card", "일경험": "youth_work_experience", "도약보장": "leap_package",
    "빚": "finance_welfare", "대출": "finance_welfare", "멘토": "mentoring", "직원": "company_support",
    "몇 시": "center_hours", "어디": "center_location", "서류": "document_needed",
    "준비물": "document_needed", "삭제": "delete_my_data", "탈퇴": "delete_my_data",
    "영어": "language_change", "알림": "notification_off", "추천": "program_recommend",
    "정보": "my_profile", "일자리": "intake_start", "취업": "intake_start", "감사": "thanks",
    "안녕": "greeting", "상담": "book_appointment", "죽고": "crisis",
}  # fmt: skip


def main() -> None:
    before = memory()
    begun = time.perf_counter()
    contract = importlib.import_module("bot.korean.contract")
    understanding = importlib.import_module("bot.assistant.understanding")
    intents = importlib.import_module("bot.assistant.intents")
    intents.intent("안녕하세요")
    places = understanding.places_of({"BITNA_CENTER": str(ROOT / "center")})
    cost = {"start_seconds": round(time.perf_counter() - begun, 3), "memory_mb": round(memory() - before, 1)}
    fields = {
        field: {"ours": figures(table, reader(contract, field, places))}
        for field, table in korean_tables().items()
    }
    for field in ("date", "time", "datetime"):
        fields[field]["korean-datetime"] = figures(korean_tables()[field], bare(field))
        fields[field]["dateparser"] = foreign(field)
    wishes = {
        name: {"ours": figures(rows(name), intents.intent), "keywords": figures(rows(name), keywords)}
        for name in WISHES
    }
    print(
        json.dumps(
            {"cost": cost, "fields": fields, "intent": wishes, "distress": distress()},
            ensure_ascii=False,
            indent=2,
        )
    )


def memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def figures(table: list[Row], read: Read) -> dict[str, float]:
    """Shares in percent and milliseconds."""
    spent, found = [], []
    for text, meant in table:
        begun = time.perf_counter()
        value = read(text)
        spent.append((time.perf_counter() - begun) * 1000)
        found.append((meant, value))
    wanted = [each for each in found if each[0] is not None]
    others = [each for each in found if each[0] is None]
    return {
        "texts": len(found),
        "right": percent(sum(meant == value for meant, value in wanted), len(wanted)),
        "confidently_wrong": percent(sum(value not in {None, meant} for meant, value in wanted), len(wanted)),
        "rightly_open": percent(sum(value is None for _, value in others), len(others)),
        "p50_ms": round(statistics.median(spent), 3),
        "p95_ms": round(sorted(spent)[int(len(spent) * 0.95)], 3),
    }


def percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def reader(contract: object, field: str, places: object) -> Read:
    return lambda text: contract.understand(field, text, MONDAY, places)  # type: ignore[attr-defined]


def keywords(text: str) -> str | None:
    return next((label for word, label in KEYWORDS.items() if word in text), None)


def distress() -> dict[str, object]:
    heard = importlib.import_module("bot.korean.distress").in_distress
    despair = {name: [heard(text) for text, _ in rows(name)] for name in DESPAIR}
    others = {name: [heard(text) for text, _ in rows(name)] for name in NO_DESPAIR}
    return {
        "heard": {name: f"{sum(each)} of {len(each)}" for name, each in despair.items()},
        "false_alarms": {name: f"{sum(each)} of {len(each)}" for name, each in others.items()},
    }


# The tables of tests/korean, in the contract's spelling.


def korean_tables() -> dict[str, list[Row]]:
    """Field by field: what was said and the value, None where it is open."""
    return {
        "date": pairs("dates", "PLAIN", "TAKEN_BACK", "UNCLEAR"),
        "time": pairs("hours", "HOURS", "HALVES", "UNCLEAR"),
        "datetime": pairs("moments", "MOMENTS"),
        "birth_year": pairs("ages", "BORN", "AGES", "UNCLEAR"),
        "career_months": pairs("careers", "CAREERS", "UNCLEAR"),
        "phone": pairs("numbers", "PHONES", "PHONES_UNCLEAR"),
        "monthly_wage": pairs("numbers", "WAGES", "WAGES_UNCLEAR"),
        "number": pairs("numbers", "NUMBERS", "NUMBERS_UNCLEAR"),
        "yes_no": answers("yes_no", "YES", "yes")
        + answers("yes_no", "NO", "no")
        + pairs("yes_no", "UNCLEAR"),
        "district": pairs("districts", "LIVING", "UNCLEAR") + answers("districts", "OUTSIDE", "outside"),
        "employment_status": [
            (text, label) for label, texts in table("situations", "STANDING") for text in texts
        ]
        + pairs("situations", "UNCLEAR"),
        "name": pairs("names", "NAMES", "UNCLEAR"),
    }


def table(module: str, name: str) -> list:
    return getattr(importlib.import_module(f"tests.korean.test_{module}"), name, [])


def pairs(module: str, *names: str) -> list[Row]:
    found = []
    for name in names:
        for text, *value in table(module, name):
            found.append((text, contracted(name, value)))
    return found


def contracted(name: str, value: list) -> str | None:
    """Rows hold what the reader returns; a reason why not (an enumeration) stands for an open text."""
    first = value[0]
    if first is None or type(first).__name__ == "Why":
        return None
    if name == "AGES":
        return f"age:{first}"
    return str(first)


def answers(module: str, name: str, value: str) -> list[Row]:
    return [(text, value) for text in table(module, name)]


# Others, as they are.


def bare(field: str) -> Read:
    """`korean-datetime` alone: what it returns, put into the contract's spelling."""
    library = importlib.import_module("korean_datetime")
    parse = {"date": library.parse_date, "time": library.parse_time, "datetime": library.parse_datetime}[
        field
    ]

    def read(text: str) -> str | None:
        try:
            with library.reference_time(MONDAY):
                return spelled(field, parse(text))
        except (ValueError, TypeError, OverflowError):
            return None

    return read


def spelled(field: str, found: object) -> str | None:
    match field, found:
        case "date", datetime():
            return found.date().isoformat()
        case "date", date():
            return found.isoformat()
        case "time", datetime() | hour_of_day():
            return f"{found:%H:%M}"
        case "datetime", datetime():
            return f"{found:%Y-%m-%dT%H:%M}"
    return None


def foreign(field: str) -> dict[str, float] | str:
    """`dateparser`, where somebody has installed it: it is no dependency of ours."""
    try:
        library = importlib.import_module("dateparser")
    except ImportError:
        return "not installed"
    now = re.sub(r"\+.*", "", MONDAY.isoformat())
    options = {"RELATIVE_BASE": datetime.fromisoformat(now), "PREFER_DATES_FROM": "future"}
    return figures(
        korean_tables()[field],
        lambda text: spelled(field, library.parse(text, languages=["ko"], settings=options)),
    )


if __name__ == "__main__":
    main()
