"""A whole list as a file, as it is filtered and sorted: Excel, or CSV for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from banggiao.ui.lists import EXPORT, FORMATS, Cell, Column, Listing

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; a name typed by somebody must stay a name."""

_WIDEST = 60
_CHUNK = 2000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def wanted_export(listing: Listing) -> str:
    """The format that the address asks for, or nothing."""
    wanted = listing.query.get(EXPORT, "")
    return wanted if wanted in FORMATS else ""


def export(listing: Listing, *, name: str, title: str) -> HttpResponse:
    """The file of a list, named `name` with the day."""
    columns = [column for column in listing.shape.columns if column.value]
    rows = ([_cell(column, row) for column in columns] for row in listing.rows.iterator(chunk_size=_CHUNK))
    heading = [str(column.label) for column in columns]
    stem = f"{name}-{timezone.localdate():%Y-%m-%d}"
    if wanted_export(listing) == "csv":
        return _attachment(_csv(heading, rows), "text/csv; charset=utf-8", f"{stem}.csv")
    return _attachment(workbook(title, heading, rows), XLSX, f"{stem}.xlsx")


def workbook(title: str, heading: list[str], rows: Iterable[list[Cell]]) -> bytes:
    """One sheet with a heading that stays, filters, and columns as wide as their text."""
    book = Workbook(write_only=True)
    sheet: Worksheet = book.create_sheet(title[:31])
    kept = list(rows)
    for number, label in enumerate(heading, 1):
        longest = max([len(label), *(len(str(row[number - 1] or "")) for row in kept[:500])])
        sheet.column_dimensions[get_column_letter(number)].width = min(_WIDEST, longest + 3)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heading))}{len(kept) + 1}"
    sheet.append([_heading_cell(sheet, label) for label in heading])
    for row in kept:
        sheet.append([_body_cell(sheet, value) for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(column: Column, row: object) -> Cell:
    value: object = column.value(row) if column.value else None
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    return value if isinstance(value, str | int | float | Decimal | date | None) else str(value)


def _heading_cell(sheet: Worksheet, label: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, value=label)
    cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="F1E9DC")
    return cell


def _body_cell(sheet: Worksheet, value: Cell) -> SheetCell:
    cell = WriteOnlyCell(sheet, value=value)  # type: ignore[arg-type]
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(vertical="top", wrap_text=len(value) > _WIDEST)
    elif isinstance(value, datetime):
        cell.number_format = "d/m/yyyy hh:mm"
    elif isinstance(value, date):
        cell.number_format = "d/m/yyyy"
    return cell


def _csv(heading: list[str], rows: Iterable[list[Cell]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(heading)
    writer.writerows(_harmless(row) for row in rows)
    # The mark in front tells Excel that this is UTF-8.
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _harmless(row: list[Cell]) -> Iterator[Cell]:
    for value in row:
        yield f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _attachment(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(content, media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
