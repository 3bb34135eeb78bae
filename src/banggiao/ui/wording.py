"""Dates, times, spans and amounts as officers write them. Pure: today is an argument."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

BILLION = 1_000_000_000
MILLION = 1_000_000


def day_text(day: date) -> str:
    """25/5/2026, without zeros in front."""
    return f"{day.day}/{day.month}/{day.year}"


def moment_text(moment: datetime) -> str:
    """14:05 25/5/2026, in the time zone that it carries."""
    return f"{moment:%H:%M} {day_text(moment.date())}"


def days_left_text(deadline: date, today: date) -> str:
    """How far a deadline is: «còn 3 ngày», «hôm nay», «trễ 2 ngày»."""
    days = (deadline - today).days
    if days == 0:
        return _("hôm nay")
    if days > 0:
        return ngettext("còn %(days)s ngày", "còn %(days)s ngày", days) % {"days": number_text(days)}
    return ngettext("trễ %(days)s ngày", "trễ %(days)s ngày", -days) % {"days": number_text(-days)}


def ago_text(moment: datetime, now: datetime) -> str:
    """When something happened, in the largest unit that fits; beyond a month the day itself."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < 1:
        return _("vừa xong")
    if minutes < 60:
        return ngettext("%(count)s phút trước", "%(count)s phút trước", minutes) % {"count": minutes}
    if minutes < 24 * 60:
        return ngettext("%(count)s giờ trước", "%(count)s giờ trước", minutes // 60) % {"count": minutes // 60}
    days = minutes // (24 * 60)
    if days <= 30:
        return ngettext("%(count)s ngày trước", "%(count)s ngày trước", days) % {"count": days}
    return day_text(moment.date())


def number_text(number: int | float | Decimal, *, places: int | None = None) -> str:
    """1.250.000,5: points between thousands, a comma before the fraction, at most two digits of it."""
    value = Decimal(str(number))
    text = f"{value:,.{places if places is not None else 2}f}"
    if places is None:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def money_text(amount: int | Decimal) -> str:
    """1.250.000.000 đồng, to the last one."""
    return _("%(amount)s đồng") % {"amount": number_text(amount, places=0)}


def money_short_text(amount: int | Decimal) -> str:
    """1,25 tỷ đồng: rounded to two digits, for lists and figures."""
    if abs(Decimal(amount)) >= BILLION:
        return _("%(amount)s tỷ đồng") % {"amount": number_text(Decimal(amount) / BILLION)}
    if abs(Decimal(amount)) >= MILLION:
        return _("%(amount)s triệu đồng") % {"amount": number_text(Decimal(amount) / MILLION)}
    return money_text(amount)


def size_text(size: int) -> str:
    """The size of a file: 640 KB, 2,4 MB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{number_text(round(size / 1024 / 1024, 1))} MB"
