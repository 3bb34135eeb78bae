"""Who asks, and for which day: what all views of agencies begin with."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_date

from banggiao.accounts.access import Actor
from banggiao.agencies.access import visible_agencies, visible_groups
from banggiao.agencies.models import Agency, AgencyGroup


def actor_of(request: HttpRequest) -> Actor | None:
    """Who acts; None for whoever holds no post."""
    actor: Actor | None = getattr(request, "actor", None)
    return actor


def keeper(request: HttpRequest) -> Actor:
    """Who acts, for services; strangers find nothing."""
    actor = actor_of(request)
    if actor is None:
        raise Http404
    return actor


def day_asked(request: HttpRequest) -> date:
    """The day in the address (`?ngay=2025-06-30`), today without one that can be read."""
    try:
        day = parse_date(request.GET.get("ngay", ""))
    except ValueError:
        day = None
    return day or timezone.localdate()


def agency_asked(request: HttpRequest, pk: int) -> Agency:
    """The agency of an address; not found for strangers."""
    try:
        return visible_agencies(actor_of(request)).get(pk=pk)
    except Agency.DoesNotExist as missing:
        raise Http404 from missing


def group_asked(request: HttpRequest, pk: int) -> AgencyGroup:
    """The group of an address; not found for strangers."""
    try:
        return visible_groups(actor_of(request)).get(pk=pk)
    except AgencyGroup.DoesNotExist as missing:
        raise Http404 from missing
