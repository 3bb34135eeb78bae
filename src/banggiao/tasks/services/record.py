"""The record of rows that are made many at a time, which signals do not see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from auditlog.diff import model_instance_diff
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.db import models

from banggiao.accounts.access import Actor
from banggiao.accounts.record import entry_of

Row = TypeVar("Row", bound=models.Model)


def create_many(rows: Sequence[Row], *, by: Actor) -> list[Row]:
    """Make rows of one model and record each of them, in a handful of queries."""
    if not rows:
        return []
    made = type(rows[0])._default_manager.bulk_create(rows, batch_size=500)
    left_out = auditlog.get_model_fields(type(rows[0]))["exclude_fields"] if auditlog.contains(type(rows[0])) else []
    columns = [field.name for field in type(rows[0])._meta.concrete_fields if field.name not in left_out]
    LogEntry.objects.bulk_create(
        [
            entry_of(
                row,
                LogEntry.Action.CREATE,
                model_instance_diff(None, row, fields_to_check=columns),
                by_id=by.user_id,
            )
            for row in made
        ],
        batch_size=500,
    )
    return made
