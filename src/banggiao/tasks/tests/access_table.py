"""What each role gets at each address of tasks. The task is led by Sở Tài chính; Sở Y tế has no part in it."""

from __future__ import annotations

from typing import Any

from django.core.files.base import ContentFile

from banggiao.accounts.models import Post
from banggiao.documents.models import StoredFile
from banggiao.tasks.models import CalendarFeed, Evidence, TaskDecline, TaskUpdate
from banggiao.tasks.services.personal import digest
from banggiao.testing.access import row
from banggiao.testing.cast import Cast
from banggiao.testing.documents import make_document
from banggiao.testing.tasks import NOW, make_plan, make_task


def task(cast: Cast) -> dict[str, Any]:
    return {"task_id": make_task(leads=[cast.finance]).pk}


def plan(cast: Cast) -> dict[str, Any]:
    return {"plan_id": make_task(leads=[cast.finance]).plan_id}


def empty_plan(_cast: Cast) -> dict[str, Any]:
    return {"plan_id": make_plan().pk}


def document(_cast: Cast) -> dict[str, Any]:
    return {"document_id": make_document().pk}


def decline(cast: Cast) -> dict[str, Any]:
    declined = make_task(leads=[cast.finance])
    made = TaskDecline.objects.create(
        task=declined, agency=cast.finance, by=cast.focal_point, reason="Không đúng chức năng", at=NOW
    )
    return {"task_id": declined.pk, "decline_id": made.pk}


def evidence(cast: Cast) -> dict[str, Any]:
    shown = make_task(leads=[cast.finance])
    update = TaskUpdate.objects.create(
        task=shown, agency=cast.finance, by=cast.focal_point, state="in_progress", progress=10, at=NOW
    )
    stored = StoredFile(sha256="e" * 64, name="bao-cao.txt", size=3, media_type="text/plain")
    stored.file.save("evidence/e", ContentFile(b"abc"))
    stored.save()
    return {"task_id": shown.pk, "evidence_id": Evidence.objects.create(update=update, file=stored, name="a.txt").pk}


def feed(cast: Cast) -> dict[str, Any]:
    post = Post.objects.get(user=cast.focal_point)
    CalendarFeed.objects.create(user=cast.focal_point, post=post, digest=digest("bí mật"), made_at=NOW)
    return {"secret": "bí mật"}


def bulk(cast: Cast) -> dict[str, Any]:
    return {"act": "field", "field": "aid", "task": [make_task(leads=[cast.finance]).pk]}


OWN = {"everybody": 200, "other_focal_point": 404}
"""A page of the task: its agency and those who see the province."""

GIVERS = {"everybody": 403, "coordinator": 200}
GIVEN = {"everybody": 403, "coordinator": 302}
PROVINCE = {"everybody": 200, "focal_point": 403, "other_focal_point": 403}

ROWS = [
    row("tasks:task_list", everybody=200),
    row("tasks:task_board", everybody=200),
    row("tasks:task_timeline", everybody=200),
    row("tasks:agency_names", everybody=200),
    row("tasks:tasks_bulk", method="post", **GIVEN, data=bulk),
    row("tasks:task_detail", **OWN, args=task),
    row("tasks:task_history", **OWN, args=task),
    row("tasks:evidence_download", **OWN, args=evidence),
    row("tasks:task_update", everybody=403, focal_point=200, coordinator=200, other_focal_point=404, args=task),
    row(
        "tasks:task_update",
        method="post",
        everybody=403,
        focal_point=302,
        coordinator=302,
        other_focal_point=404,
        args=task,
        data=lambda _cast: {"state": "done"},
    ),
    row(
        "tasks:task_comment",
        method="post",
        everybody=302,
        viewer=403,
        administrator=403,
        other_focal_point=404,
        args=task,
        data=lambda _cast: {"text": "Đề nghị khẩn trương."},
    ),
    row("tasks:task_decline", everybody=403, focal_point=200, other_focal_point=404, args=task),
    row(
        "tasks:task_decline",
        method="post",
        everybody=403,
        focal_point=302,
        other_focal_point=404,
        args=task,
        data=lambda _cast: {"text": "Không đúng chức năng"},
    ),
    row(
        "tasks:decline_answer",
        method="post",
        everybody=403,
        coordinator=302,
        other_focal_point=404,
        args=decline,
        data=lambda _cast: {"accepted": "1"},
    ),
    row("tasks:task_hand_on", method="post", everybody=403, focal_point=302, other_focal_point=404, args=task),
    row("tasks:task_edit", **GIVERS, args=task),
    row("tasks:task_assign", **GIVERS, args=task),
    row("tasks:task_split", everybody=403, focal_point=200, coordinator=200, other_focal_point=404, args=task),
    row("tasks:coordination", **PROVINCE),
    row("tasks:shares_pass_on", **GIVERS),
    row("tasks:shares_pass_on", method="post", **GIVEN),
    row("tasks:plan_list", everybody=200),
    row("tasks:plan_detail", **OWN, args=plan),
    row("tasks:plan_compare", **PROVINCE),
    row("tasks:plan_confirm", **GIVERS, args=document),
    row("tasks:plan_confirm", method="post", **GIVEN, args=document),
    row("tasks:plan_withdraw", method="post", everybody=403, coordinator=302, other_focal_point=404, args=plan),
    row("tasks:unowned_list", **PROVINCE, args=plan),
    row(
        "tasks:item_dismiss",
        method="post",
        everybody=403,
        coordinator=302,
        focal_point=404,
        other_focal_point=404,
        args=empty_plan,
        data=lambda _cast: {"path": "II.1/1", "text": "Đã có đề án riêng"},
    ),
    row("tasks:task_add", **GIVERS, args=plan),
    row("tasks:calendar", everybody=200),
    row("tasks:calendar_renew", method="post", everybody=200),
    row("tasks:calendar_stop", method="post", everybody=200),
    row("tasks:calendar_feed", everybody=200, anonymous=200, args=feed),
]
