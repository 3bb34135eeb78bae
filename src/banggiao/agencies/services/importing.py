"""Agencies out of an Excel sheet, first as a trial, then in earnest; all rows or none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from import_export import fields, resources, widgets
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from tablib import Dataset

from banggiao.accounts.access import Actor, demand
from banggiao.agencies.access import can_keep
from banggiao.agencies.models import Agency, Kind, Level, Tier
from banggiao.agencies.naming import key
from banggiao.agencies.services.agencies import (
    AgencyFields,
    Contact,
    agency_change,
    agency_contact_change,
    agency_create,
    agency_rename,
)

MOST_ROWS = 5000
MOST_BYTES = 5 * 1024 * 1024
Sheet = list[list[str]]
"""Cells as text, the headings first: what travels between the trial and the import."""


@dataclass(frozen=True)
class CellFault:
    """What is wrong in a cell: `C7`; a row alone where no column is to blame."""

    cell: str
    column: str
    value: str
    message: str


@dataclass(frozen=True)
class Import:
    """What an import did, or a trial would do."""

    new: int
    changed: int
    unchanged: int
    faults: tuple[CellFault, ...]

    @property
    def total(self) -> int:
        return self.new + self.changed + self.unchanged


class _ChoiceWidget(widgets.Widget):  # type: ignore[misc] # published without types
    """Words or codes of a choice, with or without tones: `Cấp tỉnh`, `cap tinh`, `province`."""

    def __init__(self, choices: type[models.TextChoices]) -> None:
        super().__init__()
        self._choices = choices

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:  # noqa: ARG002 (the library's signature)
        wanted = key(str(value or ""))
        for choice in self._choices:
            if wanted in (key(str(choice.label)), choice.value) or wanted == f"cap {key(str(choice.label))}":
                return str(choice.value)
        known = ", ".join(str(choice.label) for choice in self._choices)
        raise ValueError(_("Chọn một trong: %(known)s.") % {"known": known})

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:  # noqa: ARG002 (the library's signature)
        return str(self._choices(value).label) if value else ""


class _DayWidget(widgets.Widget):  # type: ignore[misc] # published without types
    """A day as offices write it: 01/7/2025; Excel's own dates arrive as 2025-07-01."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> date | None:  # noqa: ARG002 (the library's signature)
        text = str(value or "").strip()
        if not text:
            return None
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
            try:
                return datetime.strptime(text, form).date()  # noqa: DTZ007 (a day has no time zone)
            except ValueError:
                continue
        raise ValueError(_("Ngày viết dạng 01/7/2025."))

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:  # noqa: ARG002 (the library's signature)
        return f"{value:%d/%m/%Y}" if value else ""


class _ParentWidget(widgets.Widget):  # type: ignore[misc] # published without types
    """The agency above, by its code; it may stand further up in the same sheet."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Agency | None:  # noqa: ARG002 (the library's signature)
        code = str(value or "").strip()
        if not code:
            return None
        found = Agency.objects.filter(code=code).first()
        if found is None:
            raise ValueError(_("Không có cơ quan nào mang mã “%(code)s”.") % {"code": code})
        return found

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:  # noqa: ARG002 (the library's signature)
        return value.code if value else ""


class AgencyResource(resources.ModelResource):  # type: ignore[misc] # published without types
    """The sheet's columns. Rows whose code is on record change that agency, others are new."""

    code = fields.Field("code", "Mã")
    name = fields.Field("name", "Tên chính thức")
    short_name = fields.Field("short_name", "Tên viết tắt")
    level = fields.Field("level", "Khối", _ChoiceWidget(Level))
    tier = fields.Field("tier", "Cấp", _ChoiceWidget(Tier))
    kind = fields.Field("kind", "Loại", _ChoiceWidget(Kind))
    parent = fields.Field("parent", "Trực thuộc (mã)", _ParentWidget())
    place = fields.Field("place", "Địa bàn")
    identifier = fields.Field("identifier", "Mã định danh")
    former_identifier = fields.Field("former_identifier", "Mã định danh cũ")
    valid_from = fields.Field("valid_from", "Từ ngày", _DayWidget())
    valid_to = fields.Field("valid_to", "Đến hết ngày", _DayWidget())
    email = fields.Field("email", "Thư điện tử")
    phone = fields.Field("phone", "Điện thoại")
    address = fields.Field("address", "Địa chỉ")
    contact = fields.Field("contact", "Người liên hệ")
    note = fields.Field("note", "Ghi chú")

    class Meta:
        model = Agency
        import_id_fields = ("code",)
        use_transactions = True
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = False
        skip_html_diff = True

    def __init__(self, *, by: Actor | None = None, today: date | None = None) -> None:
        super().__init__()
        self._by = by
        self._today = today

    def import_field(self, field: Any, instance: Any, row: Any, is_m2m: bool = False, **kwargs: Any) -> None:
        """A column that the sheet does not have leaves what is on record."""
        if field.column_name in row:
            super().import_field(field, instance, row, is_m2m=is_m2m, **kwargs)

    def do_instance_save(self, instance: Any, is_create: bool) -> None:
        """Through the services, so that a sheet can do no more than a person."""
        assert self._by is not None
        assert self._today is not None
        values = AgencyFields(**{field: getattr(instance, field) for field in AgencyFields.__dataclass_fields__})
        contact = Contact(**{field: getattr(instance, field) or "" for field in Contact.__dataclass_fields__})
        if is_create:
            agency_create(
                by=self._by,
                fields=values,
                name=instance.name,
                short_name=instance.short_name or "",
                contact=contact,
                today=self._today,
            )
            return
        before = Agency.objects.get(code=instance.code)
        agency = agency_change(
            by=self._by, agency=Agency.objects.get(code=instance.code), fields=values, today=self._today
        )
        agency_contact_change(by=self._by, agency=agency, contact=contact)
        if instance.name != before.name:
            agency_rename(by=self._by, agency=agency, name=instance.name, on=self._today, today=self._today)


