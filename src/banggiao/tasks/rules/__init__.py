"""What a task's state, dates and words amount to: values in, values out; today's date is an argument."""

from __future__ import annotations

from banggiao.tasks.rules.clarity import Clarity, Facts, authority_in, is_vague, missing_clarity, vague_words
from banggiao.tasks.rules.drafting import Draft, Found, Period, draft, first_round, plan_period, worded_dues
from banggiao.tasks.rules.due import Due, Rhythm, dates_of, due_dates, excludes_day, last_day, next_due, rounds_after
from banggiao.tasks.rules.fields import FIELDS, PILLARS, field_of, pillar_of
from banggiao.tasks.rules.ics import Event, calendar_text
from banggiao.tasks.rules.status import (
    FINISHED,
    OPEN,
    WITHOUT_DEADLINE,
    Share,
    State,
    Status,
    Thresholds,
    days_left,
    may_become,
    roll_up,
    settled_progress,
    status,
    urgency_day,
)

__all__ = [
    "FIELDS",
    "FINISHED",
    "OPEN",
    "PILLARS",
    "WITHOUT_DEADLINE",
    "Clarity",
    "Draft",
    "Due",
    "Event",
    "Facts",
    "Found",
    "Period",
    "Rhythm",
    "Share",
    "State",
    "Status",
    "Thresholds",
    "authority_in",
    "calendar_text",
    "dates_of",
    "days_left",
    "draft",
    "due_dates",
    "excludes_day",
    "field_of",
    "first_round",
    "is_vague",
    "last_day",
    "may_become",
    "missing_clarity",
    "next_due",
    "pillar_of",
    "plan_period",
    "roll_up",
    "rounds_after",
    "settled_progress",
    "status",
    "urgency_day",
    "vague_words",
    "worded_dues",
]
