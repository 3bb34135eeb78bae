"""A source text cut into what is set as one paragraph or one cell of a table each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from vanban.findings import Node

_LONGEST_MARKER = 14
"""Characters before a node, on its own line, that are taken for its marker."""

_CLOSING = re.compile(r"[ \t:;.,/)]{0,8}")
"""What may stand behind a heading on its line: `Sở Tài chính:`."""


class Block(NamedTuple):
    """A stretch of the text; `row` is where the row of a table begins that it is a cell of, else -1."""

    start: int
    end: int
    kind: str
    row: int = -1


def cut(text: str, outline: Sequence[Node], pages: Sequence[int]) -> list[Block]:
    """The blocks of a text in their order: they do not overlap, and only white space and rules of tables lie between.

    Each node with its marker is a block; what lies between nodes is cut at its lines, rows of tables at their cells.
    `pages` are the offsets at which pages begin; no block reaches over one.
    """
    return _paged(_blocks(text, outline), pages)


def _blocks(text: str, outline: Sequence[Node]) -> list[Block]:
    headings = {node.parent for node in outline}
    blocks: list[Block] = []
    position = 0
    for index, node in sorted(enumerate(outline), key=lambda numbered: numbered[1].span):
        start, end = node.span
        line = max(position, text.rfind("\n", position, start) + 1)
        if start < position or end <= start or text.startswith("|", line):
            continue
        begin = line if start - line <= _LONGEST_MARKER else start
        if blocks and position > 0 and (closing := _CLOSING.match(text, position, begin)):
            position = closing.end()
            blocks[-1] = blocks[-1]._replace(end=position)
        blocks.extend(_lines(text, position, begin))
        blocks.append(Block(begin, end, _kind(node, heads=index in headings)))
        position = end
    return blocks + list(_lines(text, position, len(text)))


def _kind(node: Node, *, heads: bool) -> str:
    """How a node is set: a numbered line under which nothing stands is running text, not a heading."""
    running = " long" if not heads and node.kind in {"section", "subsection"} else ""
    return f"block {node.kind}{running}"


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    """Lines outside the outline: letterhead, signature, recipients, and tables."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        line = text[start:stop]
        if line.startswith("|") and line.rstrip().endswith("|") and len(line) > 1:
            yield from _cells(text, start, start + len(line.rstrip()))
        elif line.strip():
            yield Block(start, stop, "loose")
        start = stop + 1


def _cells(text: str, start: int, end: int) -> Iterator[Block]:
    """The cells of `| cell | cell |`."""
    cell = start + 1
    while cell < end:
        stop = text.index("|", cell, end)
        yield Block(cell, stop, "cell", start)
        cell = stop + 1


def _paged(blocks: Sequence[Block], pages: Sequence[int]) -> list[Block]:
    """The blocks, cut where a page begins."""
    paged: list[Block] = []
    waiting = list(reversed(pages[1:]))
    for block in blocks:
        while waiting and waiting[-1] < block.end:
            border = waiting.pop()
            if border > block.start:
                paged.append(block._replace(end=border))
                block = block._replace(start=border)
        paged.append(block)
    return paged
