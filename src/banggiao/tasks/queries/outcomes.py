"""What follows from documents, told to the pages of documents, which stand below and cannot ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from banggiao.accounts.access import Actor
from banggiao.documents.queries.graph import Outcome, register_outcomes
from banggiao.tasks.access import visible_plans, visible_tasks


def register() -> None:
    """Called once when the app is ready."""
    register_outcomes(plan_outcomes)


def plan_outcomes(documents: Sequence[int], actor: Actor) -> Mapping[int, Sequence[Outcome]]:
    """The plan of each document, with how many of its tasks the reader sees."""
    plans = list(visible_plans(actor).filter(document__in=documents))
    if not plans:
        return {}
    counted = visible_tasks(actor).filter(plan__in=plans).order_by().values_list("plan_id").annotate(Count("pk"))
    counts = dict(counted)
    return {plan.document_id: [_outcome(plan.pk, plan.year, counts.get(plan.pk, 0))] for plan in plans}


def _outcome(plan_id: int, year: int, count: int) -> Outcome:
    title = ngettext("%(count)d nhiệm vụ", "%(count)d nhiệm vụ", count) % {"count": count}
    return Outcome(title, str(year), f"{reverse('tasks:task_list')}?ke-hoach={plan_id}")
