"""What stands around a day and an hour and names neither: buses, ages, careers; and days said in English."""

import re

_HOUR = r"(?:오전|오후|아침|낮)?\s*(?:\d{1,2}|[한두세네]|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\s*시(?:\s*(?:반|\d{1,2}\s*분))?"
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS)
_WEEKDAYS = {"mon": "월", "tue": "화", "wed": "수", "thu": "목", "fri": "금", "sat": "토", "sun": "일"}
_DAY_NAME = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_IN_MONTH = re.compile(
    rf"(?<![a-z])(?P<month>{_MONTH}|sept)\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:a-z]|\s*[ap]\.?m)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?<![a-z])(?:on\s+)?(?P<which>this\s+|next\s+)?(?P<day>{_DAY_NAME})(?![a-z])", re.IGNORECASE
)
_WHICH = {"this": "이번 주 ", "next": "다음 ", "": ""}
_RULES = [
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        (r"(?<![a-z])(?:the\s+)?day\s+after\s+tomorrow(?![a-z])", "모레"),
        (r"(?<![a-z])(?:tomorrow|tmrw?|tomorow|tommorrow)(?![a-z])", "내일"),
        (r"(?<![a-z])today(?![a-z])", "오늘"),
        (r"(?<![a-z])next\s+week(?![a-z])", "다음 주"),
        (r"(?<=[일레늘])\s+(?:at\s+)?(?:in\s+the\s+)?morning(?![a-z])", " 오전"),
        (r"(?<=[일레늘])\s+(?:at\s+)?(?:in\s+the\s+)?afternoon(?![a-z])", " 오후"),
        (r"(?<=[일레늘])\s+at\s+(?=\d)", " "),
        (r"(?<=\d)\s*o'?\s?clock(?![a-z])", "시"),
        # "반차를 낼 수 있는 날": no tomorrow.
        (
            r"(?<![가-힣])낼(?=\s+수\s*[있없])|(?<=[차가간짬틈][를을])\s*낼(?=\s*(?:수\s|게|께|만|시간))|(?<=차 )낼(?=\s*(?:수\s|게|께))",
            " 쓸",
        ),
        (r"(오전|오후|아침|저녁)밖에", r"\1 밖에"),
        (r"(?<=\s)(?:도통|통|영|도저히)\s+(?=[안못]\s)", ""),
        (r"(?<=[가-힣])허는\s*날", "하는 날"),
        (r"(?<=하는\s)날이(?:여|여요|제|지라|지라우|라우|요|에요|입니다)\s+(?=\S)", "날이고 "),
        (
            r"(?:제\s*)?나이(?:가|는)?\s*(?:만\s*)?\d{2}(?:살|세)?(?:에|이고요?|고요?|인데요?|이라)?\s+(?=\S)",
            " ",
        ),
        (
            r"경력(?:이|은)?\s*(?:한\s*)?\d{1,2}\s*년\s*차?(?:이?요|입니다|이고요?|인데요?|이에요|이라서?|짜리|의|에)?(?=\s)",
            " ",
        ),
        # "10시 30분 버스를 타면 11시 20분에 도착해요": the way there.
        (
            rf"{_HOUR}\s*(?:에\s*)?(?:버스|기차|열차|차|ktx|srt|지하철|비행기|배)(?:를|을)?\s*(?:타면|타고|타서|탈\s*거라|있어서)\s+(?:{_HOUR}\s*(?:쯤\s*)?에?\s*(?:도착|내려|내리)[가-힣]*[\s,.]+)?(?=.*시)",
            " ",
        ),
        # "내일이나 모레를 생각했는데 둘 다 일이 생겨서 글피": both are given up.
        (
            r"^.*(?:생각했|고민했|하려고\s*했|가려고\s*했|고르려고\s*했)[가-힣]*(?:데|지만|으나)요?\s+(?:둘|두\s*날|이틀|그날들|전부|모두)\s*다?\s+[가-힣\s]*?(?:안\s*[되돼]|일이\s*생|일정이\s*생|약속이\s*생|못\s|힘들|어려|바[쁘빠]|겹)[가-힣]*(?:서|고|네요|어요|는데요?|니까)\s+(?!그)(?=\S)",
            "",
        ),
    )
]


def _dated(match: re.Match[str]) -> str:
    short = match["month"][:3].lower()
    month = next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(short))
    return f"{month}월 {match['day']}일"


def _named(match: re.Match[str]) -> str:
    which = (match["which"] or "").strip().lower()
    return f"{_WHICH[which]}{_WEEKDAYS[match['day'][:3].lower()]}요일"


# What is turned down or offered in English is for a question.
_OPEN_ENGLISH = re.compile(
    r"(?<![a-z])(?:not|no|can'?t|cannot|don'?t|won'?t|isn'?t|except|unless|instead|busy|or|either|before|after|until|till)(?![a-z])",
    re.IGNORECASE,
)


def without_asides(text: str) -> str:
    """The sentence without what is no day and no hour of it, its English days in Korean."""
    said = _WEEKDAY.sub(_named, _IN_MONTH.sub(_dated, text)) if re.search(r"[A-Za-z]{3}", text) else text
    for pattern, replacement in _RULES:
        said = pattern.sub(replacement, said)
    if _OPEN_ENGLISH.search(said) and not re.search(r"[가-힣]", text):
        return ""
    return said
