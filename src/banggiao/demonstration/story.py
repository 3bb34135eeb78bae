"""The story of the demonstration as it is written in `story.txt`: values in, values out.

The first lines of that file say what the columns mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_FOLDER = Path(__file__).parent
_OFFICE_OPENS = time(8, 5)
_ACTS_A_DAY = 48
_SATURDAY = 5
_UNANSWERED = 3
"""Columns of a decline without its answer."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the story: a date, or so many days before today once `first` has come.

    Weekends become the Friday before, but today and yesterday stay, so that something is always new.
    """

    first: date
    ago: int | None = None

    @classmethod
    def of(cls, text: str) -> Day:
        """`2026-03-06`, or `-5>2026-10-15`."""
        if not text.startswith("-"):
            return cls(date.fromisoformat(text))
        ago, _sign, first = text.partition(">")
        return cls(date.fromisoformat(first), -int(ago))

    def on(self, today: date) -> date | None:
        """When that is, seen from today; None where it has not come yet."""
        if today < self.first:
            return None
        if self.ago is None:
            return _working_day(self.first)
        day = max(self.first, today - timedelta(days=self.ago))
        return day if self.ago <= 1 else _working_day(day)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan that comes in; without `confirmed` it keeps waiting for review."""

    key: str
    sample: str
    received: Day
    confirmed: Day | None
    dropped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody did: `kind` is the second column, `columns` those behind it."""

    plan: str
    day: Day
    kind: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """A plan that comes in or is confirmed, or an act, at a moment."""

    at: datetime
    what: PlanEntry | Act
    confirms: bool = False


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The lines of a file of this folder, each as the tuple of its columns."""
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(cell.strip() for cell in line.split("|"))


@cache
def story() -> tuple[tuple[PlanEntry, ...], tuple[Act, ...]]:
    """The plans, and what was done about each of them."""
    plans: list[PlanEntry] = []
    dropped: dict[str, list[str]] = {}
    acts: list[Act] = []
    for first, *others in rows("story.txt"):
        if first == "plan":
            key, sample, received, confirmed = others
            plans.append(
                PlanEntry(key, sample, Day.of(received), None if confirmed == "-" else Day.of(confirmed), dropped=())
            )
            dropped[key] = []
        elif first == "drop":
            dropped[plans[-1].key] += others
        else:
            act = Act(plans[-1].key, Day.of(first), others[0], tuple(others[1:]))
            acts += [act, *_answer(act)]
    finished = (
        PlanEntry(plan.key, plan.sample, plan.received, plan.confirmed, tuple(dropped[plan.key])) for plan in plans
    )
    return tuple(finished), tuple(acts)


def _answer(act: Act) -> list[Act]:
    """A decline that says how it was answered is two acts."""
    if act.kind != "decline" or len(act.columns) <= _UNANSWERED:
        return []
    return [Act(act.plan, Day.of(act.columns[_UNANSWERED]), "answer", act.columns)]


def happenings(now: datetime) -> list[Happening]:
    """All that has happened by now, in order of time.

    The first plan is always there and confirmed, and one always waits for review, whatever a wrong clock says.
    """
    plans, acts = story()
    today = now.astimezone(LOCAL).date()
    found: list[tuple[date, PlanEntry | Act, bool]] = []
    for index, plan in enumerate(plans):
        always = index == 0 or plan.confirmed is None
        received = plan.received.on(today) or (today if always else None)
        if received is not None:
            found.append((received, plan, False))
        if plan.confirmed is not None and (confirmed := plan.confirmed.on(today) or (today if always else None)):
            found.append((confirmed, plan, True))
    found += [(day, act, False) for act in acts if (day := act.day.on(today)) is not None]
    found.sort(key=lambda entry: entry[0])
    return [Happening(_moment(day, index, now), what, confirms) for index, (day, what, confirms) in enumerate(found)]


def _moment(day: date, index: int, now: datetime) -> datetime:
    """A time of that day's office hours that is not in the future; acts of a day keep their order."""
    at = datetime.combine(day, _OFFICE_OPENS, LOCAL) + timedelta(minutes=10 * (index % _ACTS_A_DAY))
    return min(at, now)


def _working_day(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
