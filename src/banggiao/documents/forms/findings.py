"""The shapes in which people edit findings, one form for each kind; they give the fields of `rules.clean_fields`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from banggiao.documents.rules import AgencyMention, FindingKind, document_key, mentions
from banggiao.documents.rules.fields import FIELDS, PILLARS
from banggiao.documents.wording import (
    DUTY_LABELS,
    MODE_LABELS,
    PARTNER_LABELS,
    RHYTHM_LABELS,
    ROLE_LABELS,
    partial_day,
)
from banggiao.ui.forms import DateInput
from banggiao.ui.wording import number_text

Resolve = Callable[[AgencyMention], AgencyMention]
"""Looks a typed name up among the agencies of the document's date."""

_NONE = [("", _("Không nêu"))]
_CHOSEN = re.compile(r"(?:(?P<kind>[ag]):(?P<id>\d{1,18}))?\|(?P<written>.+)", re.DOTALL)


def chosen_value(mention: AgencyMention) -> str:
    """An agency as the form carries it: `a:5|Sở Tài chính`, `g:2|các sở, ban, ngành`, `|ai đó`."""
    place = f"a:{mention.agency_id}" if mention.agency_id else f"g:{mention.group_id}" if mention.group_id else ""
    return f"{place}|{mention.written}"


class AgenciesWidget(forms.Widget):
    """Chosen agencies as chips, a box with type-ahead behind them. What is left typed in the box counts too."""

    template_name = "documents/widgets/agencies.html"

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:  # noqa: ARG002  Django's
        listed = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        typed = data.get(f"{name}-typed", "")
        return [*listed, *(f"|{part.strip()}" for part in typed.split(";") if part.strip())]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["chosen"] = [
            mention if isinstance(mention, AgencyMention) else _mention(mention) for mention in value or ()
        ]
        return context


class AgenciesField(forms.Field):
    """Agencies and groups; gives mentions. `resolve` and `known` are set by the form."""

    widget = AgenciesWidget
    resolve: Resolve
    known: tuple[AgencyMention, ...] = ()

    def to_python(self, value: Any) -> list[AgencyMention]:
        found: dict[str, AgencyMention] = {}
        for entry in value or ():
            mention = self._settled(_mention(entry))
            found.setdefault(mention.written.casefold(), mention)
        return list(found.values())

    def _settled(self, chosen: AgencyMention) -> AgencyMention:
        """What was not touched keeps its place and its doubt; what was typed is looked up."""
        for mention in self.known:
            if mention.written == chosen.written and (mention.agency_id, mention.group_id) == (
                chosen.agency_id,
                chosen.group_id,
            ):
                return mention
        return self.resolve(chosen)


class NumberField(forms.CharField):
    """A number as it is written here: 1.250.000,5."""

    def to_python(self, value: Any) -> Any:
        written = str(super().to_python(value) or "").replace(" ", "").replace(".", "").replace(",", ".")
        if not written:
            return None
        try:
            number = Decimal(written)
        except InvalidOperation:
            raise ValidationError(_("Hãy ghi một số, ví dụ 1.250.000 hoặc 12,5.")) from None
        return int(number) if number == number.to_integral_value() else float(number)

    def prepare_value(self, value: Any) -> Any:
        return number_text(value) if isinstance(value, int | float) else value


class PartialDayField(forms.CharField):
    """A day that may lack day and month: 24/1/2025, 4/2023, 2023; gives ISO text."""

    def to_python(self, value: Any) -> Any:
        written = str(super().to_python(value) or "").replace(" ", "")
        if not written:
            return None
        parts = [part for part in re.split(r"[/.-]", written) if part]
        try:
            numbers = [int(part) for part in reversed(parts)]
            date(*[*numbers, 1, 1][:3])
        except (ValueError, TypeError):
            raise ValidationError(_("Hãy ghi ngày dạng 24/1/2025, 4/2023 hoặc 2023.")) from None
        return "-".join(f"{number:02}" for number in numbers[:3])

    def prepare_value(self, value: Any) -> Any:
        return partial_day(value) if isinstance(value, str) and re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else value


