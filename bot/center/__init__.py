"""What a center says about itself: who it is, whom it can offer, what it knows.

`load_center(folder)` reads `center.toml`, `programs/`, `knowledge/`, `figures/` and `sample/`, and checks
all of it.
"""

from bot.center.contents import Fair, FairPost, Passage
from bot.center.figures import BenefitDays, Cap, Figures, IncomeLine, MedianIncomes, UnemploymentBenefit
from bot.center.loading import CenterError, load_center
from bot.center.programs import Benefit, Condition, Program, RuleSet, Source
from bot.center.record import Hours
from bot.center.records import Center, Closure, Consent, Contact, Office, Retention
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
    "Condition",
    "Consent",
    "Contact",
    "CounselorPlan",
    "Fair",
    "FairPost",
    "Figures",
    "Hours",
    "IncomeLine",
    "MedianIncomes",
    "Office",
    "Passage",
    "Program",
    "Retention",
    "Room",
    "RuleSet",
    "Service",
    "Source",
    "UnemploymentBenefit",
    "WeeklyHours",
    "load_center",
]
