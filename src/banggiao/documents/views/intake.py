"""The page where files come in, and how far their reading is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET

from banggiao.accounts.access import ActorRequest, demand
from banggiao.documents.access import can_receive, visible_documents
from banggiao.documents.intake import MAX_FILE_BYTES, Upload, clean_name
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState
from banggiao.documents.services.receiving import Receipt
from banggiao.documents.services.receiving import document_receive as receive
from banggiao.documents.uploads import MemoryUploads
from vanban.extract.document import REFUSALS

LATEST = 10
"""Documents that came in last, shown below the drop zone."""

_FAULTS = {"storage": 507, "locked": 503}
"""Codes of receipts that mean the machine and not the file."""

_ON_THE_WAY = (DocumentState.RECEIVED, DocumentState.READING)


@dataclass(frozen=True)
class Line:
    """One file on the page: what became of it, and the document where there is one."""

    name: str
    outcome: str
    message: str
    document: Document | None = None

    @property
    def waits(self) -> bool:
        """Whether its reading goes on, so that the page has to ask again."""
        return self.document is not None and self.outcome == "received" and self.document.state in _ON_THE_WAY


@csrf_exempt  # the token is checked below, once uploads are sure to stay in memory
def document_receive(request: ActorRequest) -> HttpResponse:
    """Bring files in."""
    uploads = MemoryUploads(request)
    request.upload_handlers = [uploads]
    return _document_receive(request, uploads)


@csrf_protect
@sensitive_variables()
def _document_receive(request: ActorRequest, uploads: MemoryUploads) -> HttpResponse:
    demand(can_receive(request.actor))
    if request.method != "POST":
        return _page(request, [])
    receipts = list(_receipts(request, uploads))
    lines = _lines(request, receipts)
    if request.htmx:
        return render(request, "documents/document_receive.html#receipts", {"lines": lines})
    return _page(request, lines, status=next((_FAULTS[line.code] for line in receipts if line.code in _FAULTS), 200))


@require_GET
def receipt_progress(request: ActorRequest, document_id: int) -> HttpResponse:
    """How far the reading of one document is; asked again by the page until it is done."""
    document = get_object_or_404(visible_documents(request.actor).select_related("file"), pk=document_id)
    name = document.file.name if document.file else str(document)
    line = Line(name, "received", "", document)
    return render(request, "documents/document_receive.html#receipt", {"line": line})


def _receipts(request: ActorRequest, uploads: MemoryUploads) -> Iterator[Receipt]:
    for file in request.FILES.getlist("files"):
        with file:
            upload = Upload(file.name or "", file.read())
        yield receive(by=request.actor, upload=upload, now=timezone.now())
    for name in uploads.too_large:
        yield Receipt("refused", clean_name(name), REFUSALS["too-large"], "too-large")
    if not request.FILES and not uploads.too_large:
        yield Receipt("refused", _("Chưa chọn tệp"), _("Hãy chọn ít nhất một tệp để nhập."), "empty")


def _lines(request: ActorRequest, receipts: Sequence[Receipt]) -> list[Line]:
    ids = [receipt.document_id for receipt in receipts if receipt.document_id]
    documents = visible_documents(request.actor).in_bulk(ids)
    return [
        Line(receipt.name, receipt.outcome, receipt.message, documents.get(receipt.document_id or 0))
        for receipt in receipts
    ]


def _page(request: ActorRequest, lines: Sequence[Line], *, status: int = 200) -> HttpResponse:
    latest = visible_documents(request.actor).exclude(received_at=None).select_related("file", "received_by")
    return render(
        request,
        "documents/document_receive.html",
        {
            "lines": lines,
            "latest": latest.order_by("-received_at")[:LATEST],
            "limit": MAX_FILE_BYTES,
        },
        status=status,
    )
