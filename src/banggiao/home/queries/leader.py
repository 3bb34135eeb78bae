"""One page that says what is late, where, and whose; for leaders, and for whoever only reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from banggiao.accounts.access import Actor
from banggiao.home.queries import waiting
from banggiao.home.queries.coordinator import totals
from banggiao.home.queries.figures import Figure
from banggiao.tasks.access import visible_comments, visible_tasks
from banggiao.tasks.models import Role as Part
from banggiao.tasks.models import TaskAgency, TaskComment
from banggiao.tasks.queries.figures import overdue_tasks, waiting_declines
from banggiao.tasks.queries.overview import FINISHED, AgencyStanding, Overview, overview, pressing_agencies
from banggiao.tasks.queries.rows import TaskRow, task_rows
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import Status
from banggiao.ui.lists import since

MOST_PLANS, MOST_AGENCIES, MOST_LATE, MOST_SOON, MOST_COMMENTS = 5, 8, 7, 5, 3
"""What one sheet of A4 holds."""


@dataclass(frozen=True, slots=True)
class LeaderDesk:
    """The page; `late_agencies` is how many agencies have something late, shown or not."""

    overview: Overview
    totals: tuple[Figure, ...]
    late: tuple[TaskRow, ...]
    soon: tuple[TaskRow, ...]
    pressing: tuple[AgencyStanding, ...]
    most_pressing: int
    late_agencies: int
    declined: Figure
    comments: tuple[TaskComment, ...]


def leader_desk(actor: Actor, *, today: date) -> LeaderDesk:
    """The page of one day."""
    whole = overview(actor, today=today, most=MOST_PLANS)
    agencies = pressing_agencies(actor, today=today, most=MOST_AGENCIES)
    soon = visible_tasks(actor).filter(status_q(Status.DUE_SOON, today)).select_related("plan")
    late_tasks = list(overdue_tasks(actor, today=today)[:MOST_LATE])
    rows = task_rows([*late_tasks, *soon.order_by("deadline", "pk")[:MOST_SOON]], today=today)
    recent = visible_comments(actor).filter(at__gte=since("7", today=today)).select_related("by", "agency", "task")
    return LeaderDesk(
        overview=whole,
        totals=totals(actor, whole),
        late=rows[: len(late_tasks)],
        soon=rows[len(late_tasks) :],
        pressing=agencies,
        most_pressing=max((one.late + one.soon for one in agencies), default=0),
        late_agencies=_late_agencies(actor, today) if whole.whole.late else 0,
        declined=waiting.declined(actor, _declined(actor)),
        comments=tuple(recent.order_by("-at", "-pk")[:MOST_COMMENTS]),
    )


def _late_agencies(actor: Actor, today: date) -> int:
    late = visible_tasks(actor).filter(status_q(Status.OVERDUE, today))
    shares = TaskAgency.objects.filter(role=Part.LEAD, ended_on=None, agency__isnull=False, task__in=late.values("pk"))
    found = shares.exclude(state__in=FINISHED).aggregate(agencies=Count("agency", distinct=True))
    return int(found["agencies"])


def _declined(actor: Actor) -> int:
    return waiting_declines(actor).order_by().values("task").distinct().count()
