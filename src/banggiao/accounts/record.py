"""The record of changes: which rows it covers, and in whose name a background job changes them.

Every app calls `keep_record` below its models, once for each whose rows somebody answers for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from auditlog.context import set_actor
from auditlog.registry import auditlog
from django.contrib.auth import get_user_model
from django.db import models


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
