"""The record of rows that are made many at a time, which signals do not see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from auditlog.context import auditlog_value
from auditlog.diff import model_instance_diff
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.contenttypes.models import ContentType
from django.db import models

from banggiao.accounts.access import Actor

Row = TypeVar("Row", bound=models.Model)


def create_many(rows: Sequence[Row], *, by: Actor) -> list[Row]:
    """Make rows of one model and record each of them, in a handful of queries."""
    if not rows:
        return []
    made = type(rows[0])._default_manager.bulk_create(rows, batch_size=500)
    left_out = auditlog.get_model_fields(type(rows[0]))["exclude_fields"] if auditlog.contains(type(rows[0])) else []
    columns = [field.name for field in type(rows[0])._meta.concrete_fields if field.name not in left_out]
    kind = ContentType.objects.get_for_model(type(rows[0]))
    LogEntry.objects.bulk_create(
        [
            LogEntry(
                content_type=kind,
                object_pk=str(row.pk),
                object_id=row.pk,
                object_repr=str(row),
                action=LogEntry.Action.CREATE,
                changes=model_instance_diff(None, row, fields_to_check=columns),
                actor_id=by.user_id,
                **_origin(),
            )
            for row in made
        ],
        batch_size=500,
    )
    return made


def _origin() -> dict[str, Any]:
    """The address that the present request came from, as the record's own middleware knows it."""
    known = auditlog_value.get({})
    return {name: known[name] for name in ("remote_addr", "remote_port") if known.get(name) is not None}
