"""A counselor's day as the morning finds it."""

from datetime import date

from bot.models import AppointmentState
from bot.notices.told import Told, line_of
from bot.say import Button, Card, Say, say
from bot.services import bookings

WEEK = Button(say("The week"), "menu:week")
TODAY = Button(say("Today's appointments"), "menu:today")


async def morning(told: Told) -> Card:
    """To the counselor: number, time, service and way of each; or that the day is free."""
    facts = told.row.body
    day = date.fromisoformat(facts["day"])
    booked = await bookings.day_of(told.session, int(facts["counselor"]), day)
    if not booked:
        return Card((say("Your day is free: {day}.", day=day),), ((WEEK,),))
    lines = [await line_of(told.session, told.center, told.language, each) for each in booked]
    first = say("<b>Your day, {day}: {many}</b>", day=day, many=len(booked))
    waiting = sum(each.state is AppointmentState.REQUESTED for each in booked)
    return Card((first, *lines, *_waiting(waiting)), ((TODAY, WEEK),))


def _waiting(many: int) -> tuple[Say, ...]:
    return (say("Waiting for your word: {many}", many=many),) if many else ()
