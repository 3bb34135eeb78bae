"""From a date or rhythm as a plan words it to days on a calendar."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


def _(text: str) -> str:
    """Marks a text for translation; rules know no framework, templates translate what they show."""
    return text


class Rhythm(StrEnum):
    """How often something is due; the values are those of the reading engine."""

    ONCE = "once"
    YEAR = "year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"
    AD_HOC = "ad-hoc"
    PERMANENT = "permanent"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def recurs(self) -> bool:
        """Whether it has a next date once one has passed."""
        return self in _STEPS


_LABELS = {
    Rhythm.ONCE: _("một lần"),
    Rhythm.YEAR: _("hằng năm"),
    Rhythm.HALF_YEAR: _("6 tháng"),
    Rhythm.QUARTER: _("hằng quý"),
    Rhythm.MONTH: _("hằng tháng"),
    Rhythm.AD_HOC: _("đột xuất"),
    Rhythm.PERMANENT: _("thường xuyên"),
}
_STEPS = {Rhythm.YEAR: 12, Rhythm.HALF_YEAR: 6, Rhythm.QUARTER: 3, Rhythm.MONTH: 1}
"""Months from one date to the next."""


@dataclass(frozen=True, slots=True)
class Due:
    """A date or rhythm as a plan words it; parts that it leaves open are None.

    A quarter is its last month without a day. `text` is the wording, which says whether the day itself still counts.
    """

    rhythm: Rhythm
    month: int | None = None
    day: int | None = None
    year: int | None = None
    text: str = ""


_BEFORE = re.compile(r"\btrước\b(?!\s+(?:hết|khi|mắt|đây|đó))", re.IGNORECASE)
_QUARTER = re.compile(r"\bquý\b", re.IGNORECASE)


def excludes_day(text: str) -> bool:
    """Whether a wording leaves out the day it names: `trước ngày 25/5` does, `chậm nhất ngày 25/5` does not.

    >>> excludes_day("Định kỳ 06 tháng (trước ngày 25/5)"), excludes_day("chậm nhất trước ngày 25/5")
    (True, True)
    """
    return bool(_BEFORE.search(text))


def last_day(due: Due, *, year: int, before_excludes_day: bool) -> date | None:
    """The last day in `year` (or in the year that the wording names) that is still in time; None without a date.

    `trước ngày 25/5` is 24/5 where the day is excluded; `trước tháng 6` is 31/5; `trong quý III` is 30/9.
    """
    if due.month is None and due.year is None:
        return None
    excluded = before_excludes_day and excludes_day(due.text)
    named = due.year or year
    if due.month is None:
        return date(named - 1 if excluded else named, 12, 31)
    if due.day is not None:
        return _on(named, due.month, due.day) - timedelta(days=1 if excluded else 0)
    if not excluded:
        return _on(named, due.month, 31)
    first_month = due.month - 2 if _QUARTER.search(due.text) else due.month
    return date(named, first_month, 1) - timedelta(days=1)


def due_dates(due: Due, *, start: date, end: date, before_excludes_day: bool) -> tuple[date, ...]:
    """Every last day in time between two days, both included.

    A half-yearly rhythm with one date named (25/5) recurs half a year later (25/11); without any, periods end with
    June and December, quarters with their last month, months with their last day.
    """
    if not due.rhythm.recurs:
        once = last_day(due, year=start.year, before_excludes_day=before_excludes_day)
        if once and due.year is None and once < start:
            once = last_day(due, year=start.year + 1, before_excludes_day=before_excludes_day)
        return (once,) if once and start <= once <= end else ()
    excluded = before_excludes_day and due.day is not None and excludes_day(due.text)
    dates = (day - timedelta(days=1) if excluded else day for day in _occurrences(due, start, end))
    return tuple(day for day in dates if start <= day <= end)


def next_due(due: Due, *, after: date, before_excludes_day: bool) -> date | None:
    """The first last-day-in-time later than `after`; None where nothing recurs or follows.

    >>> next_due(Due(Rhythm.QUARTER), after=date(2026, 3, 31), before_excludes_day=True)
    datetime.date(2026, 6, 30)
    """
    start = after + timedelta(days=1)
    found = due_dates(due, start=start, end=_on(start.year + 2, 12, 31), before_excludes_day=before_excludes_day)
    return found[0] if found else None


def dates_of(dues: Iterable[Due], *, start: date, end: date, before_excludes_day: bool) -> tuple[date, ...]:
    """Every last day in time of a wording between two days, in order.

    Where it names several days of the year, each comes back every year, whatever the rhythm is called.
    """
    named = list(dues)
    if len(named) > 1 and all(due.rhythm.recurs and due.month for due in named):
        named = [replace(due, rhythm=Rhythm.YEAR) for due in named]
    found = {
        day for due in named for day in due_dates(due, start=start, end=end, before_excludes_day=before_excludes_day)
    }
    return tuple(sorted(found))


def rounds_after(
    dues: Sequence[Due], rhythm: Rhythm, *, after: date, until: date, before_excludes_day: bool
) -> tuple[date, ...]:
    """The dates of recurring work that follow one of its dates, up to the end of the plan.

    Where `after` is none of the dates that the wording names, a person chose it, and the rhythm goes on from there.
    """
    if not rhythm.recurs:
        return ()
    if after not in dates_of(dues, start=after, end=after, before_excludes_day=before_excludes_day):
        last = calendar.monthrange(after.year, after.month)[1]
        dues = (Due(rhythm, after.month, None if after.day == last else after.day),)
    return dates_of(dues, start=after + timedelta(days=1), end=until, before_excludes_day=before_excludes_day)


def _occurrences(due: Due, start: date, end: date) -> Iterator[date]:
    """The dates that a rhythm names in the years around, since leaving out a day may lead into the year before."""
    step = _STEPS[due.rhythm]
    anchor = due.month or 12
    for year in range(start.year - 1, end.year + 2):
        for month in range(1, 13):
            if (month - anchor) % step == 0:
                yield _on(year, month, due.day or 31)


def _on(year: int, month: int, day: int) -> date:
    """A day of a month, its last one where the month is shorter."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
