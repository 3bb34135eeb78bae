"""How the record of changes reads: `{% load accounts %}`."""

from __future__ import annotations

from auditlog.models import LogEntry
from django import template
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from banggiao.accounts.queries import change_words
from banggiao.ui.templatetags.ui import badge

register = template.Library()


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
