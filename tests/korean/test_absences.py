"""When a counselor says that they are away."""

from datetime import datetime

import pytest

from bot.clock import SEOUL
from bot.korean.absences import away
from bot.korean.unclear import Unclear, Why

NOW = datetime(2026, 11, 23, 10, tzinfo=SEOUL)  # a Monday
SAID = """
    내일 오전 휴가                               | leave 11-24 am
    12월 1일부터 3일까지 휴가                      | leave 12-01..12-03
    오늘 아파서 못 나가요                          | sick 11-23
    매주 수요일 오후 교육                          | training 11-23.. Wed pm
    수요일마다 교육                              | training 11-23.. Wed
    매주 금요일 4시부터 교육                        | training 11-23.. Fri 16:00-23:59
    내일 오후반차 쓸게요                           | leave 11-24 pm
    내일 오전 반차입니다                           | leave 11-24 am
    다음 주 내내 휴가                             | leave 11-30..12-04
    다음주 휴가예요                               | leave 11-30..12-04
    이번 주 휴가                                 | leave 11-23..11-27
    오늘 오후 3시부터 5시까지 자리 비워요             | other 11-23 15:00-17:00
    모레 연차                                   | leave 11-25
    금요일 하루 쉴게요                            | leave 11-27
    12/24~26 휴가                               | leave 12-24..12-26
    12.1~12.3 휴가                              | leave 12-01..12-03
    12월 1~3일 휴가                              | leave 12-01..12-03
    12월 30일부터 1월 2일까지 연차                  | leave 12-30..2027-01-02
    11월 30일부터 2일까지 휴가                      | leave 11-30..12-02
    이번 주 금요일부터 다음 주 화요일까지 휴가          | leave 11-27..12-01
    다음 주 화요일부터 목요일까지 교육                 | training 12-01..12-03
    내일부터 사흘간 휴가                           | leave 11-24..11-26
    12월 7일부터 3일간 출장                        | training 12-07..12-09
    내일 3시부터 조퇴할게요                         | other 11-24 15:00-23:59
    내일 11시까지 병원 다녀올게요                    | sick 11-24 00:00-11:00
    내일 병원 때문에 오전에 못 나가요                 | sick 11-24 am
    몸살이라 오늘 못 나갑니다                        | sick 11-23
    아파서 출근 못 해요                            | sick 11-23
    오늘 오후부터 아파서 못 나가요                    | sick 11-23 pm
    내일 9시 30분~11시 회의                        | training 11-24 09:30-11:00
    11월 30일 10:00-12:00 교육                     | training 11-30 10:00-12:00
    다음주 수요일 오후 2시부터 4시 교육               | training 12-02 14:00-16:00
"""
UNCLEAR = [
    ("내일 반차", Why.SEVERAL),  # which half?
    ("반차", Why.SEVERAL),
    ("휴가", Why.NOTHING),
    ("오후에 조퇴합니다", Why.NOTHING),
    ("내일하고 모레 휴가", Why.SEVERAL),
    ("매주 월요일 오전, 매주 화요일 오전 회의", Why.SEVERAL),
    ("내일부터 휴가", Why.RANGE),  # until when?
    ("11월 2일 휴가", Why.PAST),
    ("내일 휴가 취소해 주세요", Why.NOTHING),
    ("12월 10일부터 12월 5일까지 휴가", Why.CONTRADICTION),
    ("내일 오후 5시부터 3시까지 교육", Why.CONTRADICTION),
    ("안녕하세요", Why.NOTHING),
]


@pytest.mark.parametrize("line", [line.strip() for line in SAID.strip().splitlines()])
def test_what_is_said(line: str) -> None:
    text, wanted = (part.strip() for part in line.split("|"))
    found = away(text, NOW)
    days = f"{found.first_day:%m-%d}"
    if found.last_day is None:
        days += ".. " + ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][found.weekday or 0]
    elif found.last_day != found.first_day:
        days += f"..{found.last_day:%m-%d}" if found.last_day.year == 2026 else f"..{found.last_day}"
    part = f" {found.starts:%H:%M}-{found.ends:%H:%M}" if found.starts and found.ends else ""
    part = {" 00:00-12:00": " am", " 12:00-23:59": " pm"}.get(part, part)

    assert f"{found.kind} {days}{part}" == wanted


@pytest.mark.parametrize(("text", "why"), UNCLEAR)
def test_what_is_asked_again(text: str, why: Why) -> None:
    with pytest.raises(Unclear) as unclear:
        away(text, NOW)

    assert unclear.value.why is why
