"""What each role gets at each address of documents: the province reads, the coordinator and administrator keep them.

The document belongs to no task of the focal points' agencies, so it does not exist for them.
"""

from __future__ import annotations

from typing import Any

from banggiao.testing.access import row
from banggiao.testing.cast import Cast
from banggiao.testing.documents import make_document, make_finding, make_pdf_plan


def document(_cast: Cast) -> dict[str, Any]:
    return {"document_id": make_document().pk}


def finding(_cast: Cast) -> dict[str, Any]:
    reviewed = make_document()
    return {"document_id": reviewed.pk, "finding_id": make_finding(reviewed).pk}


def sheet(_cast: Cast) -> dict[str, Any]:
    return {"document_id": make_pdf_plan().pk, "number": 1}


STRANGERS = {"focal_point": 404, "other_focal_point": 404}
READERS = {"everybody": 200, **STRANGERS}
DECIDERS = {"everybody": 403, "coordinator": 302, "administrator": 302, **STRANGERS}
KEEPERS = {"everybody": 403, "coordinator": 200, "administrator": 200, **STRANGERS}

ROWS = [
    row("documents:document_list", everybody=200),
    row("documents:document_find", everybody=200),
    row("documents:document_receive", everybody=403, coordinator=200, administrator=200),
    row("documents:receipt_progress", **READERS, args=document),
    row("documents:document_detail", **READERS, args=document),
    row("documents:document_download", everybody=404, args=document),
    row("documents:document_edit", **KEEPERS, args=document),
    row("documents:document_validity", **KEEPERS, args=document),
    row(
        "documents:document_retry",
        method="post",
        everybody=403,
        coordinator=302,
        administrator=302,
        **STRANGERS,
        args=document,
    ),
    row("documents:document_review", **READERS, args=document),
    row("documents:review_changes", **READERS, args=document),
    row("documents:review_sheet", **READERS, args=sheet),
    row("documents:review_words", **READERS, args=sheet),
    row("documents:finding_edit", **KEEPERS, args=finding),
    row("documents:finding_split", **KEEPERS, args=finding),
    row("documents:finding_accept", method="post", **DECIDERS, args=finding),
    row("documents:finding_drop", method="post", **DECIDERS, args=finding),
    row("documents:finding_reopen", method="post", **DECIDERS, args=finding),
    row("documents:finding_merge", method="post", **DECIDERS, args=document),
    row("documents:finding_add", method="post", **DECIDERS, args=document),
    row("documents:findings_accept_above", method="post", **DECIDERS, args=document),
    row("documents:finding_undo", method="post", **DECIDERS, args=document),
    row("documents:finding_redo", method="post", **DECIDERS, args=document),
]
