"""The register's other shapes: a board by state and a line of months, on the same filters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from banggiao.tasks.models import Task
from banggiao.tasks.queries.register import month_label
from banggiao.tasks.queries.rows import TaskRow, badge_of, task_rows
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import Status
from banggiao.ui.badges import PlainBadge
from banggiao.ui.lists import Listing

MOST_CARDS = 30
"""Cards of one column; the register shows the rest."""

MOST_MONTHS = 24


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
    counts = _counts(rows, today)
    picked: dict[Status, list[Task]] = {lane: list(_lane(rows, lane, today)[:MOST_CARDS]) for lane in _LANES}
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
    wanted = status_q(lane, today)
    if lane is Status.DONE:
        return rows.filter(wanted | status_q(Status.DONE_LATE, today)).order_by("-done_on", "pk")
    return rows.filter(wanted)


def _counts(rows: QuerySet[Task], today: date) -> dict[Status, int]:
    conditions = {lane: status_q(lane, today) for lane in _LANES}
    conditions[Status.DONE] |= status_q(Status.DONE_LATE, today)
    found = rows.order_by().aggregate(**{lane.name: Count("pk", filter=wanted) for lane, wanted in conditions.items()})
    return {lane: found[lane.name] for lane in _LANES}


def timeline(listing: Listing, *, today: date) -> tuple[Month, ...]:
    """The tasks of a list by the month of their deadline, with what is late in each; without a deadline last."""
    rows: QuerySet[Task] = listing.rows.order_by("deadline", "pk")
    late = status_q(Status.OVERDUE, today)
    found = (
        rows.order_by()
        .annotate(month=TruncMonth("deadline"))
        .values("month")
        .annotate(count=Count("pk"), late=Count("pk", filter=late))
        .order_by("month")
    )
    months = _around([dict(one) for one in found], today)
    picked = {one["month"]: list(_of_month(rows, one["month"])) for one in months}
    lines = {row.id: row for row in task_rows([task for tasks in picked.values() for task in tasks], today=today)}
    return tuple(
        Month(
            month_label(one["month"]) if one["month"] else _("Không có thời hạn"),
            one["month"],
            one["count"],
            one["late"],
            tuple(lines[task.pk] for task in picked[one["month"]]),
            one["month"] == today.replace(day=1),
        )
        for one in months
    )


MOST_OF_A_MONTH = 12


def _of_month(rows: QuerySet[Task], month: date | None) -> QuerySet[Task]:
    if month is None:
        return rows.filter(deadline=None).order_by("-quiet_since", "pk")[:MOST_OF_A_MONTH]
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return rows.filter(deadline__gte=month, deadline__lt=following)[:MOST_OF_A_MONTH]


def _around(months: list[dict], today: date) -> list[dict]:  # type: ignore[type-arg]
    """The months nearest to today where there are too many for one page, and those without a deadline."""
    dated = sorted((one for one in months if one["month"] is not None), key=lambda one: one["month"])
    if len(dated) > MOST_MONTHS:
        nearest = sorted(dated, key=lambda one: abs((one["month"] - today).days))[:MOST_MONTHS]
        dated = sorted(nearest, key=lambda one: one["month"])
    return dated + [one for one in months if one["month"] is None]
