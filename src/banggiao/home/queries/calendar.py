"""Days with what falls due on them: deadlines of tasks, reporting dates of plans, public holidays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from banggiao.accounts.access import Actor
from banggiao.agencies.models import Agency
from banggiao.home import rules
from banggiao.home.rules import Holiday
from banggiao.tasks.access import sees_all, visible_plans, visible_rhythms, visible_tasks
from banggiao.tasks.models import ReportingRhythm, Task, TaskAgency
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.queries.rows import TaskRow, task_rows
from banggiao.tasks.rules import Due, Rhythm, State, due_dates
from banggiao.ui.lists import Column, Filter, Listing, ListShape, Text

AGENCY, PLAN = "co-quan", "ke-hoach"


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A day on which a plan asks for a report."""

    plan_id: int
    plan: str
    who: str
    to: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the page; `more` is how many tasks it has beyond those shown."""

    day: date
    is_today: bool
    holiday: Holiday | None
    tasks: tuple[TaskRow, ...]
    more: int
    reports: tuple[ReportDue, ...]

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= 5

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.reports or self.holiday)


def calendar_listing(actor: Actor, query: QueryDict, *, path: str) -> Listing:
    """The tasks with a deadline that the address asks for, of all days."""
    dated = visible_tasks(actor).filter(deadline__isnull=False).exclude(state=State.CANCELLED.value)
    return _shape(actor).listing(dated.select_related("plan"), query, path=path)


def days(actor: Actor, listing: Listing, shown: Iterable[date], *, today: date, most: int) -> dict[date, Day]:
    """The days asked for, at most `most` tasks on each."""
    wanted = sorted(shown)
    first, last = wanted[0], wanted[-1]
    within = listing.rows.filter(deadline__gte=first, deadline__lte=last).order_by()
    counts: dict[date, int] = dict(within.values_list("deadline").annotate(count=Count("pk")))
    tasks = _first_of_each(within, most, today)
    reports = _reports(actor, listing.query, first, last)
    holidays = rules.holidays_between(first, last, language=get_language() or "vi")
    return {
        day: Day(
            day,
            day == today,
            holidays.get(day),
            tuple(tasks.get(day, ())),
            counts.get(day, 0) - len(tasks.get(day, ())),
            tuple(reports.get(day, ())),
        )
        for day in wanted
    }


def _first_of_each(within: QuerySet[Task], most: int, today: date) -> Mapping[date, list[TaskRow]]:
    """The first tasks of each day, what is still open before what is done."""
    place = Window(RowNumber(), partition_by=[F("deadline")], order_by=[F("state").desc(), F("pk").asc()])
    picked = within.annotate(place=place).filter(place__lte=most).order_by("deadline", "place")
    found: dict[date, list[TaskRow]] = defaultdict(list)
    for row in task_rows(picked, today=today):
        if row.deadline is not None:
            found[row.deadline].append(row)
    return found


def _reports(actor: Actor, query: QueryDict, first: date, last: date) -> Mapping[date, list[ReportDue]]:
    """When the plans in force on these days ask for reports."""
    rhythms = visible_rhythms(actor).filter(plan__period_from__lte=last, plan__period_to__gte=first)
    plan, agency = query.get(PLAN, ""), query.get(AGENCY, "")
    if plan.isdigit():
        rhythms = rhythms.filter(plan_id=int(plan))
    if agency.isdigit():
        rhythms = rhythms.filter(Q(agencies=int(agency)) | Q(agencies=None)).distinct()
    excludes = thresholds().before_excludes_day
    found: dict[date, list[ReportDue]] = defaultdict(list)
    for rhythm in rhythms.select_related("plan"):
        start, end = max(first, rhythm.plan.period_from), min(last, rhythm.plan.period_to)
        for day in due_dates(_due(rhythm), start=start, end=end, before_excludes_day=excludes):
            found[day].append(ReportDue(rhythm.plan_id, str(rhythm.plan), rhythm.who, rhythm.to, rhythm.text))
    return found


def _due(rhythm: ReportingRhythm) -> Due:
    return Due(Rhythm(rhythm.rhythm), rhythm.month, rhythm.day, rhythm.year, rhythm.text)


def _shape(actor: Actor) -> ListShape:
    by_agency = Filter(AGENCY, _("Cơ quan"), _agencies, _of_agency)
    return ListShape(
        columns=(Column("han", _("Thời hạn"), sort=("deadline",)),),
        filters=(
            *((by_agency,) if sees_all(actor) else ()),
            Filter(PLAN, _("Kế hoạch"), lambda: _plans(actor), lambda rows, plan: rows.filter(plan_id=int(plan))),
        ),
        standard_sort="han",
    )


def _agencies() -> Iterable[tuple[str, Text]]:
    busy = Exists(TaskAgency.objects.filter(ended_on=None, agency_id=OuterRef("pk")))
    rows = Agency.objects.filter(busy).order_by("order", "name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def _of_agency(rows: QuerySet[Any], agency: str) -> QuerySet[Any]:
    return rows.filter(pk__in=TaskAgency.objects.filter(ended_on=None, agency_id=int(agency)).values("task_id"))


def _plans(actor: Actor) -> Iterable[tuple[str, Text]]:
    return [(str(plan.pk), f"{plan} ({plan.year})") for plan in visible_plans(actor)]
