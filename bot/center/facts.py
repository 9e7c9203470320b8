"""What a program's rules may speak about."""

DISTRICTS = frozenset({"동구", "서구", "남구", "북구", "광산구", "outside"})
SITUATIONS = frozenset(
    {
        "unemployed",
        "unemployment_benefit",
        "part_time",
        "employed",
        "self_employed",
        "student",
        "expected_graduate",
        "on_leave",
    }
)
HARDSHIPS = frozenset(
    {
        "money",
        "health",
        "care",
        "skills",
        "interview",
        "career_break",
        "mind",
        "information",
        "transport",
        "unsure_of_job",
    }
)

# A field's kind: int, bool, str, or the words it may have.
ASKED: dict[str, type | frozenset[str]] = {
    "age": int,
    "career_months": int,
    "district": DISTRICTS,
    "field": str,
    "hardships": HARDSHIPS,
    "situation": SITUATIONS,
}

# Never asked in a chat: income, assets, family, benefits. Only the center can look at them.
CHECKED_AT_THE_CENTER: dict[str, type | frozenset[str]] = {
    "able_and_willing": bool,
    "assets_won": int,
    "care_leaver": bool,
    "civil_servant": bool,
    "employer_takes_part": bool,
    "income_percent": int,
    "insured_days": int,
    "military_service": bool,
    "months_inactive": int,
    "reason_for_leaving": frozenset({"involuntary", "justified", "own_wish"}),
    "welfare_recipient": bool,
    "woman": bool,
    "work_days_in_two_years": int,
    "works_little": bool,
    "years_to_graduation": int,
    "yearly_sales_won": int,
}

FACTS = ASKED | CHECKED_AT_THE_CENTER
