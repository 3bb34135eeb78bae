"""The shapes of what is typed about documents."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from banggiao.documents.models import VALIDITIES, Document
from banggiao.ui.forms import DateInput


class DocumentForm(forms.ModelForm[Document]):
    """The metadata of a document. Kept by `services.describing.document_edit`, never by `save`."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Document
        fields = ("kind", "number", "date", "issuer", "place", "signer", "title")
        widgets: ClassVar[dict[str, Any]] = {"date": DateInput, "title": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.initial["version"] = self.instance.version
        self.fields["title"].required = True


class ValidityForm(forms.Form):
    """Whether a document still binds, and what took its place."""

    validity = forms.ChoiceField(
        label=_("Hiệu lực"), choices=VALIDITIES, widget=forms.RadioSelect(attrs={"class": "form-check-input"})
    )
    validity_from = forms.DateField(label=_("Hết hiệu lực từ ngày"), required=False, widget=DateInput)
    superseded_by = forms.IntegerField(label=_("Văn bản thay thế"), required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
