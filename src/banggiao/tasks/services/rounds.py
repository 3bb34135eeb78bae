"""Recurring work goes from date to date: each that is met is kept, and the next one is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from banggiao.tasks.models import Task, TaskAgency, TaskRound
from banggiao.tasks.queries.rounds import coming_rounds
from banggiao.tasks.rules import Rhythm, State
from banggiao.tasks.services.summary import summarise


def round_settle(task: Task, shares: Sequence[TaskAgency], *, today: date) -> None:
    """After an update: note that a date was met and wait for the next, or take the note back where it was reopened.

    Dates that passed while an earlier one was still open follow one by one: each is owed, and late ones show as late.
    After the last date of the plan's period the task is done. The task itself is saved by the caller.
    """
    if task.deadline is None or not task.rhythm or not Rhythm(task.rhythm).recurs:
        return
    if task.state != State.DONE:
        for reopened in TaskRound.objects.filter(task=task, deadline=task.deadline):
            reopened.delete()
        return
    TaskRound.objects.get_or_create(task=task, deadline=task.deadline, defaults={"done_on": task.done_on or today})
    following = coming_rounds(task)
    if not following:
        return
    task.deadline = following[0]
    for share in shares:
        share.state, share.progress = State.NOT_STARTED.value, 0
        share.save(update_fields=["state", "progress"])
    summarise(task, shares, today=today)
