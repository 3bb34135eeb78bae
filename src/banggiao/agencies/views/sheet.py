"""The directory as an Excel sheet: its template, a trial that shows faults by cell, the import."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods, require_safe

from banggiao.accounts.access import demand
from banggiao.agencies import services
from banggiao.agencies.access import can_keep, visible_agencies
from banggiao.agencies.forms import SheetForm
from banggiao.agencies.models import Agency
from banggiao.agencies.services.importing import Import, Sheet, read_sheet, template_rows
from banggiao.agencies.views.asking import actor_of, keeper
from banggiao.ui.exports import XLSX, workbook

_SALT = "agencies.sheet"
_AGE = timedelta(hours=12)
"""How long a sheet that was tried may still be imported; it travels in the page, signed."""


@require_http_methods(["GET", "HEAD", "POST"])
def agencies_import(request: HttpRequest) -> HttpResponse:
    """Try a sheet, then import what was tried."""
    actor = keeper(request)
    demand(can_keep(actor))
    if request.method == "POST" and "tried" in request.POST:
        return _import(request)
    form = SheetForm(request.POST or None, request.FILES or None)
    trial, tried = None, ""
    if request.method == "POST" and form.is_valid():
        try:
            sheet = read_sheet(form.cleaned_data["sheet"].read())
            trial = services.agencies_import(by=actor, sheet=sheet, is_trial=True, today=timezone.localdate())
        except ValidationError as faults:
            form.add_error("sheet", faults.messages)
        else:
            tried = "" if trial.faults else signing.dumps(sheet, salt=_SALT, compress=True)
    return _page(request, form, trial, tried)


@require_safe
def sheet_template(request: HttpRequest) -> HttpResponse:
    """The sheet with all agencies, to be changed and imported again; `?trong=1` gives the headings alone."""
    actor = actor_of(request)
    agencies = visible_agencies(actor).select_related("parent")
    rows: list[Agency] = [] if request.GET.get("trong") else list(agencies)
    heading, cells = template_rows(rows)
    content = workbook(pgettext("số nhiều", "Cơ quan"), heading, [list(row) for row in cells])
    return HttpResponse(content, XLSX, headers={"Content-Disposition": 'attachment; filename="mau-co-quan.xlsx"'})


def _import(request: HttpRequest) -> HttpResponse:
    try:
        sheet: Sheet = signing.loads(request.POST["tried"], salt=_SALT, max_age=_AGE)
    except signing.BadSignature:
        form = SheetForm()
        messages.error(request, _("Lần kiểm tra đã quá lâu hoặc bị sửa, chưa nhập gì. Hãy chọn lại tệp."))
        return _page(request, form, None, "")
    done = services.agencies_import(by=keeper(request), sheet=sheet, is_trial=False, today=timezone.localdate())
    if done.faults:
        messages.error(request, _("Danh mục vừa thay đổi nên tệp không còn hợp lệ. Chưa nhập gì."))
        return _page(request, SheetForm(), done, "")
    messages.success(
        request,
        ngettext("Đã nhập: %(new)d cơ quan mới", "Đã nhập: %(new)d cơ quan mới", done.new) % {"new": done.new}
        + ", "
        + _("%(changed)d cơ quan thay đổi.") % {"changed": done.changed},
    )
    return redirect("agencies:agency_list")


def _page(request: HttpRequest, form: SheetForm, trial: Import | None, tried: str) -> HttpResponse:
    return render(request, "agencies/agencies_import.html", {"form": form, "trial": trial, "tried": tried})
