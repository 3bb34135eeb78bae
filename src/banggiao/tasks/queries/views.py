"""The register's other shapes: a board by state and a line of months, on the same filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from banggiao.tasks.models import Task
from banggiao.tasks.queries.register import month_label
from banggiao.tasks.queries.rows import TaskRow, badge_of, lean, task_rows
from banggiao.tasks.queries.status import status_q, status_tally
from banggiao.tasks.rules import OPEN, State, Status
from banggiao.ui.badges import PlainBadge
from banggiao.ui.lists import Listing

MOST_CARDS = 30
"""Cards of one column; the register shows the rest."""

MOST_MONTHS = 18


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of the board."""

    badge: PlainBadge
    count: int
    rows: tuple[TaskRow, ...]
    url: str

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the line; `share` is its height against the fullest month, in percent."""

    label: str
    first: date | None
    count: int
    late: int
    rows: tuple[TaskRow, ...]
    is_now: bool

    @property
    def more(self) -> int:
        return self.count - len(self.rows)


_LANES = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DUE_SOON, Status.OVERDUE, Status.STALE, Status.DONE)


def board(listing: Listing, *, register_url: str, today: date) -> tuple[Lane, ...]:
    """The tasks of a list by status, each column by urgency; finished ones, late or not, in one."""
    rows: QuerySet[Task] = listing.rows.order_by("sort_day", "pk")
    counts = status_tally(rows, today)
    counts[Status.DONE] += counts[Status.DONE_LATE]
    picked: dict[Status, list[Task]] = {lane: list(lean(_lane(rows, lane, today))[:MOST_CARDS]) for lane in _LANES}
    lines = {row.id: row for row in task_rows([task for tasks in picked.values() for task in tasks], today=today)}
    joiner = "&" if "?" in register_url else "?"
    return tuple(
        Lane(
            badge_of(lane),
            counts[lane],
            tuple(lines[task.pk] for task in tasks),
            f"{register_url}{joiner}tinh-trang={lane.code}",
        )
        for lane, tasks in picked.items()
    )


def _lane(rows: QuerySet[Task], lane: Status, today: date) -> QuerySet[Task]:
    if lane is Status.DONE:
        return rows.filter(state=State.DONE.value).order_by("-done_on", "pk")
    return rows.filter(status_q(lane, today))


def timeline(listing: Listing, *, today: date) -> tuple[Month, ...]:
    """The tasks of a list by the month of their deadline, with what is late in each; without a deadline last."""
    rows: QuerySet[Task] = listing.rows.order_by("deadline", "pk")
    months = _around(_months(rows, today), today)
    picked = {month: list(lean(_of_month(rows, month))) for month, _count, _late in months}
    lines = {row.id: row for row in task_rows([task for tasks in picked.values() for task in tasks], today=today)}
    return tuple(
        Month(
            month_label(month) if month else _("Không có thời hạn"),
            month,
            count,
            late,
            tuple(lines[task.pk] for task in picked[month]),
            month == today.replace(day=1),
        )
        for month, count, late in months
    )


Counted = tuple[date | None, int, int]
"""The first day of a month (None: without a deadline), how many tasks, how many of them late."""


def _months(rows: QuerySet[Task], today: date) -> list[Counted]:
    """Counted by day, which an index answers, and summed up here: cutting dates to months costs seconds in SQLite."""
    by_day = rows.order_by().values_list("deadline", "state").annotate(count=Count("pk"))
    counts: dict[date | None, list[int]] = {}
    for deadline, state, count in by_day:
        found = counts.setdefault(deadline and deadline.replace(day=1), [0, 0])
        found[0] += count
        found[1] += count if deadline and deadline < today and state in OPEN else 0
    return [(month, count, late) for month, (count, late) in counts.items()]


MOST_OF_A_MONTH = 6


def _of_month(rows: QuerySet[Task], month: date | None) -> QuerySet[Task]:
    if month is None:
        return rows.filter(deadline=None).order_by("-quiet_since", "-pk")[:MOST_OF_A_MONTH]
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return rows.filter(deadline__gte=month, deadline__lt=following)[:MOST_OF_A_MONTH]


def _around(months: list[Counted], today: date) -> list[Counted]:
    """The months nearest to today where there are too many for one page, and those without a deadline."""
    nearest = sorted((abs((month - today).days), month, count, late) for month, count, late in months if month)
    dated = sorted((month, count, late) for _far, month, count, late in nearest[:MOST_MONTHS])
    return [*dated, *(one for one in months if one[0] is None)]
