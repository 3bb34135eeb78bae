"""Pages of words to one text: paragraphs and tables in order, across page ends, with the offset of each page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

from vanban.extract import grid, pdf_footnotes, pdf_margins, pdf_tables
from vanban.extract.document import MAX_TEXT_CHARS, refusal
from vanban.extract.page import Line, Page, Word
from vanban.extract.pdf_layout import lines
from vanban.extract.pdf_paragraphs import Joiner, broken_by_hand
from vanban.extract.pdf_tables import Table

Piece = tuple[int, str]
"""Number of the page, and text."""

_BROKEN_WORD: Final = re.compile(r"\w[-/]$")
"""`38-` at the end of a line of `38-CT/TW`; in `2020 -` the dash stands alone and keeps its blanks."""

_SAME_EDGE: Final = 4.0
"""Points by which the columns of a table may shift from one page to the next."""


def compose(pages: list[Page], mend: Callable[[str], str] | None = None) -> tuple[str, tuple[int, ...]]:
    """The text of pages and the offset at which each starts. `mend` changes the text of each line."""
    assembly = _Assembly(mend)
    sheets = pdf_margins.clean([pdf_footnotes.without(page) if page.rules else page for page in pages])
    content = [(sheet, *pdf_tables.split(sheet.page)) for sheet in sheets]
    placed: list[list[list[Line] | Table]] = []
    for sheet, words, tables in content:
        placed.append(_in_order(words, tables, sheet.left, sheet.right))
    for above, below in itertools.pairwise(placed):
        _reunite(above, below)
    everything = [line for blocks in placed for block in blocks if isinstance(block, list) for line in block]
    assembly.joiner = Joiner(_pitch(everything), by_hand=broken_by_hand(everything))
    for number, blocks in enumerate(placed):
        assembly.page(number, blocks)
    return assembly.text(len(pages))


def _in_order(words: list[Word], tables: list[Table], left: float, right: float) -> list[list[Line] | Table]:
    """Lines and tables of a page from the top down."""
    blocks: list[list[Line] | Table] = []
    for table in tables:
        above = [word for word in words if word.y <= table.top + 1]
        if above:
            words = [word for word in words if word.y > table.top + 1]
            blocks.append(lines(above, left, right))
        blocks.append(table)
    if words:
        blocks.append(lines(words, left, right))
    return blocks


_RECIPIENTS: Final = "Nơi nhận"
_ITEM: Final = ("-", "+", "•")


def _reunite(above: list[list[Line] | Table], below: list[list[Line] | Table]) -> None:
    """Take the rest of a list of recipients back to the page on which it began, before the signature beside it.

    `Nơi nhận` and the signature stand side by side; where the page ends within them, each goes on overleaf.
    """
    if not above or not below or isinstance(above[-1], Table) or isinstance(below[0], Table):
        return
    block, rest = above[-1], below[0]
    signature = next((place for place, line in enumerate(block) if line.column and line.column == block[-1].column), 0)
    left = [line for line in block[:signature] if line.column == block[-1].column - 1]
    if block[-1].column % 2 or not any(line.text.startswith(_RECIPIENTS) for line in left):
        return
    taken = 0
    while taken < len(rest) and _is_recipient(rest[taken], first=taken == 0):
        taken += 1
    moved = rest[:taken]
    edge = max((line.x1 for line in (*left, *moved)), default=0.0)
    block[signature:signature] = [line._replace(column=block[-1].column - 1, right=edge) for line in moved]
    del rest[:taken]


def _is_recipient(line: Line, *, first: bool) -> bool:
    """Whether a line goes on with a list of recipients; `first`: it is the first one overleaf."""
    if line.text.startswith(_ITEM):
        return True
    if first:
        return line.text[0].islower()
    return line.column % 2 == 1 or (line.text[0].islower() and line.x0 - line.left < _SAME_EDGE)


def _pitch(everything: Sequence[Line]) -> float:
    """The usual distance of lines across the whole width; at most what two and a half lines of such letters take."""
    steps = [b.y - a.y for a, b in itertools.pairwise(everything) if not a.column and not b.column and b.y > a.y]
    sizes = [(line.x1 - line.x0) / len(line.text) for line in everything if len(line.text) > _SIZED]
    return min(median(steps or [14.0]), _WIDEST_PITCH * median(sizes or [6.0]))


_SIZED: Final = 10
_WIDEST_PITCH: Final = 5.0
"""In widths of a character, which is 0.45 em: double spacing takes 2.3 em."""


class _Assembly:
    """The text as it grows."""

    def __init__(self, mend: Callable[[str], str] | None) -> None:
        self._mend = mend
        self._paragraphs: list[list[Piece]] = []
        self._open: tuple[Table, int] | None = None
        self.joiner = Joiner(14.0)

    def page(self, number: int, blocks: list[list[Line] | Table]) -> None:
        """Add what stands on a page."""
        first = True
        for block in blocks:
            if isinstance(block, Table):
                self._table(block, number, first=first)
            else:
                self._lines(block, number, first=first)
            first = False

    def _lines(self, block: list[Line], number: int, *, first: bool) -> None:
        self._open = None
        for line in block:
            text = self._mend(line.text) if self._mend else line.text
            if self.joiner.starts(line, new_page=first) or not self._paragraphs:
                self._paragraphs.append([(number, text)])
            else:
                self._paragraphs[-1].append((number, text))
            first = False

    def _table(self, table: Table, number: int, *, first: bool) -> None:
        self.joiner.interrupt()
        before = self._open if first and self._continues(table, number) else None
        added = [[[self._mended(line) for line in cell] for cell in row] for row in table.rows]
        if before and added and before[0].rows and _flat(added[0]) == _flat(before[0].rows[0]):
            del added[0]
        if before and added and not any(added[0][0]) and any(added[0]) and len(before[0].rows) > 1:
            self._extend(before[0].rows[-1], added.pop(0))
        for row in added:
            self._paragraphs.extend([(number, line)] for line in _row(row))
        merged = (before[0].rows if before else []) + added
        self._open = (table._replace(rows=merged), number)

    def _mended(self, line: str) -> str:
        return self._mend(line) if self._mend else line

    def _continues(self, table: Table, number: int) -> bool:
        if self._open is None:
            return False
        before, page = self._open
        return (
            page == number - 1
            and len(before.edges) == len(table.edges)
            and all(abs(a - b) <= _SAME_EDGE for a, b in zip(before.edges, table.edges, strict=True))
        )

    def _extend(self, row: pdf_tables.Row, rest: pdf_tables.Row) -> None:
        """A row that was broken by the end of the page."""
        for cell, more in zip(row, rest, strict=True):
            cell.extend(more)
        if self._paragraphs:
            page = self._paragraphs[-1][0][0]
            self._paragraphs[-1] = [(page, line) for line in _row(row)]

    def text(self, pages: int) -> tuple[str, tuple[int, ...]]:
        """All text, and where each page starts; a page without text starts where the next one does."""
        pieces: list[str] = []
        offsets: dict[int, int] = {}
        length = 0
        for paragraph in self._paragraphs:
            for place, (page, text) in enumerate(paragraph):
                if place and not _BROKEN_WORD.search(paragraph[place - 1][1]):
                    pieces.append(" ")
                    length += 1
                offsets.setdefault(page, length)
                pieces.append(text)
                length += len(text)
            pieces.append("\n")
            length += 1
        if length > MAX_TEXT_CHARS:
            raise refusal("too-large")
        starts: list[int] = []
        following = length
        for page in reversed(range(pages)):
            following = offsets.get(page, following)
            starts.append(following)
        return "".join(pieces), tuple(reversed(starts))


def _flat(row: pdf_tables.Row) -> list[str]:
    return [" ".join(cell) for cell in row]


def _row(row: pdf_tables.Row) -> list[str]:
    """A row as text; a box around plain text is no table."""
    return [line for line in row[0] if line] if len(row) == 1 else grid.by_rows([row])
