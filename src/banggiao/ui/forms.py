"""How every form looks: one template for a field, Tabler's classes on each widget."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting

from banggiao.ui.wording import day_text

_CHOICES = (forms.CheckboxInput, forms.RadioSelect, forms.CheckboxSelectMultiple)


class StyledField(BoundField):
    """A field whose widget has the class of its kind and points to its help and its errors."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        own = str(attrs.get("class") or widget.attrs.get("class", ""))
        invalid = "is-invalid" if self.form.is_bound and self.errors else ""
        attrs["class"] = " ".join(part for part in (own, _class_of(widget), invalid) if part)
        return attrs

    @property
    def is_choice(self) -> bool:
        """Whether the label stands behind a single box."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_group(self) -> bool:
        return self.use_fieldset


class FormRenderer(TemplatesSetting):
    """Forms and fields from the templates of this app."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
    bound_field_class = StyledField


class DateInput(forms.DateInput):
    """A day as it is written here, 25/5/2026, with the browser's calendar behind a button.

    The browser's own field would show 5/25/2026 wherever an English system is installed, which is most offices.
    """

    template_name = "ui/widgets/day.html"

    def format_value(self, value: Any) -> str | None:
        return day_text(value) if isinstance(value, date) else super().format_value(value)


def _class_of(widget: forms.Widget) -> str:
    if isinstance(widget, _CHOICES):
        return "form-check-input"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"
