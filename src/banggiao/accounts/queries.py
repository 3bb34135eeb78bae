"""Reads of people and posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from banggiao.accounts.access import Actor
from banggiao.accounts.models import Post, User
from banggiao.accounts.rules import Held, acting_post


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts now, in which post, and in which other posts the same person could act."""

    actor: Actor
    post: Post
    posts: tuple[Post, ...]


def held_on(day: date) -> Q:
    """The posts that are held on a day."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def current_posts(today: date) -> QuerySet[Post]:
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
