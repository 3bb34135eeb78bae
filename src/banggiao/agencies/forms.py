"""The shape of what is entered about agencies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from banggiao.agencies.models import Agency, AgencyGroup, AgencyName, Kind, Level, Tier
from banggiao.agencies.rules import Validity
from banggiao.agencies.services import AgencyFields, Contact, GroupFields, Heir, RuleFields
from banggiao.ui.forms import DateInput
from banggiao.ui.wording import day_text

_ANY = ("", _("Mọi"))
AGENCY_COLUMNS = ("pk", "name", "order", "valid_to")


class AgencyField(forms.ModelChoiceField):  # type: ignore[type-arg] # generic for the checker alone
    """A choice of agencies, with the last day behind those that have ended; their names may be in use again."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=Agency.objects.only(*AGENCY_COLUMNS), **kwargs)

    def label_from_instance(self, obj: Agency) -> str:
        return f"{obj.name} (– {day_text(obj.valid_to)})" if obj.valid_to else obj.name


class FaultForm(forms.Form):
    """A form that takes over what a service has to object to."""

    def add_faults(self, faults: ValidationError) -> None:
        """Show a service's objections at the fields that they name, the rest above the form."""
        if not hasattr(faults, "error_dict"):
            self.add_error(None, faults)
            return
        for field, errors in faults.error_dict.items():
            self.add_error(field if field in self.fields and field != NON_FIELD_ERRORS else None, errors)


class ContactForm(FaultForm):
    """How an agency is reached."""

    contact = forms.CharField(label=_("Người liên hệ"), max_length=120, required=False)
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=40, required=False)
    address = forms.CharField(label=_("Địa chỉ"), max_length=200, required=False)

    @property
    def contact_fields(self) -> Contact:
        return Contact(**{field: self.cleaned_data[field] for field in Contact.__dataclass_fields__})


class AgencyForm(FaultForm):
    """What an agency is. Names of an agency that exists are changed on its page, so that they leave history."""

    code = forms.CharField(
        label=_("Mã"), max_length=40, help_text=_("Chữ in hoa không dấu, chữ số, dấu chấm, gạch nối.")
    )
    level = forms.ChoiceField(label=_("Khối"), choices=Level.choices)
    tier = forms.ChoiceField(label=_("Cấp"), choices=Tier.choices)
    kind = forms.ChoiceField(label=_("Loại"), choices=Kind.choices)
    parent = AgencyField(label=_("Trực thuộc"), required=False, empty_label=_("Không trực thuộc"))
    place = forms.CharField(
        label=_("Địa bàn"),
        max_length=80,
        required=False,
        help_text=_("Chỉ ghi cho Ủy ban nhân dân và cấp ủy của một địa bàn, ví dụ: xã Nậm Lam."),
    )
    identifier = forms.CharField(
        label=_("Mã định danh"), max_length=40, required=False, help_text=_("Ví dụ H27.12 (Quyết định 20/2020/QĐ-TTg).")
    )
    former_identifier = forms.CharField(
        label=_("Mã định danh cũ"), max_length=40, required=False, help_text=_("Ví dụ 000.00.00.H27.")
    )
    valid_from = forms.DateField(label=_("Hoạt động từ ngày"), required=False, widget=DateInput)
    valid_to = forms.DateField(label=_("Đến hết ngày"), required=False, widget=DateInput)
    order = forms.IntegerField(label=_("Thứ tự trong danh sách"), min_value=0, max_value=32767, initial=500)
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    @property
    def agency_fields(self) -> AgencyFields:
        return AgencyFields(**{field: self.cleaned_data[field] for field in AgencyFields.__dataclass_fields__})


class NewAgencyForm(AgencyForm, ContactForm):
    """An agency with its first name and its contact."""

    name = forms.CharField(label=_("Tên chính thức"), max_length=200)
    short_name = forms.CharField(label=_("Tên viết tắt"), max_length=80, required=False)

    field_order = (
        "name",
        "short_name",
        "code",
        "level",
        "tier",
        "kind",
        "parent",
        "place",
        "identifier",
        "former_identifier",
    )


class RenameForm(FaultForm):
    """Another name from a day on."""

    name = forms.CharField(label=_("Tên chính thức mới"), max_length=200)
    short_name = forms.CharField(label=_("Tên viết tắt mới"), max_length=80, required=False)
    on = forms.DateField(label=_("Dùng từ ngày"), widget=DateInput)


class NameForm(FaultForm):
    """A further name."""

    name = forms.CharField(label=_("Tên"), max_length=200)
    kind = forms.ChoiceField(label=_("Loại tên"), choices=AgencyName.Kind.choices, initial=AgencyName.Kind.ALIAS)
    valid_from = forms.DateField(label=_("Từ ngày"), required=False, widget=DateInput)
    valid_to = forms.DateField(label=_("Đến hết ngày"), required=False, widget=DateInput)

    @property
    def validity(self) -> Validity:
        return Validity(self.cleaned_data["valid_from"], self.cleaned_data["valid_to"])


