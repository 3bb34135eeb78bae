"""The record of changes: which rows it covers, and in whose name a background job changes them.

Every app calls `keep_record` below its models, once for each whose rows somebody answers for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from auditlog.context import auditlog_value, set_actor
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from django.db.models.expressions import Combinable

Row = TypeVar("Row", bound=models.Model)


def keep_record(model: type[models.Model], *, leave_out: Sequence[str] = (), mask: Sequence[str] = ()) -> None:
    """Record every creation, change and deletion of rows.

    Args:
        leave_out: fields that change without anybody's doing, such as counters.
        mask: fields whose values must not be repeated in the record, such as secrets.
    """
    # Named one by one, since auditlog would otherwise ask every model that points here, too.
    own = [field.name for field in model._meta.local_concrete_fields if field.name not in leave_out]
    auditlog.register(model, include_fields=own, mask_fields=list(mask))


def hidden(_value: str) -> str:
    """What the record says in place of a secret."""
    return "•••"


@contextmanager
def recorded_as(user_id: int) -> Iterator[None]:
    """Changes inside are recorded in this person's name; pages need it not, background jobs and commands do."""
    with set_actor(get_user_model().objects.get(pk=user_id)):
        yield


def update_recorded(rows: QuerySet[Row], *, by_id: int | None, **values: Any) -> int:
    """`rows.update(**values)` with a record of each row that changed, which signals do not see; how many rows fitted.

    For changes on a condition, of which one of two who try at once may succeed. Call it inside the transaction.
    """
    model = rows.model
    kept = auditlog.get_model_fields(model)
    columns = [
        name for name, value in values.items() if name in kept["include_fields"] and not isinstance(value, Combinable)
    ]
    before = list(rows)
    fitted = rows.update(**values)
    if fitted != len(before):
        return fitted
    entries = []
    for row in before:
        changes = _changes(row, {name: values[name] for name in columns}, kept["mask_fields"])
        if changes:
            entries.append(entry_of(row, LogEntry.Action.UPDATE, changes, by_id=by_id))
    LogEntry.objects.bulk_create(entries, batch_size=500)
    return fitted


def entry_of(row: models.Model, action: int, changes: dict[str, Any], *, by_id: int | None) -> LogEntry:
    """A line of the record that is not written yet, with the address from which the present request came."""
    known = auditlog_value.get({})
    return LogEntry(
        content_type=ContentType.objects.get_for_model(type(row)),
        object_pk=str(row.pk),
        object_id=row.pk,
        object_repr=str(row),
        action=action,
        changes=changes,
        actor_id=by_id,
        **{name: known[name] for name in ("remote_addr", "remote_port") if known.get(name) is not None},
    )


def _changes(row: models.Model, values: dict[str, Any], masked: Sequence[str]) -> dict[str, list[str]]:
    found = {}
    for name, value in values.items():
        old = getattr(row, name)
        if str(old) != str(value):
            found[name] = [hidden(""), hidden("")] if name in masked else [str(old), str(value)]
    return found
