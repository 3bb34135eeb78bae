"""Changing what is known of a document: its metadata, whether it still binds, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, demand
from banggiao.documents.access import can_describe
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState, Validity, can_become
from banggiao.documents.services.citations import citations_confirm, citations_release, describe

EDITABLE = ("kind", "number", "date", "year", "place", "issuer", "signer", "title")


class DescriptionError(Exception):
    """Something that cannot be kept about a document; the message is a sentence for whoever typed it."""


class StaleDocument(DescriptionError):
    """Somebody else changed the document since the page was opened; nothing was written.

    `document` is how it stands now, `fields` are the names of what differs from what was to be written.
    """

    def __init__(self, document: Document, fields: tuple[str, ...]) -> None:
        self.document = document
        self.fields = fields
        who = document.changed_by.full_name if document.changed_by else _("Người khác")
        names = ", ".join(str(Document._meta.get_field(name).verbose_name) for name in fields)  # type: ignore[union-attr]
        super().__init__(
            _("%(who)s vừa sửa văn bản này (%(names)s). Thay đổi của bạn chưa được ghi; hãy xem lại rồi lưu.")
            % {"who": who, "names": names or _("không khác gì với bạn")}
        )


@transaction.atomic
def document_edit(
    *, by: Actor, document_id: int, version: int, values: Mapping[str, str | int | date | None], now: datetime
) -> Document:
    """Correct the metadata of a document; `values` are those of `EDITABLE` that change.

    Raises StaleDocument where somebody was faster, DescriptionError where another document has that number and date.
    """
    document = _locked(by, document_id, version, values)
    for name in EDITABLE:
        if name in values:
            value = values[name]
            setattr(document, name, value if value is not None or name in ("date", "year") else "")
    if "date" in values and document.date is None and "year" not in values:
        document.year = None
    describe(document)
    _sign(document, by, now)
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError:
        raise DescriptionError(_("Đã có văn bản khác mang số và ngày này. Thay đổi chưa được ghi.")) from None
    return document


@transaction.atomic
def document_validity(
    *,
    by: Actor,
    document_id: int,
    version: int,
    validity: Validity,
    now: datetime,
    superseded_by_id: int | None = None,
    validity_from: date | None = None,
) -> Document:
    """Say that a document is superseded, repealed, or in force again; tasks that rest on it are flagged by that.

    Raises DescriptionError where a superseded document has no successor, or would succeed itself.
    """
    document = _locked(by, document_id, version, {"validity": validity})
    if validity == Validity.SUPERSEDED:
        _demand_successor(document, superseded_by_id)
    document.validity = validity
    document.superseded_by_id = superseded_by_id if validity == Validity.SUPERSEDED else None
    document.validity_from = validity_from if validity != Validity.IN_FORCE else None
    _sign(document, by, now)
    document.save()
    return document


def document_confirm(*, document: Document) -> None:
    """Mark a document confirmed and its citations official.

    Called by the app tasks inside the transaction that confirms the plan, which has locked the document and decided
    who may.
    """
    _move(document, DocumentState.CONFIRMED)
    citations_confirm(document=document)


def document_release(*, document: Document) -> None:
    """Put a confirmed document back under review, inside the transaction that withdraws its plan."""
    _move(document, DocumentState.TO_REVIEW)
    citations_release(document=document)


def _move(document: Document, state: DocumentState) -> None:
    if not can_become(DocumentState(document.state), state):
        raise DescriptionError(_("Văn bản đang ở trạng thái không cho phép việc này."))
    document.state = state
    document.version += 1
    document.save(update_fields=["state", "version", "changed_at"])


def _locked(by: Actor, document_id: int, version: int, values: Mapping[str, object]) -> Document:
    demand(can_describe(by))
    document = Document.objects.select_for_update(of=("self",)).select_related("changed_by").get(pk=document_id)
    if document.version != version:
        differing = tuple(name for name, value in values.items() if getattr(document, name) != value)
        raise StaleDocument(document, differing)
    return document


def _sign(document: Document, by: Actor, now: datetime) -> None:
    document.version += 1
    document.changed_by_id = by.user_id
    document.changed_at = now


def _demand_successor(document: Document, successor_id: int | None) -> None:
    """A successor that leads back to the document would close a circle."""
    if successor_id is None:
        raise DescriptionError(_("Hãy chọn văn bản thay thế."))
    seen: set[int] = set()
    following: int | None = successor_id
    while following is not None and following not in seen:
        if following == document.pk:
            raise DescriptionError(_("Văn bản không thể thay thế chính nó, kể cả qua văn bản khác."))
        seen.add(following)
        following = Document.objects.values_list("superseded_by_id", flat=True).filter(pk=following).first()
