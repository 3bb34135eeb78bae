"""A person's saved views of the library."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from banggiao.accounts.access import Actor
from banggiao.documents.models import SavedView

MOST_VIEWS = 30
"""Saved views of one person; more of them nobody finds again."""


class ViewNotSaved(Exception):
    """A view that cannot be kept; the message is a sentence for the person."""


@transaction.atomic
def view_save(*, by: Actor, name: str, query: str) -> SavedView:
    """Keep the filters of an address under a name; a view of that name is replaced."""
    name = " ".join(name.split())[:100]
    if not name:
        raise ViewNotSaved(_("Hãy đặt tên cho bộ lọc."))
    others = SavedView.objects.filter(user_id=by.user_id).exclude(name=name)
    if others.count() >= MOST_VIEWS:
        raise ViewNotSaved(_("Đã có %(most)s bộ lọc. Hãy xóa bớt trước khi lưu thêm.") % {"most": MOST_VIEWS})
    view, _made = SavedView.objects.update_or_create(
        user_id=by.user_id, name=name, defaults={"query": query.lstrip("?")[:1_000]}
    )
    return view


@transaction.atomic
def view_delete(*, by: Actor, view_id: int) -> bool:
    """Forget one of one's own views; false where it was not there."""
    deleted, _rows = SavedView.objects.filter(pk=view_id, user_id=by.user_id).delete()
    return bool(deleted)
