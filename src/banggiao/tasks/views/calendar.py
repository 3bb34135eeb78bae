"""Deadlines in a person's own calendar program, at a secret address."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from banggiao.accounts.access import ActorRequest
from banggiao.tasks import rules, services
from banggiao.tasks.models import CalendarFeed
from banggiao.tasks.queries.calendar import calendar_events, feed_of
from banggiao.tasks.queries.figures import urgent_tasks

MOST_EVENTS = 1_000


@require_safe
def calendar(request: ActorRequest) -> HttpResponse:
    """The next deadlines, and how to have them in one's own calendar."""
    return _page(request, "")


@require_POST
def calendar_renew(request: ActorRequest) -> HttpResponse:
    """A new secret address; it is shown this once."""
    secret = services.calendar_renew(by=request.actor, now=timezone.now())
    return _page(request, request.build_absolute_uri(reverse("tasks:calendar_feed", args=[secret])))


@require_POST
def calendar_stop(request: ActorRequest) -> HttpResponse:
    """Close the address."""
    services.calendar_stop(by=request.actor)
    return _page(request, "")


def _page(request: ActorRequest, address: str) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "rows": [row for row in urgent_tasks(request.actor, today=today, most=50) if row.deadline],
        "feed": CalendarFeed.objects.filter(user_id=request.actor.user_id).first(),
        "address": address,
        "today": today,
    }
    return render(request, "tasks/calendar.html", context)


@login_not_required
@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar itself, for programs that cannot sign in."""
    today = timezone.localdate()
    actor = feed_of(secret, today=today)
    if actor is None:
        raise Http404
    events = calendar_events(actor, most=MOST_EVENTS, address=request.build_absolute_uri)
    text = rules.calendar_text(_("Thời hạn nhiệm vụ"), events, now=timezone.now())
    return HttpResponse(text, "text/calendar; charset=utf-8", headers={"Cache-Control": "private, max-age=900"})
