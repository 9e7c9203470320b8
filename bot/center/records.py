"""A center as its files describe it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, PositiveInt, field_validator, model_validator

from bot.center.contents import Passage
from bot.center.fairs import FairPlan
from bot.center.figures import Figures
from bot.center.programs import Program
from bot.center.record import District, Hours, Key, Phone, Record, Text
from bot.center.series_news import SeriesNews
from bot.center.services import Booking, CounselorPlan, Room, Service
from bot.center.weeks import WeeklyHours

# The state's own employment service; every center sends people there.
WORK24 = "고용24 work24.go.kr"


class CityName(Record):
    """What the city was called, and when."""

    name: Text
    short_name: Text
    valid_from: date | None = None
    valid_to: date | None = None


class Office(Record):
    """A center's house, and the districts that usually go there."""

    key: Key
    name: Text
    address: Text
    phone: Phone
    districts: tuple[District, ...]
    sure: bool


class Closure(Record):
    """A day on which the center differs from the calendar of public holidays.

    Closed, wholly or in these `hours`; or open, as on the ordinary weekday `like` (0 is Monday; its own where
    none is given).
    """

    date: date
    name: Text
    closed: bool = True
    hours: Hours | None = None
    like: int | None = Field(default=None, ge=0, le=6)

    @model_validator(mode="after")
    def _goes_together(self) -> Self:
        if self.hours and not self.closed:
            raise ValueError("hours are those in which the center is closed: leave them out where it is open")
        if self.like is not None and self.closed:
            raise ValueError("like is for days on which the center is open")
        return self


class Contact(Record):
    """A number that helps when the center cannot."""

    key: Key
    name: Text
    phone: Phone
    about: Text
    crisis: bool = False
    sure: bool


class Retention(Record):
    """For how many days what is known about a person is kept."""

    chat_text_days: PositiveInt
    appointment_days: PositiveInt
    consent_days: PositiveInt
    answer_days: PositiveInt
    fair_registration_days: PositiveInt


class Consent(Record):
    """Which wording of the consent texts people agree to."""

    version: Text


class Center(Record):
    """A public employment center."""

    id: Key
    name: Text
    short_name: Text
    english_name: Text
    time_zone: Text
    address: Text
    phone: Phone
    office_hours: WeeklyHours
    office_hours_sure: bool
    city_names: tuple[CityName, ...]
    offices: tuple[Office, ...] = Field(min_length=1)
    booking: Booking
    retention: Retention
    consent: Consent
    rooms: tuple[Room, ...] = ()
    services: tuple[Service, ...] = Field(min_length=1)
    counselors: tuple[CounselorPlan, ...] = Field(min_length=1)
    closures: tuple[Closure, ...] = ()
    special_days: tuple[Closure, ...] = ()  # not of a file: what the staff entered since, as of now
    contacts: tuple[Contact, ...]
    programs: tuple[Program, ...] = ()
    passages: tuple[Passage, ...] = ()
    figures: Figures | None = None
    fairs: tuple[FairPlan, ...] = ()
    series_news: tuple[SeriesNews, ...] = ()

    @field_validator("time_zone")
    @classmethod
    def _is_on_the_map(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(f'"{name}" is not a time zone') from None
        return name

    @cached_property
    def who_to_ask(self) -> Mapping[str, str]:
        """Where people can make sure, by the key that passages use: a name with its number or address."""
        offices = {office.key: f"{office.name} {office.phone}" for office in self.offices}
        contacts = {contact.key: f"{contact.name} {contact.phone}" for contact in self.contacts}
        return offices | contacts | {"center": f"{self.name} {self.phone}", "work24": WORK24}

    @property
    def bookable(self) -> tuple[Service, ...]:
        """The services that everybody may book by themselves, one to one."""
        return tuple(each for each in self.services if each.open_to == "everyone" and not each.is_group)

    @property
    def single_days(self) -> tuple[Closure, ...]:
        """The days that differ from the calendar; what stands first has the last word."""
        return (*self.special_days, *self.closures)

    def service(self, key: str) -> Service:
        """The service of this key; KeyError when the center no longer has it."""
        for each in self.services:
            if each.key == key:
                return each
        raise KeyError(key)
