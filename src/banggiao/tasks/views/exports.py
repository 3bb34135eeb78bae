"""The register as a file: Excel, CSV or a Word table, as it is filtered and sorted."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from banggiao.accounts.access import ActorRequest
from banggiao.tasks.queries.register import narrowed_words, tasks_of
from banggiao.tasks.queries.rows import TaskRow, task_rows
from banggiao.tasks.views.word import task_table
from banggiao.ui.exports import XLSX, workbook
from banggiao.ui.lists import EXPORT, Cell, Listing
from banggiao.ui.wording import day_text, days_left_text

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_LINES = {"xlsx": 20_000, "csv": 100_000, "docx": 1_000}
"""Lines of a file; a Word table of more takes minutes to open."""


def wanted_file(request: ActorRequest, listing: Listing, *, today: date) -> HttpResponse | None:
    """The file that the address asks for; None where it asks for the page."""
    kind = request.GET.get(EXPORT, "")
    if kind not in MOST_LINES:
        return None
    rows = task_rows(tasks_of(listing, MOST_LINES[kind]), today=today)
    stem = f"nhiem-vu-{today:%Y-%m-%d}"
    if kind == "docx":
        return _attachment(task_table(rows, narrowed_words(listing), today=today), DOCX, f"{stem}.docx")
    lines = [line(row, today) for row in rows]
    if kind == "csv":
        return _attachment(_csv(lines), "text/csv; charset=utf-8", f"{stem}.csv")
    return _attachment(workbook(pgettext("số nhiều", "Nhiệm vụ"), headings(), lines), XLSX, f"{stem}.xlsx")


def headings() -> list[str]:
    """The columns of the file."""
    return [
        _("Mã"),
        _("Kế hoạch"),
        _("Lĩnh vực"),
        _("Nhiệm vụ"),
        _("Chủ trì"),
        _("Phối hợp"),
        _("Sản phẩm"),
        _("Thời hạn"),
        _("Thời hạn theo văn bản"),
        _("Tình trạng"),
        _("Tiến độ (%)"),
        _("Cập nhật gần nhất"),
    ]


def line(row: TaskRow, today: date) -> list[Cell]:
    """One task as a line of the file."""
    due = days_left_text(row.deadline, today) if row.deadline and row.is_open else ""
    return [
        row.code,
        row.plan,
        row.field,
        row.what,
        row.leads.all,
        row.others.all,
        row.product,
        row.deadline,
        row.deadline_text or row.when,
        f"{row.badge.label} ({due})" if due else str(row.badge.label),
        row.progress,
        row.last_update_at.date() if row.last_update_at else None,
    ]


_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def _csv(lines: Sequence[list[Cell]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(headings())
    for cells in lines:
        writer.writerow([_plain(cell) for cell in cells])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, date):
        return day_text(cell)
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _attachment(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(content, media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
