"""What a focal point does without leaving the desk: report how far a task is, and hand it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from banggiao.accounts.access import ActorRequest
from banggiao.documents.uploads import MemoryUploads
from banggiao.home.forms import OwnUpdateForm
from banggiao.home.queries.focal_point import OwnTask, colleagues, one_own_task
from banggiao.tasks import services
from banggiao.tasks.services import ChangedMeanwhile, TaskError

CONFLICT, REFUSED = 409, 422


@csrf_exempt  # the token is checked below, once uploads are sure to stay in memory
def own_update(request: ActorRequest, task_id: int) -> HttpResponse:
    """Report on a task of one's own agency, in place."""
    uploads = MemoryUploads(request)
    request.upload_handlers = [uploads]
    return _own_update(request, task_id, uploads)


@csrf_protect
@require_POST
@sensitive_variables()
def _own_update(request: ActorRequest, task_id: int, uploads: MemoryUploads) -> HttpResponse:
    _own(request, task_id)
    form = OwnUpdateForm(request.POST, request.FILES)
    if not form.is_valid():
        return _row(request, task_id, refused=str(next(iter(form.errors.values()))[0]), status=REFUSED)
    if uploads.too_large:
        refused = _("Tệp “%(name)s” quá lớn. Chưa ghi gì.") % {"name": uploads.too_large[0]}
        return _row(request, task_id, refused=refused, status=REFUSED)
    return _act(
        request,
        task_id,
        lambda: services.task_update(
            by=request.actor,
            task_id=task_id,
            progress=form.report(),
            evidence=form.uploads(),
            version=form.cleaned_data["version"],
            now=timezone.now(),
        ),
        _("Đã ghi nhận cập nhật."),
    )


@require_POST
def own_hand_on(request: ActorRequest, task_id: int) -> HttpResponse:
    """Choose who in the agency works on a task, in place."""
    _own(request, task_id)
    person = request.POST.get("person", "")
    return _act(
        request,
        task_id,
        lambda: services.task_hand_on(
            by=request.actor, task_id=task_id, person_id=int(person) if person.isdigit() else None, now=timezone.now()
        ),
        _("Đã phân công người phụ trách."),
    )


def _act(request: ActorRequest, task_id: int, service: Callable[[], Any], done: str) -> HttpResponse:
    """Do it, and show the line as it is then; what was refused is said on the line."""
    try:
        service()
    except ChangedMeanwhile as late:
        return _row(request, task_id, refused=late.message, status=CONFLICT)
    except TaskError as refused:
        return _row(request, task_id, refused=refused.message, status=REFUSED)
    messages.success(request, done)
    return _row(request, task_id, is_new=True)


def _row(
    request: ActorRequest, task_id: int, *, refused: str = "", status: int = 200, is_new: bool = False
) -> HttpResponse:
    if not request.htmx:
        if refused:
            messages.error(request, refused)
        return redirect("home:desk")
    today = timezone.localdate()
    context = {
        "own": _own(request, task_id),
        "colleagues": colleagues(request.actor, today=today),
        "today": today,
        "refused": refused,
        "is_new": is_new,
        "text": request.POST.get("text", "") if refused else "",
    }
    return render(request, "home/own_task.html", context, status=status)


def _own(request: ActorRequest, task_id: int) -> OwnTask:
    """A task in which the actor's agency has a part, else 404."""
    own = one_own_task(request.actor, task_id, today=timezone.localdate())
    if own is None:
        raise Http404
    return own
