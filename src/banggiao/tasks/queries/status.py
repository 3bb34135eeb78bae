"""A task's status in the words of the database: the same as `rules.status`, for lists of any length."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db.models import F, Q

from banggiao.tasks.models import Task
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.rules import OPEN, State, Status, Thresholds
from banggiao.tasks.rules import status as status_of_facts

_OPEN = [state.value for state in OPEN]


def status_of(task: Task, today: date, limits: Thresholds | None = None) -> Status:
    """The status of one task on a day."""
    return status_of_facts(
        state=State(task.state),
        deadline=task.deadline,
        quiet_since=task.quiet_since,
        today=today,
        thresholds=limits or thresholds(),
        done_on=task.done_on,
    )


def status_q(status: Status, today: date, limits: Thresholds | None = None) -> Q:
    """The tasks with a status on a day."""
    return _conditions(today, limits or thresholds())[status]


def _conditions(today: date, limits: Thresholds) -> Mapping[Status, Q]:
    soon, quiet = limits.soon(today), limits.quiet(today)
    in_time = Q(deadline__gt=soon) | Q(deadline=None, quiet_since__gte=quiet)
    late = Q(deadline__isnull=False, done_on__gt=F("deadline"))
    return {
        Status.OVERDUE: Q(state__in=_OPEN, deadline__lt=today),
        Status.DUE_SOON: Q(state__in=_OPEN, deadline__gte=today, deadline__lte=soon),
        Status.STALE: Q(state__in=_OPEN, deadline=None, quiet_since__lt=quiet),
        Status.NOT_STARTED: Q(state=State.NOT_STARTED.value) & in_time,
        Status.IN_PROGRESS: Q(state=State.IN_PROGRESS.value) & in_time,
        Status.DONE_LATE: Q(state=State.DONE.value) & late,
        Status.DONE: Q(state=State.DONE.value) & (Q(deadline=None) | Q(done_on=None) | Q(done_on__lte=F("deadline"))),
        Status.CANCELLED: Q(state=State.CANCELLED.value),
    }
