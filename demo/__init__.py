"""The demo: a pretend Telegram and the bot, as two processes that start and stop together."""
