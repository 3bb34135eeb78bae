"""What holds for documents and findings, as functions of values: no queries, no clock, no Django."""

from __future__ import annotations

from banggiao.documents.rules.fields import AgencyMention, InvalidFields, clean_fields, mentions
from banggiao.documents.rules.identity import (
    bare_words,
    document_key,
    issuers_agree,
    locality,
    same_document,
    year_in_title,
)
from banggiao.documents.rules.searching import AROUND, BEFORE, excerpt, searchable
from banggiao.documents.rules.states import (
    COUNTED_KINDS,
    KEPT_STATES,
    DocumentState,
    FindingKind,
    FindingState,
    Validity,
    can_become,
    is_doubtful,
)

__all__ = [
    "AROUND",
    "BEFORE",
    "COUNTED_KINDS",
    "KEPT_STATES",
    "AgencyMention",
    "DocumentState",
    "FindingKind",
    "FindingState",
    "InvalidFields",
    "Validity",
    "bare_words",
    "can_become",
    "clean_fields",
    "document_key",
    "excerpt",
    "is_doubtful",
    "issuers_agree",
    "locality",
    "mentions",
    "same_document",
    "searchable",
    "year_in_title",
]
