"""What every answer carries."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, QueryDict
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


class ComposedWords:
    """Keep what people write in one form: some keyboards send «ệ» as a letter and two marks (Unicode NFD), others as
    one letter (NFC, TCVN 6909:2001), and neither search nor comparison nor a password should know the difference."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.GET = composed(request.GET)  # type: ignore[assignment]
        return self._answer(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], *_args: object) -> None:
        # Whoever takes uploads by a way of its own checks the token by itself, too, and wants to be the first to read.
        if request.method == "POST" and not getattr(view, "csrf_exempt", False):
            request.POST = composed(request.POST)  # type: ignore[assignment]


def composed(words: QueryDict) -> QueryDict:
    """The same names and texts with each text in NFC; the very same object where that changes nothing."""
    if all(unicodedata.is_normalized("NFC", text) for _name, texts in words.lists() for text in texts):
        return words
    changed = QueryDict(mutable=True, encoding=words.encoding)
    for name, texts in words.lists():
        changed.setlist(name, [unicodedata.normalize("NFC", text) for text in texts])
    changed._mutable = False
    return changed
