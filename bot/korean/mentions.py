"""Every day and hour a sentence names, each with what is known of it alone."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from korean_datetime import AmbiguousHour, Grain, Kind, ParseOptions, TemporalExpression, parse_all

from bot.korean.spelling import tidy
from bot.korean.unclear import Unclear, Why

LONGEST_MOMENT = 240  # a day and an hour with the reasons for them
MOST_MENTIONS = 16  # whoever names more days and hours than that has not answered
OPTIONS = ParseOptions(ambiguous_hour=AmbiguousHour.AS_IS)

# The library joins "A 아니면 B" and "A 가 아니라 B" by its own rules; ours see each mention alone.
_JOINTS = re.compile(
    r"에서(?=\s*[^,.]{1,12}?로\s*(?:바꿔|바꾸|변경|옮|미뤄|미루|당겨|연기|조정|수정))|아니라|아니고|"
    r"아니면|또는|혹은|그리고|및|"
    r"(?<!\d)[,/]|[,/](?!\d)"
    r"|(?<=[일레피주달시분반전후날오절스])(?:이나|나|과|와|하고|이랑|랑)(?=[\s가-힣\d])"
)
_NO_TIME = re.compile(r"(?:지금|현재|방금|곧|즉시|당장|곧바로|잠시|최근|요즘)(?:\s*(?:바로|당장|후|뒤))?")
_WEEKDAY = r"[월화수목금토일]\s*요일"
_WEEK = re.compile(r"(?:이번|다음|다다음|다다다음|지난|저번|금|차|내|익)\s*주(?!말)")
_MONTH = re.compile(r"(?:이번|다음|다다음|내|이|지난|저번)\s*달|\d{1,2}\s*월|[가-힣]{1,2}월(?!요일)")
_DAY_OF_MONTH = re.compile(r"일|요일|첫\s*날|마지막\s*날|그믐|보름")
_HOLIDAY = re.compile(
    r"설|추석|[가-힣\s]+절(?:\s|$)|[가-힣\s]{2,}(?<!다음)(?<!첫)(?<!요일)(?:\s날|[이로][날])|.*탄신일|크리스마스|현충일|신정"
)
_OPEN_ENDED = re.compile(
    r"^\s*(?:이|가|을|를|연휴|명절)?\s*(?:끝나|끝난|지나|지난|이후|이전|쇠고|쇠면|보내고|넘[어으]|"
    r"전(?:에|까지|으로)|부터|까지|이내|안으로|"
    r"후(?:에|로)|뒤(?:에|로)|사이|~|안에|내로|전후)"
    r"|^[^,.!?]{0,8}?(?:이후|이전|지나고|지나서|[가-힣]{2,5}\s(?:후|뒤|전)에)"
)
# "3시에 수업 끝나고": later than three, but on the same day.
_EVENT_ENDS = re.compile(r"^(?![^,.!?]{0,6}[요다]\s)[^,.!?]{0,8}?(?:끝나|퇴근|마치고|마쳐)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One day, hour or both, as it stands in the sentence."""

    expression: TemporalExpression
    start: int
    end: int
    before: str
    behind: str

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.expression.text

    @property
    def has_day(self) -> bool:
        """Whether a day, or a stretch of days, is named."""
        return self.expression.kind is not Kind.TIME

    @property
    def has_hour(self) -> bool:
        """Whether an hour, or a part of the day, is named."""
        return self.expression.kind is not Kind.DATE

    @property
    def is_bare_weekday(self) -> bool:
        """ "수요일" without a week or a date."""
        return re.match(rf"{_WEEKDAY}(?![가-힣]*째)", self.text) is not None

    @property
    def is_bare_day(self) -> bool:
        """ "15일" without a month."""
        return re.match(r"\d{1,2}\s*일(?!요)", self.text) is not None

    @property
    def has_weekday(self) -> bool:
        """ "다음 주 수요일", "3일 수요일": a single day with its weekday."""
        return re.search(_WEEKDAY, self.text) is not None and not self.is_stretch

    @property
    def is_dated(self) -> bool:
        """ "17일", "12월 3일", "12월 3일 목요일": a day by its number."""
        return self.is_bare_day or re.match(r"\d+년|(?:\d{1,2}|[가-힣]{1,2})월\s*\d", self.text) is not None

    @property
    def is_holiday(self) -> bool:
        """ "추석", "어린이날": a day by its name."""
        return _HOLIDAY.match(self.text) is not None

    @property
    def week(self) -> str | None:
        """ "다음 주" of "다음 주 수요일"."""
        return match[0] if (match := _WEEK.match(self.text)) else None

    @property
    def month(self) -> str | None:
        """ "12월" of "12월 3일", and of "크리스마스"."""
        if self.is_holiday:
            return f"{self.expression.start.month}월"
        return match[0] if (match := _MONTH.match(self.text)) else None

    @property
    def is_stretch(self) -> bool:
        """Whether more than one day is meant: a week, a month, a weekend."""
        length = self.expression.end - self.expression.start
        day_long = self.expression.is_range and self.expression.kind is Kind.DATE
        coarse = self.expression.grain in {
            Grain.WEEK,
            Grain.MONTH,
            Grain.QUARTER,
            Grain.HALF_YEAR,
            Grain.YEAR,
        }
        return day_long or coarse or length > timedelta(days=1) or self.is_week_with_hour

    @property
    def is_week_with_hour(self) -> bool:
        """ "다음 주 오전", "다음 달 3시": the hour is named, the day is not."""
        names_stretch = (
            re.search(r"주말|주중|평일", self.text)
            or (self.week and not re.search(_WEEKDAY, self.text))
            or (_MONTH.match(self.text) and not _DAY_OF_MONTH.search(self.text))
        )
        return self.has_hour and bool(names_stretch)

    @property
    def is_open_ended(self) -> bool:
        """ "3시 이후", "수요일부터": a bound, not a day or hour."""
        return _OPEN_ENDED.match(self.behind) is not None

    @property
    def is_before_an_end(self) -> bool:
        """ "3시에 수업 끝나고": the hour is when something else ends."""
        return _EVENT_ENDS.match(self.behind) is not None

    @property
    def is_weekday_alone(self) -> bool:
        """ "수요일", "다음 수요일": which week is open."""
        return self.is_bare_weekday or re.match(rf"(?:다음|담)\s*{_WEEKDAY}", self.text) is not None


def joined(said: str, now: datetime) -> list[TemporalExpression]:
    """The library's expressions of a sentence whose joints are hidden from it."""
    hidden = _JOINTS.sub(lambda match: "■" * len(match[0]), said)
    return [e for e in parse_all(hidden, now=now, options=OPTIONS) if not _NO_TIME.fullmatch(e.text)]


def mentions_of(said: str, now: datetime) -> list[Mention]:
    """The mentions of a sentence in book spelling, in order."""
    expressions = joined(said, now)
    if len(expressions) > MOST_MENTIONS:
        raise Unclear(Why.SEVERAL)
    edges = [(0, 0), *(e.span for e in expressions), (len(said), len(said))]
    return [
        Mention(
            expression,
            *expression.span,
            before=said[edges[index][1] : expression.span[0]],
            behind=said[expression.span[1] : edges[index + 2][0]],
        )
        for index, expression in enumerate(expressions)
    ]


def mentions(text: str, now: datetime) -> tuple[str, list[Mention]]:
    """The sentence in book spelling, and its mentions in order."""
    said = tidy(text[:LONGEST_MOMENT])
    return said, mentions_of(said, now)
