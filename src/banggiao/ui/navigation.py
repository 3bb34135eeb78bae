"""The frame of every page: what apps offer on the left. Apps register; nothing here knows them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """What base.html needs on every page."""
    return {}
