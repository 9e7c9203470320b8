"""What answers say about a person."""

from datetime import date
from typing import Any

import pytest

from bot.rules.facts import facts

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        pytest.param({}, {}, id="nothing said"),
        pytest.param({"contact": None, "name": "김민지"}, {}, id="nothing a program asks for"),
        pytest.param(
            {"born": "1985"}, {"age": (40, 41)}, id="a year of birth: before and after the birthday"
        ),
        pytest.param({"born": "age:39:full"}, {"age": 39}, id="만 39세"),
        pytest.param({"born": "age:39"}, {"age": (37, 38, 39)}, id="39, counted either way"),
        pytest.param({"district": "북구"}, {"district": "북구"}, id="a district"),
        pytest.param({"situation": "student"}, {"situation": "student"}, id="a situation"),
        pytest.param({"field": "0"}, {"field": "0"}, id="a field"),
        pytest.param({"career": 0}, {"career_months": 0}, id="no career is known"),
        pytest.param({"career": "12-35"}, {"career_months": 12}, id="a range: surely so long"),
        pytest.param({"career": "120-"}, {"career_months": 120}, id="ten years and more"),
        pytest.param({"hardships": []}, {"hardships": ()}, id="no hardship is known"),
        pytest.param({"hardships": ["money", "care"]}, {"hardships": ("money", "care")}, id="hardships"),
        pytest.param({"district": None}, {}, id="skipped"),
    ],
)
def test_facts(answers: dict[str, Any], found: dict[str, object]) -> None:
    assert facts(answers, TODAY) == found
