"""What is named settles much: the wish that some ideas lean toward where no others stand beside them."""

from collections.abc import Collection, Iterator

# For one wish: any of these ideas, and none of those.
_ALWAYS_AGAINST = {"past", "others", "later", "bot_itself"}
_ABOUT_APPOINTMENTS = {"appointment", "counseling", "bring"}
_OF_THE_CENTER = {
    "support",
    "card",
    "employer",
    "message",
    "appointment",
    "counseling",
    "counselor",
    "fair",
    "center",
    "bad",
}
_LEANINGS: tuple[tuple[str, set[str], set[str]], ...] = (
    ("language_change", {"language"}, {"learn", "interview", "office", "idle_talk", "card", "resume"}),
    ("delete_my_data", {"erase"}, {"appointment", "message", "fair", "mend", "resume"}),
    ("thanks", {"thanks"}, {"want", "how", "when", "where", "what", "cancel", "change", "join", "look"}),
    ("mentoring", {"mentor"}, {"employer", "fair", "appointment"}),
    ("leap_package", {"leap"}, {"employer", "recommend", *_ABOUT_APPOINTMENTS}),
    ("program_info_national_employment_support", {"support"}, {"leap", "recommend", *_ABOUT_APPOINTMENTS}),
    ("unemployment_benefit", {"benefit"}, {"support", "card", "office", "disability", *_ABOUT_APPOINTMENTS}),
    ("training_card", {"card"}, {"benefit", "disability", "debt", *_ABOUT_APPOINTMENTS}),
    ("youth_work_experience", {"experience"}, {"woman", "employer", *_ABOUT_APPOINTMENTS}),
    ("program_info_youth_challenge", {"challenge"}, {"employer", *_ABOUT_APPOINTMENTS}),
    ("finance_welfare", {"debt", "poor"}, {"office", "benefit", "card", "employer", *_ABOUT_APPOINTMENTS}),
    ("program_info_group_counseling", {"group"}, {"appointment", "fair", "bring"}),
    ("program_info_resume_clinic", {"resume"}, {"interview", "fair", "mend", *_ABOUT_APPOINTMENTS}),
    ("program_info_interview_prep", {"practice"}, {"fair", "bring", "employer", "resume", "center", "data"}),
    ("program_info_aptitude_test", {"aptitude"}, {"appointment", "bring"}),
    ("program_info_disability", {"disability"}, {"employer", *_ABOUT_APPOINTMENTS}),
    ("program_recommend", {"suit"}, {"support", "middle", "woman", "aptitude", "job", "interview", "resume"}),
    ("program_info_middle_aged", {"middle_named"}, {"employer", "benefit", "card", *_ABOUT_APPOINTMENTS}),
    ("program_info_women_reemployment", {"woman"}, {"middle", "office", "employer", *_ABOUT_APPOINTMENTS}),
    ("job_fair_cancel", {"fair"}, {"message", "employer"}),
    ("notification_off", {"stop"}, {"appointment", "counseling", "fair", "job", "bad"}),
    ("out_of_scope", {"office", "idle_talk"}, {"benefit", "debt", "poor", "bring", "data", "detail"}),
    # Leaned toward once more: papers and offices are the plainest sign.
    ("out_of_scope", {"office"}, {"benefit", "debt", "poor", "bring", "data", "detail", *_OF_THE_CENTER}),
    ("company_support", {"employer"}, {"mentor", "job", "interview", "bad"}),
    ("complaint", {"bad"}, {"person", "call", "want", "thanks", "debt", "practice", "message"}),
    ("my_appointments", {"done"}, {"fair", "message", "benefit", "card", "support"}),
    ("human_handoff", {"person", "call"}, {"bad", "appointment", "mentor", "place", "phone"}),
)
_BOTH: dict[str, set[str]] = {
    "my_appointments": {"appointment", "counseling"},
    "job_fair_cancel": {"cancel", "not_going"},
    "notification_off": {"message"},
    "program_recommend": {"program"},
    "program_info_interview_prep": {"interview"},
}


def leanings(ideas: Collection[str]) -> Iterator[str]:
    """The wishes that these ideas lean toward."""
    named = set(ideas)
    if named & _ALWAYS_AGAINST:
        return
    for wish, some, none in _LEANINGS:
        if named & some and not named & none and named & _BOTH.get(wish, named):
            yield wish
