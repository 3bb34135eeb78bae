"""Deadlines as events of a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor
from banggiao.tasks.access import visible_tasks
from banggiao.tasks.models import CalendarFeed
from banggiao.tasks.rules import Event
from banggiao.tasks.services.personal import digest


def feed_of(secret: str, *, today: date) -> Actor | None:
    """For whom a secret stands; None where it is unknown, or the person or the post is gone."""
    held = Q(post__valid_to=None) | Q(post__valid_to__gte=today)
    feeds = CalendarFeed.objects.filter(held, user__is_active=True, post__valid_from__lte=today)
    feed = feeds.select_related("user", "post").filter(digest=digest(secret)).first()
    if feed is None:
        return None
    return Actor(feed.user_id, feed.post.role, feed.post.agency_id, feed.user.full_name, feed.post_id)


def calendar_events(actor: Actor, *, most: int, address: Callable[[str], str]) -> tuple[Event, ...]:
    """The deadlines of the open tasks that somebody sees; `address` makes a path a whole address."""
    tasks = visible_tasks(actor).filter(state__in=("not_started", "in_progress"), deadline__isnull=False)
    return tuple(
        Event(
            uid=f"nhiem-vu-{task.pk}@banggiao",
            day=task.deadline or date.max,
            title=_("Hạn: %(what)s") % {"what": task.what[:120]},
            text="\n".join(text for text in (task.lead_name, task.product, task.deadline_text) if text),
            url=address(reverse("tasks:task_detail", args=[task.pk])),
        )
        for task in tasks.order_by("deadline", "pk")[:most]
    )
