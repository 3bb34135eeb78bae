"""The lists behind the numbers of the desks: what was reported, what was said, what runs in the background."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from banggiao.accounts.access import Actor
from banggiao.agencies.models import Agency
from banggiao.tasks.access import sees_all, visible_comments, visible_plans, visible_updates
from banggiao.tasks.models import TaskComment, TaskUpdate
from banggiao.ui.lists import SINCE, Column, Filter, ListShape, Text, since
from vanban.text import bare

Rows = QuerySet[Any]


def updates(actor: Actor) -> tuple[QuerySet[TaskUpdate], ListShape]:
    """What agencies reported on tasks that the actor sees."""
    rows = visible_updates(actor).select_related("agency", "by", "task")
    return rows, _shape(actor, _("Kết quả, vướng mắc"))


def comments(actor: Actor) -> tuple[QuerySet[TaskComment], ListShape]:
    """What people said about tasks that the actor sees."""
    rows = visible_comments(actor).select_related("agency", "by", "task")
    return rows, _shape(actor, _("Ý kiến"))


def _shape(actor: Actor, text: Text) -> ListShape:
    by_agency = Filter("co-quan", _("Cơ quan"), _agencies, lambda rows, agency: rows.filter(agency_id=int(agency)))
    return ListShape(
        columns=(
            Column("luc", _("Lúc"), sort=("at",), value=lambda row: _local(row.at)),
            Column("viec", _("Nhiệm vụ"), value=lambda row: row.task.what),
            Column("co-quan", _("Cơ quan"), value=lambda row: str(row.agency or "")),
            Column("nguoi", _("Người"), value=lambda row: row.by.full_name),
            Column("noi-dung", text, value=lambda row: row.text),
        ),
        filters=(
            Filter("tu", _("Thời gian"), lambda: SINCE, _since),
            *((by_agency,) if sees_all(actor) else ()),
            Filter("ke-hoach", _("Kế hoạch"), lambda: _plans(actor), _of_plan),
        ),
        search=_search,
        standard_sort="-luc",
    )


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(tzinfo=None)


def _since(rows: Rows, choice: str) -> Rows:
    return rows.filter(at__gte=since(choice, today=timezone.localdate()))


def _agencies() -> Iterable[tuple[str, Text]]:
    """Agencies that ever reported or said something."""
    reported = Exists(TaskUpdate.objects.filter(agency=OuterRef("pk")))
    said = Exists(TaskComment.objects.filter(agency=OuterRef("pk")))
    rows = Agency.objects.filter(reported | said).order_by("order", "name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def _plans(actor: Actor) -> Iterable[tuple[str, Text]]:
    return [(str(plan.pk), f"{plan} ({plan.year})") for plan in visible_plans(actor)]


def _of_plan(rows: Rows, plan: str) -> Rows:
    return rows.filter(task__plan_id=int(plan))


def _search(rows: Rows, words: str) -> Rows:
    """The task's words without accents, or the text as it was written."""
    for word in words.split()[:12]:
        rows = rows.filter(Q(task__search__contains=bare(word)) | Q(text__icontains=word))
    return rows


JOB_STATES = (
    (TaskResultStatus.READY.value, _("Đang chờ")),
    (TaskResultStatus.RUNNING.value, _("Đang chạy")),
    (TaskResultStatus.FAILED.value, _("Bị lỗi")),
    (TaskResultStatus.SUCCESSFUL.value, _("Đã xong")),
)

JOBS = ListShape(
    columns=(
        Column("luc", _("Đưa vào hàng đợi"), sort=("enqueued_at",)),
        Column("viec", _("Việc")),
        Column("trang-thai", _("Trạng thái"), sort=("status",)),
        Column("xong", _("Kết thúc"), sort=("finished_at",)),
        Column("loi", _("Lỗi")),
    ),
    filters=(Filter("trang-thai", _("Trạng thái"), lambda: JOB_STATES, lambda rows, state: rows.filter(status=state)),),
    standard_sort="-luc",
)
"""Background jobs, for administrators."""


def jobs() -> QuerySet[Any]:
    """All jobs on record."""
    return DBTaskResult.objects.all()
