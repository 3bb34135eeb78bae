"""The shape of what people type on pages of tasks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from banggiao.accounts.access import Actor
from banggiao.agencies.models import Agency
from banggiao.documents.intake import Upload
from banggiao.tasks.models import FIELD_CHOICES, PILLAR_CHOICES, Role, TaskAgency
from banggiao.tasks.rules import Rhythm, State
from banggiao.tasks.services import PartOf, Progress, Words


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class ManyFiles(forms.ClearableFileInput):
    """Several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; the clean value is a list of what came in."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        given = data if isinstance(data, list | tuple) else [data]
        kept = [super(FilesField, self).clean(one, initial) for one in given if one]
        return kept or ([] if not self.required else [super().clean(None, initial)])


class AgencyInputs(forms.TextInput):
    """One line for each agency and one more; names are offered while typing (`datalist` of the page)."""

    template_name = "tasks/agency_inputs.html"
    empty_lines = 2

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:  # noqa: ARG002
        return [value.strip() for value in data.getlist(name) if value.strip()]

    def format_value(self, value: Any) -> Any:
        return value or []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, None, attrs)
        context["widget"]["lines"] = [*(value or []), *([""] * self.empty_lines)]
        return context


class AgenciesField(forms.Field):
    """Agencies by their names or codes; the clean value is a list of agencies."""

    widget = AgencyInputs

    def __init__(self, *, today: date, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._today = today

    def clean(self, value: Sequence[str]) -> list[Agency]:
        names = list(dict.fromkeys(value or ()))
        if self.required and not names:
            raise forms.ValidationError(_("Hãy chọn ít nhất một cơ quan."))
        return [self._found(name) for name in names]

    def _found(self, name: str) -> Agency:
        named = Q(name__iexact=name) | Q(short_name__iexact=name) | Q(code__iexact=name)
        working = Q(valid_to=None) | Q(valid_to__gte=self._today)
        agency = Agency.objects.filter(named & working).order_by("order", "pk").first()
        if agency is None:
            raise forms.ValidationError(
                _("Không có cơ quan nào tên “%(name)s” đang hoạt động. Hãy chọn một tên trong danh sách gợi ý.")
                % {"name": name}
            )
        return agency


class UpdateForm(forms.Form):
    """What an agency says of its work."""

    share = forms.TypedChoiceField(
        label=gettext_lazy("Cập nhật cho cơ quan"), coerce=int, required=False, empty_value=None
    )
    progress = forms.IntegerField(
        label=gettext_lazy("Tiến độ (%)"),
        min_value=0,
        max_value=100,
        required=False,
        widget=forms.NumberInput(attrs={"step": 5, "inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"),
            gettext_lazy("Tiến độ là số nguyên từ 0 đến 100, không có phần lẻ."),
        ),
    )
    text = forms.CharField(
        label=gettext_lazy("Kết quả, vướng mắc"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    evidence = FilesField(label=gettext_lazy("Minh chứng"), required=False)
    state = forms.ChoiceField(choices=[(state.value, state.label) for state in State], widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, actor: Actor, shares: Sequence[TaskAgency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [share for share in shares if share.agency is not None]
        if actor.role != "coordinator" or len(known) < 2:
            del self.fields["share"]
            return
        field = self.fields["share"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(share.pk, str(share.agency)) for share in known]
        own = next((share.pk for share in known if share.agency_id == actor.agency_id), known[0].pk)
        self.initial.setdefault("share", own)

    def report(self) -> Progress:
        """What was said."""
        given = self.cleaned_data
        return Progress(
            state=State(given["state"]),
            progress=given.get("progress") or 0,
            text=given["text"],
            share_id=given.get("share"),
        )

    def uploads(self) -> list[Upload]:
        """The files that came along, in memory."""
        found = []
        for file in self.cleaned_data["evidence"]:
            with file:
                found.append(Upload(file.name or "", file.read()))
        return found


class TextForm(forms.Form):
    """One text: a comment, a reason, an answer."""

    text = forms.CharField(max_length=10_000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label


class AssignForm(forms.Form):
    """Who leads and who coordinates."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leads"] = AgenciesField(label=_("Chủ trì"), today=today, required=False)
        self.fields["others"] = AgenciesField(label=_("Phối hợp"), today=today, required=False)


class TaskForm(forms.Form):
    """A task's own words."""

    what = forms.CharField(label=gettext_lazy("Nội dung"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 5}))
    product = forms.CharField(
        label=gettext_lazy("Sản phẩm"),
        required=False,
        max_length=2_000,
        help_text=gettext_lazy("Ví dụ: kế hoạch, báo cáo, 02 lớp tập huấn."),
    )
    deadline = forms.DateField(
        label=gettext_lazy("Ngày cuối cùng còn trong hạn"),
        required=False,
        widget=DayInput(),
        help_text=gettext_lazy("“Trước ngày 25/5” là đến hết ngày 24/5."),
    )
    rhythm = forms.ChoiceField(
        label=gettext_lazy("Định kỳ"),
        required=False,
        choices=[
            ("", gettext_lazy("một lần")),
            *((one.value, gettext_lazy(one.label)) for one in Rhythm if one.recurs),
        ],
        help_text=gettext_lazy("Xong một kỳ, nhiệm vụ chuyển sang kỳ sau cho đến hết thời gian của kế hoạch."),
    )
    continuous = forms.BooleanField(label=gettext_lazy("Việc thường xuyên, không có thời hạn"), required=False)
    authority = forms.CharField(label=gettext_lazy("Cấp quyết định, nơi nhận kết quả"), required=False, max_length=200)
    field = forms.ChoiceField(
        label=gettext_lazy("Lĩnh vực"), required=False, choices=[("", gettext_lazy("Chưa phân")), *FIELD_CHOICES]
    )
    pillar = forms.ChoiceField(
        label=gettext_lazy("Trụ cột"), required=False, choices=[("", gettext_lazy("Chưa phân")), *PILLAR_CHOICES]
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("deadline") and given.get("continuous"):
            self.add_error("continuous", _("Việc có thời hạn thì không phải việc thường xuyên. Hãy chọn một."))
        if given.get("rhythm") and not given.get("deadline"):
            self.add_error("deadline", _("Việc định kỳ cần ngày cuối của kỳ gần nhất."))
        return given

    def words(self) -> Words:
        given = self.cleaned_data
        return Words(
            what=given["what"],
            field=given["field"],
            pillar=given["pillar"],
            deadline=given["deadline"],
            continuous=given["continuous"],
            product=given["product"],
            authority=given["authority"],
            rhythm=given["rhythm"],
        )


class TaskAddForm(TaskForm):
    """A task's words and who leads it."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["leads"] = AgenciesField(label=_("Chủ trì"), today=today)
        self.order_fields(["what", "leads", "product", "deadline"])


class PartForm(forms.Form):
    """One part of a task that is divided."""

    what = forms.CharField(
        label=gettext_lazy("Phần việc"), max_length=20_000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    deadline = forms.DateField(label=gettext_lazy("Thời hạn"), required=False, widget=DayInput())

    def __init__(self, *args: Any, today: date, may_give: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if may_give:
            self.fields["lead"] = AgenciesField(
                label=_("Chủ trì"), today=today, required=False, widget=_OneAgency(), help_text=_("Để trống: như cũ.")
            )

    def part(self) -> PartOf | None:
        """What was typed; None for a part that was left empty."""
        given = self.cleaned_data
        if not given.get("what", "").strip():
            return None
        leads = given.get("lead") or []
        return PartOf(given["what"], given.get("deadline"), leads[0].pk if leads else None)


class _OneAgency(AgencyInputs):
    empty_lines = 1


class BulkForm(forms.Form):
    """What to do with the chosen tasks."""

    ACTS = ("deadline", "continuous", "field", "lead", "coordinate", "stop", "resume", "merge")

    act = forms.ChoiceField(choices=[(act, act) for act in ACTS])
    deadline = forms.DateField(required=False)
    field = forms.ChoiceField(required=False, choices=[("", ""), *FIELD_CHOICES])

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"] = AgenciesField(today=today, required=False, widget=_OneAgency())

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        needed = {"deadline": "deadline", "field": "field", "lead": "agency", "coordinate": "agency"}
        field = needed.get(given.get("act", ""))
        if field and not given.get(field) and field not in self.errors:
            self.add_error(field, _("Hãy chọn giá trị trước khi thực hiện."))
        return given

    @property
    def role(self) -> str:
        return Role.LEAD if self.cleaned_data["act"] == "lead" else Role.COORDINATE
