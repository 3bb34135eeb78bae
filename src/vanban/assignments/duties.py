"""Duties: which agency has to do what, in which role, with whom.

A duty is a bullet where an agency's duties are bullets, else a sentence. Its agencies are the sentence's own subject,
or those of the heading above it. Outside the part that hands out duties a sentence counts whose subject is an agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vanban import parts
from vanban.agencies import REQUEST, AgencyList, OpenedList, opens_duty
from vanban.assignments.companions import companions
from vanban.assignments.dutyfields import (
    bracketed_owner,
    field_owner,
    is_field,
    partners_field,
    product_field,
    time_field,
)
from vanban.assignments.owners import Owners
from vanban.assignments.subjects import Subject, subject_of
from vanban.assignments.tasktables import TaskTable
from vanban.findings import Assignment, Node, Span
from vanban.sentences import clauses, sentences

if TYPE_CHECKING:
    from vanban.outline import Outline

_LONGEST_LABEL = 60
_LABEL = re.compile(
    r"(?:thời gian|thời hạn|kinh phí|nguồn kinh phí|nguồn vốn|địa điểm|sản phẩm|thành phần|ghi chú|số lượng|đối tượng"
    r"|nội dung|hình thức|kết quả)\b[^:.;]{0,30}:",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:(?:Kế hoạch|Chương trình|Đề án|Quyết định|Chỉ thị|Văn bản)\snày\s|Trên đây là|Kinh phí\s"
    r"|Nguồn kinh phí|Nguồn vốn|Nơi nhận)"
)
"""How sentences begin that speak of the plan or its money and not of what the agency above has to do."""
_CLOSING = re.compile(r"(?:Trong quá trình|Quá trình|Trên đây|Yêu cầu|Đề nghị các|Căn cứ Kế hoạch)\b")
_LEAD = re.compile(r"(?<!cơ quan )(?<!đơn vị )[Cc]hủ trì\b|(?<=là cơ quan )chủ trì\b|(?<=là đơn vị )chủ trì\b")
_COORDINATE = re.compile(
    r"(?:(?:chủ động|tích cực|tiếp tục|thường xuyên|kịp thời|tăng cường|đẩy mạnh|có trách nhiệm|chịu trách nhiệm"
    r"|tham gia|cùng)"
    r"[,\s]+){0,4}phối hợp\b",
    re.IGNORECASE,
)


class _Mandate(NamedTuple):
    """What the places above a line say of its duties: whose they are, whether any are handed out there.

    `opened` is what was read of the line's first words before.
    """

    owner: AgencyList | None
    giving: bool
    opened: OpenedList | None


class Duty(NamedTuple):
    """A duty in the making: whose it is, where it stands, where its verb begins."""

    agencies: AgencyList
    span: Span
    verb: int
    inherited: bool


def find(flat: str, outline: Outline) -> list[Assignment]:
    """All duties in reading order; spans are offsets into `flat`."""
    found: list[Assignment] = []
    owners = Owners(flat, outline)
    table = TaskTable(flat)
    numbered = any(node.parent is not None for node in outline.nodes)
    for index, node in enumerate(outline.nodes):
        if node.cells:
            found.extend(table.row(node))
            continue
        if (numbered and node.path.startswith("0/")) or owners.is_owner(index):
            continue
        if found and _completes(flat, node, found, outline.nodes[max(0, index - _FIELDS) : index]):
            continue
        found.extend(_assignment(flat, node, duty) for duty in _duties(flat, outline, index, node, owners))
    return found


_FIELDS = 4
"""At most so many lines of fields (`Cơ quan phối hợp: …`, `Thời gian: …`) belong to one duty."""


def _completes(flat: str, node: Node, found: list[Assignment], before: Sequence[Node]) -> bool:
    """Put what a line of fields says into the duty just above it; False for any other line."""
    if ":" not in node.text[:_LONGEST_LABEL] or not any(above.path == found[-1].path for above in before):
        return False
    partners = partners_field(flat, node.span)
    time, product = time_field(flat, node.span), product_field(flat, node.span)
    if not (partners or time or product):
        return False
    last = found[-1]
    found[-1] = last._replace(
        partners=tuple(dict.fromkeys((*last.partners, *partners))),
        deadline=last.deadline or time,
        product=last.product or product,
    )
    return True


def _duties(flat: str, outline: Outline, index: int, node: Node, owners: Owners) -> Iterator[Duty]:
    if node.kind in parts.HEADINGS and index in owners.above and node.text[-1:] not in ".;/":
        return _of_bracket(flat, node.span)
    if owners.leads(index, node):
        return iter(())
    owner = owners.of(node)
    giving = owner is not None or owners.gives(node)
    if owner is not None and _is_closing(outline, index, node):
        owner = None
    mandate = _Mandate(owner, giving, owners.opened)
    return (_of_paragraph if node.kind == "paragraph" else _of_item)(flat, node.span, mandate)


def _of_item(flat: str, span: Span, mandate: _Mandate) -> Iterator[Duty]:
    """One duty for the whole item, and one more for each sentence or clause in it with a subject of its own."""
    previous: Duty | None = None
    for start, end in sentences(flat, *span):
        if flat[start] == "(" and end == span[1] and (whole := [*_of_bracket(flat, span)]):
            previous = whole[0]
            break
        for duty in _of_sentence(flat, (start, end), mandate):
            if previous is not None and duty.inherited:
                continue
            if previous is not None:
                yield _until(previous, duty.span[0])
            previous = duty
    if previous is not None:
        yield _until(previous, span[1])


def _of_bracket(flat: str, span: Span) -> Iterator[Duty]:
    """The duty of a line that ends with those in charge: `Nâng cấp trạm y tế xã. (Sở Y tế chủ trì)`."""
    opening = flat.rfind("(", *span)
    if opening < 0 or not flat[opening : span[1]].rstrip(" .;/").endswith(")"):
        return
    subject = bracketed_owner(flat, opening, span[1]) or field_owner(flat, opening, span[1])
    if subject:
        yield Duty(subject.agencies, span, subject.duty, inherited=False)


def _of_paragraph(flat: str, span: Span, mandate: _Mandate) -> Iterator[Duty]:
    """One duty a sentence; sentences without a subject go on with that of the first one, where it has its own."""
    previous: Duty | None = None
    carried: AgencyList | None = None
    for start, end in sentences(flat, *span):
        current = carried or mandate.owner
        if mandate.owner is None and not (
            mandate.giving and opens_duty(flat[start : min(end, start + _LONGEST_LABEL)])
        ):
            current = None
        for duty in _of_sentence(flat, (start, end), mandate._replace(owner=current)):
            if previous is not None:
                yield previous
            elif not duty.inherited:
                carried = duty.agencies
            previous = duty
        if previous is not None and is_field(flat, (start, end)):
            previous = _until(previous, end)
    if previous is not None:
        yield previous


def _is_closing(outline: Outline, index: int, node: Node) -> bool:
    """`Trong quá trình thực hiện, …` behind the duties of the last agency speaks of the whole plan."""
    before = outline.nodes[index - 1]
    return node.kind == "paragraph" and before.parent == node.parent and bool(_CLOSING.match(node.text))


def _until(duty: Duty, end: int) -> Duty:
    return duty._replace(span=(duty.span[0], end))


def _of_sentence(flat: str, span: Span, mandate: _Mandate) -> Iterator[Duty]:
    """The duties of a sentence: that of the heading's agencies or of its own subject; of each clause with another."""
    start, end = span
    owner, giving, opened = mandate
    subject = subject_of(flat, start, end, topics=giving and owner is None, opened=opened)
    if subject and owner is not None and not subject.condition and flat[start : start + 9].lower() == "lãnh đạo ":
        subject = None
    if subject is None and owner is None:
        subject = field_owner(flat, start, end) or bracketed_owner(flat, start, end)
    if subject is None and owner is not None and not _is_no_duty(flat, start, end):
        current: Duty | None = Duty(owner, span, start, inherited=True)
    else:
        current = _own(subject, span) if subject else None
    begin = current.verb if current else start
    for clause, stop in _further_clauses(flat, begin, end):
        other = subject_of(flat, clause, stop)
        if other is None:
            continue
        if current is not None:
            yield _until(current, clause)
        current = _own(other, (clause, end))
    if current is not None:
        yield current


