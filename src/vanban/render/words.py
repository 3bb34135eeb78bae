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
    """`30 - 50 tỷ đồng`, `từ 80 %`, `12 đoàn`."""
    low, high = target.minimum, target.maximum
    unit = target.unit
    if unit == "VND":
        return _money(low, high)
    if low is not None and high is not None:
        figures = number(low) if low == high else f"{number(low)} - {number(high)}"
    else:
        figures = f"từ {number(low)}" if low is not None else f"đến {number(high)}" if high is not None else ""
    return f"{figures}{unit}" if unit == "%" else f"{figures} {unit}".strip()


def _money(low: float | None, high: float | None) -> str:
    largest = max(value for value in (low, high, 0.0) if value is not None)
    divisor, unit = (1e9, "tỷ đồng") if largest >= 1e9 else (1e6, "triệu đồng") if largest >= 1e6 else (1.0, "đồng")
    if low is not None and high is not None and low != high:
        return f"{number(low / divisor)} - {number(high / divisor)} {unit}"
    if low is not None and low == high:
        return f"{number(low / divisor)} {unit}"
    if low is not None:
        return f"từ {number(low / divisor)} {unit}"
    return f"đến {number(high / divisor)} {unit}" if high is not None else ""


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
