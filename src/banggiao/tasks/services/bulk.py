"""One act on many chosen tasks: all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.documents.rules.fields import FIELDS
from banggiao.tasks.access import can_manage, visible_tasks
from banggiao.tasks.models import Role, Task, TaskAgency
from banggiao.tasks.rules import State
from banggiao.tasks.services.errors import TaskError
from banggiao.tasks.services.giving import task_assign
from banggiao.tasks.services.shaping import task_merge
from banggiao.tasks.services.summary import summarise

MOST = 500
"""Tasks of one act; a plan has a hundred, and a longer transaction would keep others waiting."""


def tasks_bulk_deadline(*, by: Actor, tasks: Sequence[int], deadline: date | None, now: datetime) -> int:
    """Set one deadline for all; None makes them continuous work."""

    def change(task: Task) -> None:
        task.deadline, task.continuous = deadline, deadline is None
        if deadline is None:
            task.rhythm = ""

    return _each(by, tasks, change, now)


def tasks_bulk_field(*, by: Actor, tasks: Sequence[int], field: str, now: datetime) -> int:
    """Put all into one field."""
    if field not in FIELDS:
        raise TaskError(_("Lĩnh vực này không có trong danh sách. Chưa ghi gì."))

    def change(task: Task) -> None:
        task.field = field

    return _each(by, tasks, change, now)


def tasks_bulk_stop(*, by: Actor, tasks: Sequence[int], now: datetime) -> int:
    """Stop all that are not finished; finished ones stay finished."""

    def change(task: Task) -> None:
        if task.state != State.DONE:
            task.state, task.progress = State.CANCELLED.value, 0

    return _each(by, tasks, change, now)


def tasks_bulk_resume(*, by: Actor, tasks: Sequence[int], now: datetime) -> int:
    """Take stopped tasks up again."""

    def change(task: Task) -> None:
        if task.state == State.CANCELLED:
            task.state = State.NOT_STARTED.value

    return _each(by, tasks, change, now)


@transaction.atomic
def tasks_bulk_merge(*, by: Actor, tasks: Sequence[int], now: datetime) -> int:
    """Join all into the one that stands first in its plan."""
    rows = sorted(_chosen(by, tasks), key=lambda task: (task.order, task.pk))
    task_merge(by=by, task_id=rows[0].pk, others=[task.pk for task in rows[1:]], now=now)
    return len(rows)


@transaction.atomic
def tasks_bulk_assign(*, by: Actor, tasks: Sequence[int], agency_id: int, role: str, now: datetime) -> int:
    """Add one agency to all, or change its role in them; whoever led before coordinates from then on."""
    rows = _chosen(by, tasks)
    for task in rows:
        leads, others = _parts_with(task.shares.filter(ended_on=None), agency_id, Role(role))
        task_assign(by=by, task_id=task.pk, leads=leads, others=others, now=now)
    return len(rows)


def _parts_with(shares: Iterable[TaskAgency], agency_id: int, role: Role) -> tuple[list[int], list[int]]:
    known = [(share.agency_id, share.role) for share in shares if share.agency_id is not None]
    known = [(agency, its) for agency, its in known if agency != agency_id]
    if role is Role.LEAD:
        return [agency_id], [agency for agency, _its in known]
    leads = [agency for agency, its in known if its == Role.LEAD]
    others = [agency for agency, its in known if its != Role.LEAD]
    return leads, [*others, agency_id]


@transaction.atomic
def _each(by: Actor, tasks: Sequence[int], change: Callable[[Task], None], now: datetime) -> int:
    today = timezone.localdate(now)
    rows = _chosen(by, tasks)
    for task in rows:
        change(task)
        summarise(task, list(task.shares.all()), today=today)
        task.save()
    return len(rows)


def _chosen(by: Actor, tasks: Sequence[int]) -> list[Task]:
    demand(can_manage(by))
    if not tasks:
        raise TaskError(_("Chưa chọn nhiệm vụ nào."))
    if len(tasks) > MOST:
        raise TaskError(_("Mỗi lần xử lý tối đa %(most)d nhiệm vụ. Chưa ghi gì.") % {"most": MOST})
    rows = visible_tasks(by).filter(pk__in=tasks).select_for_update(of=("self",)).prefetch_related("shares")
    return list(rows.order_by("pk"))
