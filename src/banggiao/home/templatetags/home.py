"""Pieces of home pages: what waits for somebody, and bars."""

from __future__ import annotations

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from banggiao.accounts.access import Actor
from banggiao.home.queries.figures import Figure
from banggiao.home.queries.waiting import waiting
from banggiao.tasks.queries.overview import Standing

register = template.Library()

MOST_SHOWN = 99
"""The largest count that the bell shows in full."""


@register.simple_tag
def what_waits(actor: Actor) -> tuple[Figure, ...]:
    """What waits for whoever acts."""
    return waiting(actor, today=timezone.localdate())


@register.filter
def tally(figures: tuple[Figure, ...]) -> str:
    """The sum for the bell: `7`, `99+`."""
    count = sum(figure.count for figure in figures)
    return f"{MOST_SHOWN}+" if count > MOST_SHOWN else str(count)


@register.simple_tag
def standing_bar(standing: Standing) -> SafeString:
    """Done, late, due soon and the rest as one bar; the numbers beside it say the same in words."""
    parts = (
        ("done", standing.done),
        ("late", standing.late),
        ("soon", standing.soon),
        ("rest", standing.in_time),
    )
    return _bar(parts, standing.total)


@register.simple_tag
def pressing_bar(late: int, soon: int, most: int) -> SafeString:
    """Late and due soon against the agency that has most of them."""
    return _bar((("late", late), ("soon", soon)), most)


def _bar(parts: tuple[tuple[str, int], ...], whole: int) -> SafeString:
    """Widths as attributes: the policy of content allows no inline style."""
    drawn: list[tuple[str, str, str]] = []
    left = 0.0
    for name, count in parts:
        width = 100 * count / whole if whole else 0
        if width:
            drawn.append((name, f"{left:.2f}", f"{width:.2f}"))
        left += width
    rects = format_html_join("", '<rect class="bar-{}" x="{}%" width="{}%" y="0" height="100%"></rect>', drawn)
    return format_html('<svg class="standing-bar" aria-hidden="true">{}</svg>', rects)
