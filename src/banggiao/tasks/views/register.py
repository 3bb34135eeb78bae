"""The register of tasks as a table, a board and a line of months, its files and its bulk acts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from banggiao.accounts.access import ActorRequest, Role
from banggiao.agencies.models import Agency
from banggiao.tasks import services
from banggiao.tasks.access import can_manage, sees_all
from banggiao.tasks.forms import BulkForm
from banggiao.tasks.models import FIELD_CHOICES
from banggiao.tasks.queries.fallen import resting_among
from banggiao.tasks.queries.register import GROUP, grouped, groupings, register, rows_of
from banggiao.tasks.queries.views import board, timeline
from banggiao.tasks.services import TaskError
from banggiao.tasks.views.exports import wanted_file
from banggiao.ui.lists import EXPORT, PAGE, Listing


@require_safe
def task_list(request: ActorRequest) -> HttpResponse:
    """The register as a table."""
    today = timezone.localdate()
    listing = register(request.actor, request.GET, path=request.path, today=today)
    file = wanted_file(request, listing, today=today)
    if file is not None:
        return file
    rows = rows_of(listing, today=today)
    return render(
        request,
        "tasks/task_list.html",
        {
            **_shared(request, listing),
            "groups": grouped(listing, request.GET, rows),
            "fallen": resting_among([row.id for row in rows]),
            "groupings": _grouping_links(listing),
            "today": today,
            "may_manage": bool(can_manage(request.actor)),
            "may_update": request.actor.role in (Role.COORDINATOR, Role.FOCAL_POINT),
            "files": [("xlsx", _("Bảng tính Excel")), ("docx", _("Bảng Word")), ("csv", _("Tệp CSV"))],
            "fields": FIELD_CHOICES,
        },
    )


@require_safe
def task_board(request: ActorRequest) -> HttpResponse:
    """The register by status."""
    today = timezone.localdate()
    listing = register(request.actor, request.GET, path=request.path, today=today)
    lanes = board(listing, register_url=_with_query("tasks:task_list", request), today=today)
    return render(request, "tasks/task_board.html", {**_shared(request, listing), "lanes": lanes, "today": today})


@require_safe
def task_timeline(request: ActorRequest) -> HttpResponse:
    """The register by month."""
    today = timezone.localdate()
    listing = register(request.actor, request.GET, path=request.path, today=today)
    months = timeline(listing, today=today)
    most = max((month.count for month in months), default=1)
    return render(
        request,
        "tasks/task_timeline.html",
        {**_shared(request, listing), "months": months, "most": most, "today": today},
    )


@require_safe
def agency_names(request: ActorRequest) -> HttpResponse:
    """The names that fields for agencies offer while typing."""
    today = timezone.localdate()
    working = Agency.objects.exclude(valid_to__lt=today).order_by("order", "name")
    return render(request, "tasks/agency_names.html", {"names": working.values_list("name", flat=True)})


@require_POST
def tasks_bulk(request: ActorRequest) -> HttpResponse:
    """One act on the chosen tasks."""
    back = redirect(_back(request))
    form = BulkForm(request.POST, today=timezone.localdate())
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return back
    try:
        count = _act(request, form)
    except TaskError as refused:
        messages.error(request, refused.message)
        return back
    done = ngettext("Đã thực hiện với %(count)d nhiệm vụ.", "Đã thực hiện với %(count)d nhiệm vụ.", count)
    messages.success(request, done % {"count": count})
    return back


def _act(request: ActorRequest, form: BulkForm) -> int:
    tasks = [int(task) for task in request.POST.getlist("task") if task.isdigit()]
    given = form.cleaned_data
    chosen: dict[str, Any] = {"by": request.actor, "tasks": tasks, "now": timezone.now()}
    match given["act"]:
        case "deadline":
            return services.tasks_bulk_deadline(**chosen, deadline=given["deadline"])
        case "continuous":
            return services.tasks_bulk_deadline(**chosen, deadline=None)
        case "field":
            return services.tasks_bulk_field(**chosen, field=given["field"])
        case "lead" | "coordinate":
            return services.tasks_bulk_assign(**chosen, agency_id=given["agency"][0].pk, role=form.role)
        case "stop":
            return services.tasks_bulk_stop(**chosen)
        case "resume":
            return services.tasks_bulk_resume(**chosen)
        case _:
            return services.tasks_bulk_merge(**chosen)


def _shared(request: ActorRequest, listing: Listing) -> dict[str, Any]:
    """What table, board and line have in common."""
    return {
        "listing": listing,
        "query": _kept_query(request.GET),
        "sees_all": sees_all(request.actor),
        "shapes": [
            (name, label, icon, _with_query(f"tasks:{name}", request))
            for name, label, icon in (
                ("task_list", _("Bảng"), "table"),
                ("task_board", _("Theo tình trạng"), "layout-kanban"),
                ("task_timeline", _("Theo tháng"), "timeline"),
            )
        ],
        "shape": request.resolver_match.url_name if request.resolver_match else "",
    }


def _kept_query(query: QueryDict) -> str:
    kept = query.copy()
    for name in (PAGE, EXPORT):
        kept.pop(name, None)
    return kept.urlencode()


def _with_query(name: str, request: ActorRequest) -> str:
    query = _kept_query(request.GET)
    return f"{reverse(name)}?{query}" if query else reverse(name)


def _grouping_links(listing: Listing) -> list[tuple[str, str, bool]]:
    chosen = listing.query.get(GROUP, "")
    off = [(_("Không nhóm"), listing.url(**{GROUP: "", PAGE: ""}), not chosen)]
    ways = [(one.label, listing.url(**{GROUP: one.key, PAGE: ""}), one.key == chosen) for one in groupings()]
    return off + ways


def _back(request: ActorRequest) -> str:
    """Where the person came from, if that is here."""
    wanted = request.POST.get("back", "")
    inside = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if wanted and inside else reverse("tasks:task_list")
