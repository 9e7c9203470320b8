"""What a center says about itself: who it is, whom it can offer, what it knows.

`load_center(folder)` reads `center.toml`, `programs/`, `knowledge/`, `figures/` and `sample/`, and checks
all of it.
"""

from bot.center.contents import Passage
from bot.center.fair_loading import load_fairs
from bot.center.fair_loading import mistakes_in as fair_mistakes
from bot.center.fairs import (
    CompanyPlan,
    FairPlan,
    InterviewerPlan,
    Map,
    PositionPlan,
    PostedCondition,
    TalkPlan,
)
from bot.center.figures import BenefitDays, Cap, Figures, IncomeLine, MedianIncomes, UnemploymentBenefit
from bot.center.files import TomlFile
from bot.center.loading import CenterError, load_center
from bot.center.posting import not_to_be_asked
from bot.center.programs import Benefit, Condition, Program, RuleSet, Source
from bot.center.record import Hours
from bot.center.records import Center, Closure, Consent, Contact, Office, Retention
from bot.center.series_news import SeriesNews
from bot.center.services import Booking, CounselorPlan, Room, Service
from bot.center.weeks import WeeklyHours

__all__ = [
    "Benefit",
    "BenefitDays",
    "Booking",
    "Cap",
    "Center",
    "CenterError",
    "Closure",
    "CompanyPlan",
    "Condition",
    "Consent",
    "Contact",
    "CounselorPlan",
    "FairPlan",
    "Figures",
    "Hours",
    "IncomeLine",
    "InterviewerPlan",
    "Map",
    "MedianIncomes",
    "Office",
    "Passage",
    "PositionPlan",
    "PostedCondition",
    "Program",
    "Retention",
    "Room",
    "RuleSet",
    "SeriesNews",
    "Service",
    "Source",
    "TalkPlan",
    "TomlFile",
    "UnemploymentBenefit",
    "WeeklyHours",
    "fair_mistakes",
    "load_center",
    "load_fairs",
    "not_to_be_asked",
]
