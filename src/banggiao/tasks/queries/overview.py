"""How the work stands as a whole, by plan and by agency: a few aggregates that indexes answer, however many tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value

from banggiao.accounts.access import Actor
from banggiao.tasks.access import sees_all, visible_plans, visible_tasks
from banggiao.tasks.models import Plan, Role, Task, TaskAgency
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.queries.status import status_q
from banggiao.tasks.rules import OPEN, State, Status

FINISHED = (State.DONE.value, State.CANCELLED.value)
_OPEN = [state.value for state in OPEN]


@dataclass(frozen=True, slots=True)
class Standing:
    """How many tasks there are, how many of them are done, late, due soon."""

    total: int = 0
    done: int = 0
    late: int = 0
    soon: int = 0

    @property
    def percent_done(self) -> int:
        return 100 * self.done // self.total if self.total else 0

    @property
    def in_time(self) -> int:
        """All others: open and not pressing, or stopped."""
        return self.total - self.done - self.late - self.soon

    def __add__(self, other: Standing) -> Standing:
        return Standing(
            self.total + other.total, self.done + other.done, self.late + other.late, self.soon + other.soon
        )


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan in force with how its visible tasks stand."""

    plan: Plan
    standing: Standing


@dataclass(frozen=True, slots=True)
class AgencyStanding:
    """An agency with how the parts stand that it leads; late and soon leave out parts that are done."""

    agency_id: int
    name: str
    late: int
    soon: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Overview:
    """All visible tasks, and those of each plan in force, the newest first."""

    whole: Standing
    plans: tuple[PlanStanding, ...]


def overview(actor: Actor, *, today: date, most: int) -> Overview:
    """How everything that somebody sees stands, and the (at most `most`) plans whose period has not ended."""
    tasks = visible_tasks(actor)
    plans = list(visible_plans(actor).filter(period_to__gte=today)[:most])
    by_plan = _by_plan(tasks.filter(plan__in=plans), today)
    standings = tuple(PlanStanding(plan, by_plan.get(plan.pk, Standing())) for plan in plans)
    return Overview(_whole(tasks, today), standings)


def counted_together(sorts: Mapping[str, QuerySet[Any, Any]]) -> dict[str, int]:
    """How many rows of each sort there are, all in one query."""
    first, *others = (
        rows.order_by().annotate(sort=Value(key, CharField())).values_list("sort").annotate(count=Count("pk"))
        for key, rows in sorts.items()
    )
    return dict(first.union(*others, all=True))


def _whole(tasks: QuerySet[Task], today: date) -> Standing:
    """Each number from an index of its own: one pass over all tasks with conditions takes ten times as long."""
    sorts = {
        **{state.value: tasks.filter(state=state.value) for state in State},
        "late": tasks.filter(status_q(Status.OVERDUE, today)),
        "soon": tasks.filter(status_q(Status.DUE_SOON, today)),
    }
    counts = counted_together(sorts)
    total = sum(counts.get(state.value, 0) for state in State)
    return Standing(total, counts.get(State.DONE.value, 0), counts.get("late", 0), counts.get("soon", 0))


def _by_plan(tasks: QuerySet[Task], today: date) -> Mapping[int, Standing]:
    """Grouped by plan and state, which one index holds together with the deadlines."""
    soon = thresholds().soon(today)
    counted = (
        tasks.order_by()
        .values_list("plan_id", "state")
        .annotate(
            count=Count("pk"),
            late=Count("pk", filter=Q(deadline__lt=today)),
            soon=Count("pk", filter=Q(deadline__gte=today, deadline__lte=soon)),
        )
    )
    found: dict[int, Standing] = {}
    for plan, state, count, late, near in counted:
        is_open = state in _OPEN
        done = count if state == State.DONE else 0
        of_state = Standing(count, done, late if is_open else 0, near if is_open else 0)
        found[plan] = found.get(plan, Standing()) + of_state
    return found


@dataclass(frozen=True, slots=True)
class Pressing:
    """The agencies that lead late tasks or tasks due soon: the first of them, and how many have something late."""

    shown: tuple[AgencyStanding, ...]
    late_agencies: int

    @property
    def most(self) -> int:
        """The longest bar: what the agency with most has."""
        return max((one.late + one.soon for one in self.shown), default=0)


def pressing_agencies(actor: Actor, *, today: date, most: int) -> Pressing:
    """The agencies that have not done their part of what is late or due soon, those with most late first."""
    soon = thresholds().soon(today)
    shares = _leading(actor).filter(task__state__in=_OPEN, task__deadline__lte=soon)
    counted = list(
        shares.exclude(state__in=FINISHED)
        .order_by()
        .values_list("agency_id", "agency__name")
        .annotate(
            late=Count("pk", filter=Q(task__deadline__lt=today)), soon=Count("pk", filter=Q(task__deadline__gte=today))
        )
        .order_by("-late", "-soon", "agency__name")
    )
    parts = _parts(actor, [agency for agency, *_rest in counted[:most]])
    shown = tuple(
        AgencyStanding(agency, name, late, near, parts.get(agency, Standing()))
        for agency, name, late, near in counted[:most]
    )
    return Pressing(shown, sum(late > 0 for _agency, _name, late, _soon in counted))


def _parts(actor: Actor, agencies: Iterable[int | None]) -> dict[int, Standing]:
    """How many tasks each of the agencies leads, and of how many it has done its part."""
    shares = _leading(actor).filter(agency__in=agencies).order_by()
    counted = shares.values_list("agency_id").annotate(
        count=Count("pk"), done=Count("pk", filter=Q(state=State.DONE.value))
    )
    return {agency: Standing(count, done) for agency, count, done in counted if agency is not None}


def _leading(actor: Actor) -> QuerySet[TaskAgency]:
    shares = TaskAgency.objects.filter(role=Role.LEAD, ended_on=None, agency__isnull=False)
    return shares if sees_all(actor) else shares.filter(task__in=visible_tasks(actor).values("pk"))


def own_parts(actor: Actor, role: Role) -> QuerySet[Task]:
    """The open tasks in which the actor's agency has a part of that role to do; who bears a part sees its task."""
    if actor.agency_id is None:
        return Task.objects.none()
    own = TaskAgency.objects.filter(agency_id=actor.agency_id, role=role, ended_on=None).exclude(state__in=FINISHED)
    return Task.objects.filter(state__in=_OPEN, pk__in=own.values("task_id"))
