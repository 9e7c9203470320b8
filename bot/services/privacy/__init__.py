"""What is kept about people: showing it, forgetting it, and not keeping it longer than said."""

from bot.services.privacy.book import Booked
from bot.services.privacy.erasing import erase
from bot.services.privacy.purging import purge
from bot.services.privacy.showing import Stored, stored

__all__ = ["Booked", "Stored", "erase", "purge", "stored"]
