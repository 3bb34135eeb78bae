"""Who may see and do what with tasks.

The focal point of an agency sees the tasks that it leads or coordinates and nothing else; the coordinator manages all
of them; leaders, viewers and administrators read all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import ALLOWED, Actor, Decision, Denied, Role
from banggiao.tasks.models import Plan, ReportingRhythm, Task, TaskAgency, TaskComment, TaskUpdate
from banggiao.tasks.models import Role as Part
from banggiao.tasks.rules import OPEN, State

Row = TypeVar("Row", bound=Model)

_PROVINCE = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR, Role.LEADER, Role.VIEWER})


def sees_all(actor: Actor) -> bool:
    """Whether somebody reads the tasks of every agency."""
    return actor.role in _PROVINCE


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """The tasks that somebody may see; those of plans that were taken back are gone."""
    tasks = Task.objects.all()
    if sees_all(actor):
        return tasks
    if actor.agency_id is None:
        return tasks.none()
    own = TaskAgency.objects.filter(agency_id=actor.agency_id, ended_on=None)
    return tasks.filter(pk__in=own.values("task_id"))


def on_visible_tasks(rows: QuerySet[Row], actor: Actor) -> QuerySet[Row]:
    """The rows whose `task` somebody may see; where that is all of them, the database is not asked to check it."""
    return rows if sees_all(actor) else rows.filter(task__in=visible_tasks(actor).values("pk"))


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """Plans in force that somebody may see: all of them, or those that give their agency something to do."""
    plans = Plan.objects.filter(withdrawn_at=None)
    if sees_all(actor):
        return plans
    if actor.agency_id is None:
        return plans.none()
    own = TaskAgency.objects.filter(agency_id=actor.agency_id, ended_on=None)
    return plans.filter(pk__in=own.values("task__plan_id"))


def visible_rhythms(actor: Actor) -> QuerySet[ReportingRhythm]:
    """When whom to report to whom, of the plans that somebody may see."""
    return ReportingRhythm.objects.filter(plan__in=visible_plans(actor))


def visible_updates(actor: Actor) -> QuerySet[TaskUpdate]:
    """What was reported on tasks that somebody may see."""
    rows = TaskUpdate.objects.all()
    return rows if sees_all(actor) else rows.filter(task__in=visible_tasks(actor).values("pk"))


def visible_comments(actor: Actor) -> QuerySet[TaskComment]:
    """What was said about tasks that somebody may see."""
    rows = TaskComment.objects.all()
    return rows if sees_all(actor) else rows.filter(task__in=visible_tasks(actor).values("pk"))


def can_manage(actor: Actor) -> Decision:
    """Whether somebody may give, change and take back tasks, and see the pages made for that."""
    if actor.role == Role.COORDINATOR:
        return ALLOWED
    return Denied(_("Chỉ cơ quan điều phối mới được giao và điều chỉnh nhiệm vụ."))


can_confirm = can_manage
"""Whoever gives tasks answers for the plan that they come from."""


def can_see_coverage(actor: Actor) -> Decision:
    """Whether somebody may see what a plan leaves to nobody, and what became of one plan in the next."""
    if sees_all(actor):
        return ALLOWED
    return Denied(_("Trang này dành cho cơ quan điều phối và lãnh đạo tỉnh."))


def can_update(actor: Actor, task: Task, shares: Sequence[TaskAgency]) -> Decision:
    """Whether somebody may report on a task: its agencies for themselves, the coordinator for any of them."""
    if task.state == State.CANCELLED:
        return Denied(_("Nhiệm vụ đã dừng nên không cập nhật được nữa."))
    if actor.role == Role.COORDINATOR:
        return ALLOWED
    if actor.role != Role.FOCAL_POINT:
        return Denied(_("Chỉ đầu mối của cơ quan thực hiện mới cập nhật được tiến độ."))
    if share_of(actor, shares) is None:
        return Denied(_("Cơ quan của bạn không thực hiện nhiệm vụ này."))
    return ALLOWED


def can_comment(actor: Actor) -> Decision:
    """Whether somebody may say something about a task that they see."""
    if actor.role in (Role.VIEWER, Role.ADMINISTRATOR):
        return Denied(_("Vai trò của bạn chỉ được xem."))
    return ALLOWED


def can_decline(actor: Actor, task: Task, shares: Sequence[TaskAgency]) -> Decision:
    """Whether somebody may say that a task is not their agency's."""
    if actor.role not in (Role.FOCAL_POINT, Role.COORDINATOR) or share_of(actor, shares) is None:
        return Denied(_("Chỉ đầu mối của cơ quan được giao mới từ chối được nhiệm vụ."))
    if task.state not in OPEN:
        return Denied(_("Nhiệm vụ đã xong hoặc đã dừng nên không còn gì để từ chối."))
    return ALLOWED


def can_hand_on(actor: Actor, shares: Sequence[TaskAgency]) -> Decision:
    """Whether somebody may choose who in their agency works on a task."""
    if actor.role in (Role.FOCAL_POINT, Role.COORDINATOR) and share_of(actor, shares) is not None:
        return ALLOWED
    return Denied(_("Chỉ đầu mối của cơ quan thực hiện mới phân công người phụ trách."))


def can_split(actor: Actor, task: Task, shares: Sequence[TaskAgency]) -> Decision:
    """Whether somebody may divide a task: the coordinator, or the agency that leads it."""
    if task.parent_id is not None:
        return Denied(_("Nhiệm vụ này đã là một phần của nhiệm vụ khác."))
    if task.state not in OPEN:
        return Denied(_("Nhiệm vụ đã xong hoặc đã dừng nên không chia nhỏ được."))
    share = share_of(actor, shares)
    leads = actor.role == Role.FOCAL_POINT and share is not None and share.role == Part.LEAD
    return ALLOWED if leads or can_manage(actor) else Denied(_("Chỉ cơ quan chủ trì mới chia nhỏ được nhiệm vụ."))


def share_of(actor: Actor, shares: Sequence[TaskAgency]) -> TaskAgency | None:
    """The share that the actor's own agency has now, None where it has none."""
    if actor.agency_id is None:
        return None
    return next((share for share in shares if share.agency_id == actor.agency_id and share.ended_on is None), None)
