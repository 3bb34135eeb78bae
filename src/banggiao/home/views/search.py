"""Search over everything: its page, and what the box offers while somebody types."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from banggiao.accounts.access import ActorRequest
from banggiao.home.queries.search import found

MOST_ON_PAGE, MOST_OFFERED = 8, 3


@require_safe
def search(request: ActorRequest) -> HttpResponse:
    """What fits the words, by sort."""
    words = request.GET.get("tim", "").strip()
    groups = found(request.actor, words, today=timezone.localdate(), most=MOST_ON_PAGE)
    context = {"words": words, "groups": groups, "count": sum(group.count for group in groups)}
    return render(request, "home/search.html", context)


@require_safe
def search_suggest(request: ActorRequest) -> HttpResponse:
    """The first hits of each sort, as a fragment below the box."""
    words = request.GET.get("tim", "").strip()
    groups = found(request.actor, words, today=timezone.localdate(), most=MOST_OFFERED, counted=False)
    return render(request, "home/suggestions.html", {"words": words, "groups": groups})
