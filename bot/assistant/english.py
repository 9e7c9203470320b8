"""What a sentence in English wants, by the words it needs: the ears were taught in Korean.

The first that is found counts: "cancel my appointment" before "my appointment", and that before "appointment".
"""

import re

from bot.korean.plain import plain

_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_REFUSED = re.compile(r"\b(?:no(?!\smore)|not|never|don'?t|do not|didn'?t|can'?t|cannot|won'?t|already)\b")
_A_LANGUAGE = re.compile(r"\b(?:korean|english|languages?|translat\w+|interpreters?)\b")  # that comes first
_MEETING = r"(?:appointment|booking|reservation|counsel(?:l?ing)?|consultation|meeting)s?"
_DAY = r"(?:hiring|job|career)\s(?:day|fair|event)s?"
_OFF = r"(?:cancel|call off|withdraw(?: from)?|drop out of)"
_WISHES = {
    "job_fair_cancel": rf"\b{_OFF}\b.*\b{_DAY}",
    "job_fair_info": rf"\b{_DAY}",
    "notification_off": r"\b(?:stop|turn off|no more|unsubscribe)\b.*\b(?:news|messages?|notifications?|alerts?)\b|\bunsubscribe\b",
    "notification_on": r"\b(?:turn on|send me|subscribe)\b.*\b(?:news|notifications?|alerts?)\b",
    "delete_my_data": r"\b(?:delete|erase|remove|forget)\b.*\b(?:data|information|everything|account|me)\b",
    "cancel_appointment": rf"\b{_OFF}\b.*\b{_MEETING}\b",
    "change_appointment": rf"\b(?:change|move|reschedule|postpone|another)\b.*\b(?:{_MEETING}|time|day)\b",
    "my_appointments": rf"\b(?:my|when|what time)\b.*\b{_MEETING}\b|\bdid i book\b",
    "book_appointment": rf"\b(?:book|make|reserve|schedule|need|want|have|get|arrange)\b.*\b{_MEETING}\b|"
    r"\b(?:meet|see|visit)\b.*\bcounsel(?:l?or)s?\b|\bbook\b.*\bcounsel(?:l?or)s?\b",
    "human_handoff": r"\b(?:talk|speak|chat|call|write|connect)\b.*\b(?:person|human|somebody|someone|staff|counsel(?:l?or)|agent)\b|"
    r"\breal (?:person|human)\b|\bhuman (?:being|agent)\b",
    "center_hours": r"\b(?:open|opening|close|closing|office|business)\b.*\b(?:hours?|times?|today|tomorrow|saturday|sunday|weekends?)\b|"
    r"\bwhen\b.*\b(?:open|close)\b",
    "center_location": r"\bwhere\b.*\b(?:you|center|centre|office|located)\b|\b(?:address|directions|how (?:do|can) i get there)\b",
    "program_recommend": r"\b(?:programs?|benefits?|support|help|training)\b.*\b(?:for me|fit|eligible|can i get|qualify)\b|"
    r"\b(?:which|what)\b.*\b(?:programs?|benefits?|support)\b",
    "intake_start": r"\b(?:need|want|find|looking for|search(?:ing)? for|get)\b.*\b(?:jobs?|work|employment)\b",
}
WISHES = {intent: re.compile(words) for intent, words in _WISHES.items()}


def wanted_in_english(text: str) -> str | None:
    """The label of the readers' contract for a sentence in English; None where it says none, or says no."""
    said = plain(text).lower()
    if any(words.search(said) for words in (_HANGUL, _REFUSED, _A_LANGUAGE)):
        return None
    return next((intent for intent, words in WISHES.items() if words.search(said)), None)
