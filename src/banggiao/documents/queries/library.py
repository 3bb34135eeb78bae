"""The library: all documents that somebody may see, searched, filtered, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, Length, StrIndex, Substr
from django.db.models.lookups import GreaterThan
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from banggiao.accounts.access import Actor
from banggiao.documents.access import visible_documents
from banggiao.documents.models import STATES, VALIDITIES, Citation, Document, Reading
from banggiao.documents.rules import AROUND, BEFORE, DocumentState, Validity, excerpt
from banggiao.documents.rules.searching import Piece
from banggiao.ui import wordsearch
from banggiao.ui.lists import SINCE, Column, Filter, ListShape, since

_STATE_LABELS = dict(STATES)
_VALIDITY_LABELS = dict(VALIDITIES)


def library(actor: Actor) -> QuerySet[Document]:
    """The rows of the library with how often each is cited."""
    times = Citation.objects.filter(cited=OuterRef("pk")).values("cited").annotate(times=Count("pk")).values("times")
    return (
        visible_documents(actor).select_related("file", "received_by").annotate(citations=Coalesce(Subquery(times), 0))
    )


def search(rows: QuerySet[Document], words: str) -> QuerySet[Document]:
    """Documents that hold every word, in their text or in number, kind, title, issuer and signer together.

    Accents and case do not matter, symbols are looked for as they stand (`ui.wordsearch`).
    """
    texts = Reading.objects.filter(words__words=words)
    return rows.filter(Q(bare__words=words) | Q(pk__in=texts.values("document_id")))


def excerpts(documents: Sequence[Document], words: str) -> dict[int, tuple[Piece, ...]]:
    """Where the texts of documents hold some words: a few lines around the first hit, hits marked (1 query).

    Whoever may see a document may see its text; callers pass documents of `library`.
    """
    wanted = wordsearch.split(words)
    if not wanted:
        return {}
    phrases = [" ".join(parts) for parts in wanted]
    whole, longest = (StrIndex("words", Value(f" {phrase}")) for phrase in (" ".join(phrases), max(phrases, key=len)))
    found = (
        Reading.objects.filter(document__in=documents, words__words=words)
        .annotate(hit=Case(When(GreaterThan(whole, Value(0)), then=whole), default=longest))
        .annotate(start=Greatest(F("hit") - BEFORE, Value(1)), length=Length("words"))
        # Texts that are not composed are not as long as their words.
        .annotate(around=Case(When(length=Length("text"), then=_stretch("text")), default=_stretch("words")))
    )
    return {
        document: excerpt(around, wanted, is_start=start == 1, is_end=start + AROUND > length)
        for document, around, start, length in found.values_list("document_id", "around", "start", "length")
    }


def _stretch(column: str) -> Substr:
    return Substr(column, ExpressionWrapper(F("start"), IntegerField()), AROUND)


def find(actor: Actor, words: str, *, most: int = 20) -> list[Document]:
    """The first documents that fit some words, for choosing one and for the search across everything."""
    if not words.strip():
        return []
    return list(search(visible_documents(actor), words).order_by("-date", "-pk")[:most])


def count_to_review() -> int:
    """Documents that wait for somebody to decide."""
    return Document.objects.filter(state=DocumentState.TO_REVIEW).count()


def _kinds() -> Iterable[tuple[str, str]]:
    kinds = Document.objects.exclude(kind="").order_by("kind").values_list("kind", flat=True).distinct()
    return [(kind, kind) for kind in kinds]


def _issuers() -> Iterable[tuple[str, str]]:
    """The issuers met most, in the order of the alphabet."""
    most = (
        Document.objects.exclude(issuer="")
        .values("issuer")
        .annotate(count=Count("pk"))
        .order_by("-count", "issuer")
        .values_list("issuer", flat=True)[:40]
    )
    return [(issuer, issuer) for issuer in sorted(most)]


def _years() -> Iterable[tuple[str, str]]:
    years = Document.objects.exclude(year=None).order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in years]


def _received(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    return rows.filter(received_at__gte=since(value, today=timezone.localdate()))


def _on_ended(rows: QuerySet[Any], _value: str) -> QuerySet[Any]:
    ended = (
        Citation.objects.filter(citing=OuterRef("pk"))
        .exclude(cited__validity=Validity.IN_FORCE)
        .exclude(cited__superseded_by=F("citing"))
    )
    return rows.filter(Exists(ended))


LIBRARY = ListShape(
    columns=(
        Column("so", _("Số, ký hiệu"), sort=("symbol_key",), value=lambda row: row.number),
        Column("trich-yeu", _("Trích yếu"), sort=("bare",), value=lambda row: row.title),
        Column("loai", _("Loại"), sort=("kind", "-date"), value=lambda row: row.kind, hide_below="lg"),
        Column(
            "co-quan", _("Cơ quan ban hành"), sort=("issuer", "-date"), value=lambda row: row.issuer, hide_below="md"
        ),
        Column("ngay", _("Ngày"), sort=("date", "year"), value=lambda row: row.date or row.year),
        Column(
            "vien-dan",
            _("Được viện dẫn"),
            sort=("citations",),
            value=lambda row: row.citations,
            align="end",
            hide_below="lg",
        ),
        Column("trang-thai", _("Trạng thái"), sort=("state",), value=lambda row: str(_STATE_LABELS[row.state])),
        Column("hieu-luc", _("Hiệu lực"), value=lambda row: str(_VALIDITY_LABELS[row.validity]), hide_below="xl"),
    ),
    filters=(
        Filter(
            "tep",
            _("Tệp"),
            lambda: [("co", _("Đã có tệp")), ("chua", _("Chỉ biết qua viện dẫn"))],
            lambda rows, value: rows.filter(file__isnull=value == "chua"),
        ),
        Filter("loai", _("Loại"), _kinds, lambda rows, value: rows.filter(kind=value)),
        Filter("co-quan", _("Cơ quan ban hành"), _issuers, lambda rows, value: rows.filter(issuer=value)),
        Filter("nam", _("Năm"), _years, lambda rows, value: rows.filter(year=int(value))),
        Filter("trang-thai", _("Trạng thái"), lambda: STATES, lambda rows, value: rows.filter(state=value)),
        Filter("nhan", _("Nhận"), lambda: SINCE, _received),
        Filter("hieu-luc", _("Hiệu lực"), lambda: VALIDITIES, lambda rows, value: rows.filter(validity=value)),
        Filter(
            "can-cu",
            _("Căn cứ"),
            lambda: [("het-hieu-luc", _("Dựa trên văn bản đã hết hiệu lực"))],
            _on_ended,
        ),
    ),
    search=search,
    standard_sort="-ngay",
)
"""How the library is shown, searched, filtered and exported."""
