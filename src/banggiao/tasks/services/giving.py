"""Who does a task: given, handed on, declined. Shares that end stay as history; `succession` passes them on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.agencies.models import Agency
from banggiao.tasks.access import can_decline, can_hand_on, can_manage, share_of
from banggiao.tasks.models import DeclineState, Role, Task, TaskAgency, TaskDecline
from banggiao.tasks.queries.people import colleagues_of
from banggiao.tasks.services.errors import TaskError
from banggiao.tasks.services.progress import locked
from banggiao.tasks.services.summary import summarise


@transaction.atomic
def task_assign(
    *,
    by: Actor,
    task_id: int,
    leads: Sequence[int],
    others: Sequence[int],
    now: datetime,
    version: int | None = None,
) -> Task:
    """Say which agencies lead and which coordinate a task. Whoever is no longer named ends, with what was reported.

    Raises:
        NotAllowed: `by` does not give tasks.
        TaskError: nobody would be left.
    """
    demand(can_manage(by))
    wanted = dict.fromkeys(others, Role.COORDINATE) | dict.fromkeys(leads, Role.LEAD)
    if not wanted:
        raise TaskError(_("Nhiệm vụ phải có ít nhất một cơ quan thực hiện. Chưa ghi gì."))
    task, shares = locked(task_id, version)
    today = timezone.localdate(now)
    _end([share for share in shares if share.agency_id not in wanted], today)
    kept = [share for share in shares if share.ended_on is None]
    for share in kept:
        role = wanted[share.agency_id or 0]
        if share.role != role:
            share.role = role
            share.save(update_fields=["role"])
    kept += _begin(task, wanted, {share.agency_id for share in kept})
    summarise(task, kept, today=today)
    task.save()
    return task


def _begin(task: Task, wanted: dict[int, Role], there: set[int | None]) -> list[TaskAgency]:
    rows = Agency.objects.in_bulk(wanted)
    return [
        TaskAgency.objects.create(task=task, agency=rows[agency], role=role, written_as=rows[agency].name)
        for agency, role in wanted.items()
        if agency not in there and agency in rows
    ]


def _end(shares: Iterable[TaskAgency], today: date) -> None:
    for share in shares:
        share.ended_on = today
        share.save(update_fields=["ended_on"])


@transaction.atomic
def task_hand_on(*, by: Actor, task_id: int, person_id: int | None, now: datetime) -> TaskAgency:
    """Choose who in the actor's agency works on a task; None takes it back to the focal point.

    Raises:
        NotAllowed: the agency has no share in the task.
        TaskError: that person holds no post in the agency today, or may not sign in.
    """
    _task, shares = locked(task_id)
    demand(can_hand_on(by, shares))
    share = share_of(by, shares)
    assert share is not None
    if person_id is not None and not _is_colleague(share, person_id, now):
        raise TaskError(_("Người được chọn không thuộc cơ quan của bạn. Chưa ghi gì."))
    share.person_id = person_id
    share.save(update_fields=["person"])
    return share


def _is_colleague(share: TaskAgency, person_id: int, now: datetime) -> bool:
    return colleagues_of(share, timezone.localdate(now)).filter(user_id=person_id).exists()


@transaction.atomic
def task_decline(*, by: Actor, task_id: int, reason: str, now: datetime) -> TaskDecline:
    """Say that a task is not the agency's own, with the reason; it stays theirs until the coordinator agrees."""
    task, shares = locked(task_id)
    demand(can_decline(by, task, shares))
    if not reason.strip():
        raise TaskError(_("Hãy nêu lý do từ chối. Chưa ghi gì."))
    assert by.agency_id is not None
    if TaskDecline.objects.filter(task=task, agency_id=by.agency_id, state=DeclineState.OPEN).exists():
        raise TaskError(_("Cơ quan bạn đã từ chối nhiệm vụ này và đang chờ xem xét."))
    return TaskDecline.objects.create(
        task=task, agency_id=by.agency_id, by_id=by.user_id, reason=reason.strip(), at=now
    )


@transaction.atomic
def decline_answer(*, by: Actor, decline_id: int, accepted: bool, answer: str, now: datetime) -> TaskDecline:
    """Agree that a task is not an agency's own, whose share then ends, or say why it is."""
    demand(can_manage(by))
    decline = TaskDecline.objects.select_for_update().get(pk=decline_id)
    if decline.state != DeclineState.OPEN:
        raise TaskError(_("Ý kiến từ chối này đã được xử lý."))
    decline.state = DeclineState.ACCEPTED if accepted else DeclineState.REFUSED
    decline.answer, decline.answered_by_id, decline.answered_at = answer.strip(), by.user_id, now
    decline.save()
    if accepted:
        task, shares = locked(decline.task_id)
        today = timezone.localdate(now)
        _end([share for share in shares if share.agency_id == decline.agency_id], today)
        summarise(task, shares, today=today)
        task.save()
    return decline
