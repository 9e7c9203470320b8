"""Days of the month as they are spoken: 이십팔일, 스무엿새, 초닷새; and how the southwest wonders about them."""

import re

from bot.korean.numerals import value

_AFTER_MONTH = re.compile(r"(?<=월)\s*([일이삼]?[십]?[일이삼사오육칠팔구]?)일(?!요일|[가-힣]*간)")
# "제헌절 지나고 이십일일에": a day that is only spoken, behind a feast.
_AFTER_FEAST = re.compile(
    r"(?<=[절날스정일석추])\s*((?:지나고|지나서|쇠고|끝나고)\s*(?:나서\s*)?)([이삼]?십[일이삼사오육칠팔구]?|[이삼사오육칠팔구])일(?=에|로|날|이?요|쯤)"
)
_TENS = {"초": 0, "열": 10, "스무": 20}
_ONES = ("하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레", "여드레", "아흐레")
_ONE = {name: number for number, name in enumerate(_ONES, 1)} | {
    "하룻": 1, "이튿": 2, "사흗": 3, "나흗": 4, "닷샛": 5, "엿샛": 6, "이렛": 7, "여드렛": 8, "아흐렛": 9,
}  # fmt: skip
# Alone it may be a day of the moon; one that is put right by another is of the sheet on the wall.
_CHOSEN = re.compile(r"말고|아니고|아니라")
_LUNAR = re.compile(r"음력|월")
# "열이틀 뒤" is none of our days.
_NATIVE = re.compile(
    rf"(?<![가-힣])(?:(?P<ten>초|열|스무)\s?(?P<one>{'|'.join(sorted(_ONE, key=len, reverse=True))})날?|(?P<whole>초열흘|스무날|열흘날))"
    r"(?!\s*(?:뒤|후|동안|간|만에|째|전|이나|정도|쯤\s*(?:뒤|후|걸)|걸))"
)
_WHOLE = {"초열흘": 10, "열흘날": 10, "스무날": 20}
_WONDERS = re.compile(r"(?<=[될갈올할])\s?(?:랑가|란가|랑가는|런지|는지)(?=\s*모르)")
_KNOWS_NOT = re.compile(r"모르[겄것]")
_GOES = (
    (re.compile(r"(?<=[가-힣])겄(?=습|네|어|는|소|지|다)"), "겠"),
    (re.compile(r"(?<=[갈할볼올])랍니다"), "게요"),
)


def _digits(match: re.Match[str]) -> str:
    return f" {int(value(match[1]) or 0)}일" if match[1] else match[0]


def _native(match: re.Match[str]) -> str:
    number = _WHOLE[match["whole"]] if match["whole"] else _TENS[match["ten"]] + _ONE[match["one"]]
    return f"{number}일"


def in_digits(said: str) -> str:
    """ "스무날 말고 스무엿새요" → "20일 말고 26일요", "12월 이십일" → "12월 20일", "제헌절 지나고 이십일일에" → "제헌절 지나고 21일에"."""
    for spoken, written in _GOES:
        said = spoken.sub(written, said)
    said = _KNOWS_NOT.sub("모르겠", _WONDERS.sub("지", _AFTER_MONTH.sub(_digits, said)))
    said = _AFTER_FEAST.sub(lambda match: f" {match[1]}{int(value(match[2]) or 0)}일", said)
    return _NATIVE.sub(_native, said) if _CHOSEN.search(said) and not _LUNAR.search(said) else said
