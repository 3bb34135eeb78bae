"""The dates of recurring work: those that were met, the one that is due, those to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from banggiao.tasks import rules
from banggiao.tasks.models import Task
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.queries.rows import badge_of
from banggiao.tasks.queries.status import status_of
from banggiao.tasks.rules import Due, Rhythm, Status
from banggiao.ui.badges import PlainBadge


@dataclass(frozen=True, slots=True)
class Round:
    """One date of recurring work with what became of it."""

    deadline: date
    badge: PlainBadge
    done_on: date | None = None
    is_now: bool = False


def coming_rounds(task: Task) -> tuple[date, ...]:
    """The dates of a recurring task, read with its plan, that follow its present one until the end of the plan."""
    if task.deadline is None or not task.rhythm:
        return ()
    rhythm = Rhythm(task.rhythm)
    dues = rules.worded_dues(task.deadline_text, rhythm)
    if len(dues) < 2:
        dues = (Due(rhythm, task.rhythm_month, task.rhythm_day, text=task.deadline_text),)
    return rules.rounds_after(
        dues,
        rhythm,
        after=task.deadline,
        until=task.plan.period_to,
        before_excludes_day=thresholds().before_excludes_day,
    )


def rounds_of(task: Task, *, today: date) -> tuple[Round, ...]:
    """All dates of a recurring task in order; nothing for work that is due once."""
    if task.deadline is None or not task.rhythm or not Rhythm(task.rhythm).recurs:
        return ()
    met = [Round(row.deadline, _met(row.deadline, row.done_on), row.done_on) for row in task.rounds.all()]
    now = [Round(task.deadline, badge_of(status_of(task, today)), is_now=True)]
    if any(row.deadline == task.deadline for row in met):
        now = []
    later = PlainBadge(_("Chưa đến kỳ"), "clock", "muted")
    found = (*met, *now, *(Round(day, later) for day in coming_rounds(task)))
    return tuple(sorted(found, key=lambda one: one.deadline))


def _met(deadline: date, done_on: date) -> PlainBadge:
    return badge_of(Status.DONE_LATE if done_on > deadline else Status.DONE)
