"""People of the tests."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from banggiao.accounts.access import Actor
from banggiao.accounts.models import Invitation, Post, Role, User
from banggiao.accounts.queries import Acting, acting
from banggiao.accounts.rules import INVITATION_LASTS
from banggiao.accounts.services import user_create

PASSWORD = "Mật khẩu để thử 2026"

_numbers = count(1)


def make_user(*, role: str = "", agency: Any = None, title: str = "", **changes: Any) -> User:
    """Someone who can sign in with `PASSWORD`; with a role, also their post in the agency."""
    number = next(_numbers)
    fields = {"email": f"nguoi{number}@lamgiang.example", "full_name": f"Nguyễn Văn {number}", "password": PASSWORD}
    user = user_create(**{**fields, **changes})
    if role:
        make_post(user=user, role=role, agency=agency, title=title)
    return user


def make_post(*, user: User | None = None, role: str = Role.COORDINATOR, agency: Any = None, **changes: Any) -> Post:
    """A post held since the beginning of 2020 until further notice."""
    fields = {"valid_from": date(2020, 1, 1), **changes}
    return Post.objects.create(user=user or make_user(), role=role, agency=agency, **fields)


def make_actor(*, role: str = Role.COORDINATOR, agency: Any = None, **changes: Any) -> Actor:
    """Who acts, as services want it in `by=`."""
    user = make_user(role=role, agency=agency, **changes)
    found = acting(user, chosen=None, today=timezone.localdate())
    assert isinstance(found, Acting)
    return found.actor


def make_invitation(*, token: str = "", **changes: Any) -> Invitation:
    """A letter that waits for its answer; its `token` opens it."""
    token = token or f"thu-{next(_numbers)}"
    now = timezone.now()
    fields = {
        "email": f"moi{next(_numbers)}@lamgiang.example",
        "full_name": "Lý Được Mời",
        "role": Role.VIEWER,
        "digest": hashlib.sha256(token.encode()).hexdigest(),
        "invited_at": now,
        "expires_at": now + INVITATION_LASTS,
        **changes,
    }
    invitation = Invitation.objects.create(**fields)
    invitation.token = token  # type: ignore[attr-defined]
    return invitation
