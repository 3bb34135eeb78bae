"""The Vietnamese words by which findings are shown to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.findings import Deadline, Letterhead, Target

ROLES = {"lead": "chủ trì", "coordinate": "phối hợp", "implement": "thực hiện", "request": "đề nghị"}
RHYTHMS = {
    "year": "hằng năm",
    "half-year": "06 tháng",
    "quarter": "hằng quý",
    "month": "hằng tháng",
    "once": "một lần",
    "ad-hoc": "đột xuất",
    "permanent": "thường xuyên",
}
DUTIES = {"report": "báo cáo", "act": "thực hiện"}
PARTNERS = {"country": "quốc gia", "locality": "địa phương", "organisation": "tổ chức"}
STATES = {"kept": "giữ nguyên", "reworded": "sửa câu chữ", "dropped": "bỏ", "new": "mới"}

UNSURE = 0.8
"""Confidence below which a finding is shown as doubtful."""


def name(head: Letterhead, document: str | None = None) -> str:
    """How a document is called: `Kế hoạch 20/KH-UBND`; by its file where it bears neither kind nor number."""
    return " ".join(piece for piece in (head.kind, head.number) if piece) or document or "Văn bản"


def date(value: str | None) -> str:
    """An ISO date, whole or partial, as it is written: `25/6/2025`, `6/2025`, `2025`."""
    if not value:
        return ""
    return "/".join(piece.lstrip("0") if number else piece for number, piece in _pieces(value))


def _pieces(value: str) -> list[tuple[int, str]]:
    """Day, month, year; the year numbered 0."""
    return list(reversed(list(enumerate(value.split("-")))))


def due(deadline: Deadline) -> str:
    """The day a deadline falls on, as far as it is given: `25/5`, `15/11/2025`, `2025`."""
    known = [part for part in (deadline.day, deadline.month, deadline.year) if part is not None]
    return "/".join(map(str, known))


def amount(target: Target) -> str:
    """`30 - 50 tỷ đồng`, `từ 80%`, `12 đoàn`, `đến 1,5 triệu USD`."""
    known = [value for value in (target.minimum, target.maximum) if value is not None]
    if not known:
        return target.unit
    divisor, scale = next((row for row in _SCALES if max(known) >= row[0]), (1.0, ""))
    figures = " - ".join(dict.fromkeys(number(value / divisor) for value in known))
    opening = "" if len(known) == 2 else "từ " if target.maximum is None else "đến "
    unit = "đồng" if target.unit == "VND" else target.unit
    words = f"{opening}{figures}{scale}"
    return f"{words}%" if unit == "%" else f"{words} {unit}".strip()


_SCALES = ((1e9, " tỷ"), (1e6, " triệu"))


def number(value: float | None) -> str:
    """A number as Vietnamese write it: `1.250.000`, `1,25`.

    >>> number(1250000.0), number(1.25)
    ('1.250.000', '1,25')
    """
    if value is None:
        return ""
    text = f"{value:,.0f}" if value == value // 1 else f"{value:,.2f}".rstrip("0")
    return text.translate(str.maketrans(",.", ".,"))


def sure(confidence: float) -> str:
    """A mark for what is doubtful, with the share by which it is sure."""
    return "" if confidence >= UNSURE else f"? {round(confidence * 100)}%"
