"""A pretend Telegram: a Bot API server, a page with several phones, faults, and a clock to move."""
