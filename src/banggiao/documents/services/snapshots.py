"""What a finding was before and after an act, as JSON: enough to put it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from banggiao.accounts.access import Actor
from banggiao.documents.models import Finding, FindingChange

_KEPT = (
    "path",
    "order",
    "text",
    "span_start",
    "span_end",
    "page",
    "confidence",
    "doubts",
    "fields",
    "state",
    "live",
)

Snapshot = dict[str, Any]


def snapshot(finding: Finding) -> Snapshot:
    """Everything of a finding that an act may change."""
    return {name: getattr(finding, name) for name in _KEPT}


def put_back(finding: Finding, kept: Snapshot) -> None:
    """Give a finding the values of a snapshot; the caller saves it."""
    for name in _KEPT:
        setattr(finding, name, kept[name])


@dataclass(frozen=True)
class Act:
    """One thing a person does to findings at one moment; what it changes is undone together."""

    action: str
    by: Actor
    at: datetime
    batch: UUID

    @staticmethod
    def of(action: str, *, by: Actor, at: datetime) -> Act:
        return Act(action, by, at, uuid4())

    def changed(self, finding: Finding, before: Snapshot) -> FindingChange:
        """Save a changed finding under its next version; gives the line of the log, not yet saved."""
        finding.version += 1
        self.sign(finding)
        finding.save()
        return self._line(finding, before)

    def made(self, finding: Finding) -> FindingChange:
        """Save a new finding; gives the line of the log, not yet saved."""
        self.sign(finding)
        finding.save()
        return self._line(finding, {})

    def sign(self, finding: Finding) -> None:
        """Say on the finding who changed it, and when."""
        finding.changed_by_id = self.by.user_id
        finding.changed_at = self.at

    def _line(self, finding: Finding, before: Snapshot) -> FindingChange:
        return FindingChange(
            finding=finding,
            reading_id=finding.reading_id,
            batch=self.batch,
            action=self.action,
            by_id=self.by.user_id,
            at=self.at,
            before=before,
            after=snapshot(finding),
            version=finding.version,
        )


def log(lines: Sequence[FindingChange]) -> None:
    """Keep the lines of one act."""
    FindingChange.objects.bulk_create(lines)
