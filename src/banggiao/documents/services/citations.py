"""Every cited document is an entry of its own, and becomes a document once its file arrives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from banggiao.documents.models import Citation, Document, Finding
from banggiao.documents.rules import (
    DocumentState,
    FindingKind,
    FindingState,
    bare_words,
    document_key,
    issuers_agree,
    locality,
)

_LONGEST = {"kind": 100, "number": 100, "issuer": 255}


def citations_make(*, document: Document, findings: Iterable[Finding]) -> None:
    """Link a freshly read document to what it cites; entries are made for documents not met before."""
    cited = [finding for finding in findings if finding.kind == FindingKind.CITATION]
    known = _known(_key(finding.fields) for finding in cited)
    rows = []
    for finding in cited:
        target = _target(finding.fields, known)
        if target is not None and target.pk != document.pk:
            rows.append(_row(document, target, finding))
    Citation.objects.bulk_create(rows)


def citations_follow(finding: Finding) -> None:
    """Bring the link of one citation in line with its finding after a person changed it."""
    if finding.kind != FindingKind.CITATION:
        return
    old = Citation.objects.filter(finding=finding).select_related("cited").first()
    target = None
    if finding.live and finding.state != FindingState.DROPPED:
        target = _target(finding.fields, _known([_key(finding.fields)]))
    document = finding.reading.document
    if target is not None and target.pk != document.pk:
        row = _row(document, target, finding)
        row.pk = old.pk if old else None
        row.save()
    elif old:
        old.delete()
    if old and (target is None or old.cited_id != target.pk):
        _forget(old.cited)


def citations_confirm(*, document: Document) -> int:
    """Make the citations of a document official. Called inside the transaction that confirms its plan."""
    return Citation.objects.filter(citing=document).update(confirmed=True)


def citations_release(*, document: Document) -> int:
    """The reverse, inside the transaction that takes a confirmation back."""
    return Citation.objects.filter(citing=document).update(confirmed=False)


def describe(document: Document) -> None:
    """Set what follows from number, date and words: key, locality, year and the text that searches compare."""
    if document.date:
        document.year = document.date.year
    document.symbol_key = document_key(document.kind, document.number, document.year)[:200]
    document.locality = locality(document.issuer)[:120]
    document.bare = bare_words(
        " ".join((document.kind, document.number, document.title, document.issuer, document.signer))
    )


Known = dict[str, list[Document]]


def _key(fields: Mapping[str, Any]) -> str:
    return str(fields.get("document") or "") or document_key(
        fields.get("kind") or "", fields.get("number") or "", _year(fields)
    )


def _year(fields: Mapping[str, Any]) -> int | None:
    written = fields.get("date") or ""
    return int(written[:4]) if written else None


def _known(keys: Iterable[str]) -> Known:
    """Documents by the keys of citations; a key without a year finds all of its number."""
    wanted = {key for key in keys if key}
    exact = {key for key in wanted if not key.endswith("|")}
    found: Known = {key: [] for key in wanted}
    for document in Document.objects.filter(symbol_key__in=exact).order_by("file_id", "pk"):
        found[document.symbol_key].append(document)
    for key in wanted - exact:
        found[key] = list(Document.objects.filter(symbol_key__startswith=key).order_by("pk")[:3])
    return found


def _target(fields: Mapping[str, Any], known: Known) -> Document | None:
    """The document that a citation means, made as an entry where it is new; None where it bears no usable number.

    A citation without a year means the only document of its number, where there is only one.
    """
    key = _key(fields)
    if not key:
        return None
    issuer = fields.get("issuer") or ""
    fitting = [document for document in known.setdefault(key, []) if issuers_agree(document.issuer, issuer)]
    fitting.sort(key=lambda document: document.file_id is None)
    same = [document for document in fitting if document.symbol_key == key]
    if same:
        return same[0]
    if key.endswith("|") and len(fitting) == 1:
        return fitting[0]
    entry = _entry(fields, key)
    known[key].append(entry)
    return entry


def _entry(fields: Mapping[str, Any], key: str) -> Document:
    """A new entry, or the one that another reading made at this moment."""
    written = fields.get("date") or ""
    entry = Document(
        **{name: (fields.get(name) or "")[:length] for name, length in _LONGEST.items()},
        date=date.fromisoformat(written) if len(written) == 10 else None,
        year=_year(fields),
        state=DocumentState.ENTRY,
    )
    describe(entry)
    entry.symbol_key = key[:200]
    if entry.year is None and key.rpartition("|")[2].isdigit():
        entry.year = int(key.rpartition("|")[2])
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        return Document.objects.get(symbol_key=entry.symbol_key, locality=entry.locality, state=DocumentState.ENTRY)
    return entry


def _row(document: Document, target: Document, finding: Finding) -> Citation:
    return Citation(
        citing=document,
        cited=target,
        finding=finding,
        text=finding.text,
        span_start=finding.span_start,
        span_end=finding.span_end,
        path=finding.path,
        basis=finding.path == "title" or finding.path.startswith("0/"),
    )


def _forget(entry: Document) -> None:
    """Remove an entry that nobody cites any more."""
    if entry.state != DocumentState.ENTRY or entry.cited_by.exists() or entry.supersedes.exists():
        return
    entry.delete()
