"""What waits for somebody, for the menu on top of every page: one query, whatever the role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from banggiao.accounts.access import Actor, Role
from banggiao.accounts.queries import open_invitations
from banggiao.documents.access import visible_documents
from banggiao.documents.rules import DocumentState
from banggiao.home.queries.figures import Figure, listed
from banggiao.tasks.access import sees_all, visible_tasks
from banggiao.tasks.models import DeclineState, Task, TaskDecline
from banggiao.tasks.models import Role as Part
from banggiao.tasks.queries.overview import counted_together, own_parts
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import Status

Counted = QuerySet[Any, Any]


def waiting(actor: Actor, *, today: date) -> tuple[Figure, ...]:
    """What somebody has to do now, each with its list; what there is none of is left out."""
    asked = _asked(actor, today)
    if not asked:
        return ()
    counts = counted_together(asked)
    figures = (_FIGURES[key](actor, counts.get(key, 0)) for key in asked)
    return tuple(figure for figure in figures if figure.count)


def _asked(actor: Actor, today: date) -> dict[str, Counted]:
    """What is counted for whom: key of `_FIGURES` to rows."""
    match actor.role:
        case Role.COORDINATOR:
            return {**_documents(actor), "declined": declined_tasks(actor), **_own(actor, today)}
        case Role.FOCAL_POINT:
            return _own(actor, today)
        case Role.LEADER:
            return {
                "late": visible_tasks(actor).filter(status_q(Status.OVERDUE, today)),
                "soon": visible_tasks(actor).filter(status_q(Status.DUE_SOON, today)),
            }
        case Role.ADMINISTRATOR:
            failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
            return {"failed_jobs": failed, "invited": open_invitations().select_related(None)}
        case _:
            return {}


def _documents(actor: Actor) -> dict[str, Counted]:
    rows = visible_documents(actor)
    return {
        "to_review": rows.filter(state=DocumentState.TO_REVIEW),
        "failed": rows.filter(state=DocumentState.FAILED),
    }


def declined_tasks(actor: Actor) -> QuerySet[Task]:
    """Tasks, not declines: of a task that two agencies decline the list shows one line."""
    declined = TaskDecline.objects.filter(state=DeclineState.OPEN)
    return visible_tasks(actor).filter(pk__in=declined.values("task_id"))


def _own(actor: Actor, today: date) -> dict[str, Counted]:
    if actor.agency_id is None:
        return {}
    own = own_parts(actor, Part.LEAD)
    return {
        "own_late": own.filter(status_q(Status.OVERDUE, today)),
        "own_soon": own.filter(status_q(Status.DUE_SOON, today)),
    }


def own_url(actor: Actor, **filters: str) -> str:
    """The register narrowed to the part that the actor's own agency leads and has not done."""
    agency = actor.agency_id if sees_all(actor) else None
    return listed("tasks:task_list", co_quan=agency, vai_tro=Part.LEAD.value, phan_viec="con", **filters)


def to_review(_actor: Actor, count: int) -> Figure:
    """Documents that were read and that nobody has confirmed."""
    url = listed("documents:document_list", trang_thai=DocumentState.TO_REVIEW.value)
    return Figure(count, _("văn bản chờ rà soát"), url, "file-search")


def failed_documents(_actor: Actor, count: int) -> Figure:
    """Documents that could not be read."""
    url = listed("documents:document_list", trang_thai=DocumentState.FAILED.value)
    return Figure(count, _("văn bản không đọc được"), url, "file-alert", "bad")


def declined(_actor: Actor, count: int) -> Figure:
    """Tasks that some agency says are not its own."""
    return Figure(
        count, _("nhiệm vụ bị từ chối, chờ trả lời"), listed("tasks:task_list", phan_hoi="tu-choi"), "arrow-back-up"
    )


def own_late(actor: Actor, count: int) -> Figure:
    """Late tasks that the actor's agency leads."""
    return Figure(
        count,
        _("nhiệm vụ quá hạn của cơ quan"),
        own_url(actor, tinh_trang=Status.OVERDUE.code),
        "alert-triangle",
        "bad",
    )


def own_soon(actor: Actor, count: int) -> Figure:
    """Tasks due soon that the actor's agency leads."""
    url = own_url(actor, tinh_trang=Status.DUE_SOON.code)
    return Figure(count, _("nhiệm vụ sắp đến hạn của cơ quan"), url, "clock-exclamation", "warn")


def late(_actor: Actor, count: int) -> Figure:
    """All late tasks."""
    url = listed("tasks:task_list", tinh_trang=Status.OVERDUE.code)
    return Figure(count, _("nhiệm vụ quá hạn"), url, "alert-triangle", "bad")


def soon(_actor: Actor, count: int) -> Figure:
    """All tasks due soon."""
    url = listed("tasks:task_list", tinh_trang=Status.DUE_SOON.code)
    return Figure(count, _("nhiệm vụ sắp đến hạn"), url, "clock-exclamation", "warn")


def failed_jobs(_actor: Actor, count: int) -> Figure:
    """Background jobs that ended in an error."""
    return Figure(count, _("công việc nền bị lỗi"), listed("home:job_list", trang_thai="FAILED"), "alert-circle", "bad")


def invited(_actor: Actor, count: int) -> Figure:
    """Invitations that nobody has answered."""
    return Figure(count, _("lời mời chưa được nhận"), listed("accounts:invitation_list"), "mail")


_FIGURES: dict[str, Callable[[Actor, int], Figure]] = {
    "to_review": to_review,
    "failed": failed_documents,
    "declined": declined,
    "own_late": own_late,
    "own_soon": own_soon,
    "late": late,
    "soon": soon,
    "failed_jobs": failed_jobs,
    "invited": invited,
}
