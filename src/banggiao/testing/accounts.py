"""People of the tests."""

from __future__ import annotations

from itertools import count
from typing import Any

from banggiao.accounts.models import User

PASSWORD = "Mật khẩu để thử 2026"

_numbers = count(1)


def make_user(**changes: Any) -> User:
    """Someone who can sign in with `PASSWORD`."""
    number = next(_numbers)
    fields = {"email": f"nguoi{number}@lamgiang.example", "full_name": f"Nguyễn Văn {number}", "password": PASSWORD}
    return User.objects.create_user(**{**fields, **changes})