def read_sheet(content: bytes) -> Sheet:
    """The first sheet of a workbook as text, without rows that are empty.

    Raises:
        ValidationError: no Excel workbook, too large, or without any row.
    """
    if len(content) > MOST_BYTES:
        raise ValidationError(_("Tệp lớn hơn 5 MB. Chỉ giữ lại trang tính danh mục cơ quan rồi thử lại."))
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = [
            [_text(value) for value in row]
            for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=40, values_only=True)
        ]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as fault:
        raise ValidationError(_("Tệp này không phải sổ tính Excel (.xlsx) đọc được.")) from fault
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((index for row in rows for index, value in enumerate(row, 1) if value), default=0)
    rows = [row[:width] for row in rows]
    if len(rows) < 2:
        raise ValidationError(_("Trang tính đầu tiên không có dòng dữ liệu nào."))
    return rows


@transaction.atomic
def agencies_import(*, by: Actor, sheet: Sheet, is_trial: bool, today: date) -> Import:
    """Enter or change the agencies of a sheet. With any fault, and in a trial, nothing is kept.

    Raises:
        NotAllowed: to whoever does not keep the directory.
        ValidationError: the sheet lacks a column that cannot be missed.
    """
    demand(can_keep(by))
    headings = [" ".join(heading.split()) for heading in sheet[0]]
    _check_headings(headings)
    dataset = Dataset(*[_padded(row, len(headings)) for row in sheet[1:]], headers=headings)
    result = AgencyResource(by=by, today=today).import_data(dataset, dry_run=is_trial)
    faults = tuple(_faults(result, headings, sheet[1:]))
    if faults and not is_trial:
        transaction.set_rollback(True)
    totals = result.totals
    return Import(totals["new"], totals["update"], totals["skip"], faults)


def template_rows(agencies: Sequence[Agency]) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of the sheet that can be filled in and imported again."""
    dataset = AgencyResource().export(agencies)
    return list(dataset.headers), [[str(value or "") for value in row] for row in dataset]


def _check_headings(headings: Sequence[str]) -> None:
    needed = [AgencyResource.fields[name].column_name for name in ("code", "name", "level", "tier", "kind")]
    missing = [heading for heading in needed if heading not in headings]
    if missing:
        raise ValidationError(_("Trang tính thiếu cột: %(columns)s.") % {"columns": ", ".join(missing)})
    doubled = {heading for heading in headings if heading and headings.count(heading) > 1}
    if doubled:
        raise ValidationError(_("Cột lặp lại: %(columns)s.") % {"columns": ", ".join(sorted(doubled))})


def _faults(result: Any, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[CellFault]:
    found: list[CellFault] = [CellFault("", "", "", str(error.error)) for error in result.base_errors]
    for invalid in result.invalid_rows:
        for field, messages in invalid.error_dict.items():
            column = AgencyResource.fields[field].column_name if field in AgencyResource.fields else ""
            found += [_fault(invalid.number, column, message, headings, rows) for message in messages]
    for failed in result.error_rows:
        found += [_fault(failed.number, "", str(error.error), headings, rows) for error in failed.errors]
    return sorted(found, key=_place)


def _place(fault: CellFault) -> tuple[int, int, str]:
    """By row, then column: `C7` before `AA7`."""
    column = fault.cell.rstrip("0123456789")
    return int(fault.cell[len(column) :] or 0), len(column), column


def _fault(number: int, column: str, message: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> CellFault:
    """A fault at its cell; the sheet's first row holds the headings."""
    if column not in headings:
        return CellFault(str(number + 1), "", "", message)
    index = headings.index(column)
    row = rows[number - 1]
    value = row[index] if index < len(row) else ""
    return CellFault(f"{get_column_letter(index + 1)}{number + 1}", column, value, message)


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
