"""Changes of one agency: entering, correcting, renaming, ending, its names and successors."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from banggiao.accounts.access import demand
from banggiao.agencies import services
from banggiao.agencies.access import can_change_contact, can_keep
from banggiao.agencies.forms import (
    AgencyForm,
    CodeForm,
    ContactForm,
    DissolveForm,
    FaultForm,
    NameForm,
    NewAgencyForm,
    RenameForm,
    SuccessionForm,
)
from banggiao.agencies.models import Agency, AgencyName, OrganisationCode, Succession
from banggiao.agencies.views.asking import agency_asked, keeper

_SAVE = _("Lưu")
_form = require_http_methods(["GET", "HEAD", "POST"])


@_form
def agency_create(request: HttpRequest) -> HttpResponse:
    actor = keeper(request)
    demand(can_keep(actor))
    form = NewAgencyForm(request.POST or None, initial={"level": "province", "tier": "province", "kind": "department"})

    def save() -> Agency:
        return services.agency_create(
            by=actor,
            fields=form.agency_fields,
            name=form.cleaned_data["name"],
            short_name=form.cleaned_data["short_name"],
            contact=form.contact_fields,
            today=timezone.localdate(),
        )

    return _answer(request, form, save, title=_("Thêm cơ quan"), action=_("Thêm cơ quan"), done=_("Đã thêm cơ quan."))


@_form
def agency_change(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_keep(actor))
    form = AgencyForm(request.POST or None, initial=_initial(agency, services.AgencyFields))

    def save() -> Agency:
        return services.agency_change(by=actor, agency=agency, fields=form.agency_fields, today=timezone.localdate())

    return _answer(request, form, save, agency=agency, title=_("Sửa thông tin cơ quan"), done=_("Đã lưu."))


@_form
def agency_contact_change(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_change_contact(actor, agency))
    form = ContactForm(request.POST or None, initial=_initial(agency, services.Contact))

    def save() -> Agency:
        return services.agency_contact_change(by=actor, agency=agency, contact=form.contact_fields)

    return _answer(request, form, save, agency=agency, title=_("Sửa thông tin liên hệ"), done=_("Đã lưu liên hệ."))


@_form
def agency_rename(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_keep(actor))
    form = RenameForm(request.POST or None, initial={"on": timezone.localdate()})

    def save() -> Agency:
        return services.agency_rename(by=actor, agency=agency, today=timezone.localdate(), **form.cleaned_data)

    return _answer(
        request,
        form,
        save,
        agency=agency,
        title=_("Đổi tên cơ quan"),
        lead=_("Tên cũ được giữ lại cùng ngày cuối sử dụng; văn bản cũ vẫn tìm đúng cơ quan này."),
        action=_("Đổi tên"),
        done=_("Đã đổi tên; tên cũ vẫn còn trong lịch sử."),
    )


@_form
def agency_dissolve(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_keep(actor))
    form = DissolveForm(request.POST or None, agency=agency, initial={"on": timezone.localdate()})

    def save() -> Agency:
        return services.agency_dissolve(
            by=actor,
            agency=agency,
            on=form.cleaned_data["on"],
            heirs=form.heirs,
            basis=form.cleaned_data["basis"],
            today=timezone.localdate(),
        )

    return _answer(
        request,
        form,
        save,
        agency=agency,
        title=_("Kết thúc hoạt động"),
        lead=_("Lịch sử của cơ quan giữ nguyên. Nhiệm vụ còn dở được tìm đến cơ quan kế thừa."),
        action=_("Kết thúc hoạt động"),
        done=_("Đã ghi ngày kết thúc hoạt động."),
    )


@_form
def name_add(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_keep(actor))
    form = NameForm(request.POST or None)

    def save() -> AgencyName:
        return services.name_add(
            by=actor,
            agency=agency,
            name=form.cleaned_data["name"],
            kind=form.cleaned_data["kind"],
            validity=form.validity,
            today=timezone.localdate(),
        )

    return _answer(
        request, form, save, agency=agency, title=_("Thêm tên gọi"), action=_("Thêm tên"), done=_("Đã thêm tên.")
    )


@require_POST
def name_remove(request: HttpRequest, pk: int) -> HttpResponse:
    actor = keeper(request)
    name = get_object_or_404(AgencyName.objects.select_related("agency"), pk=pk)
    try:
        services.name_remove(by=actor, name=name, today=timezone.localdate())
    except ValidationError as faults:
        messages.error(request, " ".join(faults.messages))
    else:
        messages.success(request, _("Đã xóa tên “%(name)s”.") % {"name": name.name})
    return redirect("agencies:agency_detail", name.agency_id)


@_form
def code_add(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_keep(actor))
    form = CodeForm(request.POST or None, initial={"valid_from": timezone.localdate()})

    def save() -> OrganisationCode:
        return services.code_add(
            by=actor,
            agency=agency,
            code=form.cleaned_data["code"],
            validity=form.validity,
            today=timezone.localdate(),
        )

    return _answer(
        request,
        form,
        save,
        agency=agency,
        title=_("Thêm mã định danh"),
        lead=_("Mã cùng dạng đang dùng sẽ kết thúc vào ngày trước đó và vẫn tìm được."),
        action=_("Thêm mã"),
        done=_("Đã thêm mã định danh."),
    )


@require_POST
def code_remove(request: HttpRequest, pk: int) -> HttpResponse:
    actor = keeper(request)
    code = get_object_or_404(OrganisationCode.objects.select_related("agency"), pk=pk)
    services.code_remove(by=actor, code=code, today=timezone.localdate())
    messages.success(request, _("Đã xóa mã “%(code)s”.") % {"code": code.code})
    return redirect("agencies:agency_detail", code.agency_id)


@_form
def succession_add(request: HttpRequest, pk: int) -> HttpResponse:
    actor, agency = keeper(request), agency_asked(request, pk)
    demand(can_keep(actor))
    form = SuccessionForm(request.POST or None, agency=agency, initial={"on": timezone.localdate()})

    def save() -> Succession:
        return services.succession_add(by=actor, predecessor=agency, **form.cleaned_data)

    return _answer(
        request, form, save, agency=agency, title=_("Thêm cơ quan kế thừa"), action=_("Thêm"), done=_("Đã ghi kế thừa.")
    )


@require_POST
def succession_remove(request: HttpRequest, pk: int) -> HttpResponse:
    actor = keeper(request)
    succession = get_object_or_404(Succession, pk=pk)
    services.succession_remove(by=actor, succession=succession)
    messages.success(request, _("Đã xóa dòng kế thừa."))
    return redirect("agencies:agency_detail", succession.predecessor_id)


def _answer(  # noqa: PLR0913 (the words of one page)
    request: HttpRequest,
    form: FaultForm,
    save: Callable[[], Agency | AgencyName | OrganisationCode | Succession],
    *,
    title: str | Promise,
    done: str | Promise,
    agency: Agency | None = None,
    lead: str | Promise = "",
    action: str | Promise = _SAVE,
) -> HttpResponse:
    """Show the form, or save it and go to the agency; objections of the service stand at their fields."""
    if request.method == "POST" and form.is_valid():
        try:
            saved = save()
        except ValidationError as faults:
            form.add_faults(faults)
        else:
            messages.success(request, str(done))
            return redirect("agencies:agency_detail", _page_of(saved))
    context = {"form": form, "agency": agency, "title": title, "lead": lead, "action": action}
    return render(request, "agencies/agency_form.html", context)


def _page_of(saved: Agency | AgencyName | OrganisationCode | Succession) -> int:
    if isinstance(saved, Agency):
        return saved.pk
    return saved.agency_id if isinstance(saved, AgencyName | OrganisationCode) else saved.predecessor_id


def _initial(agency: Agency, fields: type[services.AgencyFields | services.Contact]) -> dict[str, object]:
    return {field: getattr(agency, field) for field in fields.__dataclass_fields__}
