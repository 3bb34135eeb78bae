"""A list of tasks as a table in Word, landscape A4, in the type and margins of Nghị định 30/2020/NĐ-CP."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from banggiao.tasks.queries.rows import TaskRow
from banggiao.ui.wording import day_text, days_left_text

_FACE = "Times New Roman"
_WIDTHS = (10, 92, 48, 42, 30, 25)
"""Millimetres; together the 247 mm between the margins of a landscape page."""


def task_table(rows: Sequence[TaskRow], narrowed: str, *, today: date) -> bytes:
    """The file: a title, what the list is narrowed to, and a line for each task."""
    document = Document()
    _page(document)
    _line(document, _("DANH MỤC NHIỆM VỤ"), size=14, bold=True)
    _line(document, _("(%(what)s; ngày %(day)s)") % {"what": narrowed, "day": day_text(today)}, size=13, italic=True)
    table = document.add_table(rows=1, cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    _heading(table)
    for number, row in enumerate(rows, 1):
        _fill(table.add_row().cells, _cells(number, row, today))
    _widths(table)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _page(document: DocxDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FACE, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FACE)


def _line(document: DocxDocument, text: str, *, size: int, bold: bool = False, italic: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(6)
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _heading(table: Table) -> None:
    names = (_("TT"), _("Nhiệm vụ"), _("Chủ trì"), _("Phối hợp"), _("Thời hạn"), _("Tình trạng"))
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        _write(cell, name, bold=True)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    # The heading stands again on every page.
    properties = table.rows[0]._tr.get_or_add_trPr()
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    properties.append(repeated)


def _cells(number: int, row: TaskRow, today: date) -> tuple[str, ...]:
    product = _("Sản phẩm: %(what)s") % {"what": row.product} if row.product else ""
    due = "\n".join(
        text
        for text in (
            day_text(row.deadline) if row.deadline else row.when,
            days_left_text(row.deadline, today) if row.deadline and row.is_open else "",
        )
        if text
    )
    return (
        str(number),
        "\n".join(text for text in (row.what, product) if text),
        row.leads.shown + (f" (+{row.leads.more})" if row.leads.more else ""),
        row.others.shown + (f" (+{row.others.more})" if row.others.more else ""),
        due,
        f"{row.badge.label}\n{row.progress}%",
    )


def _fill(cells: Sequence[_Cell], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        _write(cell, text)


def _write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run("".join(char for char in text if char == "\n" or char.isprintable()))
    run.bold = bold


def _widths(table: Table) -> None:
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, _WIDTHS, strict=True):
            cell.width = Mm(width)
