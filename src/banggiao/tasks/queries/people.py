"""Who in an agency may be given a task."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from banggiao.accounts.models import Post
from banggiao.accounts.queries import current_posts
from banggiao.tasks.models import TaskAgency


def colleagues_of(share: TaskAgency, today: date) -> QuerySet[Post]:
    """The posts held today in the agency of a share, by people who may sign in."""
    if share.agency_id is None:
        return Post.objects.none()
    return current_posts(today).filter(agency_id=share.agency_id)
