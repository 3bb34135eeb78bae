"""The record of changes: read and taken along, never edited."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from banggiao.accounts import queries
from banggiao.accounts.access import ActorRequest, can_manage_people, demand
from banggiao.accounts.lists import RECORD
from banggiao.ui.exports import export, wanted_export


def record_list(request: ActorRequest) -> HttpResponse:
    """Who changed what, when, from where."""
    demand(can_manage_people(request.actor))
    listing = RECORD.listing(queries.record(), request.GET, path=request.path)
    if wanted_export(listing):
        return export(listing, name="nhat-ky", title=_("Nhật ký thay đổi"))
    return render(request, "accounts/record_list.html", {"listing": listing})
