"""Who gets what on the first page, in the calendar and in the search."""

from __future__ import annotations

from banggiao.agencies.models import Agency
from banggiao.testing.access import row
from banggiao.testing.cast import Cast
from banggiao.testing.tasks import make_task


def own_task(cast: Cast) -> dict[str, int]:
    """A task of one focal point's agency; for everybody else it is no task of their own."""
    return {"task_id": make_task(leads=[Agency.objects.get(pk=cast.finance.pk)]).pk}


ROWS = [
    row("home:desk", everybody=200),
    row("home:unowned", everybody=200, focal_point=403, other_focal_point=403),
    row(
        "home:own_update", method="post", everybody=404, focal_point=302, args=own_task, data=lambda _: {"progress": 50}
    ),
    row("home:own_update", everybody=405, args=own_task),
    row("home:own_hand_on", method="post", everybody=404, focal_point=302, args=own_task),
    row("home:update_list", everybody=200),
    row("home:comment_list", everybody=200),
    row("home:calendar", everybody=200),
    row("home:search", everybody=200),
    row("home:search_suggest", everybody=200),
    row("home:job_list", everybody=403, administrator=200),
]
