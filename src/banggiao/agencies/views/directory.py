"""The directory: its list, one agency, and what a box suggests while one types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from banggiao.agencies.access import can_change_contact, can_keep
from banggiao.agencies.forms import DayForm
from banggiao.agencies.models import Agency, Kind, Level, Tier
from banggiao.agencies.queries import matching, name_then, suggest, suggest_groups
from banggiao.agencies.queries.pages import agency_page, agency_rows, former_matches
from banggiao.agencies.views.asking import actor_of, day_asked, keeper
from banggiao.ui.exports import export, wanted_export
from banggiao.ui.lists import Column, Filter, ListShape, Rows, Text


def _kinds() -> Iterable[tuple[str, Text]]:
    return [(kind.value, kind.label) for kind in Kind]


def _levels() -> Iterable[tuple[str, Text]]:
    return [(level.value, level.label) for level in Level]


def _tiers() -> Iterable[tuple[str, Text]]:
    return [(tier.value, tier.label) for tier in Tier]


def _focal_points() -> Iterable[tuple[str, Text]]:
    return [("co", _("đã có")), ("chua", _("chưa có"))]


def _by_focal_point(rows: Rows, value: str) -> Rows:
    return rows.filter(has_focal_point=value == "co")


AGENCIES = ListShape(
    columns=(
        Column("ten", _("Tên cơ quan"), sort=("name_then",)),
        Column("ma", _("Mã"), sort=("code",), hide_below="lg"),
        Column("khoi", _("Khối"), sort=("level", "order")),
        Column("truc-thuoc", _("Trực thuộc"), hide_below="xl"),
        Column("lien-he", _("Liên hệ")),
        Column("thu-tu", _("Thứ tự"), sort=("order",), align="end", hide_below="xl"),
    ),
    filters=(
        Filter("khoi", _("Khối"), _levels, lambda rows, level: rows.filter(level=level)),
        Filter("cap", _("Cấp"), _tiers, lambda rows, tier: rows.filter(tier=tier)),
        Filter("loai", _("Loại"), _kinds, lambda rows, kind: rows.filter(kind=kind)),
        Filter("dau-moi", _("Đầu mối"), _focal_points, _by_focal_point),
    ),
    search=matching,
    standard_sort="thu-tu",
)

FILE_OF_AGENCIES = replace(
    AGENCIES,
    columns=(
        Column("thu-tu", _("Thứ tự"), sort=("order",), value=lambda row: row.order),
        Column("ten", _("Tên cơ quan"), sort=("name_then",), value=lambda row: row.name_then),
        Column("viet-tat", _("Viết tắt"), value=lambda row: row.short_name),
        Column("ma", _("Mã"), sort=("code",), value=lambda row: row.code),
        Column("dinh-danh", _("Mã định danh"), value=lambda row: row.identifier),
        Column("dinh-danh-cu", _("Mã định danh cũ"), value=lambda row: row.former_identifier),
        Column("khoi", _("Khối"), sort=("level", "order"), value=lambda row: row.get_level_display()),
        Column("cap", _("Cấp"), value=lambda row: row.get_tier_display()),
        Column("loai", _("Loại"), value=lambda row: row.get_kind_display()),
        Column("truc-thuoc", _("Trực thuộc"), value=lambda row: row.parent.name if row.parent else ""),
        Column("tu-ngay", _("Từ ngày"), value=lambda row: row.valid_from),
        Column("den-ngay", _("Đến hết ngày"), value=lambda row: row.valid_to),
        Column("lien-he", _("Người liên hệ"), value=lambda row: row.contact),
        Column("dien-thoai", _("Điện thoại"), value=lambda row: row.phone),
        Column("thu", _("Thư điện tử"), value=lambda row: row.email),
        Column("dia-chi", _("Địa chỉ"), value=lambda row: row.address),
    ),
)
"""The same list with all that a file can hold."""


@require_safe
def agency_list(request: HttpRequest) -> HttpResponse:
    """The agencies of a day."""
    actor, on = actor_of(request), day_asked(request)
    listing = AGENCIES.listing(agency_rows(actor, on), request.GET, path=request.path)
    if wanted_export(listing):
        whole = FILE_OF_AGENCIES.listing(agency_rows(actor, on), request.GET, path=request.path)
        return export(whole, name="co-quan", title=pgettext("số nhiều", "Cơ quan"))
    missed = bool(listing.words) and not listing.count
    return render(
        request,
        "agencies/agency_list.html",
        {
            "listing": listing,
            "on": on,
            "is_today": on == timezone.localdate(),
            "day_form": DayForm(initial={"ngay": on}, auto_id="%s"),
            "carried": [(key, value) for key, value in request.GET.items() if key not in ("ngay", "trang")],
            "former": former_matches(actor, listing.words, on) if missed else [],
            "may_keep": can_keep(actor),
        },
    )


@require_safe
def agency_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One agency as it was on a day."""
    actor, on = actor_of(request), day_asked(request)
    try:
        page = agency_page(actor, pk, on)
    except Agency.DoesNotExist as missing:
        raise Http404 from missing
    return render(
        request,
        "agencies/agency_detail.html",
        {
            "page": page,
            "agency": page.agency,
            "is_today": on == timezone.localdate(),
            "may_keep": can_keep(actor),
            "may_change_contact": can_change_contact(actor, page.agency),
        },
    )


@require_safe
def agency_suggest(request: HttpRequest) -> JsonResponse:
    """Agencies and groups that fit what is typed (`?tim=…&ngay=…`), for boxes with type-ahead."""
    keeper(request)
    words, on = request.GET.get("tim", "").strip(), day_asked(request)
    if not words:
        return JsonResponse({"agencies": [], "groups": []})
    return JsonResponse(
        {
            "agencies": [
                {"id": row.pk, "name": name_then(row), "short_name": row.short_name, "code": row.code}
                for row in suggest(words, on)
            ],
            "groups": [{"id": group.pk, "name": group.name} for group in suggest_groups(words)],
        }
    )
