"""A task's status in the words of the database: the same as `rules.status`, for lists of any length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from banggiao.tasks.models import Task
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.rules import OPEN, WITHOUT_DEADLINE, State, Status, Thresholds
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
    """By `sort_day` (`rules.urgency_day`), in whose order lists come: what is late stands first, all of it together."""
    soon, quiet = limits.soon(today), limits.quiet(today)
    in_time = Q(sort_day__gt=soon) & (Q(sort_day__lt=WITHOUT_DEADLINE) | Q(quiet_since__gte=quiet))
    late = Q(deadline__isnull=False, done_on__gt=F("deadline"))
    return {
        Status.OVERDUE: Q(sort_day__lt=today),
        Status.DUE_SOON: Q(sort_day__gte=today, sort_day__lte=soon),
        Status.STALE: Q(sort_day=WITHOUT_DEADLINE, quiet_since__lt=quiet),
        Status.NOT_STARTED: Q(state=State.NOT_STARTED.value) & in_time,
        Status.IN_PROGRESS: Q(state=State.IN_PROGRESS.value) & in_time,
        Status.DONE_LATE: Q(state=State.DONE.value) & late,
        Status.DONE: Q(state=State.DONE.value) & (Q(deadline=None) | Q(done_on=None) | Q(done_on__lte=F("deadline"))),
        Status.CANCELLED: Q(state=State.CANCELLED.value),
    }


def status_tally(tasks: QuerySet[Task], today: date, limits: Thresholds | None = None) -> dict[Status, int]:
    """How many of some tasks have each status (4 queries).

    Each is answered by an index and reads only what it counts: asking eight conditions of each of 100,000 rows takes
    ten times as long.
    """
    limits = limits or thresholds()
    rows = tasks.order_by()
    usual = {
        State.NOT_STARTED: Status.NOT_STARTED,
        State.IN_PROGRESS: Status.IN_PROGRESS,
        State.DONE: Status.DONE,
        State.CANCELLED: Status.CANCELLED,
    }
    counts: dict[Status, int] = defaultdict(int)
    for state, count in rows.values_list("state").annotate(count=Count("pk")):
        counts[usual[state]] += count
    near = rows.filter(state__in=_OPEN, sort_day__lte=limits.soon(today)).values_list("state", "sort_day")
    silent = rows.filter(state__in=_OPEN, deadline=None, quiet_since__lt=limits.quiet(today)).values_list("state")
    moved = [
        *(
            (state, Status.OVERDUE if day < today else Status.DUE_SOON, count)
            for state, day, count in near.annotate(count=Count("pk"))
        ),
        *((state, Status.STALE, count) for state, count in silent.annotate(count=Count("pk"))),
        (State.DONE, Status.DONE_LATE, rows.filter(state=State.DONE.value, done_on__gt=F("deadline")).count()),
    ]
    for state, status, count in moved:
        counts[usual[state]] -= count
        counts[status] += count
    return {status: counts[status] for status in Status}
