"""Reading a document that was received: claim, read, keep everything in one transaction."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.documents import signatures
from banggiao.documents.models import Document, Finding, Reading
from banggiao.documents.rules import DocumentState
from banggiao.documents.rules.proposals import Proposal, proposals
from banggiao.documents.services.citations import citations_make
from banggiao.documents.services.engine import engine_version
from banggiao.documents.services.names import Names, day_of
from vanban import ReadingError, coverage
from vanban.extract import Extracted
from vanban.reading import Reading as Read
from vanban.reading import read_extracted
from vanban.render.blocks import cut
from vanban.render.json import reading_as_json

_log = logging.getLogger(__name__)


def document_read(*, document_id: int, now: datetime) -> bool:
    """Read a received document into findings. False where somebody else has claimed it or it is read already.

    What cannot be read ends in state `failed` with its reason. A process that dies here leaves the document in state
    `reading`, from where `documents_take_up` brings it back.
    """
    claimed = Document.objects.filter(pk=document_id, state=DocumentState.RECEIVED).update(
        state=DocumentState.READING, reading_since=now, failure_code="", failure_message=""
    )
    if not claimed:
        return False
    document = Document.objects.select_related("file", "reading").get(pk=document_id)
    try:
        read = _read(document.reading)
        signed = signatures.check(document.file) if document.file else []
    except ReadingError as refused:
        return _fail(document_id, now, refused.code, refused.message)
    except FileNotFoundError:
        return _fail(document_id, now, "missing-file", _("Tệp gốc không còn trong kho lưu trữ. Hãy nhập lại văn bản."))
    except Exception as error:
        _log.error("Document %s could not be read: %s", document_id, type(error).__name__)
        return _fail(document_id, now, "engine", _("Bộ đọc gặp lỗi khi đọc văn bản này. Tệp gốc vẫn được giữ nguyên."))
    return _keep(document, read, signed, now)


def _read(reading: Reading) -> Read:
    return read_extracted(Extracted(reading.text, tuple(reading.pages), reading.type, tuple(reading.notes)))


@transaction.atomic
def _keep(document: Document, read: Read, signed: list[signatures.Checked], now: datetime) -> bool:
    """Findings, citations and the new state together; nothing where the claim was lost meanwhile."""
    kept = Document.objects.filter(pk=document.pk, state=DocumentState.READING, reading_since=now).update(
        state=DocumentState.TO_REVIEW, signatures=[entry.as_json() for entry in signed], reading_since=None
    )
    if not kept:
        return False
    reading = document.reading
    names = Names(on=day_of(document, now), issuer=document.issuer)
    found = proposals(read, coverage(read), names.resolve)
    blocks = cut(read.text, read.outline, read.pages)
    reading.data = {**reading_as_json(read), "blocks": [list(block) for block in blocks]}
    reading.engine = engine_version()
    reading.read_at = now
    reading.save()
    reading.findings.all().delete()
    rows = Finding.objects.bulk_create([_finding(reading, proposal) for proposal in found])
    citations_make(document=document, findings=rows)
    return True


def _finding(reading: Reading, proposal: Proposal) -> Finding:
    return Finding(
        reading=reading,
        kind=proposal.kind,
        path=proposal.path[:200],
        order=proposal.order,
        text=proposal.text,
        span_start=proposal.span[0],
        span_end=proposal.span[1],
        page=proposal.page,
        confidence=proposal.confidence,
        doubts=list(proposal.doubts),
        fields=proposal.fields,
    )


def _fail(document_id: int, since: datetime, code: str, message: str) -> bool:
    return bool(
        Document.objects.filter(pk=document_id, state=DocumentState.READING, reading_since=since).update(
            state=DocumentState.FAILED, failure_code=code[:40], failure_message=message, reading_since=None
        )
    )
