"""Plans: confirmed, taken back, and beside each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from banggiao.accounts.access import ActorRequest, demand
from banggiao.documents.access import visible_documents
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState
from banggiao.tasks import access, services
from banggiao.tasks.models import Plan
from banggiao.tasks.queries.comparing import STATES, plans_compared
from banggiao.tasks.queries.plans import plan_lines
from banggiao.tasks.services import Outlook, TaskError, UnresolvedNames, plan_outlook


@require_safe
def plan_list(request: ActorRequest) -> HttpResponse:
    """The plans in force, with how far each is."""
    lines = plan_lines(request.actor, today=timezone.localdate())
    return render(
        request,
        "tasks/plan_list.html",
        {
            "lines": lines,
            "may_manage": bool(access.can_manage(request.actor)),
            "may_compare": bool(access.can_see_coverage(request.actor)),
        },
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """What confirming would make, in numbers."""

    tasks: int
    agencies: int
    with_deadline: int
    rhythms: int
    by_group: tuple[tuple[str, int], ...]


@require_http_methods(["GET", "HEAD", "POST"])
def plan_confirm(request: ActorRequest, document_id: int) -> HttpResponse:
    """Show what confirming a reviewed document makes; make it."""
    demand(access.can_confirm(request.actor))
    documents = visible_documents(request.actor).select_related("reading")
    document = get_object_or_404(documents, pk=document_id)
    if request.method == "POST":
        try:
            confirmed = services.plan_confirm(
                by=request.actor,
                document_id=document.pk,
                keep_unknown=request.POST.get("keep_unknown") == "1",
                now=timezone.now(),
            )
        except UnresolvedNames as refused:
            messages.error(request, refused.message)
        except TaskError as refused:
            messages.error(request, refused.message)
            return redirect("documents:document_detail", document.pk)
        else:
            _say_confirmed(request, confirmed)
            return redirect("tasks:plan_detail", confirmed.plan.pk)
    if document.state != DocumentState.TO_REVIEW:
        return _not_in_review(document)
    outlook = plan_outlook(document)
    undecided = document.reading.findings.filter(live=True, state="proposed", kind__in=("assignment", "deadline"))
    return render(
        request,
        "tasks/plan_confirm.html",
        {"document": document, "outlook": outlook, "made": _made(outlook), "undecided": undecided.count()},
    )


def _not_in_review(document: Document) -> HttpResponse:
    """The plan where the document was confirmed before, else the document with its state."""
    plan = Plan.objects.filter(document=document, withdrawn_at=None).first()
    if plan is not None:
        return redirect("tasks:plan_detail", plan.pk)
    return redirect("documents:document_detail", document.pk)


def _made(outlook: Outlook) -> _Made:
    agencies = {part.agency_id for _draft, parts in outlook.drafts for part in parts if part.agency_id is not None}
    groups = Counter[str]()
    for _draft, parts in outlook.drafts:
        counts = Counter(part.group for part in parts if part.group)
        for name, count in counts.items():
            groups[name] = max(groups[name], count)
    return _Made(
        tasks=len(outlook.drafts),
        agencies=len(agencies),
        with_deadline=sum(draft.deadline is not None for draft, _parts in outlook.drafts),
        rhythms=outlook.rhythms,
        by_group=tuple(groups.most_common()),
    )


def _say_confirmed(request: ActorRequest, confirmed: services.Confirmed) -> None:
    if not confirmed.created:
        messages.info(request, _("Kế hoạch này đã được xác nhận trước đó; không có gì thay đổi."))
        return
    made = ngettext(
        "Đã xác nhận kế hoạch: %(count)d nhiệm vụ đã giao.",
        "Đã xác nhận kế hoạch: %(count)d nhiệm vụ đã giao.",
        confirmed.tasks,
    )
    messages.success(request, made % {"count": confirmed.tasks})


@require_safe
def plan_detail(request: ActorRequest, plan_id: int) -> HttpResponse:
    """One plan: its numbers, its reporting rhythms, what may be done."""
    plan = _plan(request, plan_id)
    line = plan_lines(request.actor, today=timezone.localdate(), plan=plan)[0]
    return render(
        request,
        "tasks/plan_detail.html",
        {
            "plan": plan,
            "line": line,
            "rhythms": plan.reporting_rhythms.all(),
            "may_manage": bool(access.can_manage(request.actor)),
            "may_compare": bool(access.can_see_coverage(request.actor)),
        },
    )


@require_POST
def plan_withdraw(request: ActorRequest, plan_id: int) -> HttpResponse:
    """Take a plan back into review."""
    plan = _plan(request, plan_id)
    try:
        document = services.plan_withdraw(by=request.actor, plan_id=plan.pk, now=timezone.now())
    except TaskError as refused:
        messages.error(request, refused.message)
        return redirect("tasks:plan_detail", plan.pk)
    messages.success(request, _("Đã rút lại kế hoạch. Văn bản trở về bước rà soát, các quyết định rà soát được giữ."))
    return redirect("documents:document_detail", document.pk)


@require_safe
def plan_compare(request: ActorRequest) -> HttpResponse:
    """Two plans beside each other, item by item."""
    demand(access.can_see_coverage(request.actor))
    plans = list(access.visible_plans(request.actor).select_related("document__reading"))
    old, new = (_chosen(plans, request.GET.get(name, "")) for name in ("cu", "moi"))
    duties = request.GET.get("gi") == "nhiem-vu"
    state = request.GET.get("loc", "")
    state = state if state in STATES else ""
    compared = plans_compared(old, new, duties=duties, state=state) if old and new and old != new else None
    context = {"plans": plans, "old": old, "new": new, "duties": duties, "state": state, "compared": compared}
    return render(request, "tasks/plan_compare.html", context)


def _chosen(plans: list[Plan], wanted: str) -> Plan | None:
    return next((plan for plan in plans if str(plan.pk) == wanted), None)


def _plan(request: ActorRequest, plan_id: int) -> Plan:
    plans = access.visible_plans(request.actor).select_related("document", "confirmed_by")
    return get_object_or_404(plans, pk=plan_id)
