"""The calendar: a month, a week, a day, or the month as a list."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from banggiao.accounts.access import ActorRequest
from banggiao.home import rules
from banggiao.home.queries.calendar import calendar_listing, days
from banggiao.home.queries.figures import listed
from banggiao.home.rules import Window
from banggiao.ui.wording import day_text

SHAPE, MONTH, DAY = "xem", "thang", "ngay"
MONTHLY, WEEKLY, DAILY, LISTED = "thang", "tuan", "ngay", "danh-sach"
MOST = {MONTHLY: 3, WEEKLY: 20, DAILY: 200, LISTED: 6}
"""Tasks of one day, by shape of the page."""


@require_safe
def calendar(request: ActorRequest) -> HttpResponse:
    """Deadlines and reporting dates on their days."""
    today = timezone.localdate()
    shape = request.GET.get(SHAPE, "")
    shape = shape if shape in MOST else MONTHLY
    day = rules.day_asked(request.GET.get(DAY, ""), today=today)
    month = rules.month_asked(request.GET.get(MONTH, ""), today=day)
    window = _window(shape, month, day)
    listing = calendar_listing(request.actor, request.GET, path=request.path)
    weeks = rules.weeks_of(month) if shape == MONTHLY else (window.days,)
    shown = days(request.actor, listing, (one for week in weeks for one in week), today=today, most=MOST[shape])

    def address(to: str, first: date) -> str:
        """The same filters in another shape or on another day."""
        if to in (MONTHLY, LISTED):
            return listing.url(**{SHAPE: "" if to == MONTHLY else to, MONTH: f"{first:%Y-%m}", DAY: ""})
        return listing.url(**{SHAPE: to, DAY: f"{first:%Y-%m-%d}", MONTH: ""})

    here = max(window.first, min(today, window.last))
    return render(
        request,
        "home/calendar.html",
        {
            "listing": listing,
            "shape": shape,
            "heading": _heading(shape, window),
            "weeks": [[(shown[one], one.month == month.month, address(DAILY, one)) for one in week] for week in weeks],
            "days": [(one, address(DAILY, one.day)) for one in shown.values()],
            "is_empty": all(one.is_empty for one in shown.values()),
            "today": today,
            "before_url": address(shape, window.before),
            "after_url": address(shape, window.after),
            "today_url": address(shape, today),
            "shapes": [(name, label, address(name, here)) for name, label in _shapes()],
            "rest_url": listed("tasks:task_list", co_quan=request.GET.get("co-quan")),
        },
    )


def _window(shape: str, month: date, day: date) -> Window:
    if shape == WEEKLY:
        return rules.week_window(day)
    return rules.day_window(day) if shape == DAILY else rules.month_window(month)


def _heading(shape: str, window: Window) -> str:
    if shape == DAILY:
        return _("Ngày %(day)s") % {"day": day_text(window.first)}
    if shape == WEEKLY:
        return _("Tuần %(first)s – %(last)s") % {"first": day_text(window.first), "last": day_text(window.last)}
    return _("Tháng %(month)d/%(year)d") % {"month": window.first.month, "year": window.first.year}


def _shapes() -> list[tuple[str, str]]:
    return [(MONTHLY, _("Tháng")), (WEEKLY, _("Tuần")), (LISTED, _("Danh sách"))]
