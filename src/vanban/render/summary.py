"""A reading as text for a terminal: letterhead, outline, and a table for each kind of finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vanban.render import words
from vanban.render.tables import paragraph, shorten, table, terminal_width

if TYPE_CHECKING:
    from vanban.findings import Assignment, Citation, Letterhead, Node
    from vanban.reading import Reading

_FULL_LEVEL = 40
"""Deepest indent of the outline, so that a hostile nesting still leaves room for words."""


def as_text(reading: Reading, document: str | None = None, width: int | None = None) -> str:
    """The whole reading in lines of at most `width` cells (that of the terminal where none is given)."""
    return "\n".join(_lines(reading, document, width or terminal_width())) + "\n"


def section(title: str, count: int | None, width: int) -> list[str]:
    """A heading with its count and a rule under it."""
    heading = title if count is None else f"{title} ({count})"
    return ["", *paragraph(heading, width), "━" * min(width, max(len(heading), 3))]


def _lines(reading: Reading, document: str | None, width: int) -> Iterator[str]:
    yield from title(reading.letterhead, document, width)
    yield from _letterhead(reading.letterhead, width)
    for note in reading.notes:
        yield from paragraph(note, width, first="  ! ", rest="    ")
    if reading.outline:
        yield from section("DÀN BÀI", len(reading.outline), width)
        yield from _outline(reading.outline, width)
    yield from _findings(
        "NHIỆM VỤ ĐƯỢC GIAO",
        ("Mục", "Cơ quan", "Vai trò", "Nhiệm vụ", "Phối hợp với"),
        [_duty(assignment) for assignment in reading.assignments],
        width,
        main="Nhiệm vụ",
    )
    yield from _findings(
        "THỜI HẠN",
        ("Mục", "Hạn", "Nhịp", "Việc", "Ai", "Gửi", "Nguyên văn"),
        [
            (
                due.path,
                words.due(due),
                words.RHYTHMS.get(due.rhythm, due.rhythm),
                words.DUTIES.get(due.duty, due.duty),
                "; ".join(due.by),
                "; ".join(due.to),
                due.text,
            )
            for due in reading.deadlines
        ],
        width,
    )
    yield from _findings(
        "CHỈ TIÊU",
        ("Mục", "Mức", "Năm", "Nguyên văn"),
        [(aim.path, words.amount(aim), str(aim.year or ""), aim.text) for aim in reading.targets],
        width,
    )
    yield from _findings(
        "VĂN BẢN ĐƯỢC VIỆN DẪN",
        ("Văn bản", "Ngày", "Cơ quan ban hành", "Lần"),
        list(_documents(reading.citations)),
        width,
    )
    yield from _findings(
        "ĐỐI TÁC NƯỚC NGOÀI",
        ("Tên", "Loại", "Nước", "Lần"),
        [
            (
                " / ".join(partner.names),
                words.PARTNERS.get(partner.kind, partner.kind),
                partner.country or "",
                str(len(partner.mentions) or 1),
            )
            for partner in reading.partners
        ],
        width,
    )
    if reading.warnings:
        yield from section("CẦN XEM LẠI", len(reading.warnings), width)
        for warning in reading.warnings:
            place = f"{warning.path}: " if warning.path else ""
            yield from paragraph(f"{place}{warning.message}", width, first="! ", rest="  ")


def title(head: Letterhead, document: str | None, width: int) -> Iterator[str]:
    """How the document is called, and what it is about."""
    yield from paragraph(words.name(head, document), width)
    if head.title:
        yield from paragraph(head.title, width)
    yield "━" * width


def _letterhead(head: Letterhead, width: int) -> Iterator[str]:
    signer = " - ".join(
        piece for piece in (head.signer.behalf, head.signer.authority, head.signer.role, head.signer.name) if piece
    )
    fields = (
        ("Ban hành", head.issuer),
        ("Nơi, ngày", ", ".join(piece for piece in (head.place, words.date(head.date)) if piece)),
        ("Người ký", signer),
        ("Nơi nhận", "; ".join(head.recipients)),
    )
    for label, value in fields:
        if value:
            yield from paragraph(value, width, first=f"{label:<11}", rest=" " * 11)


def _outline(outline: Sequence[Node], width: int) -> Iterator[str]:
    """Headings in full, what stands under them in one line each."""
    depths: list[int] = []
    for node in outline:
        depth = 0 if node.parent is None or node.parent >= len(depths) else depths[node.parent] + 1
        depths.append(depth)
        indent = " " * min(2 * depth, _FULL_LEVEL, width // 3)
        marker = f"{node.marker} " if node.marker else "· "
        opening = f"{indent}{marker}"
        if node.kind in {"item", "paragraph"}:
            yield opening + shorten(node.text, width - len(opening))
        else:
            yield from paragraph(node.text, width, first=opening, rest=" " * len(opening))


def _duty(assignment: Assignment) -> tuple[str, ...]:
    doubt = words.sure(assignment.confidence)
    role = words.ROLES.get(assignment.role, assignment.role)
    extra = [
        f"{label}: {value}"
        for label, value in (("Sản phẩm", assignment.product), ("Hạn", assignment.deadline))
        if value
    ]
    return (
        assignment.path,
        "; ".join(assignment.agencies) + (f" {doubt}" if doubt else ""),
        role,
        ". ".join([shorten(assignment.duty, 180), *extra]),
        "; ".join(assignment.partners),
    )


def _documents(citations: Iterable[Citation]) -> Iterator[tuple[str, ...]]:
    """One row a document: the fullest date and issuer given at any mention, and how often it is mentioned."""
    mentions: dict[str, list[Citation]] = {}
    for citation in citations:
        mentions.setdefault(citation.document or citation.number, []).append(citation)
    for same in mentions.values():
        kind = next((citation.kind for citation in same if citation.kind), "")
        date = max((citation.date or "" for citation in same), key=len)
        issuer = next((citation.issuer for citation in same if citation.issuer), "")
        yield f"{kind} {same[0].number}".strip(), words.date(date), issuer or "", str(len(same))


def _findings(
    title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, main: str = "Nguyên văn"
) -> Iterator[str]:
    """A table under its title, without columns that are empty throughout; nothing where nothing was found."""
    if not rows:
        return
    filled = [index for index in range(len(headers)) if any(row[index] for row in rows)]
    yield from section(title, len(rows), width)
    shown = [headers[index] for index in filled]
    widest = shown.index(main) if main in shown else 0
    yield from table(shown, [[row[index] for index in filled] for row in rows], width, widest)
