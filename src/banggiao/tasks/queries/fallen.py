"""Tasks that rest on a document which no longer binds: their own plan, or what their sentence cites."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q, QuerySet

from banggiao.accounts.access import Actor
from banggiao.documents.models import Citation, Document
from banggiao.documents.rules import Validity
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import Task


def resting_on_fallen() -> Q | None:
    """The tasks that rest on superseded or repealed documents; None where every document binds."""
    fallen = list(Document.objects.exclude(validity=Validity.IN_FORCE).values_list("pk", flat=True))
    if not fallen:
        return None
    citing = list(Citation.objects.filter(cited__in=fallen).values_list("citing_id", flat=True).distinct())
    cited = Citation.objects.filter(
        cited__in=fallen,
        citing=OuterRef("plan__document"),
        span_start__gte=OuterRef("span_start"),
        span_end__lte=OuterRef("span_end"),
    )
    return Q(plan__document__in=fallen) | Q(Exists(cited), plan__document__in=citing)


def resting(rows: QuerySet[Task]) -> QuerySet[Task]:
    """Those of some tasks that rest on a document which no longer binds."""
    found = resting_on_fallen()
    return rows.none() if found is None else rows.filter(found)


def resting_among(tasks: Sequence[int]) -> frozenset[int]:
    """Which of a page's tasks rest on a document which no longer binds (1 query where every document binds, else 3)."""
    return frozenset(resting(Task.objects.filter(pk__in=tasks)).values_list("pk", flat=True))


def fallen_tasks(actor: Actor) -> QuerySet[Task]:
    """Open tasks that rest on such a document, the most urgent first."""
    open_tasks = visible_tasks(actor).filter(state__in=("not_started", "in_progress"))
    return resting(open_tasks).select_related("plan__document").order_by("sort_day", "pk")
