"""Talks with a person: asking for one, calling counselors one after the other, taking, ending."""

from bot.services.talks.asking import NoTalk, Why, ask, leave_word, may_ask
from bot.services.talks.briefing import Brief, answers_of, brief
from bot.services.talks.distress import heard_despair
from bot.services.talks.finding import live_talk, live_talk_of, open_talk_with, usual_wait
from bot.services.talks.ringing import ring_due
from bot.services.talks.taking import end, end_silent, end_talks_of, left, spoke, take

__all__ = [
    "Brief",
    "NoTalk",
    "Why",
    "answers_of",
    "ask",
    "brief",
    "end",
    "end_silent",
    "end_talks_of",
    "heard_despair",
    "leave_word",
    "left",
    "live_talk",
    "live_talk_of",
    "may_ask",
    "open_talk_with",
    "ring_due",
    "spoke",
    "take",
    "usual_wait",
]
