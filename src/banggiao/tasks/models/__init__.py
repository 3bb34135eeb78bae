"""What the app tasks keeps: `work` holds plans and tasks, `around` what stands beside them."""

from banggiao.tasks.models.around import CalendarFeed, Handled, ReportingRhythm, SharePassing, TaskRound
from banggiao.tasks.models.work import (
    FIELD_CHOICES,
    PILLAR_CHOICES,
    RHYTHMS,
    STATES,
    DeclineState,
    Evidence,
    Mode,
    Plan,
    Role,
    Task,
    TaskAgency,
    TaskComment,
    TaskDecline,
    TaskUpdate,
)

__all__ = [
    "FIELD_CHOICES",
    "PILLAR_CHOICES",
    "RHYTHMS",
    "STATES",
    "CalendarFeed",
    "DeclineState",
    "Evidence",
    "Handled",
    "Mode",
    "Plan",
    "ReportingRhythm",
    "Role",
    "SharePassing",
    "Task",
    "TaskAgency",
    "TaskComment",
    "TaskDecline",
    "TaskRound",
    "TaskUpdate",
]
