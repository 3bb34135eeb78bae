"""The lists behind the numbers of the desks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from banggiao.accounts.access import ActorRequest, can_manage_people, demand
from banggiao.home import lists
from banggiao.ui.exports import export, wanted_export
from banggiao.ui.lists import ListShape, Rows


@require_safe
def update_list(request: ActorRequest) -> HttpResponse:
    """What agencies reported on their tasks."""
    rows, shape = lists.updates(request.actor)
    return _happenings(request, rows, shape, _("Cập nhật tiến độ"))


@require_safe
def comment_list(request: ActorRequest) -> HttpResponse:
    """What people said about tasks."""
    rows, shape = lists.comments(request.actor)
    return _happenings(request, rows, shape, _("Ý kiến"))


@require_safe
def job_list(request: ActorRequest) -> HttpResponse:
    """Background jobs."""
    demand(can_manage_people(request.actor))
    listing = lists.JOBS.listing(lists.jobs(), request.GET, path=request.path)
    return render(request, "home/job_list.html", {"listing": listing, "states": dict(lists.JOB_STATES)})


def _happenings(request: ActorRequest, rows: Rows, shape: ListShape, title: str) -> HttpResponse:
    listing = shape.listing(rows, request.GET, path=request.path)
    if wanted_export(listing):
        return export(listing, name="dien-bien", title=title)
    return render(request, "home/happening_list.html", {"listing": listing, "title": title})
