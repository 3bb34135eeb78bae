"""Writes of this app: each one checks, changes and records in one transaction."""

from __future__ import annotations

from banggiao.tasks.services.bulk import (
    tasks_bulk_assign,
    tasks_bulk_deadline,
    tasks_bulk_field,
    tasks_bulk_merge,
    tasks_bulk_resume,
    tasks_bulk_stop,
)
from banggiao.tasks.services.errors import ChangedMeanwhile, TaskError, UnknownName, UnresolvedNames
from banggiao.tasks.services.giving import decline_answer, task_assign, task_decline, task_hand_on
from banggiao.tasks.services.personal import calendar_renew, calendar_stop
from banggiao.tasks.services.plans import Confirmed, Outlook, plan_confirm, plan_outlook, plan_withdraw
from banggiao.tasks.services.progress import Progress, task_comment, task_update
from banggiao.tasks.services.shaping import (
    Origin,
    PartOf,
    Words,
    item_dismiss,
    task_add,
    task_edit,
    task_merge,
    task_split,
)
from banggiao.tasks.services.succession import Passed, shares_pass_on, tasks_pass_on

__all__ = [
    "ChangedMeanwhile",
    "Confirmed",
    "Origin",
    "Outlook",
    "PartOf",
    "Passed",
    "Progress",
    "TaskError",
    "UnknownName",
    "UnresolvedNames",
    "Words",
    "calendar_renew",
    "calendar_stop",
    "decline_answer",
    "item_dismiss",
    "plan_confirm",
    "plan_outlook",
    "plan_withdraw",
    "shares_pass_on",
    "task_add",
    "task_assign",
    "task_comment",
    "task_decline",
    "task_edit",
    "task_hand_on",
    "task_merge",
    "task_split",
    "task_update",
    "tasks_bulk_assign",
    "tasks_bulk_deadline",
    "tasks_bulk_field",
    "tasks_bulk_merge",
    "tasks_bulk_resume",
    "tasks_bulk_stop",
    "tasks_pass_on",
]
