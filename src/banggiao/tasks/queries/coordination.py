"""What a coordinator has to settle beside unclear words: agencies that ended, documents that no longer bind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from banggiao.accounts.access import Actor
from banggiao.tasks.access import on_visible_tasks
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
        on_visible_tasks(orphaned_shares(today), actor)
        .values_list("agency_id", "agency__name", "agency__valid_to")
        .annotate(count=Count("task", distinct=True))
        .order_by("agency__name")
    )
    return tuple(Orphan(*row) for row in found)
