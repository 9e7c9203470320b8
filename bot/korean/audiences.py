"""Whom somebody means who says for whom something is: "북구 사는 20대", "광산구 빼고 모두"."""

import re
from typing import Any

from bot.korean.age_bands import age_band, without_ages
from bot.korean.districts import Places, district
from bot.korean.fields import job_field
from bot.korean.plain import plain
from bot.korean.unclear import Unclear, Why

UNREAD = "unread"  # words of which we do not know whether they narrow it down
_PERSON = r"(?:분|사람|이|구직자|주민|시민|거주자|희망자|대상자?)"
_ENDING = rf"{_PERSON}?(?:들)?(?:의|은|는|이|가|을|를|도|만|까지|으?로)?(?:에게|한테|께|에)?(?:만|는|도)?(?:요|이요|입니다|이에요|예요)?"
_EVERYBODY = re.compile(
    rf"(?:전체|전원|모두|모든|전부|다|누구나|아무나|everyone|everybody|all)\s?{_ENDING}(?![가-힣])"
)
# What joins or only begs, and narrows nothing down.
_JOINS = (
    r"아|아니요?|아뇨|참|아까|잘못|정정|바[꾸꿔꿀][가-힣]*|(?:보내|발송|전송|알려|알리|돌려|부탁|해|하)[가-힣]*|주세요|줘요?|좀|소식|공지|광주(?:시|광역시)?(?:에|에서)?|"
    r"(?:살고|있는|사는|살면서|거주하는|거주|계신|원하는|원하고|원하면서|찾는|찾고|희망하는|희망|구하는|받는|보는|읽는|받겠다고|받겠다는|한|하신)|"
    r"나이|연령|일자리|직종|일|직|쪽|분야|사이|중|중에서?|가운데|이면서|이고|면서|또|그리고|및|밖에?|이?랑|하고|과|와|만|에|의|으?로|살|세"
)
_NEITHER = re.compile(rf"(?<![가-힣a-z\d])(?:(?:{_JOINS})\s?{_ENDING}|{_ENDING})(?![가-힣a-z\d])")
_WITHOUT = re.compile(
    r"\s?(?:은|는|을|를|만)?\s?(?:빼고|빼|제외하고|제외한|제외|말고|아닌)(?:는|요|해)?(?![가-힣])\s?"
)
_AMONG = re.compile(r"\s중(?:에서?|엔)?\s|\s가운데\s|(?:에서|,)\s")
_ONLY = re.compile(r"(?<=[가-힣][구동])만(?![가-힣])")  # "북구만"
_ENGLISH = re.compile(r"영어|영문|외국(?:인|어)|english")
_WORD = re.compile(r"[가-힣a-z\d]+")


def audience(text: str, places: Places) -> dict[str, Any]:
    """The wishes that all have to be met, as announcements keep them; none of them means everybody.

    "북구 사는 20대" → {"district": "북구", "ages": [20, 29]}. Words that may say more and were not understood
    stand under `unread`. Raises Unclear where nothing was said of it, or several things.
    """
    wanted, left_out = _parted(_ONLY.sub("", plain(text)))
    wishes, without = _wishes(wanted, places), _wishes(left_out, places)
    unread = [word for part in (wanted, left_out) for word in _unread(part, places)]
    if not wishes and not without and (unread or not _EVERYBODY.search(wanted)):
        raise Unclear(Why.RANGE if _EVERYBODY.search(wanted) else Why.NOTHING)
    if left_out and not without:
        raise Unclear(Why.RANGE)
    if without and not without.keys() <= wishes.keys():  # "북구 말고 남구" leaves nobody out
        wishes["without"] = without
    return wishes | ({UNREAD: " ".join(unread)} if unread else {})


def _parted(said: str) -> tuple[str, str]:
    """Who is meant, and who is left out: "전체 중 광산구는 빼고", "광산구 빼고 모두"."""
    parts = _WITHOUT.split(said, maxsplit=1)
    if len(parts) < 2:
        return said, ""
    before, after = parts
    among = _AMONG.split(before, maxsplit=1)
    return (f"{among[0]} {after}", among[1]) if len(among) > 1 else (after, before)


def _wishes(said: str, places: Places) -> dict[str, Any]:
    wishes: dict[str, Any] = {}
    for wish, read in (("district", _district), ("ages", _ages), ("field", _field)):
        try:
            wishes[wish] = read(said, places)
        except Unclear as unclear:
            if unclear.why is not Why.NOTHING:
                raise Unclear(unclear.why, *({wish: meaning} for meaning in unclear.meanings)) from unclear
    return wishes | ({"language": "en"} if _ENGLISH.search(said) else {})


def _district(said: str, places: Places) -> str:
    return district(_ENGLISH.sub(" ", said), places)  # a foreigner may live here


def _ages(said: str, _places: Places) -> list[int]:
    return list(age_band(said))


def _field(said: str, _places: Places) -> str:
    return job_field(without_ages(said))


def _unread(said: str, places: Places) -> list[str]:
    """The words that neither name something we know nor only join such words."""
    rest = _NEITHER.sub(" ", _EVERYBODY.sub(" ", _ENGLISH.sub(" ", without_ages(said))))
    return [word for word in _WORD.findall(rest) if not _wishes_or_open(word, places)]


def _wishes_or_open(word: str, places: Places) -> bool:
    try:
        return bool(_wishes(word, places))
    except Unclear:
        return True
