"""Undo and redo of what one person did to the findings of one document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.documents.access import can_review
from banggiao.documents.models import Document, Finding, FindingChange
from banggiao.documents.services.citations import citations_follow
from banggiao.documents.services.findings import ReviewError, StaleFinding
from banggiao.documents.services.snapshots import Snapshot, put_back, snapshot


@transaction.atomic
def finding_undo(*, by: Actor, document_id: int, now: datetime) -> tuple[Finding, ...]:
    """Take back the last act of `by` on this document that still stands; gives the findings it touched.

    Raises ReviewError where there is nothing to undo, StaleFinding where somebody else has gone on from there.
    """
    _open(by, document_id)
    last = _own(by, document_id).filter(undone_at__isnull=True).order_by("-pk").first()
    if last is None:
        raise ReviewError(_("Không còn thao tác nào của bạn để hoàn tác."))
    lines = _lines(last)
    findings = _locked(lines)
    for line in lines:
        finding = findings[line.finding_id]
        _demand_untouched(finding, line.after)
        if line.before:
            put_back(finding, line.before)
        else:
            finding.live = False
        _save(finding, by, now)
        line.undone_at = now
        line.save(update_fields=["undone_at"])
    return _followed(findings.values())


@transaction.atomic
def finding_redo(*, by: Actor, document_id: int, now: datetime) -> tuple[Finding, ...]:
    """Do again what `by` undid last, unless they have done something else since."""
    _open(by, document_id)
    own = _own(by, document_id)
    last = own.filter(undone_at__isnull=False).order_by("-undone_at", "pk").first()
    if last is None or own.filter(undone_at__isnull=True, at__gt=last.undone_at).exists():
        raise ReviewError(_("Không có thao tác nào để làm lại."))
    lines = _lines(last)
    findings = _locked(lines)
    for line in lines:
        finding = findings[line.finding_id]
        _demand_untouched(finding, line.before or {**line.after, "live": False})
        put_back(finding, line.after)
        _save(finding, by, now)
        line.undone_at = None
        line.save(update_fields=["undone_at"])
    return _followed(findings.values())


def _open(by: Actor, document_id: int) -> None:
    document = Document.objects.select_for_update().get(pk=document_id)
    demand(can_review(by, document))


def _own(by: Actor, document_id: int) -> QuerySet[FindingChange]:
    return FindingChange.objects.filter(reading__document_id=document_id, by_id=by.user_id)


def _lines(line: FindingChange) -> Sequence[FindingChange]:
    return list(FindingChange.objects.filter(batch=line.batch).order_by("pk"))


def _locked(lines: Sequence[FindingChange]) -> dict[int, Finding]:
    locked = (
        Finding.objects.select_for_update(of=("self",))
        .select_related("reading__document", "changed_by")
        .filter(pk__in=[line.finding_id for line in lines])
    )
    return {finding.pk: finding for finding in locked}


def _demand_untouched(finding: Finding, left: Snapshot) -> None:
    """Refuse where a finding is no longer what the act (or its undoing) left.

    Versions cannot tell: undoing a later act of one's own makes new ones.
    """
    now = snapshot(finding)
    if now != left:
        raise StaleFinding(finding, tuple(name for name in now if now[name] != left.get(name)))


def _save(finding: Finding, by: Actor, now: datetime) -> None:
    finding.version += 1
    finding.changed_by_id = by.user_id
    finding.changed_at = now
    finding.save()


def _followed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    touched = tuple(findings)
    for finding in touched:
        citations_follow(finding)
    return touched
