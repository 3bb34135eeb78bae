"""A number with the list that it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode


@dataclass(frozen=True, slots=True)
class Figure:
    """How much of something there is; `url` leads to exactly the list that it counts."""

    count: int
    label: str | Promise
    url: str
    icon: str
    weight: Literal["", "warn", "bad"] = ""


def listed(name: str, **filters: str | int | None) -> str:
    """The address of a list narrowed by filters, whose names have `_` in place of `-`: `listed(…, tinh_trang="mo")`."""
    chosen = {key.replace("_", "-"): value for key, value in filters.items() if value not in ("", None)}
    return f"{reverse(name)}?{urlencode(chosen)}" if chosen else reverse(name)
