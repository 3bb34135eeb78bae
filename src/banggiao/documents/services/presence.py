"""Who has a review open: each page says so every few seconds, and few of these words are written down."""

from __future__ import annotations

from datetime import datetime, timedelta

from banggiao.accounts.access import Actor
from banggiao.documents.models import ReviewPresence

WRITTEN_EVERY = timedelta(seconds=15)


def presence_mark(*, by: Actor, document_id: int, now: datetime) -> None:
    """Note that somebody has the review open; nothing is written where that was noted a moment ago."""
    known = ReviewPresence.objects.filter(document_id=document_id, user_id=by.user_id)
    seen = known.values_list("seen_at", flat=True).first()
    if seen is not None and seen > now - WRITTEN_EVERY:
        return
    if not known.update(seen_at=now):
        ReviewPresence.objects.bulk_create(
            [ReviewPresence(document_id=document_id, user_id=by.user_id, seen_at=now)], ignore_conflicts=True
        )
