"""All that knows the Bot API's wire: receiving without loss, sending without doubt."""

import os

# python-telegram-bot warns at every 429 until one chooses how it tells seconds: we choose its coming way.
os.environ.setdefault("PTB_TIMEDELTA", "true")
