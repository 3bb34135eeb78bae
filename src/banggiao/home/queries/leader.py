"""One page that says what is late, where, and whose; for leaders, and for whoever only reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from banggiao.accounts.access import Actor
from banggiao.home.queries import waiting
from banggiao.home.queries.coordinator import totals
from banggiao.home.queries.figures import Figure
from banggiao.tasks.access import visible_comments, visible_tasks
from banggiao.tasks.models import TaskComment
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.queries.overview import Overview, Pressing, overview, pressing_agencies
from banggiao.tasks.queries.rows import TaskRow, task_rows
from banggiao.ui.lists import since

MOST_PLANS, MOST_AGENCIES, MOST_LATE, MOST_SOON, MOST_COMMENTS = 5, 8, 7, 5, 3
"""What one sheet of A4 holds."""


@dataclass(frozen=True, slots=True)
class LeaderDesk:
    """The page."""

    overview: Overview
    totals: tuple[Figure, ...]
    late: tuple[TaskRow, ...]
    soon: tuple[TaskRow, ...]
    pressing: Pressing
    declined: Figure
    comments: tuple[TaskComment, ...]


def leader_desk(actor: Actor, *, today: date) -> LeaderDesk:
    """The page of one day."""
    whole = overview(actor, today=today, most=MOST_PLANS)
    # The index of open work by its deadline gives both lists in their order, without sorting what is late.
    tasks = visible_tasks(actor).select_related("plan").order_by("sort_day", "pk")
    late = list(tasks.filter(sort_day__lt=today)[:MOST_LATE])
    soon = tasks.filter(sort_day__gte=today, sort_day__lte=thresholds().soon(today))
    rows = task_rows([*late, *soon[:MOST_SOON]], today=today)
    recent = visible_comments(actor).filter(at__gte=since("7", today=today)).select_related("by", "agency", "task")
    return LeaderDesk(
        overview=whole,
        totals=totals(actor, whole),
        late=rows[: len(late)],
        soon=rows[len(late) :],
        pressing=pressing_agencies(actor, today=today, most=MOST_AGENCIES),
        declined=waiting.declined(actor, waiting.declined_tasks(actor).count()),
        comments=tuple(recent.order_by("-at", "-pk")[:MOST_COMMENTS]),
    )
