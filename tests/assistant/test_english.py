"""Wishes in English lead where they are granted; a refusal, and anything else, leads nowhere."""

import pytest

from bot.assistant.english import wanted_in_english

WISHES = {
    "job_fair_cancel": ["cancel the hiring day", "I have to withdraw from the job fair"],
    "job_fair_info": ["hiring day when?", "When is the next job fair?", "Any hiring days this month"],
    "notification_off": ["stop the news please", "unsubscribe", "no more messages"],
    "notification_on": ["send me news", "Turn on notifications"],
    "delete_my_data": ["delete my data", "please erase everything about me", "Remove all my information"],
    "cancel_appointment": ["cancel my appointment", "I need to cancel the booking on Friday"],
    "change_appointment": ["can I move my appointment", "Reschedule my counseling", "another time please"],
    "my_appointments": ["when is my appointment?", "my bookings", "what time is the meeting"],
    "book_appointment": [
        "I want to meet a counselor tomorrow at 3",
        "book an appointment",
        "I'd like to have a consultation",
        "can i see a counsellor",
        "Need counseling",
    ],
    "human_handoff": ["can I talk to a person", "I want to speak with someone", "real human please"],
    "center_hours": ["opening hours", "are you open on Saturday", "When do you close?"],
    "center_location": ["where are you located", "Where is the center", "what is your address"],
    "program_recommend": ["which programs are there", "what benefits can I get", "is there support for me"],
    "intake_start": ["I need a job", "looking for work", "I want to find employment"],
}
NOTHING = [
    "I don't want an appointment", "I already have an appointment", "the weather is nice", "yes", "no", "Minji", "Kim",
    "I worked in an office", "북구", "상담 appointment", "", "?", "driver", "sorry", "10 years", "security guard", "Korean hard. I need job",
]  # fmt: skip


@pytest.mark.parametrize(
    ("intent", "text"), [(intent, text) for intent, texts in WISHES.items() for text in texts]
)
def test_a_wish(intent: str, text: str) -> None:
    assert wanted_in_english(text) == intent


@pytest.mark.parametrize("text", NOTHING)
def test_no_wish(text: str) -> None:
    assert wanted_in_english(text) is None