def _further_clauses(flat: str, begin: int, end: int) -> Sequence[Span]:
    """The clauses of a sentence but the first."""
    return [*clauses(flat, begin, end)][1:] if flat.find(";", begin, end) >= 0 else ()


def _is_no_duty(flat: str, start: int, end: int) -> bool:
    """`Thời gian: …`, `Kế hoạch này được phổ biến …` stand among an agency's duties and are none."""
    return bool(_LABEL.match(flat, start, end) or _ABOUT.match(flat, start, end))


def _own(subject: Subject, span: Span) -> Duty:
    return Duty(subject.agencies, span, subject.duty, inherited=False)


def _assignment(flat: str, node: Node, duty: Duty) -> Assignment:
    start, end = duty.span
    while end > start and flat[end - 1].isspace():
        end -= 1
    text = flat[start:end].replace("\n", " ")
    listed = duty.agencies
    return Assignment(
        path=node.path,
        agencies=listed.names,
        role=_role(text, text[max(0, duty.verb - start) :], listed.mode),
        partners=companions(flat, max(start, duty.verb), end),
        duty=text,
        span=(start, end),
        agency_spans=listed.spans,
        confidence=listed.confidence,
        doubts=listed.doubts,
    )


def _role(text: str, action: str, mode: str) -> str:
    """`lead`, `coordinate`, `request` or `implement`; see the annotation guide of the gold readings."""
    if mode == REQUEST:
        return "request"
    if "hủ trì" in text and _LEAD.search(text):
        return "lead"
    return "coordinate" if _COORDINATE.match(action) else "implement"
