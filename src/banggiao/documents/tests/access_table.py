"""What each role gets at each address of documents: the province reads, the coordinator and administrator keep them.

The document belongs to no task of the focal points' agencies, so it does not exist for them.
"""

from __future__ import annotations

from typing import Any

from banggiao.testing.access import row
from banggiao.testing.cast import Cast
from banggiao.testing.documents import make_document


def document(_cast: Cast) -> dict[str, Any]:
    return {"document_id": make_document().pk}


STRANGERS = {"focal_point": 404, "other_focal_point": 404}
READERS = {"everybody": 200, **STRANGERS}
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
    row("documents:view_save", method="post", everybody=302),
    row("documents:view_delete", method="post", everybody=404, args=lambda _cast: {"view_id": 1}),
]
