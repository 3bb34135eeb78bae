"""Plans as lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from banggiao.accounts.access import Actor
from banggiao.tasks.access import visible_plans, visible_tasks
from banggiao.tasks.models import Plan
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import Status


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan with the numbers of its visible tasks."""

    plan: Plan
    tasks: int
    done: int
    late: int
    soon: int
    unclear: int

    @property
    def percent_done(self) -> int:
        return 100 * self.done // self.tasks if self.tasks else 0


MOST_PLANS = 40
"""Plans of one page: ten years of a province with four plans a year."""


def plan_lines(actor: Actor, *, today: date, plan: Plan | None = None, most: int = MOST_PLANS) -> tuple[PlanLine, ...]:
    """The visible plans, the newest first, at most `most`; only `plan` where one is given."""
    tasks = visible_tasks(actor)
    plans = [plan] if plan is not None else list(visible_plans(actor).select_related("document")[:most])
    done = status_q(Status.DONE, today) | status_q(Status.DONE_LATE, today)
    found = (
        tasks.filter(plan__in=plans)
        .values("plan_id")
        .order_by("plan_id")
        .annotate(
            tasks=Count("pk"),
            done=Count("pk", filter=done),
            late=Count("pk", filter=status_q(Status.OVERDUE, today)),
            soon=Count("pk", filter=status_q(Status.DUE_SOON, today)),
            clear=Count("pk", filter=Q(gaps="")),
        )
    )
    by_plan: dict[int, Mapping[str, Any]] = {row["plan_id"]: {**row} for row in found}
    return tuple(_line(one, by_plan.get(one.pk, {})) for one in plans)


def _line(plan: Plan, row: Mapping[str, Any]) -> PlanLine:
    tasks = row.get("tasks", 0)
    return PlanLine(
        plan, tasks, row.get("done", 0), row.get("late", 0), row.get("soon", 0), tasks - row.get("clear", 0)
    )
