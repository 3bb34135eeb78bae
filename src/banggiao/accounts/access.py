"""Who acts, and whether they may: the words in which every app's `access.py` answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django_htmx.middleware import HtmxDetails

from banggiao.accounts.models import Post, Role, SavedView, User

__all__ = [
    "ALLOWED",
    "Actor",
    "ActorRequest",
    "Allowed",
    "Decision",
    "Denied",
    "NotAllowed",
    "Role",
    "can_block_person",
    "can_end_post",
    "can_manage_people",
    "can_share_views",
    "demand",
    "visible_people",
    "visible_views",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts now: a person in one of their posts. `agency_id` is None for posts of the whole province."""

    user_id: int
    role: str
    agency_id: int | None
    name: str
    post_id: int | None = None

    @property
    def is_administrator(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    @property
    def is_coordinator(self) -> bool:
        return self.role == Role.COORDINATOR

    @property
    def is_focal_point(self) -> bool:
        return self.role == Role.FOCAL_POINT

    @property
    def is_leader(self) -> bool:
        return self.role == Role.LEADER

    @property
    def is_viewer(self) -> bool:
        return self.role == Role.VIEWER


class ActorRequest(HttpRequest):
    """A request as views of signed-in people get it; the middleware saw to it that there is an actor."""

    actor: Actor
    htmx: HtmxDetails


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


def can_manage_people(actor: Actor) -> Decision:
    """Invite, change posts, block, read the record of changes."""
    return ALLOWED if actor.is_administrator else Denied(_("Chỉ người quản trị được quản lý người dùng."))


def can_end_post(actor: Actor, post: Post, *, other_administrators: int) -> Decision:
    """End a post that is held. Somebody must stay who can manage people."""
    if not actor.is_administrator:
        return can_manage_people(actor)
    if post.role == Role.ADMINISTRATOR and not other_administrators:
        return Denied(_("Đây là người quản trị cuối cùng. Giao vai trò quản trị cho người khác trước."))
    return ALLOWED


def can_block_person(actor: Actor, user: User) -> Decision:
    """Keep a person from signing in."""
    if actor.user_id == user.pk:
        return Denied(_("Không tự khóa tài khoản của mình được."))
    return can_manage_people(actor)


def visible_people(actor: Actor) -> QuerySet[User]:
    """Administrators see everybody; others see nobody but themselves here. Names of colleagues come with their work."""
    return User.objects.all() if actor.is_administrator else User.objects.filter(pk=actor.user_id)


def visible_views(actor: Actor, listed: str) -> QuerySet[SavedView]:
    """The saved views of a list: one's own, and those shared with everybody."""
    return SavedView.objects.filter(Q(user_id=actor.user_id) | Q(is_shared=True), listed=listed)


def can_share_views(actor: Actor) -> Decision:
    """Offer a saved view to everybody who opens the list, and take such a view away."""
    if actor.role in (Role.COORDINATOR, Role.ADMINISTRATOR):
        return ALLOWED
    return Denied(_("Chỉ cơ quan điều phối và quản trị được lưu bộ lọc dùng chung."))
