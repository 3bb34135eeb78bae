"""Pieces that pages of documents repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from banggiao.documents.badges import SIGNATURE_BADGES, STATE_BADGES, VALIDITY_BADGES
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState, Validity
from banggiao.documents.rules.searching import Piece
from banggiao.ui.templatetags.ui import status

register = template.Library()


@register.simple_tag
def document_state(document: Document) -> SafeString:
    """Where a document stands."""
    return status(STATE_BADGES[DocumentState(document.state)])


@register.simple_tag
def document_validity(document: Document, *, quiet: bool = False) -> SafeString | str:
    """Whether a document binds; `quiet` says nothing of what is in force."""
    if quiet and document.validity == Validity.IN_FORCE:
        return ""
    return status(VALIDITY_BADGES[Validity(document.validity)])


@register.simple_tag
def signature_verdict(signature: dict[str, Any]) -> SafeString:
    """How a signature stands."""
    return status(SIGNATURE_BADGES.get(signature.get("verdict", ""), SIGNATURE_BADGES["broken"]))


@register.simple_tag
def document_excerpt(excerpts: Mapping[int, Sequence[Piece]], document_id: int) -> SafeString | str:
    """Where the text of a document holds what was searched for; nothing where its text does not."""
    pieces = excerpts.get(document_id)
    if not pieces:
        return ""
    inside = format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if hit else text,) for text, hit in pieces)
    )
    return format_html('<span class="sub-line excerpt">{}</span>', inside)


@register.filter
def iso_moment(value: str) -> datetime | None:
    """A moment kept as ISO text."""
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError:
        return None
