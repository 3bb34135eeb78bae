"""Reads of people and posts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from auditlog.models import LogEntry
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor, visible_people
from banggiao.accounts.models import Invitation, Post, User
from banggiao.accounts.rules import Held, acting_post

_NOTHING = (None, "", "None")


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts now, in which post, and in which other posts the same person could act."""

    actor: Actor
    post: Post
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A person as they see themselves."""

    posts: tuple[Post, ...]
    acting_post_id: int | None
    has_password: bool
    has_app: bool
    keys: int
    codes_left: int
    sessions: int


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person as administrators see them."""

    person: User
    current: tuple[Post, ...]
    past: tuple[Post, ...]
    second_factors: tuple[str, ...]


def held_on(day: date) -> Q:
    """The posts that are held on a day."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def current_posts(today: date) -> QuerySet[Post]:
    """Posts held today by people who may sign in."""
    return Post.objects.filter(held_on(today), user__is_active=True).select_related("user", "agency")


def acting(user: User, *, chosen: int | None, today: date) -> Acting | None:
    """As whom a person acts; None for somebody without a post today."""
    posts = tuple(Post.objects.filter(held_on(today), user=user).select_related("agency"))
    held = [Held(post.pk, post.role, post.valid_from, post.valid_to) for post in posts]
    post_id = acting_post(held, chosen=chosen, today=today)
    for post in posts:
        if post.pk == post_id:
            actor = Actor(user.pk, post.role, post.agency_id, user.full_name, post.pk)
            return Acting(actor, post, posts)
    return None


def own_page(user: User, *, acting_post_id: int | None, today: date) -> OwnPage:
    """Posts, and how the account is protected."""
    factors = list(Authenticator.objects.filter(user=user))
    codes = next((factor for factor in factors if factor.type == Authenticator.Type.RECOVERY_CODES), None)
    return OwnPage(
        posts=tuple(Post.objects.filter(held_on(today), user=user).select_related("agency")),
        acting_post_id=acting_post_id,
        has_password=user.has_usable_password(),
        has_app=any(factor.type == Authenticator.Type.TOTP for factor in factors),
        keys=sum(factor.type == Authenticator.Type.WEBAUTHN for factor in factors),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else 0,
        sessions=UserSession.objects.filter(user=user).count(),
    )


def people(actor: Actor, *, today: date) -> QuerySet[User]:
    """People with `current` (posts of today) and whether they have a second factor, in two queries."""
    current = Post.objects.filter(held_on(today)).select_related("agency")
    factors = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return (
        visible_people(actor)
        .prefetch_related(Prefetch("posts", queryset=current, to_attr="current"))
        .annotate(has_second_factor=Exists(factors))
    )


def people_in_role(rows: QuerySet[User], role: str, *, today: date) -> QuerySet[User]:
    """Those who hold a post of that role today."""
    return rows.filter(Exists(Post.objects.filter(held_on(today), user=OuterRef("pk"), role=role)))


def people_in_state(rows: QuerySet[User], state: str, *, today: date) -> QuerySet[User]:
    """`active`: may sign in and holds a post; `idle`: holds none; `blocked`: may not sign in."""
    held = Exists(Post.objects.filter(held_on(today), user=OuterRef("pk")))
    if state == "blocked":
        return rows.filter(is_active=False)
    return rows.filter(held, is_active=True) if state == "active" else rows.filter(~held, is_active=True)


def people_matching(rows: QuerySet[User], words: str) -> QuerySet[User]:
    """Name, address, telephone or agency contain the words."""
    in_agency = Post.objects.filter(
        Q(agency__name__icontains=words) | Q(agency__short_name__icontains=words), user=OuterRef("pk")
    )
    return rows.filter(
        Q(full_name__icontains=words) | Q(email__icontains=words) | Q(phone__icontains=words) | Exists(in_agency)
    )


def person_page(actor: Actor, user_id: int, *, today: date) -> PersonPage | None:
    """None where there is nobody whom the actor may see."""
    person = visible_people(actor).filter(pk=user_id).first()
    if person is None:
        return None
    posts = list(Post.objects.filter(user=person).select_related("agency"))
    current = tuple(post for post in posts if _is_held(post, today))
    factors = Authenticator.objects.filter(user=person).order_by("type").values_list("type", flat=True)
    return PersonPage(
        person=person,
        current=current,
        past=tuple(post for post in posts if post not in current),
        second_factors=tuple(dict.fromkeys(factors)),
    )


def open_invitations() -> QuerySet[Invitation]:
    """Letters that nobody has answered or withdrawn; some may be too old."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None).select_related("agency", "invited_by")


def record() -> QuerySet[LogEntry]:
    """The record of changes, newest first."""
    rows: QuerySet[LogEntry] = LogEntry.objects.select_related("actor", "content_type")
    return rows


def record_matching(rows: QuerySet[LogEntry], words: str) -> QuerySet[LogEntry]:
    """What was changed, or who changed it, contains the words."""
    return rows.filter(Q(object_repr__icontains=words) | Q(actor__full_name__icontains=words))


def change_words(entry: LogEntry) -> str:
    """The fields in one line: «chức vụ: Chuyên viên → Phó Giám đốc»; of a new or deleted row what it holds."""
    changes = {name: pair for name, pair in (entry.changes_display_dict or {}).items() if len(pair) == 2}
    if entry.action == LogEntry.Action.UPDATE:
        return "; ".join(f"{name}: {_word(old)} → {_word(new)}" for name, (old, new) in changes.items())
    side = 0 if entry.action == LogEntry.Action.DELETE else 1
    told = {name: pair[side] for name, pair in changes.items() if name != "ID" and pair[side] not in _NOTHING}
    return "; ".join(f"{name}: {value}" for name, value in told.items())


def post_words(posts: Iterable[Post]) -> str:
    """Posts in one line, for files: «Đầu mối, Sở Tài chính; Xem»."""
    return "; ".join(
        f"{post.get_role_display()}, {post.agency}" if post.agency else str(post.get_role_display()) for post in posts
    )


def _word(value: str) -> str:
    return _("trống") if value in _NOTHING else value


def _is_held(post: Post, today: date) -> bool:
    return post.valid_from <= today and (post.valid_to is None or today <= post.valid_to)
