"""The words for what findings hold in codes, and one line of them for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from banggiao.documents.rules import FindingKind
from banggiao.documents.rules.fields import FIELDS
from banggiao.ui.wording import number_text

ROLE_LABELS: dict[str, Promise] = {
    "lead": _("Chủ trì"),
    "implement": _("Thực hiện"),
    "coordinate": _("Phối hợp"),
    "request": _("Đề nghị"),
}
MODE_LABELS: dict[str, Promise] = {"assign": _("Giao nhiệm vụ"), "request": _("Đề nghị phối hợp")}
RHYTHM_LABELS: dict[str, Promise] = {
    "once": _("Một lần"),
    "month": _("Hằng tháng"),
    "quarter": _("Hằng quý"),
    "half-year": _("6 tháng một lần"),
    "year": _("Hằng năm"),
    "ad-hoc": _("Đột xuất"),
    "permanent": _("Thường xuyên"),
}
DUTY_LABELS: dict[str, Promise] = {"report": _("Báo cáo"), "act": _("Thực hiện công việc")}
PARTNER_LABELS: dict[str, Promise] = {
    "country": _("Quốc gia"),
    "locality": _("Địa phương"),
    "organisation": _("Tổ chức"),
}
KIND_ICONS = {
    FindingKind.ASSIGNMENT: "clipboard-list",
    FindingKind.DEADLINE: "calendar-due",
    FindingKind.TARGET: "target",
    FindingKind.PARTNER: "world",
    FindingKind.CITATION: "quote",
    FindingKind.CONTENT: "user-question",
    FindingKind.HEADING: "list",
}


KIND_FILTERS: tuple[tuple[FindingKind, Promise], ...] = (
    (FindingKind.ASSIGNMENT, _("Nhiệm vụ")),
    (FindingKind.DEADLINE, _("Thời hạn")),
    (FindingKind.TARGET, _("Chỉ tiêu")),
    (FindingKind.PARTNER, _("Đối tác")),
    (FindingKind.CITATION, _("Viện dẫn")),
)
"""The kinds that the review lists, in the order of their weight."""


@dataclass(frozen=True)
class Filtered:
    """One filter of the review: the name and value in its address, what it is called, how many it leaves."""

    name: str
    value: str
    label: Any
    count: int
    on: bool


@dataclass(frozen=True)
class Fact:
    """One value of a finding with its name; the name may be missing where the value says it."""

    label: str
    value: str


def facts(kind: FindingKind, fields: Mapping[str, Any]) -> list[Fact]:
    """What a finding says beside its words and its agencies, the most telling first."""
    return [Fact(str(label), value) for label, value in _FACTS[kind](fields) if value]


def partial_day(written: str | None) -> str:
    """24/1/2025, 4/2023 or 2023, from an ISO date that may lack day and month.

    >>> partial_day("2025-01-24"), partial_day("2023-04"), partial_day(None)
    ('24/1/2025', '4/2023', '')
    """
    return "/".join(str(int(part)) for part in reversed((written or "").split("-")) if part)


def due_text(fields: Mapping[str, Any]) -> str:
    """When something is due: «5/11 hằng năm», «15/11/2026», «Đột xuất»."""
    day = "/".join(str(fields[name]) for name in ("day", "month", "year") if fields.get(name))
    rhythm = fields.get("rhythm") or ""
    if rhythm in ("", "once"):
        return day
    label = str(RHYTHM_LABELS[rhythm])
    return f"{day} {label[:1].lower()}{label[1:]}" if day else label


def amount_text(fields: Mapping[str, Any]) -> str:
    """What is to be reached: «30.000.000.000 – 50.000.000.000 VND», «từ 45 %»."""
    least, most, unit = fields.get("minimum"), fields.get("maximum"), fields.get("unit") or ""
    if least is None and most is None:
        return ""
    if least == most or None in (least, most):
        numbers = number_text(least if least is not None else most or 0)
        if most is None:
            numbers = gettext("từ %(number)s") % {"number": numbers}
        elif least is None:
            numbers = gettext("đến %(number)s") % {"number": numbers}
    else:
        numbers = f"{number_text(least or 0)} – {number_text(most or 0)}"
    return f"{numbers} {unit}".strip()


Pairs = Iterator[tuple[Any, str]]


def _assignment(fields: Mapping[str, Any]) -> Pairs:
    due = partial_day(fields.get("deadline_date")) or fields.get("deadline") or ""
    yield _("Hạn"), due
    if fields.get("rhythm") not in ("", "once", None):
        yield _("Định kỳ"), str(RHYTHM_LABELS[fields["rhythm"]])
    elif fields.get("continuous"):
        yield _("Định kỳ"), str(RHYTHM_LABELS["permanent"])
    yield _("Sản phẩm"), fields.get("product") or ""
    yield _("Lĩnh vực"), gettext(FIELDS[fields["field"]]) if fields.get("field") else ""


def _deadline(fields: Mapping[str, Any]) -> Pairs:
    yield "", str(DUTY_LABELS[fields["duty"]]) if fields.get("duty") else ""
    yield _("Hạn"), due_text(fields)


def _target(fields: Mapping[str, Any]) -> Pairs:
    yield "", amount_text(fields)
    yield _("Năm"), str(fields.get("year") or "")


def _partner(fields: Mapping[str, Any]) -> Pairs:
    yield "", str(PARTNER_LABELS.get(fields.get("kind") or "", ""))
    yield _("Tên khác"), ", ".join(fields.get("names", ())[1:])
    yield _("Mã nước"), fields.get("country") or ""


def _citation(fields: Mapping[str, Any]) -> Pairs:
    yield "", f"{fields.get('kind') or ''} {fields.get('number') or ''}".strip()
    yield _("Ngày"), partial_day(fields.get("date"))
    yield _("Cơ quan ban hành"), fields.get("issuer") or ""


def _content(fields: Mapping[str, Any]) -> Pairs:
    yield _("Mục"), fields.get("heading") or ""


def _heading(_fields: Mapping[str, Any]) -> Pairs:
    return iter(())


_FACTS = {
    FindingKind.ASSIGNMENT: _assignment,
    FindingKind.DEADLINE: _deadline,
    FindingKind.TARGET: _target,
    FindingKind.PARTNER: _partner,
    FindingKind.CITATION: _citation,
    FindingKind.CONTENT: _content,
    FindingKind.HEADING: _heading,
}
