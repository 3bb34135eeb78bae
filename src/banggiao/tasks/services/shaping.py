"""A task's own words: changed, made anew, divided into parts, joined with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.agencies.models import Agency
from banggiao.tasks.access import can_manage, can_split
from banggiao.tasks.models import Handled, Plan, Role, Task, TaskAgency, TaskComment
from banggiao.tasks.rules import OPEN, Rhythm, State
from banggiao.tasks.services.errors import TaskError
from banggiao.tasks.services.progress import locked
from banggiao.tasks.services.summary import summarise


@dataclass(frozen=True, slots=True)
class Words:
    """What a coordinator may change of a task. `rhythm` is a `rules.Rhythm` that recurs, or empty: due once."""

    what: str
    field: str = ""
    pillar: str = ""
    deadline: date | None = None
    continuous: bool = False
    product: str = ""
    authority: str = ""
    rhythm: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """The content item that a new task stands for: its path, words and place in the text."""

    path: str
    text: str
    heading: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class PartOf:
    """One part of a task that is divided; without agencies it goes to those of the whole."""

    what: str
    deadline: date | None = None
    lead_id: int | None = None


@transaction.atomic
def task_edit(*, by: Actor, task_id: int, words: Words, now: datetime, version: int | None = None) -> Task:
    """Make a task concrete: its words, deadline, product, field.

    Raises:
        NotAllowed: `by` does not give tasks.
        ChangedMeanwhile: it changed after `version` was shown.
        TaskError: it would say nothing.
    """
    demand(can_manage(by))
    task, shares = locked(task_id, version)
    _say(task, words)
    summarise(task, shares, today=timezone.localdate(now))
    task.save()
    return task


@transaction.atomic
def task_add(
    *, by: Actor, plan_id: int, words: Words, leads: Sequence[int], now: datetime, origin: Origin | None = None
) -> Task:
    """Give a task that no duty of the plan covers, such as a content item nobody owns."""
    demand(can_manage(by))
    plan = Plan.objects.select_for_update().get(pk=plan_id, withdrawn_at=None)
    if not leads:
        raise TaskError(_("Hãy chọn cơ quan chủ trì. Chưa ghi gì."))
    today = timezone.localdate(now)
    order = (plan.tasks.aggregate(last=Max("order"))["last"] or 0) + 1
    task = Task(plan=plan, code=str(order), order=order, quiet_since=today)
    if origin is not None:
        task.source_text, task.source_path, task.heading = origin.text, origin.path, origin.heading
        task.span_start, task.span_end = origin.span
    _say(task, words)
    shares = [
        TaskAgency(task=task, agency=agency, role=Role.LEAD, written_as=agency.name)
        for agency in Agency.objects.filter(pk__in=leads)
    ]
    _keep(task, shares, today)
    if origin is not None:
        _handled(plan, origin.path, by, now, task=task)
    return task


@transaction.atomic
def item_dismiss(*, by: Actor, plan_id: int, path: str, reason: str, now: datetime) -> None:
    """Note that a content item needs no task of its own, and why."""
    demand(can_manage(by))
    if not reason.strip():
        raise TaskError(_("Hãy nêu lý do không cần giao. Chưa ghi gì."))
    _handled(Plan.objects.get(pk=plan_id, withdrawn_at=None), path, by, now, reason=reason.strip())


def _handled(plan: Plan, path: str, by: Actor, now: datetime, *, task: Task | None = None, reason: str = "") -> None:
    Handled.objects.update_or_create(
        plan=plan, path=path, defaults={"task": task, "reason": reason, "by_id": by.user_id, "at": now}
    )


@transaction.atomic
def task_split(*, by: Actor, task_id: int, parts: Sequence[PartOf], now: datetime) -> list[Task]:
    """Divide a task into parts, each with its own words, deadline and lead; the whole stays as their frame.

    Raises:
        NotAllowed: neither the coordinator nor the agency in charge asks.
        TaskError: fewer than one part, or a lead agency of its own gives parts to others.
    """
    whole, shares = locked(task_id)
    demand(can_split(by, whole, shares))
    if not parts:
        raise TaskError(_("Hãy ghi ít nhất một phần việc. Chưa ghi gì."))
    if not can_manage(by) and any(part.lead_id not in (None, by.agency_id) for part in parts):
        raise TaskError(_("Chỉ cơ quan điều phối mới giao phần việc cho cơ quan khác. Chưa ghi gì."))
    today = timezone.localdate(now)
    there = whole.parts.count()
    return [_part(whole, shares, part, there + number, today) for number, part in enumerate(parts, 1)]


def _part(whole: Task, shares: Sequence[TaskAgency], part: PartOf, number: int, today: date) -> Task:
    task = Task(
        plan=whole.plan,
        parent=whole,
        code=f"{whole.code}.{number}",
        order=whole.order,
        field=whole.field,
        pillar=whole.pillar,
        mode=whole.mode,
        authority=whole.authority,
        finding_id=whole.finding_id,
        source_text=whole.source_text,
        source_path=whole.source_path,
        heading=whole.heading,
        span_start=whole.span_start,
        span_end=whole.span_end,
        quiet_since=today,
        deadline_text=whole.deadline_text,
    )
    _say(task, Words(part.what, whole.field, whole.pillar, part.deadline or whole.deadline, whole.continuous))
    task.authority = whole.authority
    if part.deadline is None:
        task.rhythm, task.rhythm_month, task.rhythm_day = whole.rhythm, whole.rhythm_month, whole.rhythm_day
    own = [
        TaskAgency(
            task=task, agency_id=share.agency_id, role=share.role, written_as=share.written_as, group=share.group
        )
        for share in shares
        if share.agency_id is not None and share.agency_id != part.lead_id
    ]
    if part.lead_id is not None:
        for share in own:
            share.role = Role.COORDINATE
        lead = Agency.objects.get(pk=part.lead_id)
        own.insert(0, TaskAgency(task=task, agency=lead, role=Role.LEAD, written_as=lead.name))
    _keep(task, own, today)
    return task


@transaction.atomic
def task_merge(*, by: Actor, task_id: int, others: Sequence[int], now: datetime) -> Task:
    """Join tasks of one plan into the first: it takes up their words and agencies, they are closed as dropped.

    Raises:
        NotAllowed: `by` does not give tasks.
        TaskError: they are of different plans, finished, or divided.
    """
    demand(can_manage(by))
    task, shares = locked(task_id)
    joined = list(Task.objects.select_for_update().filter(pk__in=others).exclude(pk=task.pk).order_by("order", "pk"))
    _may_be_joined([task, *joined])
    today = timezone.localdate(now)
    there = {share.agency_id for share in shares}
    for other in joined:
        task.what = f"{task.what}\n{other.what}"
        task.deadline = min((day for day in (task.deadline, other.deadline) if day), default=None)
        task.product = "; ".join(dict.fromkeys(text for text in (task.product, other.product) if text))
        for share in other.shares.filter(ended_on=None).exclude(agency_id__in=[one for one in there if one]):
            there.add(share.agency_id)
            shares.append(
                TaskAgency.objects.create(
                    task=task,
                    agency_id=share.agency_id,
                    role=share.role,
                    written_as=share.written_as,
                    group=share.group,
                )
            )
        _close_into(other, task, by, now)
    summarise(task, shares, today=today)
    task.save()
    return task


def _may_be_joined(tasks: Sequence[Task]) -> None:
    if len(tasks) < 2:
        raise TaskError(_("Hãy chọn ít nhất hai nhiệm vụ để gộp. Chưa ghi gì."))
    if len({task.plan_id for task in tasks}) > 1:
        raise TaskError(_("Chỉ gộp được các nhiệm vụ của cùng một kế hoạch. Chưa ghi gì."))
    if any(task.state not in OPEN for task in tasks):
        raise TaskError(_("Có nhiệm vụ đã xong hoặc đã dừng nên không gộp được. Chưa ghi gì."))
    if Task.objects.filter(parent__in=tasks).exists():
        raise TaskError(_("Có nhiệm vụ đã chia nhỏ nên không gộp được. Chưa ghi gì."))


def _close_into(other: Task, task: Task, by: Actor, now: datetime) -> None:
    other.state, other.progress = State.CANCELLED.value, 0
    other.version += 1
    other.save()
    TaskComment.objects.create(
        task=other,
        by_id=by.user_id,
        agency_id=by.agency_id,
        text=_("Đã gộp vào nhiệm vụ %(code)s.") % {"code": task.code},
        at=now,
    )


def _say(task: Task, words: Words) -> None:
    if not words.what.strip():
        raise TaskError(_("Nội dung nhiệm vụ không được để trống. Chưa ghi gì."))
    task.what = words.what.strip()
    task.field, task.pillar = words.field, words.pillar
    task.deadline, task.continuous = words.deadline, words.continuous
    if words.rhythm or _recurs(task):
        task.rhythm = words.rhythm
    task.product, task.authority = words.product.strip(), words.authority.strip()[:200]


def _recurs(task: Task) -> bool:
    return bool(task.rhythm) and Rhythm(task.rhythm).recurs


def _keep(task: Task, shares: Sequence[TaskAgency], today: date) -> None:
    summarise(task, shares, today=today)
    task.save()
    for share in shares:
        share.task = task
        share.save()
