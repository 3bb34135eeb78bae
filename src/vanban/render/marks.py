"""Findings set into their text: which of them lie on which stretch, however they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from vanban.findings import Span
from vanban.render.page import escape

_MOST_LABELS = 6
"""Findings named in one tooltip; beyond it nobody reads on."""


class Mark(NamedTuple):
    """A finding on the text: its kind, place, what to say of it, and the anchor that lists lead to."""

    kind: str
    span: Span
    label: str
    unsure: bool = False
    anchor: str = ""


class Piece(NamedTuple):
    """A stretch of text and the marks on it, the shortest first; `opens` are those that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


def pieces(marks: Iterable[Mark], start: int, end: int) -> Iterator[Piece]:
    """Cut a stretch of text wherever a mark begins or ends in it.

    Marks that begin before `start` go on; only those that begin inside open.
    """
    inside = [mark for mark in marks if mark.span[0] < end and mark.span[1] > start and mark.span[0] < mark.span[1]]
    inside.sort(key=lambda mark: mark.span[1] - mark.span[0])
    borders = sorted(
        {start, end} | {offset for mark in inside for offset in mark.span if start < offset < end},
    )
    for left, right in pairwise(borders):
        on = tuple(mark for mark in inside if mark.span[0] <= left and mark.span[1] >= right)
        yield Piece(left, right, on, tuple(mark for mark in on if mark.span[0] == left))


def by_block(marks: Sequence[Mark], blocks: Sequence[Span]) -> list[list[Mark]]:
    """For each of a row of blocks the marks that touch it; blocks stand in order and do not overlap."""
    waiting = sorted(marks, key=lambda mark: mark.span)
    position = 0
    open_marks: list[Mark] = []
    result: list[list[Mark]] = []
    for start, end in blocks:
        open_marks = [mark for mark in open_marks if mark.span[1] > start]
        while position < len(waiting) and waiting[position].span[0] < end:
            if waiting[position].span[1] > start:
                open_marks.append(waiting[position])
            position += 1
        result.append(list(open_marks))
    return result


def marked(text: str, marks: Iterable[Mark], start: int, end: int) -> str:
    """A stretch of text as mark-up, its marks as spans with tooltips and anchors."""
    return "".join(_piece(text, piece) for piece in pieces(marks, start, end))


def _piece(text: str, piece: Piece) -> str:
    words = escape(text[piece.start : piece.end])
    if not piece.marks:
        return words
    shortest = piece.marks[0]
    ground = "assignment " if any(mark.kind == "assignment" for mark in piece.marks[1:]) else ""
    names = f"m {ground}{shortest.kind}{' unsure' if shortest.unsure else ''}"
    labels = list(dict.fromkeys(mark.label for mark in piece.marks if mark.label))[:_MOST_LABELS]
    title = escape("\n".join(labels)).replace("\n", "&#10;")
    anchors = [mark.anchor for mark in piece.opens if mark.anchor]
    inner = words
    for anchor in anchors[1:]:
        inner = f'<span id="{escape(anchor)}" class="m">{inner}</span>'
    place = f' id="{escape(anchors[0])}"' if anchors else ""
    return f'<span class="{names}"{place} title="{title}">{inner}</span>'
