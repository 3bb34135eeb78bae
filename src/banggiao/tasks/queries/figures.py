"""Numbers that home pages and reports show, each with the list that it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from banggiao.accounts.access import Actor
from banggiao.tasks.access import on_visible_tasks, visible_tasks
from banggiao.tasks.models import Role, Task, TaskAgency, TaskDecline
from banggiao.tasks.queries.rows import TaskRow, lean, task_rows
from banggiao.tasks.queries.status import status_q, status_tally
from banggiao.tasks.rules import FINISHED, Clarity, Status


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """How many tasks of some sort an agency leads."""

    agency_id: int
    name: str
    count: int


def status_counts(actor: Actor, *, today: date) -> dict[Status, int]:
    """How many visible tasks there are of each status."""
    return status_tally(visible_tasks(actor), today)


def urgent_tasks(actor: Actor, *, today: date, most: int = 20) -> tuple[TaskRow, ...]:
    """The visible open tasks, the most urgent first."""
    rows = visible_tasks(actor).filter(sort_day__lt=FINISHED).order_by("sort_day", "pk")
    return task_rows(lean(rows[:most]), today=today)


def agencies_with(actor: Actor, status: Status, *, today: date, most: int | None = None) -> tuple[AgencyCount, ...]:
    """Which agencies lead how many visible tasks of a status, those with most first."""
    tasks = visible_tasks(actor).filter(status_q(status, today))
    found = (
        TaskAgency.objects.filter(task__in=tasks.values("pk"), role=Role.LEAD, ended_on=None, agency__isnull=False)
        .exclude(state__in=("done", "cancelled"))
        .values_list("agency_id", "agency__name")
        .annotate(count=Count("task", distinct=True))
        .order_by("-count", "agency__name")
    )
    return tuple(AgencyCount(*row) for row in found[:most])


@dataclass(frozen=True, slots=True)
class Doubts:
    """What waits for the coordinator, in numbers."""

    stale: int
    vague: int
    unclear: int
    by_gap: tuple[tuple[Clarity, int], ...]
    unknown_names: int
    declines: int


def doubts(actor: Actor, *, today: date) -> Doubts:
    """How many open tasks lack what, for whoever sees all of them."""
    tasks = visible_tasks(actor).filter(state__in=("not_started", "in_progress"))
    # A handful of combinations, counted from an index and summed up here.
    found = list(tasks.order_by().values_list("vague", "gaps").annotate(count=Count("pk")))
    return Doubts(
        stale=tasks.filter(status_q(Status.STALE, today)).count(),
        vague=sum(count for vague, _gaps, count in found if vague),
        unclear=sum(count for _vague, gaps, count in found if gaps),
        by_gap=tuple(
            (clarity, sum(count for _vague, gaps, count in found if f",{clarity.value}," in gaps))
            for clarity in Clarity
        ),
        unknown_names=unknown_shares(actor).count(),
        declines=waiting_declines(actor).count(),
    )


def unknown_shares(actor: Actor) -> QuerySet[TaskAgency]:
    """Names of agencies in charge that no register knows."""
    shares = TaskAgency.objects.filter(agency=None, ended_on=None, role=Role.LEAD)
    return on_visible_tasks(shares, actor).select_related("task__plan")


def waiting_declines(actor: Actor) -> QuerySet[TaskDecline]:
    """Declines that nobody has answered."""
    declines = TaskDecline.objects.filter(state="open")
    return on_visible_tasks(declines, actor).select_related("task__plan", "agency", "by")


def overdue_tasks(actor: Actor, *, today: date) -> QuerySet[Task]:
    """The visible tasks that are late, the latest first."""
    late = visible_tasks(actor).filter(status_q(Status.OVERDUE, today))
    return late.select_related("plan").order_by("deadline", "pk")
