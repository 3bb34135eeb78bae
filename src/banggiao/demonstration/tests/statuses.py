"""What tests of the demonstration ask about its tasks."""

from __future__ import annotations

from datetime import date

from banggiao.tasks.models import Plan
from banggiao.tasks.queries.limits import thresholds
from banggiao.tasks.rules import State, Status, status


def statuses(plan: Plan, today: date) -> set[Status]:
    """The statuses that tasks of a plan have on a day."""
    return {
        status(
            state=State(task.state),
            deadline=task.deadline,
            quiet_since=task.quiet_since,
            today=today,
            thresholds=thresholds(),
            done_on=task.done_on,
        )
        for task in plan.tasks.all()
    }
