"""Who may see and change agencies.

Everybody with a post reads the directory. Administrators and coordinators change it; a focal point keeps the contact
of their own agency. Without a post nothing is found.
"""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from banggiao.accounts.access import ALLOWED, Actor, Decision, Denied, Role
from banggiao.agencies.models import Agency, AgencyGroup

_KEEPERS = frozenset({Role.ADMINISTRATOR.value, Role.COORDINATOR.value})


def visible_agencies(actor: Actor | None) -> QuerySet[Agency]:
    """All agencies for whoever holds a post, none for others."""
    return Agency.objects.all() if actor is not None else Agency.objects.none()


def visible_groups(actor: Actor | None) -> QuerySet[AgencyGroup]:
    """All standing groups for whoever holds a post, none for others."""
    return AgencyGroup.objects.all() if actor is not None else AgencyGroup.objects.none()


def can_keep(actor: Actor | None) -> Decision:
    """Whether they may add, change, rename or end agencies and groups, and import them."""
    if actor is not None and actor.role in _KEEPERS:
        return ALLOWED
    return Denied(_("Chỉ quản trị và cơ quan điều phối được sửa danh mục cơ quan."))


def can_change_contact(actor: Actor | None, agency: Agency) -> Decision:
    """Whether they may change how an agency is reached."""
    if can_keep(actor):
        return ALLOWED
    if actor is not None and actor.role == Role.FOCAL_POINT and actor.agency_id == agency.pk:
        return ALLOWED
    return Denied(_("Chỉ đầu mối của chính cơ quan này được sửa thông tin liên hệ."))
