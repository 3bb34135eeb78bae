"""What people keep for themselves: the address of their calendar."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor
from banggiao.tasks.models import CalendarFeed
from banggiao.tasks.services.errors import TaskError


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