class CodeForm(FaultForm):
    """A mã định danh with the days on which it holds."""

    code = forms.CharField(
        label=_("Mã định danh"), max_length=40, help_text=_("Dạng H27.12, hoặc dạng cũ 000.00.00.H27.")
    )
    valid_from = forms.DateField(label=_("Từ ngày"), required=False, widget=DateInput)
    valid_to = forms.DateField(label=_("Đến hết ngày"), required=False, widget=DateInput)

    @property
    def validity(self) -> Validity:
        return Validity(self.cleaned_data["valid_from"], self.cleaned_data["valid_to"])


class _SuccessorForm(FaultForm):
    successor = AgencyField(label=_("Cơ quan kế thừa"))
    on = forms.DateField(label=_("Từ ngày"), widget=DateInput)
    basis = forms.CharField(
        label=_("Căn cứ"), max_length=200, required=False, help_text=_("Văn bản quyết định việc này.")
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        successor = self.fields["successor"]
        assert isinstance(successor, AgencyField)
        successor.queryset = Agency.objects.exclude(pk=agency.pk).only(*AGENCY_COLUMNS)


class SuccessionForm(_SuccessorForm):
    """Who does an agency's work, or a function of it, from a day on."""

    function = forms.CharField(
        label=_("Chức năng chuyển giao"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: giáo dục nghề nghiệp. Để trống nếu chuyển giao toàn bộ phần còn lại."),
    )
    field_order = ("successor", "function", "on", "basis")


class DissolveForm(_SuccessorForm):
    """The end of an agency; who takes over all of its work may be said at once."""

    field_order = ("on", "successor", "basis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Không còn hoạt động từ ngày")
        self.fields["successor"].required = False
        self.fields["successor"].help_text = _(
            "Cơ quan nhận toàn bộ nhiệm vụ còn lại. Chức năng chuyển riêng cho cơ quan khác ghi tiếp ở mục Kế thừa."
        )

    @property
    def heirs(self) -> tuple[Heir, ...]:
        successor = self.cleaned_data["successor"]
        return (Heir(agency=successor),) if successor else ()


class GroupForm(FaultForm):
    """A standing group with the ways in which plans write it."""

    name = forms.CharField(label=_("Tên nhóm"), max_length=200)
    phrases = forms.CharField(
        label=_("Cách viết khác trong văn bản"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một cách viết. Thứ tự, dấu phẩy, chữ “các”, “và” không cần giống nhau."),
    )
    is_open = forms.BooleanField(label=_("Không nêu đích danh: chọn cơ quan theo từng nhiệm vụ"), required=False)
    note = forms.CharField(label=_("Ghi chú"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def group_fields(self, rules: tuple[RuleFields, ...]) -> GroupFields:
        return GroupFields(
            name=self.cleaned_data["name"],
            phrases=tuple(self.cleaned_data["phrases"].splitlines()),
            is_open=self.cleaned_data["is_open"],
            note=self.cleaned_data["note"],
            rules=rules,
        )


class RuleForm(forms.Form):
    """Of which level, tier and kind the members of a group are."""

    level = forms.ChoiceField(label=_("Khối"), choices=[_ANY, *Level.choices], required=False)
    tier = forms.ChoiceField(label=_("Cấp"), choices=[_ANY, *Tier.choices], required=False)
    kind = forms.ChoiceField(label=_("Loại"), choices=[_ANY, *Kind.choices], required=False)
    valid_from = forms.DateField(label=_("Từ ngày"), required=False, widget=DateInput)
    valid_to = forms.DateField(label=_("Đến hết ngày"), required=False, widget=DateInput)
    is_local = forms.BooleanField(label=_("Chỉ trong văn bản của địa bàn"), required=False)

    @property
    def rule_fields(self) -> RuleFields:
        return RuleFields(**{field: self.cleaned_data[field] for field in RuleFields.__dataclass_fields__})


RuleFormSet = forms.formset_factory(RuleForm, extra=1, can_delete=True, max_num=20)


class MemberForm(FaultForm):
    """An agency that belongs to a group, or does not, whatever the rules say."""

    agency = AgencyField(label=_("Cơ quan"))
    included = forms.TypedChoiceField(
        label=_("Quyết định"),
        choices=(("1", _("Thêm vào nhóm")), ("0", _("Không thuộc nhóm"))),
        coerce=lambda value: value == "1",
    )
    valid_from = forms.DateField(label=_("Từ ngày"), required=False, widget=DateInput)
    valid_to = forms.DateField(label=_("Đến hết ngày"), required=False, widget=DateInput)
    reason = forms.CharField(label=_("Lý do"), max_length=200, required=False)

    @property
    def validity(self) -> Validity:
        return Validity(self.cleaned_data["valid_from"], self.cleaned_data["valid_to"])


class SheetForm(FaultForm):
    """A workbook to be tried."""

    sheet = forms.FileField(
        label=_("Tệp Excel"),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        help_text=_("Sổ tính .xlsx, tối đa 5 MB; lấy mẫu bên dưới."),
    )


class DayForm(forms.Form):
    """The day on which one looks at the directory."""

    ngay = forms.DateField(label=_("Tại ngày"), widget=DateInput)


def rules_of(group: AgencyGroup) -> list[dict[str, Any]]:
    """The rules of a group as the first values of a `RuleFormSet`."""
    return [{field: getattr(rule, field) for field in RuleFields.__dataclass_fields__} for rule in group.rules.all()]
