"""Bringing files in: duplicates are shown, secrets leave nothing, whatever is acknowledged is safe."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from banggiao.accounts.access import Actor, demand
from banggiao.documents import intake
from banggiao.documents.access import can_receive
from banggiao.documents.intake import Examined, ReadingError, Upload
from banggiao.documents.jobs import read_document
from banggiao.documents.models import Document, Reading, StoredFile
from banggiao.documents.rules import DocumentState, issuers_agree, searchable
from banggiao.documents.services.citations import describe
from banggiao.documents.services.engine import engine_version
from banggiao.ui.faults import is_locked

_log = logging.getLogger(__name__)

Outcome = Literal["received", "duplicate", "refused"]


@dataclass(frozen=True)
class Receipt:
    """What became of one file. `document_id` is the new document, or the one that was there already.

    `code` is `same-content` or `same-number` for duplicates, the code of `vanban`'s refusal for what was refused.
    """

    outcome: Outcome
    name: str
    message: str
    code: str = ""
    document_id: int | None = None


@sensitive_variables()
def document_receive(*, by: Actor | None, upload: Upload, now: datetime) -> Receipt:
    """Take a file in, or say why not. `by` is None where no person acts (the watched folder, the command).

    After `received` the file and its row are safe and the job that reads it is queued. Never raises for what a file
    holds; raises NotAllowed where `by` may not bring documents in.
    """
    if by is not None:
        demand(can_receive(by))
    name = intake.clean_name(upload.name)
    known = Document.objects.filter(file__sha256=intake.digest(upload)).first()
    if known is not None:
        return _same_content(name, known)
    try:
        examined = intake.examine(upload)
    except ReadingError as refused:
        return Receipt("refused", name, refused.message, refused.code)
    earlier = _same_number(examined)
    if earlier is not None:
        return _same_number_receipt(name, earlier)
    try:
        return _keep(by, upload, examined, now)
    except IntegrityError:
        return _lost_race(examined)
    except (OSError, OperationalError) as fault:
        _log.error("A document could not be kept: %s", type(fault).__name__)
        return _not_kept(name, fault)


def _not_kept(name: str, fault: Exception) -> Receipt:
    """Nothing was written: the disk is full, or somebody else holds the database."""
    if is_locked(fault):
        words = _("Cơ sở dữ liệu đang bận nên chưa nhận được tệp. Chưa có gì được lưu; hãy gửi lại sau ít phút.")
        return Receipt("refused", name, words, "locked")
    words = _(
        "Không ghi được vào kho lưu trữ (hết dung lượng hoặc không có quyền ghi). Chưa có gì được lưu, dữ liệu cũ vẫn "
        "nguyên. Hãy báo người quản trị kiểm tra ổ đĩa rồi gửi lại."
    )
    return Receipt("refused", name, words, "storage")


def _keep(by: Actor | None, upload: Upload, examined: Examined, now: datetime) -> Receipt:
    """The file first, then its rows and its job together: a process that dies between leaves no row without a file."""
    kept_before = StoredFile.objects.filter(sha256=examined.sha256).first()  # as evidence of a task
    place = str(kept_before.file.name) if kept_before else _write(upload, examined)
    try:
        with transaction.atomic():
            document = _rows(by, upload, examined, place, now)
            read_document.enqueue(document_id=document.pk)
    except BaseException:
        if not StoredFile.objects.filter(file=place).exists():
            default_storage.delete(place)
        raise
    if not default_storage.exists(place):  # somebody failed with the same content meanwhile, and took it away
        default_storage.save(place, ContentFile(upload.content))
    return Receipt("received", examined.name, _("Đã nhận, đang đọc."), document_id=document.pk)


def _write(upload: Upload, examined: Examined) -> str:
    """Write the content under its digest, over a file without a row that a process left when it died."""
    place = f"documents/{examined.sha256[:2]}/{examined.sha256}"
    return default_storage.save(place, ContentFile(upload.content))


def _rows(by: Actor | None, upload: Upload, examined: Examined, place: str, now: datetime) -> Document:
    stored, _made = StoredFile.objects.get_or_create(
        sha256=examined.sha256,
        defaults={
            "name": examined.name,
            "size": len(upload.content),
            "media_type": examined.media_type,
            "file": place,
        },
    )
    document = _entry_of(examined) or Document()
    head = examined.head
    document.kind = (head.kind or document.kind)[:100]
    document.number = (head.number or document.number)[:100]
    document.date = examined.date or document.date
    document.year = examined.year or document.year
    document.place = (head.place or "")[:120]
    document.issuer = (head.issuer or document.issuer)[:255]
    document.signer = (head.signer.name or "")[:255]
    document.title = head.title or document.title
    document.state = DocumentState.RECEIVED
    document.file = stored
    document.received_by_id = by.user_id if by else None
    document.received_at = now
    document.version += 1 if document.pk else 0
    describe(document)
    document.save()
    extracted = examined.extracted
    Reading.objects.create(
        document=document,
        engine=engine_version(),
        text=extracted.text,
        words=searchable(extracted.text),
        type=extracted.type,
        pages=list(extracted.pages),
        notes=list(extracted.notes),
    )
    return document


def _entry_of(examined: Examined) -> Document | None:
    """The entry under which others cite this document: it becomes the document itself, and their links stay."""
    if not examined.key:
        return None
    entries = Document.objects.select_for_update().filter(symbol_key=examined.key, state=DocumentState.ENTRY)
    issuer = examined.head.issuer or ""
    return next((entry for entry in entries.order_by("pk") if issuers_agree(entry.issuer, issuer)), None)


def _same_number(examined: Examined) -> Document | None:
    """A document with a file, the same number and date, of an issuer that may be the same."""
    if not examined.key:
        return None
    stored = Document.objects.filter(symbol_key=examined.key, date=examined.date, file__isnull=False)
    issuer = examined.head.issuer or ""
    return next((document for document in stored if issuers_agree(document.issuer, issuer)), None)


def _same_content(name: str, document: Document) -> Receipt:
    return Receipt(
        "duplicate",
        name,
        _("Tệp này đã có trong thư viện (%(document)s), không lưu thêm bản nữa.") % {"document": document},
        "same-content",
        document.pk,
    )


def _same_number_receipt(name: str, document: Document) -> Receipt:
    return Receipt(
        "duplicate",
        name,
        _("Đã có văn bản cùng số và ngày (%(document)s), không lưu thêm bản nữa.") % {"document": document},
        "same-number",
        document.pk,
    )


def _lost_race(examined: Examined) -> Receipt:
    """Somebody brought the same document in at the same moment."""
    known = Document.objects.filter(file__sha256=examined.sha256).first()
    if known is not None:
        return _same_content(examined.name, known)
    earlier = _same_number(examined)
    if earlier is not None:
        return _same_number_receipt(examined.name, earlier)
    return Receipt("refused", examined.name, _("Văn bản vừa được người khác nhập. Hãy thử lại."), "busy")
