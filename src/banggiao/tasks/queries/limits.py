"""What the administration set for deadlines and silence."""

from __future__ import annotations

from django.conf import settings

from banggiao.tasks.rules import Thresholds


def thresholds() -> Thresholds:
    """The limits in force; a setting that is not there has the value of `rules.Thresholds`."""
    usual = Thresholds()
    return Thresholds(
        due_soon_days=getattr(settings, "TASKS_DUE_SOON_DAYS", usual.due_soon_days),
        stale_days=getattr(settings, "TASKS_STALE_DAYS", usual.stale_days),
        before_excludes_day=getattr(settings, "TASKS_BEFORE_EXCLUDES_DAY", usual.before_excludes_day),
    )
