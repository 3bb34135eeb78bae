"""Who acts, and whether they may: the words in which every app's `access.py` answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a post allows; the application knows five."""

    ADMINISTRATOR = "administrator", _("Quản trị")
    COORDINATOR = "coordinator", _("Điều phối")
    FOCAL_POINT = "focal_point", _("Đầu mối")
    LEADER = "leader", _("Lãnh đạo")
    VIEWER = "viewer", _("Xem")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts now: a person in one of their posts. `agency_id` is None for posts of the whole province."""

    user_id: int
    role: str
    agency_id: int | None
    name: str
    post_id: int | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    """They may."""

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Denied:
    """They may not; `reason` says why in the user's words. False in a test, speakable on the page."""

    reason: str

    def __bool__(self) -> bool:
        return False


Decision = Allowed | Denied
ALLOWED: Final = Allowed()


class NotAllowed(PermissionDenied):
    """A service was asked for what its caller may not do; becomes a page 403 that says the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def demand(decision: Decision) -> None:
    """Let a service go on only where the decision allows it.

    Raises:
        NotAllowed: with the reason of the refusal.
    """
    if isinstance(decision, Denied):
        raise NotAllowed(str(decision.reason))
