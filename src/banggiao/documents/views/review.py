"""The review: a document beside what was found in it, the pictures of its pages, and what others did meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from banggiao.accounts.access import ActorRequest, Decision, demand
from banggiao.documents.access import can_review, can_see_review, visible_documents
from banggiao.documents.models import Document, Finding
from banggiao.documents.queries.changes import Changes, changes_of, changes_since, others_here
from banggiao.documents.queries.graph import outcomes_of
from banggiao.documents.queries.review import Review, findings_for_review, undoable
from banggiao.documents.queries.suggesting import suggested_owners
from banggiao.documents.rules import COUNTED_KINDS, DocumentState
from banggiao.documents.services.names import day_of
from banggiao.documents.services.presence import presence_mark
from banggiao.documents.sheets import NoSheet, has_sheets, sheet_picture, sheet_words
from banggiao.documents.wording import KIND_FILTERS, Filtered

THRESHOLDS = (95, 90, 80)
"""Percents of confidence from which everything may be accepted at once; below 80 a person looks twice."""


@require_safe
def document_review(request: ActorRequest, document_id: int) -> HttpResponse:
    """The document on one side, the findings on the other."""
    document = reviewed(request, document_id)
    if document.state not in (DocumentState.TO_REVIEW, DocumentState.CONFIRMED):
        return redirect("documents:document_detail", document_id=document.pk)
    now = timezone.now()
    review = findings_for_review(document)
    may_review = can_review(request.actor, document)
    if may_review:
        presence_mark(by=request.actor, document_id=document.pk, now=now)
    context = {
        **_standing(request, document, may_review),
        "review": review,
        "progress": review.progress,
        "suggestions": suggested_owners(review),
        "filters": _filters(review, request.GET.get("loai", ""), request.GET.get("loc", "")),
        "thresholds": _thresholds(review),
        "others": others_here(document, request.actor, now=now),
        "since": now.timestamp(),
        "day": day_of(document, now),
        "has_sheets": has_sheets(document.file) and bool(document.reading.pages),
        "first_sheet": document.reading.type == "pdf",
        "outcomes": [] if may_review else outcomes_of(document, request.actor),
    }
    return render(request, "documents/document_review.html", context)


@require_safe
def review_changes(request: ActorRequest, document_id: int) -> HttpResponse:
    """What others did since the page asked last (`?ban=…&tu=…`), and who is here; asked every few seconds."""
    document = reviewed(request, document_id)
    now = timezone.now()
    revision, since = _asked(request)
    may_review = can_review(request.actor, document)
    if may_review:
        presence_mark(by=request.actor, document_id=document.pk, now=now)
    changes = changes_since(document, revision=revision, since=since)
    context = {
        **_changed(request, document, changes, may_review),
        "others": others_here(document, request.actor, now=now),
        "revision": changes.revision if changes else revision,
        "since": now.timestamp(),
        "is_poll": True,
        "is_closed": not may_review,
    }
    return render(request, "documents/review_changes.html", context)


@require_safe
def review_sheet(request: ActorRequest, document_id: int, number: int) -> HttpResponse:
    """The picture of a page."""
    document = reviewed(request, document_id)
    if document.file is None:
        raise Http404
    try:
        content = sheet_picture(document.file, number)
    except NoSheet as missing:
        raise Http404(_("Không có ảnh của trang này.")) from missing
    return _kept_by_browser(HttpResponse(content, content_type="image/png"))


@require_safe
def review_words(request: ActorRequest, document_id: int, number: int) -> HttpResponse:
    """Where the words of a page stand on its picture."""
    document = reviewed(request, document_id)
    if document.file is None:
        raise Http404
    try:
        content = sheet_words(document.reading, document.file, number)
    except NoSheet as missing:
        raise Http404(_("Không có ảnh của trang này.")) from missing
    return _kept_by_browser(HttpResponse(content, content_type="application/json"))


# -- shared with the views of findings ----------------------------------------------------------------------------


def reviewed(request: ActorRequest, document_id: int) -> Document:
    """A document that was read, for those who may see its review."""
    rows = visible_documents(request.actor).select_related("file", "reading").filter(reading__isnull=False)
    document = get_object_or_404(rows, pk=document_id)
    demand(can_see_review(request.actor))
    return document


def changed(
    request: ActorRequest, document: Document, touched: Sequence[Finding], *, message: str = "", status: int = 200
) -> HttpResponse:
    """What an act changed, as fragments that the page puts in their places."""
    changes = changes_of(document, touched)
    may_review = can_review(request.actor, document)
    context = {**_changed(request, document, changes, may_review), "message": message, "is_refusal": status != 200}
    return render(request, "documents/review_changes.html", context, status=status)


def _changed(
    request: ActorRequest, document: Document, changes: Changes | None, may_review: Decision
) -> dict[str, object]:
    standing = _standing(request, document, may_review)
    return {**standing, "changes": changes, "progress": changes.progress if changes else None, "suggestions": {}}


def _standing(request: ActorRequest, document: Document, may_review: Decision) -> dict[str, object]:
    can_undo, can_redo = undoable(document, request.actor) if may_review else (False, False)
    return {"document": document, "may_review": bool(may_review), "can_undo": can_undo, "can_redo": can_redo}


def _asked(request: ActorRequest) -> tuple[int, datetime]:
    try:
        return int(request.GET["ban"]), datetime.fromtimestamp(float(request.GET["tu"].replace(",", ".")), tz=UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return -1, timezone.now()


def _filters(review: Review, kind: str, doubt: str) -> list[Filtered]:
    findings = list(review.findings)
    shown = [
        Filtered("loai", value, label, sum(finding.kind == value for finding in findings), kind == value)
        for value, label in KIND_FILTERS
    ]
    doubtful = sum(finding.doubtful and not finding.decided for finding in findings)
    left = sum(not finding.decided for finding in findings)
    return [
        Filtered("loai", "", _("Tất cả"), len(findings), not kind),
        *(entry for entry in shown if entry.count),
        Filtered("loc", "nghi-ngo", _("Nghi ngờ"), doubtful, doubt == "nghi-ngo"),
        Filtered("loc", "con-lai", _("Chưa xong"), left, doubt == "con-lai"),
    ]


def _thresholds(review: Review) -> list[tuple[int, int]]:
    """For each threshold how many findings would be accepted at once."""
    open_ones = [
        finding
        for finding in review.findings
        if finding.kind in COUNTED_KINDS and not finding.decided and not finding.doubts
    ]
    return [(least, sum(finding.confidence * 100 >= least for finding in open_ones)) for least in THRESHOLDS]


def _kept_by_browser(response: HttpResponse) -> HttpResponse:
    """Private: a page's picture may be shown again to who was allowed to see it, and to nobody else."""
    response["Cache-Control"] = "private, max-age=86400, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
