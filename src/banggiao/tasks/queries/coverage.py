"""Content of a plan that nobody owns, with agencies that might: by the plan's own duties and by last year's plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Count
from django.utils.translation import gettext as _

from banggiao.agencies.models import Agency
from banggiao.agencies.queries import current_successors
from banggiao.documents.models import Reading as StoredReading
from banggiao.tasks.models import Handled, Plan, Role, Task, TaskAgency
from banggiao.tasks.rules import field_of
from vanban import compare, coverage
from vanban.extract import Extracted
from vanban.findings import Span
from vanban.matching.coverage import Coverage, Item
from vanban.matching.passages import Matcher, passage
from vanban.reading import Reading, read_extracted

LIKELY = 0.12
"""Likeness of an item and a duty from which the duty's agency is worth suggesting; a link itself needs 0.3."""

MOST_SUGGESTIONS = 3
LEADS_A_FIELD = 2
"""Tasks of a field that an agency leads before it is suggested for others of that field."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """An agency that might own an item, and why."""

    agency_id: int
    name: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Unowned:
    """A content item that no agency's duty covers."""

    path: str
    heading: str
    text: str
    span: Span
    suggestions: tuple[Suggested, ...]
    handled: Handled | None


def stored_reading(stored: StoredReading) -> Reading:
    """A stored text read again: the engine gives the same reading of the same text, much faster than of the file."""
    return _read(stored.text, tuple(stored.pages), stored.type)


@lru_cache(maxsize=8)
def _read(text: str, pages: tuple[int, ...], kind: str) -> Reading:
    return read_extracted(Extracted(text, pages, kind, ()))


@lru_cache(maxsize=8)
def _covered(text: str, pages: tuple[int, ...], kind: str) -> Coverage:
    return coverage(_read(text, pages, kind))


def plan_coverage(plan: Plan) -> Coverage:
    """What the duties of a plan cover of its content."""
    stored = plan.document.reading
    return _covered(stored.text, tuple(stored.pages), stored.type)


def unowned_items(plan: Plan, *, before: Plan | None, today: date) -> tuple[Unowned, ...]:
    """The items of a plan that nobody owns, in the order of the text; `before` is the plan that it follows."""
    found = plan_coverage(plan)
    by_duty = _near_duties(plan, found.unassigned)
    by_year = _of_last_plan(plan, before) if before is not None else {}
    by_field = _of_fields()
    now = _Successors(today)
    handled = {row.path: row for row in plan.handled.select_related("task", "by")}
    return tuple(
        Unowned(
            item.path,
            item.heading,
            item.text,
            item.span,
            _best(
                [
                    *now.worded(by_year.get(item.path, ()), item, _("đã làm việc này theo kế hoạch trước")),
                    *now.worded(by_duty.get(item.path, ()), item, _("có nhiệm vụ gần nội dung này")),
                    *now.worded(
                        by_field.get(field_of([item.heading], item.text), ()), item, _("phụ trách lĩnh vực này")
                    ),
                ]
            ),
            handled.get(item.path),
        )
        for item in found.unassigned
    )


def _field(item: Item) -> str:
    return field_of([item.heading], item.text)


Scored = tuple[Agency, float]


class _Successors:
    """Words suggestions; in place of an agency that ended it names who does that work today."""

    def __init__(self, today: date) -> None:
        self._today = today

    def worded(self, found: Iterable[Scored], item: Item, reason: str) -> Iterator[Suggested]:
        for agency, score in found:
            if agency.valid_to is None or agency.valid_to >= self._today:
                yield Suggested(agency.pk, agency.name, reason, score)
                continue
            function = f"{item.heading} {item.text}"
            for successor in current_successors(agency, function, self._today):
                if successor.pk != agency.pk:
                    yield Suggested(successor.pk, successor.name, reason, score)


def _of_fields() -> dict[str, list[Scored]]:
    """For each field the agencies that lead most of its tasks, over all plans in force."""
    leading = TaskAgency.objects.filter(
        role=Role.LEAD, group="", ended_on=None, agency__isnull=False, task__plan__withdrawn_at=None
    ).exclude(task__field="")
    counted = leading.values_list("task__field", "agency").annotate(count=Count("pk")).order_by("-count", "agency")
    agencies = Agency.objects.in_bulk({agency for __, agency, ___ in counted if agency is not None})
    found: dict[str, list[Scored]] = {}
    for field, agency, count in counted:
        if agency is not None and count >= LEADS_A_FIELD and len(found.get(field, ())) < MOST_SUGGESTIONS:
            found.setdefault(field, []).append((agencies[agency], 0.0))
    return found


def _best(found: Sequence[Suggested]) -> tuple[Suggested, ...]:
    """Each agency once, by its first reason; those of last year's plan before those of a near duty."""
    seen: dict[int, Suggested] = {}
    for one in found:
        seen.setdefault(one.agency_id, one)
    return tuple(seen.values())[:MOST_SUGGESTIONS]


def _near_duties(plan: Plan, items: Sequence[Item]) -> dict[str, list[Scored]]:
    """Agencies whose tasks come near to an item, without saying the same."""
    tasks = [task for task in plan.tasks.prefetch_related("shares__agency") if _lead(task) is not None]
    if not tasks or not items:
        return {}
    matcher = Matcher([passage(task.what) for task in tasks], [passage(item.text) for item in items])
    found: dict[str, list[Scored]] = {}
    for index, task in enumerate(tasks):
        agency = _lead(task)
        for place, likeness in matcher.likenesses(index, share=0.0).items():
            if agency is not None and likeness.score >= LIKELY:
                found.setdefault(items[place].path, []).append((agency, likeness.score))
    return {path: sorted(scored, key=lambda one: -one[1]) for path, scored in found.items()}


def _lead(task: Task) -> Agency | None:
    """The one agency that leads a task; groups own nothing in particular."""
    leads = [share for share in task.shares.all() if share.role == Role.LEAD and share.ended_on is None]
    return leads[0].agency if len(leads) == 1 else None


def _of_last_plan(plan: Plan, before: Plan) -> dict[str, list[Scored]]:
    """Who, by the older plan, did what an item says again."""
    old_reading = stored_reading(before.document.reading)
    new_reading = stored_reading(plan.document.reading)
    bearers = _bearers(before)
    found: dict[str, list[Scored]] = {}
    for change in compare(old_reading, new_reading).items:
        if change.old is None or change.new is None:
            continue
        agencies = bearers.get(change.old.path, [])
        if agencies:
            found[change.new.path] = [(agency, change.score) for agency in agencies]
    return found


def _bearers(plan: Plan) -> dict[str, list[Agency]]:
    """The agencies of each content item of a plan: of the duties that cover it, and of tasks made for it."""
    tasks: dict[str, list[Agency]] = {}
    for task in plan.tasks.prefetch_related("shares__agency"):
        agency = _lead(task)
        if agency is not None:
            tasks.setdefault(task.source_path, []).append(agency)
    bearers = {path: list(agencies) for path, agencies in tasks.items()}
    for pair in plan_coverage(plan).pairs:
        for match in pair.contents:
            bearers.setdefault(match.item.path, []).extend(tasks.get(pair.duty.path, ()))
    return bearers


def plan_before(plan: Plan, plans: Iterable[Plan]) -> Plan | None:
    """The plan of the year before, or the nearest one before it."""
    earlier = [one for one in plans if one.pk != plan.pk and one.period_from < plan.period_from]
    return max(earlier, key=lambda one: one.period_from, default=None)
