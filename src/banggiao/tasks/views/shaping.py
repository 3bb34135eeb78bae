"""What the coordinator does to a task: who, what, in how many parts."""

from __future__ import annotations

from django.contrib import messages
from django.forms import formset_factory
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from banggiao.accounts.access import ActorRequest, demand
from banggiao.tasks import access, services
from banggiao.tasks.forms import AssignForm, PartForm, TaskForm
from banggiao.tasks.models import Role, Task
from banggiao.tasks.services import TaskError
from banggiao.tasks.views.task import visible

EMPTY_PARTS = 3


@require_http_methods(["GET", "HEAD", "POST"])
def task_edit(request: ActorRequest, task_id: int) -> HttpResponse:
    """Make a task concrete."""
    demand(access.can_manage(request.actor))
    task = visible(request, task_id)
    form = TaskForm(request.POST or None, initial=_words_of(task))
    if request.method == "POST" and form.is_valid():
        try:
            services.task_edit(
                by=request.actor,
                task_id=task.pk,
                words=form.words(),
                version=form.cleaned_data["version"],
                now=timezone.now(),
            )
        except TaskError as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Đã sửa nhiệm vụ %(code)s.") % {"code": task.code})
            return redirect("tasks:task_detail", task.pk)
    return render(request, "tasks/task_edit.html", {"task": task, "form": form})


def _words_of(task: Task) -> dict[str, object]:
    names = ("what", "product", "deadline", "rhythm", "continuous", "authority", "field", "pillar", "version")
    return {name: getattr(task, name) for name in names}


@require_http_methods(["GET", "HEAD", "POST"])
def task_assign(request: ActorRequest, task_id: int) -> HttpResponse:
    """Say which agencies lead and which coordinate."""
    demand(access.can_manage(request.actor))
    task = visible(request, task_id)
    shares = list(task.shares.filter(ended_on=None).select_related("agency"))
    initial = {
        "leads": [str(share.agency) for share in shares if share.agency and share.role == Role.LEAD],
        "others": [str(share.agency) for share in shares if share.agency and share.role != Role.LEAD],
        "version": task.version,
    }
    form = AssignForm(request.POST or None, initial=initial, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            services.task_assign(
                by=request.actor,
                task_id=task.pk,
                leads=[agency.pk for agency in given["leads"]],
                others=[agency.pk for agency in given["others"]],
                version=given["version"],
                now=timezone.now(),
            )
        except TaskError as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Đã giao lại nhiệm vụ %(code)s.") % {"code": task.code})
            return redirect("tasks:task_detail", task.pk)
    unknown = [share.written_as for share in shares if share.agency is None]
    return render(request, "tasks/task_assign.html", {"task": task, "form": form, "unknown": unknown})


@require_http_methods(["GET", "HEAD", "POST"])
def task_split(request: ActorRequest, task_id: int) -> HttpResponse:
    """Divide a task into parts."""
    task = visible(request, task_id)
    demand(access.can_split(request.actor, task, list(task.shares.filter(ended_on=None))))
    may_give = bool(access.can_manage(request.actor))
    parts = formset_factory(PartForm, extra=EMPTY_PARTS)
    kwargs = {"today": timezone.localdate(), "may_give": may_give}
    forms = parts(request.POST or None, form_kwargs=kwargs, prefix="part")
    refused = ""
    if request.method == "POST" and forms.is_valid():
        wanted = [part for form in forms if form.has_changed() and (part := form.part()) is not None]
        try:
            made = services.task_split(by=request.actor, task_id=task.pk, parts=wanted, now=timezone.now())
        except TaskError as error:
            refused = error.message
        else:
            done = ngettext("Đã chia thành %(count)d phần việc.", "Đã chia thành %(count)d phần việc.", len(made))
            messages.success(request, done % {"count": len(made)})
            return redirect("tasks:task_detail", task.pk)
    return render(request, "tasks/task_split.html", {"task": task, "forms": forms, "refused": refused})
