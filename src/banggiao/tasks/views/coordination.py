"""What waits for the coordinator: content nobody owns, duties that are not clear, agencies that ended."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from banggiao.accounts.access import ActorRequest, demand
from banggiao.tasks import access, services
from banggiao.tasks.forms import TaskAddForm
from banggiao.tasks.models import Plan
from banggiao.tasks.queries.coordination import orphans
from banggiao.tasks.queries.coverage import Unowned, plan_before, unowned_items
from banggiao.tasks.queries.fallen import fallen_tasks
from banggiao.tasks.queries.figures import doubts, unknown_shares, waiting_declines
from banggiao.tasks.queries.succession import MOST_SHOWN, succession_page
from banggiao.tasks.services import Origin, TaskError


@require_safe
def coordination(request: ActorRequest) -> HttpResponse:
    """Each thing that waits, with its number and the way to it."""
    demand(access.can_see_coverage(request.actor))
    today = timezone.localdate()
    return render(
        request,
        "tasks/coordination.html",
        {
            "doubts": doubts(request.actor, today=today),
            "plans": access.visible_plans(request.actor),
            "declines": waiting_declines(request.actor)[:20],
            "unknown": unknown_shares(request.actor)[:50],
            "orphans": orphans(request.actor, today=today),
            "fallen": fallen_tasks(request.actor)[:50],
            "may_manage": bool(access.can_manage(request.actor)),
        },
    )


@require_safe
def unowned_list(request: ActorRequest, plan_id: int) -> HttpResponse:
    """The content items of a plan that no agency's duty covers."""
    demand(access.can_see_coverage(request.actor))
    plan = _plan(request, plan_id)
    items = _items(request, plan)
    return render(
        request,
        "tasks/unowned_list.html",
        {
            "plan": plan,
            "items": items,
            "open": sum(item.handled is None for item in items),
            "may_manage": bool(access.can_manage(request.actor)),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def task_add(request: ActorRequest, plan_id: int) -> HttpResponse:
    """Give a content item that nobody owns to an agency, or a task of its own."""
    demand(access.can_manage(request.actor))
    plan = _plan(request, plan_id)
    path = request.GET.get("muc", "")
    item = next((one for one in _items(request, plan) if one.path == path), None) if path else None
    agency = request.GET.get("co-quan", "")
    initial = {"what": item.text if item else "", "leads": [agency] if agency else []}
    form = TaskAddForm(request.POST or None, initial=initial, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            task = services.task_add(
                by=request.actor,
                plan_id=plan.pk,
                words=form.words(),
                leads=[one.pk for one in form.cleaned_data["leads"]],
                origin=Origin(item.path, item.text, item.heading, item.span) if item else None,
                now=timezone.now(),
            )
        except TaskError as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("Đã giao nhiệm vụ %(code)s.") % {"code": task.code})
            return redirect("tasks:unowned_list", plan.pk) if item else redirect("tasks:task_detail", task.pk)
    return render(request, "tasks/task_add.html", {"plan": plan, "item": item, "form": form})


@require_POST
def item_dismiss(request: ActorRequest, plan_id: int) -> HttpResponse:
    """Note that a content item needs no task of its own."""
    plan = _plan(request, plan_id)
    path, reason = request.POST.get("path", ""), request.POST.get("text", "")
    try:
        services.item_dismiss(by=request.actor, plan_id=plan.pk, path=path, reason=reason, now=timezone.now())
        messages.success(request, _("Đã ghi nhận: nội dung này không cần giao riêng."))
    except TaskError as refused:
        messages.error(request, refused.message)
    return redirect("tasks:unowned_list", plan.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def shares_pass_on(request: ActorRequest) -> HttpResponse:
    """Open tasks of agencies that ended, each with its successors to choose from; pass the chosen ones on."""
    demand(access.can_manage(request.actor))
    if request.method == "POST":
        return _passed_on(request)
    ended = succession_page(request.actor, today=timezone.localdate())
    return render(request, "tasks/shares_pass_on.html", {"ended": ended, "most": MOST_SHOWN})


def _passed_on(request: ActorRequest) -> HttpResponse:
    """All that are plain, or those of one agency as chosen."""
    if "plain" in request.POST:
        passed = services.tasks_pass_on(by=request.actor, now=timezone.now()).passed
    else:
        shares = [int(share) for share in request.POST.getlist("share") if share.isdigit()]
        choices = {share: _numbers(request, f"to-{share}") for share in shares}
        try:
            passed = services.shares_pass_on(by=request.actor, choices=choices, now=timezone.now())
        except TaskError as refused:
            messages.error(request, refused.message)
            return redirect("tasks:shares_pass_on")
    done = ngettext(
        "Đã chuyển %(count)d việc sang cơ quan kế thừa.", "Đã chuyển %(count)d việc sang cơ quan kế thừa.", passed
    )
    messages.success(request, done % {"count": passed})
    return redirect("tasks:shares_pass_on")


def _numbers(request: ActorRequest, name: str) -> list[int]:
    return [int(value) for value in request.POST.getlist(name) if value.isdigit()]


def _items(request: ActorRequest, plan: Plan) -> tuple[Unowned, ...]:
    plans = access.visible_plans(request.actor).select_related("document__reading")
    return unowned_items(plan, before=plan_before(plan, plans), today=timezone.localdate())


def _plan(request: ActorRequest, plan_id: int) -> Plan:
    plans = access.visible_plans(request.actor).select_related("document__reading")
    return get_object_or_404(plans, pk=plan_id)
