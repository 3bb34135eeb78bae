"""The shapes of what is typed: about documents, and about what was found in them."""

from __future__ import annotations

from banggiao.documents.forms.documents import DocumentForm, ValidityForm
from banggiao.documents.forms.findings import FORMS, AgenciesField, FindingForm, chosen_value

__all__ = ["FORMS", "AgenciesField", "DocumentForm", "FindingForm", "ValidityForm", "chosen_value"]
