"""The source text of a document as it is set: pages, paragraphs, tables, cut where findings begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vanban.render.blocks import Block, cut
from vanban.render.marks import Mark, by_block, pieces

Row = tuple["Paragraph", ...]


@dataclass(frozen=True)
class Segment:
    """A stretch of text under the same findings; stretches do not overlap, and together they are the text.

    `finding_ids` are those that lie on it, the shortest first; `opens` those whose first character is here.
    """

    start: int
    end: int
    text: str
    finding_ids: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    opens: tuple[int, ...] = ()
    unsure: bool = False


@dataclass(frozen=True)
class Paragraph:
    """What is set as one paragraph, heading, item or cell; `kind` is a class of `vanban.render`'s blocks."""

    start: int
    end: int
    kind: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class PaperTable:
    """A table by its rows of cells."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class PaperPage:
    """One page; `number` is None where the source has no pages and all is one."""

    number: int | None
    parts: tuple[Paragraph | PaperTable, ...]


@dataclass(frozen=True)
class MarkedPlace:
    """Where a finding lies; a finding may have several places."""

    finding_id: int
    kind: str
    start: int
    end: int
    unsure: bool


def paper(
    text: str, pages: Sequence[int], blocks: Sequence[Sequence[object]], places: Iterable[MarkedPlace]
) -> tuple[PaperPage, ...]:
    """The whole text page by page. `blocks` are those of `Reading.data`; without them lines are paragraphs."""
    known = [Block(*block) for block in blocks] or cut(text, (), pages)  # type: ignore[arg-type]
    marks = [
        Mark(place.kind, (place.start, place.end), "", place.unsure, str(place.finding_id))
        for place in places
        if place.end > place.start
    ]
    on = by_block(marks, [(block.start, block.end) for block in known])
    paragraphs = [
        (block, Paragraph(block.start, block.end, block.kind, tuple(_segments(text, own, block))))
        for block, own in zip(known, on, strict=True)
    ]
    return tuple(_pages(paragraphs, pages))


def _segments(text: str, marks: Sequence[Mark], block: Block) -> Iterator[Segment]:
    for piece in pieces(marks, block.start, block.end):
        yield Segment(
            start=piece.start,
            end=piece.end,
            text=text[piece.start : piece.end],
            finding_ids=tuple(dict.fromkeys(int(mark.anchor) for mark in piece.marks)),
            kinds=tuple(dict.fromkeys(mark.kind for mark in piece.marks)),
            opens=tuple(dict.fromkeys(int(mark.anchor) for mark in piece.opens)),
            unsure=any(mark.unsure for mark in piece.marks),
        )


def _pages(paragraphs: Sequence[tuple[Block, Paragraph]], pages: Sequence[int]) -> Iterator[PaperPage]:
    if not pages:
        yield PaperPage(None, tuple(_parts(paragraphs)))
        return
    ends = [*pages[1:], None]
    position = 0
    for number, end in enumerate(ends, 1):
        first = position
        while position < len(paragraphs) and (end is None or paragraphs[position][0].start < end):
            position += 1
        yield PaperPage(number, tuple(_parts(paragraphs[first:position])))


def _parts(paragraphs: Sequence[tuple[Block, Paragraph]]) -> Iterator[Paragraph | PaperTable]:
    """Cells that follow each other become tables."""
    rows: list[list[Paragraph]] = []
    row = -1
    for block, paragraph in paragraphs:
        if block.row < 0:
            if rows:
                yield PaperTable(tuple(map(tuple, rows)))
            rows, row = [], -1
            yield paragraph
            continue
        if block.row != row:
            rows.append([])
            row = block.row
        rows[-1].append(paragraph)
    if rows:
        yield PaperTable(tuple(map(tuple, rows)))
