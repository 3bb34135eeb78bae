"""Saved views of lists, whichever app the list belongs to."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from banggiao.accounts import services
from banggiao.accounts.access import ActorRequest


@require_POST
def view_save(request: ActorRequest) -> HttpResponse:
    """Keep the filters of a list under a name."""
    listed, query = request.POST.get("listed", ""), request.POST.get("query", "").lstrip("?")
    back = _address(listed)
    try:
        view = services.view_save(
            by=request.actor,
            listed=listed,
            name=request.POST.get("name", ""),
            query=query,
            is_shared=request.POST.get("shared") == "1",
        )
        messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": view.name})
    except services.ViewNotSaved as refused:
        messages.error(request, str(refused))
    return redirect(f"{back}?{query}" if query else back)


@require_POST
def view_delete(request: ActorRequest, view_id: int) -> HttpResponse:
    """Forget a saved view."""
    if not services.view_delete(by=request.actor, view_id=view_id):
        raise Http404
    back = request.POST.get("back", "")
    return redirect(back if back and url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "/")


def _address(listed: str) -> str:
    """The address of a list by its name; a name that is no list's is nowhere."""
    if not listed.endswith("_list"):
        raise Http404
    try:
        return reverse(listed)
    except NoReverseMatch as unknown:
        raise Http404 from unknown
