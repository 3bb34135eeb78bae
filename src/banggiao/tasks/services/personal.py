"""What people keep for themselves: saved views of the register, and the address of their calendar."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor
from banggiao.tasks.models import CalendarFeed, SavedView
from banggiao.tasks.services.errors import TaskError

MOST_VIEWS = 50


@transaction.atomic
def view_save(*, by: Actor, name: str, query: str) -> SavedView:
    """Keep filters under a name; the same name takes the new filters."""
    name = name.strip()[:100]
    if not name:
        raise TaskError(_("Hãy đặt tên cho bộ lọc."))
    if SavedView.objects.filter(user_id=by.user_id).exclude(name=name).count() >= MOST_VIEWS:
        raise TaskError(_("Bạn đã lưu %(most)d bộ lọc; hãy xóa bớt.") % {"most": MOST_VIEWS})
    view, _made = SavedView.objects.update_or_create(
        user_id=by.user_id, name=name, defaults={"query": query.lstrip("?")[:1_000]}
    )
    return view


@transaction.atomic
def view_delete(*, by: Actor, view_id: int) -> None:
    """Forget a view of one's own."""
    SavedView.objects.filter(user_id=by.user_id, pk=view_id).delete()


@transaction.atomic
def calendar_renew(*, by: Actor, now: datetime) -> str:
    """A new secret for the actor's calendar; the one before no longer works. It is shown once and kept as a digest."""
    if by.post_id is None:
        raise TaskError(_("Tài khoản chưa có vị trí công tác nên chưa có lịch."))
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.update_or_create(
        user_id=by.user_id, defaults={"post_id": by.post_id, "digest": digest(secret), "made_at": now}
    )
    return secret


@transaction.atomic
def calendar_stop(*, by: Actor) -> None:
    """Close the actor's calendar address."""
    CalendarFeed.objects.filter(user_id=by.user_id).delete()


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
