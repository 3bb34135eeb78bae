"""What the administration set for deadlines and silence."""

from __future__ import annotations

from django.conf import settings

from banggiao.tasks.rules import Thresholds


def thresholds() -> Thresholds:
    """The limits in force."""
    return Thresholds(
        due_soon_days=settings.TASKS_DUE_SOON_DAYS,
        stale_days=settings.TASKS_STALE_DAYS,
        before_excludes_day=settings.TASKS_BEFORE_EXCLUDES_DAY,
    )
