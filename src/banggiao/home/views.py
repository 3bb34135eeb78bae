"""The first page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from banggiao.accounts.access import ActorRequest


def desk(request: ActorRequest) -> HttpResponse:
    """Where work begins."""
    return render(request, "home/desk.html")
