"""What every answer carries."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",  # Tabler's arrows stand in its style sheet; previews of chosen files
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
    )
)
"""No script, style or address from anywhere else, and none written into a page."""


def content_security_policy(answer: Answer) -> Answer:
    """Send the policy with every answer that has none of its own."""

    def answer_with_policy(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response

    return answer_with_policy


def language(answer: Answer) -> Answer:
    """Vietnamese, unless the person chose another language. Browsers' own wishes do not count: offices install English
    ones and read Vietnamese."""

    def answer_in_language(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(known):
            request.LANGUAGE_CODE = known
            response = answer(request)
            response.headers.setdefault("Content-Language", known)
        return response

    return answer_in_language


def messages_for_fragments(answer: Answer) -> Answer:
    """Add waiting messages to a fragment, out of band, so that they appear without a new page."""

    def answer_with_messages(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        is_fragment = getattr(request, "htmx", False) and not request.htmx.boosted  # type: ignore[attr-defined]
        is_html = response.headers.get("Content-Type", "").startswith("text/html") and not response.streaming
        goes_elsewhere = 300 <= response.status_code < 400 or "HX-Redirect" in response.headers
        # A whole page has shown its messages already.
        if (
            is_fragment
            and is_html
            and not goes_elsewhere
            and not response.content[:15].lower().startswith(b"<!doctype")
        ):
            waiting = list(get_messages(request))
            if waiting:
                response.content += render_to_string("ui/messages.html", {"messages": waiting, "oob": True}).encode()
        return response

    return answer_with_messages
