"""How the answers of an operator who announces something are read, and what they amount to."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.conversations.announcement_hearing import is_now
from bot.conversations.audience_words import ages_said, audience_said, program_said
from bot.conversations.visit import Visit
from bot.korean import districts, fields, moments
from bot.korean.age_bands import age_band
from bot.korean.moments import Moment
from bot.korean.unclear import Unclear, Why
from bot.korean.yes_no import yes_or_no
from bot.models import LegalClass
from bot.say import Say, quote, say
from bot.services.announcements import Plan

LONGEST = (
    3000  # characters: a copy also carries the center's name and the way to stop, within Telegram's 4096
)
NO_NAME = re.compile(r"(?:\s*(?:의\s)?(?:채용\s?)?(?:광고|공고)|\s+회사)?(?:이?에요|예요|입니다)?[\s.!]*$")
# Asked or said to us and not to job seekers: "뭐라고 쓰면 돼요?", "공지 안 보낼래요".
NO_TEXT = re.compile(
    r"(?:여기에?|공지는?|글은?)?\s*(?:어떻게|뭐라고|뭘|무엇을|무슨\s?말을?)\s*(?:쓰|써|적|보내|해)[가-힣\s]{0,10}[?.!]*"
    r"|(?:예시|보기)[가-힣\s]{0,10}[?.!]*"
    r"|(?:이|그|저)?\s*(?:공지|이거|이건)(?:는|를)?\s*(?:안\s?(?:보낼|할|쓸)|취소|그만|나중에)[가-힣\s]{0,8}[.!]*"
)
LONGEST_UNDER_PICTURE = 800  # the same within Telegram's 1024
PHOTO = "photo:"
NONE = "none"  # the choice to leave out what was added


def announcement_text(text: str, _visit: Visit) -> str:
    """The words of the announcement."""
    words = text.strip()
    if not 5 <= len(words) <= LONGEST or NO_TEXT.fullmatch(words):
        raise Unclear(Why.NOTHING)
    return words


def company(text: str, _visit: Visit) -> str:
    """A company's name."""
    name = " ".join(NO_NAME.sub("", text).split())
    if not 2 <= len(name) <= 40:
        raise Unclear(Why.NOTHING)
    return name


def district(text: str, visit: Visit) -> str:
    """One of the five 구."""
    return districts.district(text, visit.places)


def job_field(text: str, _visit: Visit) -> str:
    """The first digit of the KECO code."""
    return fields.job_field(text)


def ages(text: str, _visit: Visit) -> list[int]:
    """From … to, both included: "20~39", "20대", "65세 이상"."""
    return list(age_band(text))


def picture(text: str, _visit: Visit) -> str:
    """Telegram's number of a photo that was just sent; none for a no."""
    if text.startswith(PHOTO):
        return text.removeprefix(PHOTO)
    if yes_or_no(text):
        raise Unclear(Why.NOTHING)
    return NONE


def moment(text: str, visit: Visit) -> Moment | str:
    """When to send it."""
    return "now" if is_now(text) else moments.moment(text, visit.today)


def show_when(value: Any, _visit: Visit) -> Say:
    """Now, or the day and hour."""
    return say("now") if value == "now" else Say("{when}", {"when": datetime.fromisoformat(str(value))})


def show_ages(value: Any, _visit: Visit) -> Say:
    """The age band."""
    return ages_said(*value)


def show_picture(_value: Any, _visit: Visit) -> Say:
    """A photo has no words."""
    return say("a picture")


def show_fair(value: Any, _visit: Visit) -> Say:
    """The hiring day, which was named on its button."""
    return say("No hiring day") if value == "none" else say("the chosen hiring day")


def show_program(value: Any, visit: Visit) -> Say:
    """The program's name."""
    return program_said(str(value), visit.center)


def show_audience(value: Any, visit: Visit) -> Say:
    """What was typed instead of chosen; a choice is named by its button."""
    return audience_said(value, visit.center) if isinstance(value, Mapping) else quote(str(value))


def audience_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The audience as the announcement keeps it: chosen, narrowed down, without some."""
    wanted = {**_wish(answers, "audience"), **_wish(answers, "narrow")}
    without = _wish(answers, "without")
    return wanted | ({"without": without} if without else {})


def detail_key(slot: str, kind: str) -> str:
    """The question that says more about a choice in this slot."""
    own = "of_fair" if kind == "fair" else kind
    return own if slot == "audience" else f"{slot}_{own}"


def _wish(answers: Mapping[str, Any], slot: str) -> dict[str, Any]:
    """What was chosen in this slot, as audiences know it."""
    chosen = answers.get(slot, "none")
    if isinstance(chosen, Mapping):  # typed, and read as it is
        return dict(chosen)
    kind = str(chosen)
    if kind in {"all", "none"}:
        return {}
    if kind == "foreign":
        return {"language": "en"}
    told = answers[detail_key(slot, kind)]
    if kind == "not_yet":
        return {"got" if slot == "without" else "not_got": int(told)}
    return {kind: told}


def plan_of(answers: Mapping[str, Any]) -> Plan:
    """What was answered, as the service wants it."""
    law = LegalClass(answers.get("kind", LegalClass.PROGRAM))
    fair = None if answers.get("fair") == NONE else answers.get("fair")
    return Plan(
        text=str(answers["text"]),
        audience=audience_of(answers),
        words={"en": str(answers["english"])} if answers.get("english", NONE) != NONE else {},
        picture=None if answers.get("picture") == NONE else answers.get("picture"),
        law=law,
        sponsor=str(answers["company"]) if law is LegalClass.ADVERT else None,
        topic="fair" if fair and law is LegalClass.PROGRAM else None,
        fair=fair,
        in_waves=answers.get("waves") == "yes" and fair is not None,
    )


def due_of(visit: Visit) -> datetime:
    """The moment at which it goes out."""
    when = str(visit.answers["when"])
    return visit.now if when == "now" else datetime.fromisoformat(when)
