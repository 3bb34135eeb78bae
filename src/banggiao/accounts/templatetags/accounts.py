"""How the record of changes reads, and whether passkeys work where the page is open: `{% load accounts %}`."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from auditlog.models import LogEntry
from django import template
from django.template import Context
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from banggiao.accounts.access import can_share_views, visible_views
from banggiao.accounts.queries import change_words
from banggiao.ui.lists import EXPORT, PAGE, Listing
from banggiao.ui.templatetags.ui import badge

register = template.Library()


@register.inclusion_tag("accounts/saved_views.html", takes_context=True)
def saved_views(context: Context, listing: Listing, listed: str) -> dict[str, Any]:
    """The saved views of a list (`listed` is the name of its address), and the way to save what is open now."""
    request = context["request"]
    kept = listing.query.copy()
    for name in (PAGE, EXPORT):
        kept.pop(name, None)
    return {
        "request": request,
        "csrf_token": context.get("csrf_token"),
        "actor": request.actor,
        "may_share": bool(can_share_views(request.actor)),
        "views": visible_views(request.actor, listed),
        "listing": listing,
        "listed": listed,
        "path": reverse(listed),
        "query": kept.urlencode(),
        "back": request.get_full_path(),
    }


@register.simple_tag
def record_action(entry: LogEntry) -> SafeString:
    """What was done, as a badge."""
    if entry.action == LogEntry.Action.CREATE:
        return badge(pgettext("nhật ký", "Thêm"), icon="plus", colour="good")
    if entry.action == LogEntry.Action.DELETE:
        return badge(pgettext("nhật ký", "Xóa"), icon="trash", colour="bad")
    return badge(pgettext("nhật ký", "Sửa"), icon="pencil", colour="info")


@register.simple_tag
def record_changes(entry: LogEntry) -> str:
    """The changed fields in one line."""
    return change_words(entry)


@register.simple_tag(takes_context=True)
def passkeys_work(context: dict[str, Any]) -> bool:
    """Whether a browser offers passkeys at this address: it needs a name, `localhost` too, and refuses bare numbers.

    Source: Web Authentication Level 2, 5.1.3, "effective domain".
    """
    host = urlsplit(f"//{context['request'].get_host()}").hostname or ""
    try:
        ip_address(host)
    except ValueError:
        return True
    return False
