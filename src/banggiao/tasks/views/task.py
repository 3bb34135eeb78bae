"""One task: its page, and what people do there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from banggiao.accounts.access import ActorRequest, demand
from banggiao.documents.uploads import MemoryUploads
from banggiao.tasks import access, services
from banggiao.tasks.forms import TextForm, UpdateForm
from banggiao.tasks.models import Evidence, Task
from banggiao.tasks.queries.history import task_history as history_of
from banggiao.tasks.queries.page import task_page
from banggiao.tasks.rules import State
from banggiao.tasks.services import ChangedMeanwhile, TaskError
from banggiao.ui.middleware import composed

CONFLICT = 409


@require_safe
def task_detail(request: ActorRequest, task_id: int) -> HttpResponse:
    """A task with its sentence in the document."""
    task = visible(request, task_id)
    page = task_page(request.actor, task, today=timezone.localdate())
    return render(
        request,
        "tasks/task_detail.html",
        {"page": page, "task": task, "comment": TextForm(label=_("Ý kiến")), "today": timezone.localdate()},
    )


@require_safe
def task_history(request: ActorRequest, task_id: int) -> HttpResponse:
    """Everything that was ever changed of a task."""
    task = visible(request, task_id)
    history = history_of(task, page=request.GET.get("trang"))
    return render(request, "tasks/task_history.html", {"task": task, "history": history})


@csrf_exempt  # the token is checked below, once uploads are sure to stay in memory
def task_update(request: ActorRequest, task_id: int) -> HttpResponse:
    """Report on a task: as a page, or as a panel that htmx opens from a list."""
    uploads = MemoryUploads(request)
    request.upload_handlers = [uploads]
    return _task_update(request, task_id, uploads)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def _task_update(request: ActorRequest, task_id: int, uploads: MemoryUploads) -> HttpResponse:
    task = visible(request, task_id)
    shares = list(task.shares.filter(ended_on=None).select_related("agency"))
    demand(access.can_update(request.actor, task, shares))
    own = access.share_of(request.actor, shares)
    initial = {"progress": own.progress if own else task.progress, "version": task.version}
    written = composed(request.POST)
    form = UpdateForm(written or None, request.FILES or None, actor=request.actor, shares=shares, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return _update_page(request, task, form, "", status=422 if request.method == "POST" else 200)
    if uploads.too_large:
        refused = _("Tệp “%(name)s” quá lớn. Chưa ghi gì.") % {"name": uploads.too_large[0]}
        return _update_page(request, task, form, refused, status=422)
    try:
        services.task_update(
            by=request.actor,
            task_id=task.pk,
            progress=form.report(),
            evidence=form.uploads(),
            version=form.cleaned_data["version"],
            now=timezone.now(),
        )
    except ChangedMeanwhile as refused_late:
        return _update_page(request, visible(request, task_id), form, refused_late.message, status=CONFLICT)
    except TaskError as refused_now:
        return _update_page(request, task, form, refused_now.message, status=422)
    messages.success(request, _("Đã ghi nhận cập nhật nhiệm vụ %(code)s.") % {"code": task.code})
    if request.htmx:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return redirect("tasks:task_detail", task.pk)


def _update_page(request: ActorRequest, task: Task, form: UpdateForm, refused: str, *, status: int) -> HttpResponse:
    template = "tasks/task_update.html#update_form" if request.htmx else "tasks/task_update.html"
    state = State(task.state)
    context = {"task": task, "form": form, "refused": refused, "is_done": state is State.DONE}
    return render(request, template, context, status=status)


@require_POST
def task_comment(request: ActorRequest, task_id: int) -> HttpResponse:
    """Say something about a task."""
    task = visible(request, task_id)
    text = request.POST.get("text", "")
    return act(
        request,
        task,
        lambda: services.task_comment(by=request.actor, task_id=task.pk, text=text, now=timezone.now()),
        _("Đã ghi ý kiến."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def task_decline(request: ActorRequest, task_id: int) -> HttpResponse:
    """Say that a task is not the agency's own, and why."""
    task = visible(request, task_id)
    shares = list(task.shares.filter(ended_on=None))
    demand(access.can_decline(request.actor, task, shares))
    form = TextForm(request.POST or None, label=_("Lý do"))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["text"]
        return act(
            request,
            task,
            lambda: services.task_decline(by=request.actor, task_id=task.pk, reason=reason, now=timezone.now()),
            _("Đã gửi ý kiến từ chối. Nhiệm vụ vẫn thuộc cơ quan bạn cho đến khi cơ quan điều phối chấp nhận."),
        )
    return render(request, "tasks/task_decline.html", {"task": task, "form": form})


@require_POST
def decline_answer(request: ActorRequest, task_id: int, decline_id: int) -> HttpResponse:
    """Accept or refuse what an agency declined."""
    task = visible(request, task_id)
    decline = get_object_or_404(task.declines, pk=decline_id)
    accepted = request.POST.get("accepted") == "1"
    return act(
        request,
        task,
        lambda: services.decline_answer(
            by=request.actor,
            decline_id=decline.pk,
            accepted=accepted,
            answer=request.POST.get("text", ""),
            now=timezone.now(),
        ),
        _("Đã chấp nhận; cơ quan thôi thực hiện nhiệm vụ.") if accepted else _("Đã trả lời không chấp nhận."),
    )


@require_POST
def task_hand_on(request: ActorRequest, task_id: int) -> HttpResponse:
    """Choose who in the agency works on a task."""
    task = visible(request, task_id)
    person = request.POST.get("person", "")
    return act(
        request,
        task,
        lambda: services.task_hand_on(
            by=request.actor,
            task_id=task.pk,
            person_id=int(person) if person.isdigit() else None,
            now=timezone.now(),
        ),
        _("Đã phân công người phụ trách."),
    )


@require_safe
def evidence_download(request: ActorRequest, task_id: int, evidence_id: int) -> FileResponse:
    """A file that came with an update; always saved, never shown as a page."""
    task = visible(request, task_id)
    evidence = get_object_or_404(Evidence.objects.select_related("file"), pk=evidence_id, update__task=task)
    try:
        stream = evidence.file.file.open("rb")
    except FileNotFoundError:
        raise Http404(_("Tệp minh chứng không còn trong kho lưu trữ. Hãy báo người quản trị.")) from None
    response = FileResponse(stream, as_attachment=True, filename=evidence.name)
    # What a stranger sent must not run under our address, whatever its type says.
    response["Content-Type"] = "application/octet-stream"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def visible(request: ActorRequest, task_id: int) -> Task:
    """A task that the actor may see, else 404."""
    tasks = access.visible_tasks(request.actor).select_related("plan__document__reading", "parent")
    return get_object_or_404(tasks, pk=task_id)


def act(request: ActorRequest, task: Task, service: Callable[[], Any], done: str) -> HttpResponse:
    """Do something to a task and go back to its page, with what became of it in words."""
    try:
        service()
    except TaskError as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, done)
    return redirect(reverse("tasks:task_detail", args=[task.pk]))
