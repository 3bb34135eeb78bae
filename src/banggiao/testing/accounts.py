"""People of the tests."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.utils import timezone

from banggiao.accounts.access import Actor
from banggiao.accounts.models import Post, Role, User
from banggiao.accounts.queries import Acting, acting

PASSWORD = "Mật khẩu để thử 2026"

_numbers = count(1)


def make_user(*, role: str = "", agency: Any = None, title: str = "", **changes: Any) -> User:
    """Someone who can sign in with `PASSWORD`; with a role, also their post in the agency."""
    number = next(_numbers)
    fields = {"email": f"nguoi{number}@lamgiang.example", "full_name": f"Nguyễn Văn {number}", "password": PASSWORD}
    user = User.objects.create_user(**{**fields, **changes})
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
