"""Who may receive, see, review and describe documents.

Coordinators and administrators do the work; leaders and viewers read all; the focal point of an agency reads confirmed
documents and the entries they cite, never what is still under review.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import ALLOWED, Actor, Decision, Denied, Role
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState

_WORKING = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
_READING_ALL = _WORKING | {Role.LEADER, Role.VIEWER}


def visible_documents(actor: Actor) -> QuerySet[Document]:
    """The documents that `actor` may see."""
    if actor.role in _READING_ALL:
        return Document.objects.all()
    if actor.role == Role.FOCAL_POINT:
        return Document.objects.filter(state__in=(DocumentState.CONFIRMED, DocumentState.ENTRY))
    return Document.objects.none()


def can_receive(actor: Actor) -> Decision:
    """Whether `actor` may bring documents in."""
    if actor.role in _WORKING:
        return ALLOWED
    return Denied(_("Chỉ người điều phối mới được nhập văn bản."))


def can_describe(actor: Actor) -> Decision:
    """Whether `actor` may change what is known of a document, and mark it superseded or repealed."""
    if actor.role in _WORKING:
        return ALLOWED
    return Denied(_("Chỉ người điều phối mới được sửa thông tin văn bản."))


def can_see_review(actor: Actor) -> Decision:
    """Whether `actor` may look at the review of a document."""
    if actor.role in _READING_ALL:
        return ALLOWED
    return Denied(_("Kết quả đọc chỉ dành cho người rà soát."))


def can_review(actor: Actor, document: Document) -> Decision:
    """Whether `actor` may decide on the findings of `document` now."""
    if actor.role not in _WORKING:
        return Denied(_("Chỉ người điều phối mới được rà soát văn bản."))
    if document.state == DocumentState.CONFIRMED:
        return Denied(_("Văn bản đã được xác nhận. Hãy rút lại xác nhận trước khi sửa kết quả đọc."))
    if document.state != DocumentState.TO_REVIEW:
        return Denied(_("Văn bản chưa đọc xong nên chưa rà soát được."))
    return ALLOWED
