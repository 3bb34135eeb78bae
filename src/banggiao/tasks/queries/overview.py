"""How the work stands as a whole, by plan and by agency: a few aggregates that indexes answer, however many tasks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from banggiao.accounts.access import Actor
from banggiao.tasks.access import sees_all, visible_plans, visible_tasks
from banggiao.tasks.models import Plan, Role, Task, TaskAgency
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.rules import OPEN, State

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


def overview(actor: Actor, *, today: date, most: int | None = None) -> Overview:
    """How everything that somebody sees stands, and the (at most `most`) plans whose period has not ended."""
    by_plan = _by_plan(visible_tasks(actor), today)
    plans = visible_plans(actor).filter(period_to__gte=today)[:most]
    return Overview(
        sum(by_plan.values(), Standing()),
        tuple(PlanStanding(plan, by_plan.get(plan.pk, Standing())) for plan in plans),
    )


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


def pressing_agencies(actor: Actor, *, today: date, most: int | None = None) -> tuple[AgencyStanding, ...]:
    """The agencies that lead late tasks or tasks due soon and have not done their part, those with most late first."""
    soon = thresholds().soon(today)
    shares = _leading(actor).filter(task__state__in=_OPEN, task__deadline__lte=soon)
    counted = list(
        shares.exclude(state__in=FINISHED)
        .order_by()
        .values_list("agency_id", "agency__name")
        .annotate(
            late=Count("pk", filter=Q(task__deadline__lt=today)), soon=Count("pk", filter=Q(task__deadline__gte=today))
        )
        .order_by("-late", "-soon", "agency__name")[:most]
    )
    parts = _parts(actor, [agency for agency, *_rest in counted])
    return tuple(
        AgencyStanding(agency, name, late, near, parts.get(agency, Standing())) for agency, name, late, near in counted
    )


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
    """The open tasks in which the actor's agency has a part of that role still to do."""
    if actor.agency_id is None:
        return Task.objects.none()
    own = TaskAgency.objects.filter(agency_id=actor.agency_id, role=role, ended_on=None).exclude(state__in=FINISHED)
    return visible_tasks(actor).filter(state__in=_OPEN, pk__in=own.values("task_id"))