class FindingForm(forms.Form):
    """What all kinds share. `current` are the fields as they stand, `resolve` looks typed names up."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, current: Mapping[str, Any], resolve: Resolve, **kwargs: Any) -> None:
        self.current = current
        super().__init__(data, initial={**self.shown(current), **kwargs.pop("initial", {})}, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, AgenciesField):
                field.resolve = resolve
                field.known = mentions(current, name)

    @staticmethod
    def shown(fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a finding as the form shows them."""
        return {name: mentions(fields, name) if name in _AGENCIES else value for name, value in fields.items()}

    def written(self) -> dict[str, Any]:
        """The fields of the finding as people want them; after `is_valid`."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "words")}

    def stand_against(self, current: Mapping[str, Any], version: int) -> None:
        """Hold what was typed against newer fields; saved again, it replaces that version."""
        self.current = current
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["version"] = str(version)
        self.data = typed

    def changed_fields(self) -> list[str]:
        """Names of the fields whose values differ from those that stand; after `is_valid`."""
        return [name for name, value in self.written().items() if _plain(value) != _plain(self.current.get(name))]


_AGENCIES = ("agencies", "partners", "by", "to", "named")


def _agencies(label: Any) -> AgenciesField:
    return AgenciesField(label=label, required=False)


def _choice(label: Any, choices: Mapping[str, Any], *, empty: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[*(_NONE if empty else []), *choices.items()])


def _line(label: Any, **attrs: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.TextInput(attrs={"autocomplete": "off", **attrs}))


class AssignmentForm(FindingForm):
    """A duty: what, who, with whom, by when, with what product."""

    what = forms.CharField(label=_("Nhiệm vụ"), widget=forms.Textarea(attrs={"rows": 4}))
    agencies = _agencies(_("Cơ quan"))
    role = _choice(_("Vai trò"), ROLE_LABELS)
    partners = _agencies(_("Phối hợp với"))
    deadline_date = forms.DateField(label=_("Hạn hoàn thành"), required=False, widget=DateInput)
    deadline = _line(_("Thời hạn như văn bản ghi"))
    rhythm = _choice(_("Định kỳ"), RHYTHM_LABELS)
    product = _line(_("Sản phẩm"))
    field = _choice(_("Lĩnh vực"), FIELDS)
    pillar = _choice(_("Trụ cột"), PILLARS)
    mode = _choice(_("Cách giao"), MODE_LABELS, empty=False)
    continuous = forms.BooleanField(label=_("Làm thường xuyên, không có ngày kết thúc"), required=False)

    def written(self) -> dict[str, Any]:
        values = super().written()
        day = values.get("deadline_date")
        return {**values, "deadline_date": day.isoformat() if day else None}


class DeadlineForm(FindingForm):
    """When something is due, from whom, to whom."""

    duty = _choice(_("Việc đến hạn"), DUTY_LABELS)
    rhythm = _choice(_("Định kỳ"), RHYTHM_LABELS)
    day = forms.IntegerField(label=_("Ngày"), required=False, min_value=1, max_value=31)
    month = forms.IntegerField(label=_("Tháng"), required=False, min_value=1, max_value=12)
    year = forms.IntegerField(label=_("Năm"), required=False, min_value=1900, max_value=2200)
    by = _agencies(_("Cơ quan thực hiện"))
    to = _agencies(_("Nơi nhận"))


class TargetForm(FindingForm):
    """What is to be reached, by which year."""

    minimum = NumberField(label=_("Từ"), required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    maximum = NumberField(label=_("Đến"), required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
    unit = _line(_("Đơn vị tính"))
    year = forms.IntegerField(label=_("Năm"), required=False, min_value=1900, max_value=2200)


class PartnerForm(FindingForm):
    """With whom abroad."""

    names = forms.CharField(
        label=_("Tên"), help_text=_("Mỗi dòng một tên; tên chính đứng đầu."), widget=forms.Textarea(attrs={"rows": 2})
    )
    kind = _choice(_("Loại"), PARTNER_LABELS)
    country = _line(_("Mã nước"), maxlength=2)

    @staticmethod
    def shown(fields: Mapping[str, Any]) -> dict[str, Any]:
        return {**fields, "names": "\n".join(fields.get("names") or ())}

    def written(self) -> dict[str, Any]:
        values = super().written()
        names = [name.strip() for name in values["names"].splitlines() if name.strip()]
        return {**values, "names": names, "country": values["country"].upper()}


class CitationForm(FindingForm):
    """Which document is meant; its key follows from kind, number and year."""

    kind = _line(_("Loại văn bản"))
    number = _line(_("Số, ký hiệu"))
    date = PartialDayField(label=_("Ngày ban hành"), required=False)
    issuer = _line(_("Cơ quan ban hành"))

    def written(self) -> dict[str, Any]:
        values = super().written()
        if all(_plain(values[name]) == _plain(self.current.get(name)) for name in ("kind", "number", "date")):
            return values
        year = int(values["date"][:4]) if values["date"] else None
        return {**values, "document": document_key(values["kind"], values["number"], year)}


FORMS: dict[FindingKind, type[FindingForm]] = {
    FindingKind.ASSIGNMENT: AssignmentForm,
    FindingKind.DEADLINE: DeadlineForm,
    FindingKind.TARGET: TargetForm,
    FindingKind.PARTNER: PartnerForm,
    FindingKind.CITATION: CitationForm,
}


def _mention(value: str) -> AgencyMention:
    found = _CHOSEN.fullmatch(value)
    if found is None:
        raise ValidationError(_("Cơ quan không đúng dạng."))
    number = int(found["id"]) if found["id"] else None
    return AgencyMention(
        written=" ".join(found["written"].split())[:500],
        agency_id=number if found["kind"] == "a" else None,
        group_id=number if found["kind"] == "g" else None,
    )


def _plain(value: Any) -> Any:
    """A value as it is compared: agencies by whom they mean, everything empty alike."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(entry) for entry in value]
    if isinstance(value, AgencyMention):
        return chosen_value(value)
    if isinstance(value, Mapping):
        return chosen_value(
            AgencyMention(value.get("written", ""), agency_id=value.get("agency_id"), group_id=value.get("group_id"))
        )
    return value or None
