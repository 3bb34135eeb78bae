"""Everything that was ever changed of a task, from the record of changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from banggiao.agencies.models import Agency
from banggiao.tasks.models import (
    Evidence,
    SharePassing,
    Task,
    TaskAgency,
    TaskComment,
    TaskDecline,
    TaskRound,
    TaskUpdate,
)
from banggiao.ui.wording import day_text

PER_PAGE = 100
_HIDDEN = frozenset(
    (
        *("id", "task", "plan", "parent", "finding", "order", "update", "file", "share", "to", "person"),
        *("source_text", "source_path", "heading", "span_start", "span_end", "rhythm_month", "rhythm_day", "round_of"),
        *("quiet_since", "last_update_at", "updated_at", "by", "at", "answered_by", "answered_at"),
    )
)
"""Columns that say nothing to a reader, or what stands beside them already."""

_ACTIONS = {
    LogEntry.Action.CREATE: gettext_noop("thêm"),
    LogEntry.Action.UPDATE: gettext_noop("sửa"),
    LogEntry.Action.DELETE: gettext_noop("xóa"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """A field that went from one value to another."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded act on one row."""

    at: datetime
    who: str
    what: str
    action: str
    name: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class History:
    """A page of the record, the newest first."""

    page: Page[LogEntry]
    entries: tuple[Entry, ...]


def task_history(task: Task, *, page: str | None) -> History:
    """What the record holds of a task and of all rows that belong to it."""
    owned = {
        Task: [task.pk],
        TaskAgency: list(task.shares.values_list("pk", flat=True)),
        TaskUpdate: list(task.updates.values_list("pk", flat=True)),
        Evidence: list(Evidence.objects.filter(update__task=task).values_list("pk", flat=True)),
        TaskComment: list(task.comments.values_list("pk", flat=True)),
        TaskDecline: list(task.declines.values_list("pk", flat=True)),
        TaskRound: list(task.rounds.values_list("pk", flat=True)),
        SharePassing: list(SharePassing.objects.filter(share__task=task).values_list("pk", flat=True)),
    }
    kinds = ContentType.objects.get_for_models(*owned)
    wanted = Q()
    for model, rows in owned.items():
        wanted |= Q(content_type=kinds[model], object_id__in=rows)
    found = LogEntry.objects.filter(wanted).select_related("actor", "content_type").order_by("-timestamp", "-pk")
    shown = Paginator(found, PER_PAGE).get_page(page)
    agencies = dict(Agency.objects.filter(pk__in=_agencies(shown.object_list)).values_list("pk", "name"))
    return History(shown, tuple(_entry(entry, agencies) for entry in shown.object_list))


def _agencies(entries: object) -> set[int]:
    found: set[int] = set()
    for entry in entries:  # type: ignore[attr-defined]
        for value in (entry.changes or {}).get("agency", ()):
            if str(value).isdigit():
                found.add(int(value))
    return found


def _entry(entry: LogEntry, agencies: dict[int, str]) -> Entry:
    model = entry.content_type.model_class()
    return Entry(
        at=entry.timestamp,
        who=str(entry.actor) if entry.actor is not None else _("hệ thống"),
        what=str(model._meta.verbose_name) if model else entry.content_type.name,
        action=_(_ACTIONS.get(entry.action, "sửa")),
        name=entry.object_repr,
        changes=tuple(_changes(model, entry.changes or {}, agencies)),
    )


def _changes(
    model: type[models.Model] | None, changes: dict[str, list[str]], agencies: dict[int, str]
) -> Iterator[Change]:
    for name, values in changes.items():
        field = _column(model, name)
        if field is None or len(values) != 2:
            continue
        old, new = (_shown(field, value, agencies) for value in values)
        if old != new:
            yield Change(str(field.verbose_name), old, new)


def _column(model: type[models.Model] | None, name: str) -> models.Field[Any, Any] | None:
    """A column that says something to a reader; None for counters, places in the text and rows of other tables."""
    if model is None or name in _HIDDEN:
        return None
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, models.Field) and not field.many_to_many else None


def _shown(field: models.Field[Any, Any], value: object, agencies: dict[int, str]) -> str:
    text = str(value)
    if value is None or text in ("None", ""):
        return "—"
    if field.name == "agency" and text.isdigit():
        return agencies.get(int(text), text)
    if isinstance(field, models.BooleanField):
        return _("có") if text == "True" else _("không")
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return day_text(date.fromisoformat(text))
    return str(dict(field.flatchoices).get(text, text))
