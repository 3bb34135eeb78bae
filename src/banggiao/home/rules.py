"""Days of the calendar: which of them a page shows, and which are public holidays. Today's date is an argument."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from banggiao.home.lexicon import rows

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years that the calendar opens; plans of this system are younger, and nobody plans for longer."""

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Window:
    """The days of one page of the calendar, both included, with those that lead to its neighbours."""

    first: date
    last: date
    before: date
    after: date

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday; `basis` is the law that makes it one, empty where the lexicon names none."""

    name: str
    basis: str


def month_asked(text: str, *, today: date) -> date:
    """The first day of the month that an address names as `2026-11`; this month where it names none.

    >>> month_asked("2026-13", today=date(2026, 3, 16))
    datetime.date(2026, 3, 1)
    """
    return _read(_MONTH, text, 1) or today.replace(day=1)


def day_asked(text: str, *, today: date) -> date:
    """The day that an address names as `2026-11-22`; today where it names none."""
    return _read(_DAY, text) or today


def _read(shape: re.Pattern[str], text: str, *rest: int) -> date | None:
    found = shape.fullmatch(text)
    if found is None:
        return None
    year, month, day = (*(int(part) for part in found.groups()), *rest)
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def month_window(first: date) -> Window:
    """A month from its first day on."""
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return Window(first, last, (first - timedelta(days=1)).replace(day=1), last + timedelta(days=1))


def week_window(day: date) -> Window:
    """The week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Window(monday, monday + timedelta(days=6), monday - timedelta(days=7), monday + timedelta(days=7))


def day_window(day: date) -> Window:
    """One day."""
    return Window(day, day, day - timedelta(days=1), day + timedelta(days=1))


def weeks_of(month: date) -> tuple[tuple[date, ...], ...]:
    """The weeks that touch a month, each from Monday on, with the days of its neighbours that fill them up."""
    return tuple(tuple(week) for week in calendar.Calendar().monthdatescalendar(month.year, month.month))


def holidays_between(first: date, last: date, *, language: str = "vi") -> Mapping[date, Holiday]:
    """The public holidays between two days, both included, with those moved because they fall on a weekend."""
    found: dict[date, Holiday] = {}
    for year in range(first.year, last.year + 1):
        named = _year(year, language)
        found |= {day: holiday for day, holiday in named.items() if first <= day <= last}
    return found


@lru_cache(maxsize=16)
def _year(year: int, language: str) -> Mapping[date, Holiday]:
    speaks = "en_US" if language == "en" else "vi"
    official = holidays.country_holidays("VN", years=year, language="vi")
    shown = holidays.country_holidays("VN", years=year, language=speaks)
    return {day: Holiday(shown.get(day, name), _basis(name)) for day, name in official.items()}


def _basis(name: str) -> str:
    lowered = name.lower()
    return next((basis for words, basis in rows("holidays") if words in lowered), "")
