"""What a bot without a reader of wishes would look for in a sentence."""

# The first word found decides.
KEYWORDS = {
    "취소": "cancel_appointment", "변경": "change_appointment", "예약": "book_appointment",
    "상담원": "human_handoff", "수요데이": "job_fair_info", "채용": "job_fair_info",
    "실업급여": "unemployment_benefit", "실업인정": "unemployment_benefit",
    "국취": "program_info:national_employment_support",
    "국민취업": "program_info:national_employment_support", "청년도전": "program_info:youth_challenge",
    "중장년": "program_info:middle_aged", "새일": "program_info:women_reemployment",
    "집단상담": "program_info:group_counseling", "이력서": "program_info:resume_clinic",
    "자소서": "program_info:resume_clinic", "면접": "program_info:interview_prep",
    "적성": "program_info:aptitude_test", "장애": "program_info:disability", "배움카드": "training_card",
    "국비": "training_card", "일경험": "youth_work_experience", "도약보장": "leap_package",
    "빚": "finance_welfare", "대출": "finance_welfare", "멘토": "mentoring", "직원": "company_support",
    "몇 시": "center_hours", "어디": "center_location", "서류": "document_needed",
    "준비물": "document_needed", "삭제": "delete_my_data", "탈퇴": "delete_my_data",
    "영어": "language_change", "알림": "notification_off", "추천": "program_recommend",
    "정보": "my_profile", "일자리": "intake_start", "취업": "intake_start", "감사": "thanks",
    "안녕": "greeting", "상담": "book_appointment", "죽고": "crisis",
}  # fmt: skip


def wished(text: str) -> str | None:
    """The label of the first keyword that the text holds."""
    return next((label for word, label in KEYWORDS.items() if word in text), None)
