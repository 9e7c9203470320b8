"""The scripts of hiring days, as the application plays them."""

from bot.conversations.fair_after import AFTER
from bot.conversations.fair_changing import ALTERING
from bot.conversations.fair_checkin import CHECKING_IN
from bot.conversations.fair_making import ADDING, MAKING
from bot.conversations.fair_programs import PROGRAM
from bot.conversations.fair_registering import CHANGING, REGISTERING
from bot.conversations.fair_sharing import SHARING

FAIR_SCRIPTS = (REGISTERING, CHANGING, SHARING, AFTER, CHECKING_IN, MAKING, ALTERING, ADDING, PROGRAM)
