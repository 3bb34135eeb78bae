"""What a coordinator has to settle beside unclear words: agencies that ended, documents that no longer bind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from banggiao.accounts.access import Actor
from banggiao.documents.models import Citation, Document
from banggiao.documents.rules import Validity
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import Task
from banggiao.tasks.queries.succession import orphaned_shares


@dataclass(frozen=True, slots=True)
class Orphan:
    """An agency that ended while tasks were open."""

    agency_id: int
    name: str
    ended: date
    count: int


def orphans(actor: Actor, *, today: date) -> tuple[Orphan, ...]:
    """Agencies that ended, with how many open tasks still stand in their name."""
    found = (
        orphaned_shares(today)
        .filter(task__in=visible_tasks(actor).values("pk"))
        .values_list("agency_id", "agency__name", "agency__valid_to")
        .annotate(count=Count("task", distinct=True))
        .order_by("agency__name")
    )
    return tuple(Orphan(*row) for row in found)


def fallen_tasks(actor: Actor) -> QuerySet[Task]:
    """Open tasks that rest on a document which no longer binds: their own plan, or what their sentence cites."""
    fallen = list(Document.objects.exclude(validity=Validity.IN_FORCE).values_list("pk", flat=True))
    citing = list(Citation.objects.filter(cited__in=fallen).values_list("citing_id", flat=True).distinct())
    cited = Citation.objects.filter(
        cited__in=fallen,
        citing=OuterRef("plan__document"),
        span_start__gte=OuterRef("span_start"),
        span_end__lte=OuterRef("span_end"),
    )
    resting = Q(plan__document__in=fallen) | (Q(plan__document__in=citing) & Exists(cited))
    open_tasks = visible_tasks(actor).filter(state__in=("not_started", "in_progress"))
    return open_tasks.filter(resting).select_related("plan__document").order_by("sort_day", "pk")
