"""The findings of a reading, kind by kind: as lines of a list, and as marks on the text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from vanban.render import words
from vanban.render.marks import Mark

if TYPE_CHECKING:
    from vanban.findings import Assignment, Citation, Deadline, Letterhead, Partner, Target, Warning
    from vanban.reading import Reading

_FIELDS = {
    "kind": "Loại văn bản",
    "number": "Số, ký hiệu",
    "place": "Địa danh",
    "date": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "title": "Trích yếu",
    "signer": "Người ký",
    "recipients": "Nơi nhận",
}


class Line(NamedTuple):
    """A line of a list: where in the outline, who or what it is about, what it says; `more` and `doubt` below it."""

    anchor: str
    where: str
    who: str
    what: str
    more: str = ""
    doubt: str = ""


class Group(NamedTuple):
    """The findings of one kind; `name` is its anchor on the page, `mark` the kind of its marks."""

    name: str
    title: str
    mark: str
    lines: list[Line]
    marks: list[Mark]


def groups(reading: Reading) -> list[Group]:
    """All kinds of which something was found, what asks for attention first."""
    found = (
        _group("warnings", "Cần xem lại", "warning", map(_warning, count(1), reading.warnings)),
        _group("assignments", "Nhiệm vụ được giao", "assignment", map(_assignment, count(1), reading.assignments)),
        _group("deadlines", "Thời hạn", "deadline", map(_deadline, count(1), reading.deadlines)),
        _group("targets", "Chỉ tiêu", "target", map(_target, count(1), reading.targets)),
        _group("citations", "Văn bản viện dẫn", "citation", map(_citation, count(1), reading.citations)),
        _group("partners", "Đối tác nước ngoài", "partner", map(_partner, count(1), reading.partners)),
    )
    return [group for group in found if group.lines]


def letterhead(head: Letterhead) -> list[Mark]:
    """The fields of the letterhead, to be named in tooltips."""
    return [Mark("head", span, _FIELDS.get(field, field)) for field, span in head.spans]


Shown = tuple[Line, list[Mark]]


def _group(name: str, title: str, mark: str, shown: Iterable[Shown]) -> Group:
    both = list(shown)
    return Group(name, title, mark, [line for line, _ in both], [mark for _, marks in both for mark in marks])


def _warning(index: int, warning: Warning) -> Shown:
    anchor = f"w{index}"
    return (
        Line(anchor, warning.path or "", "", warning.message),
        [Mark("warning", warning.span, f"Cần xem lại: {warning.message}", anchor=anchor)],
    )


def _assignment(index: int, assignment: Assignment) -> Shown:
    anchor = f"a{index}"
    who = "; ".join(assignment.agencies)
    role = words.ROLES.get(assignment.role, assignment.role)
    doubt = _doubt(assignment.confidence, assignment.doubts)
    more = [f"cùng {'; '.join(assignment.partners)}"] if assignment.partners else []
    more += [f"sản phẩm: {assignment.product}"] if assignment.product else []
    more += [f"hạn: {assignment.deadline}"] if assignment.deadline else []
    label = f"Nhiệm vụ: {who} {role}" + (f" ({doubt})" if doubt else "")
    marks = [Mark("assignment", assignment.span, label, bool(doubt), anchor)]
    marks += [Mark("agency", span, f"Cơ quan được giao: {who}", bool(doubt)) for span in assignment.agency_spans]
    return Line(anchor, assignment.path, who, f"{role}: {_opening(assignment.duty)}", ". ".join(more), doubt), marks


def _deadline(index: int, deadline: Deadline) -> Shown:
    anchor = f"d{index}"
    doubt = _doubt(deadline.confidence)
    when = ", ".join(
        piece for piece in (words.RHYTHMS.get(deadline.rhythm, deadline.rhythm), words.due(deadline)) if piece
    )
    duty = words.DUTIES.get(deadline.duty, deadline.duty)
    who = "; ".join(deadline.by)
    more = f"gửi {'; '.join(deadline.to)}" if deadline.to else ""
    label = f"Thời hạn {duty}: {when}"
    return (
        Line(anchor, deadline.path, when, f"{duty}: {who}" if who else duty, more, doubt),
        [Mark("deadline", deadline.span, label, bool(doubt), anchor)],
    )


def _target(index: int, target: Target) -> Shown:
    anchor = f"t{index}"
    doubt = _doubt(target.confidence)
    year = f"năm {target.year}" if target.year else ""
    level = words.amount(target)
    return (
        Line(anchor, target.path, level, target.text, year, doubt),
        [Mark("target", target.span, f"Chỉ tiêu: {level} {year}".strip(), bool(doubt), anchor)],
    )


def _citation(index: int, citation: Citation) -> Shown:
    anchor = f"c{index}"
    doubt = _doubt(citation.confidence)
    name = f"{citation.kind or ''} {citation.number}".strip()
    about = ", ".join(piece for piece in (words.date(citation.date), citation.issuer) if piece)
    where = "trích yếu" if citation.path == "title" else citation.path or ""
    return (
        Line(anchor, where, name, about, "", doubt),
        [Mark("citation", citation.span, f"Viện dẫn: {name}" + (f" ({about})" if about else ""), bool(doubt), anchor)],
    )


def _partner(index: int, partner: Partner) -> Shown:
    anchor = f"p{index}"
    doubt = _doubt(partner.confidence)
    mentions = partner.mentions or (partner.span,)
    kind = ", ".join(piece for piece in (words.PARTNERS.get(partner.kind, partner.kind), partner.country) if piece)
    label = f"Đối tác: {partner.names[0]} ({kind})"
    marks = [Mark("partner", span, label, bool(doubt), anchor if span == mentions[0] else "") for span in mentions]
    times = f"{len(mentions)} lần nhắc" if len(mentions) > 1 else ""
    return Line(anchor, "", " / ".join(partner.names), kind, times, doubt), marks


def _doubt(confidence: float, reasons: Iterable[str] = ()) -> str:
    """Why a finding is doubtful; empty where it is not."""
    said = "; ".join(reasons)
    if said or confidence < words.UNSURE:
        return f"chưa chắc ({round(confidence * 100)}%){': ' if said else ''}{said}"
    return ""


def _opening(text: str) -> str:
    """The first words of a long duty."""
    return text if len(text) <= _LONGEST_LINE else text[:_LONGEST_LINE].rsplit(" ", 1)[0] + " …"


_LONGEST_LINE = 150
