"""Puts the actor into every request, and keeps people without a post where they can do no more than sign out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from auditlog.middleware import AuditlogMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin

from banggiao.accounts.models import User
from banggiao.accounts.queries import acting

POST_KEY = "acting_post"
"""Where the session keeps the chosen post."""

_OPEN_TO_ALL = ("banggiao.accounts.views.own", "banggiao.ui.", "allauth.", "django.")


class RecordMiddleware(AuditlogMiddleware):
    """Writes into the record of changes who changed something from where; takes a proxy's word only from our own."""

    @staticmethod
    def _get_remote_addr(request: HttpRequest) -> str:
        return str(get_adapter().get_client_ip(request))

    @staticmethod
    def _get_remote_port(request: HttpRequest) -> int | None:  # noqa: ARG004
        return None


class ActorMiddleware(MiddlewareMixin):
    """Sets `request.actor` (None for whoever is not signed in or holds no post) and `request.acting`."""

    def process_request(self, request: HttpRequest) -> None:
        found = None
        if isinstance(request.user, User):
            found = acting(request.user, chosen=request.session.get(POST_KEY), today=timezone.localdate())
        request.acting = found  # type: ignore[attr-defined]
        request.actor = found and found.actor  # type: ignore[attr-defined]

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        outside = not request.user.is_authenticated or request.actor  # type: ignore[attr-defined]
        if outside or view.__module__.startswith(_OPEN_TO_ALL):
            return None
        return render(request, "accounts/no_post.html", status=403)
