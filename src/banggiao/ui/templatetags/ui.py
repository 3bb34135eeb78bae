"""The repeated pieces of pages: `{% load ui %}`.

A wrong name or number of arguments fails when the template compiles; a wrong icon or colour, when it is rendered.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from banggiao.ui import wording
from banggiao.ui.badges import COLOURS, Badge, PlainBadge
from banggiao.ui.lists import Chip, Choice

register = template.Library()

ICONS = Path(__file__).resolve().parent.parent / "icons.txt"


@register.simple_tag
def icon(name: str, *, label: str = "", extra: str = "") -> SafeString:
    """One of Tabler's icons by name; with a label it speaks, without one it only decorates."""
    return _icon(name, str(label), extra)


@lru_cache(maxsize=2_000)  # a list of fifty lines has some two hundred
def _icon(name: str, label: str, extra: str) -> SafeString:
    if name not in _icon_names():
        raise template.TemplateSyntaxError(f"{name} is not in ui/icons.txt: add it there and run scripts/assets")
    return format_html(
        '<svg class="icon{}" {}><use href="{}#{}"></use></svg>',
        f" {extra}" if extra else "",
        format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"'),
        static("vendor/icons.svg"),
        name,
    )


@register.simple_tag
def status(state: Badge) -> SafeString:
    """The badge of a state: whatever has `label`, `icon` and `colour`."""
    return _badge(str(state.label), state.icon, state.colour)


@lru_cache(maxsize=2_000)
def _badge(label: str, icon_name: str, colour: str) -> SafeString:
    if colour not in COLOURS:
        raise template.TemplateSyntaxError(f"{colour} is no colour of a badge: {', '.join(COLOURS)}")
    return format_html('<span class="state state-{}">{}{}</span>', colour, icon(icon_name), label)


@register.simple_tag
def badge(label: str, *, icon: str, colour: str = "neutral") -> SafeString:
    """A badge from its parts."""
    return status(PlainBadge(label, icon, colour))  # type: ignore[arg-type]


@register.filter
def day(value: date | datetime | None) -> SafeString | str:
    """25/5/2026."""
    if value is None:
        return "—"
    if isinstance(value, datetime):
        value = _local(value).date()
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), wording.day_text(value))


@register.filter
def moment(value: datetime | None) -> SafeString | str:
    """14:05 25/5/2026, here."""
    if value is None:
        return "—"
    local = _local(value)
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), wording.moment_text(local))


@register.filter
def ago(value: datetime | None) -> SafeString | str:
    """«3 giờ trước», with the moment itself as title."""
    if value is None:
        return "—"
    local = _local(value)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        local.isoformat(),
        wording.moment_text(local),
        wording.ago_text(local, timezone.now()),
    )


@register.simple_tag
def days_left(deadline: date | None, today: date | None = None, *, soon: int = 7) -> SafeString | str:
    """«còn 3 ngày», «trễ 2 ngày», marked where late or within `soon` days."""
    if deadline is None:
        return ""
    today = today or timezone.localdate()
    left = (deadline - today).days
    weight = "late" if left < 0 else "soon" if left <= soon else "calm"
    return format_html(
        '<span class="days-left days-left-{}">{}{}</span>',
        weight,
        icon("clock-exclamation") if left < 0 else "",
        wording.days_left_text(deadline, today),
    )


@register.filter
def number(value: int | float | Decimal | None) -> str:
    """1.250.000,5."""
    return "—" if value is None else wording.number_text(value)


@register.filter
def money(value: int | Decimal | None) -> str:
    """1.250.000.000 đồng."""
    return "—" if value is None else wording.money_text(value)


@register.filter
def money_short(value: int | Decimal | None) -> str:
    """1,25 tỷ đồng."""
    return "—" if value is None else wording.money_short_text(value)


@register.filter
def file_size(value: int) -> str:
    """2,4 MB."""
    return wording.size_text(value)


@register.simple_tag
def crumb(label: str, href: str = "") -> SafeString:
    """One step of the way here, in the block `crumbs`; the first one, the navigation's entry, comes by itself."""
    inside = format_html('<a href="{}">{}</a>', href, label) if href else format_html("{}", label)
    return format_html('<li class="breadcrumb-item">{}</li>', inside)


@register.simple_block_tag(takes_context=True)
def page_header(
    context: template.Context, content: str, title: str, *, count: int | None = None, unit: str = "", lead: str = ""
) -> SafeString:
    """Where one is, how much is here, and what can be done; the actions stand between the tags."""
    actions = SafeString(content.strip())
    return _piece(context, "page_header", title=title, count=count, unit=unit, lead=lead, actions=actions)


@register.simple_block_tag(takes_context=True)
def empty_state(
    context: template.Context, content: str, title: str, *, icon: str = "inbox", text: str = ""
) -> SafeString:
    """What will stand here, and the first step, which stands between the tags."""
    return _piece(context, "empty_state", title=title, icon_name=icon, text=text, action=SafeString(content.strip()))


@register.simple_tag(takes_context=True)
def filter_bar(context: template.Context, listing: Any) -> SafeString:
    """Search box, filters as chips, and the chips that can be taken off, of a `lists.Listing`."""
    return _piece(context, "filter_bar", listing=listing)


@register.simple_tag
def choices(chip: Chip) -> SafeString:
    """The choices of a filter as lines of its menu. Not by a template, which would take long for 500 agencies."""
    return SafeString("".join(map(_choice, chip.choices)))


def _choice(choice: Choice) -> str:
    chosen = ' aria-current="true"' if choice.chosen else ""
    return f'<a class="dropdown-item" href="{escape(choice.url)}"{chosen}>{escape(choice.label)}</a>'


@register.simple_tag(takes_context=True)
def list_head(context: template.Context, listing: Any, *, selectable: bool = False) -> SafeString:
    """The row of headings that sort."""
    return _piece(context, "list_head", listing=listing, selectable=selectable)


@register.simple_tag(takes_context=True)
def list_foot(context: template.Context, listing: Any) -> SafeString:
    """Pages, and how many rows there are."""
    return _piece(context, "list_foot", listing=listing)


@register.simple_tag(takes_context=True)
def export_buttons(context: template.Context, listing: Any) -> SafeString:
    """Takes the whole list, as filtered, into a file."""
    return _piece(context, "export_buttons", listing=listing)


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """One field of a form with label, help and errors."""
    return bound.as_field_group()


@register.simple_tag
def progress(percent: int, *, label: str) -> SafeString:
    """A bar with its number; the bar alone says nothing to who cannot see it."""
    return format_html(
        '<span class="progress-line"><progress max="100" value="{}" aria-label="{}"></progress><span>{}%</span></span>',
        percent,
        label,
        percent,
    )


@register.simple_tag
def initials(name: str) -> str:
    """Two letters of a Vietnamese name: of the family and the given name."""
    words = name.split()
    return (words[0][:1] + words[-1][:1]).upper() if len(words) > 1 else name[:1].upper()


@cache
def _icon_names() -> frozenset[str]:
    return frozenset(ICONS.read_text(encoding="utf-8").split())


def _piece(context: template.Context, name: str, **values: Any) -> SafeString:
    """A piece's template knows its arguments and the request, nothing else of the page."""
    return render_to_string(f"ui/{name}.html", {**values, "request": context.get("request")})


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value
