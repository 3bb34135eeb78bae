"""The first page, by role."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from banggiao.accounts.access import ActorRequest, Role, demand
from banggiao.home.queries.administrator import administrator_desk
from banggiao.home.queries.coordinator import coordinator_desk, plan_gaps
from banggiao.home.queries.focal_point import focal_point_desk
from banggiao.home.queries.leader import leader_desk
from banggiao.tasks.access import can_manage, can_see_coverage


@require_safe
def desk(request: ActorRequest) -> HttpResponse:
    """Where work begins: what the person's role has to see first."""
    today = timezone.localdate()
    match request.actor.role:
        case Role.COORDINATOR:
            return _page(request, "coordinator", desk=coordinator_desk(request.actor, today=today))
        case Role.FOCAL_POINT:
            return _page(request, "focal_point", desk=focal_point_desk(request.actor, today=today))
        case Role.ADMINISTRATOR:
            return _page(request, "administrator", desk=administrator_desk(request.actor, today=today))
        case _:
            return _page(request, "leader", desk=leader_desk(request.actor, today=today))


@require_safe
def unowned(request: ActorRequest) -> HttpResponse:
    """What nobody owns in each plan in force: a fragment that the coordinator's desk asks for once it stands."""
    demand(can_see_coverage(request.actor))
    gaps = plan_gaps(request.actor, today=timezone.localdate())
    return render(request, "home/unowned.html", {"gaps": gaps, "may_manage": bool(can_manage(request.actor))})


def _page(request: ActorRequest, name: str, **context: object) -> HttpResponse:
    return render(request, f"home/desk_{name}.html", {**context, "today": timezone.localdate(), "now": timezone.now()})
