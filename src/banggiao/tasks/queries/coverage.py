"""Content of a plan that nobody owns, with agencies that might: by the plan's own duties and by last year's plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from banggiao.agencies.models import Agency
from banggiao.documents.models import Reading as StoredReading
from banggiao.tasks.models import Handled, Plan, Role, Task
from vanban import compare, coverage
from vanban.extract import Extracted
from vanban.findings import Span
from vanban.matching.coverage import Coverage, Item
from vanban.matching.passages import Matcher, passage
from vanban.reading import Reading, read_extracted

LIKELY = 0.12
"""Likeness of an item and a duty from which the duty's agency is worth suggesting; a link itself needs 0.3."""

MOST_SUGGESTIONS = 3


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


def unowned_items(plan: Plan, *, before: Plan | None, because: tuple[str, str]) -> tuple[Unowned, ...]:
    """The items of a plan that nobody owns, in the order of the text; `before` is the plan that it follows.

    `because` words the two reasons of a suggestion: a duty that comes near, and who did it by the older plan.
    """
    found = plan_coverage(plan)
    near, earlier = because
    by_duty = _near_duties(plan, found.unassigned)
    by_year = _of_last_plan(plan, before) if before is not None else {}
    handled = {row.path: row for row in plan.handled.select_related("task", "by")}
    return tuple(
        Unowned(
            item.path,
            item.heading,
            item.text,
            item.span,
            tuple(_best([*_worded(by_year.get(item.path, ()), earlier), *_worded(by_duty.get(item.path, ()), near)])),
            handled.get(item.path),
        )
        for item in found.unassigned
    )


Scored = tuple[Agency, float]


def _worded(found: Iterable[Scored], reason: str) -> list[Suggested]:
    return [Suggested(agency.pk, agency.name, reason, score) for agency, score in found]


def _best(found: Sequence[Suggested]) -> list[Suggested]:
    """Each agency once, by its first reason; those of last year's plan before those of a near duty."""
    seen: dict[int, Suggested] = {}
    for one in found:
        seen.setdefault(one.agency_id, one)
    return list(seen.values())[:MOST_SUGGESTIONS]


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
