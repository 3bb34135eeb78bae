"""Putting documents into the queue of the worker once more."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from banggiao.accounts.access import Actor, demand
from banggiao.accounts.record import update_recorded
from banggiao.documents.access import can_receive
from banggiao.documents.jobs import read_document
from banggiao.documents.models import Document
from banggiao.documents.rules import DocumentState

STUCK_AFTER = timedelta(minutes=10)
"""Reading takes seconds; who has been at it this long has died."""


@transaction.atomic
def document_retry(*, by: Actor, document_id: int) -> bool:
    """Try once more to read what failed; false where it did not fail or somebody was faster."""
    demand(can_receive(by))
    failed = Document.objects.filter(pk=document_id, state=DocumentState.FAILED)
    tried = update_recorded(failed, by_id=by.user_id, state=DocumentState.RECEIVED)
    if tried:
        read_document.enqueue(document_id=document_id)
    return bool(tried)


def documents_take_up(*, now: datetime, older_than: timedelta = STUCK_AFTER) -> int:
    """Queue again what a process left unread when it died; gives their number.

    The worker calls it as it idles; a server that starts alone on its machine may call it with `older_than` zero.
    """
    before = now - older_than
    lost = Document.objects.filter(
        Q(state=DocumentState.READING, reading_since__lte=before)
        | Q(state=DocumentState.RECEIVED, reading_since__lte=before)
        | Q(state=DocumentState.RECEIVED, reading_since=None, received_at__lte=before)
    )
    # Most looks find nothing, and a transaction would keep writers of SQLite waiting.
    return sum(_queue_again(document_id, lost, now) for document_id in list(lost.values_list("pk", flat=True)))


@transaction.atomic
def _queue_again(document_id: int, lost: QuerySet[Document], now: datetime) -> bool:
    """The time says when it was queued, so that the next look, or another worker, does not queue it again."""
    if not lost.filter(pk=document_id).update(state=DocumentState.RECEIVED, reading_since=now):
        return False
    read_document.enqueue(document_id=document_id)
    return True
