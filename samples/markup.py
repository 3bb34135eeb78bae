"""The mark-up that our own sample documents are written in.

A source is a head of `key: value` lines, a line `---`, and one block a line (README.md lists them). What a careful
official reads out of a sentence is marked where it stands: `{c:Nghị quyết số 59-NQ/TW}` is a citation,
`{L:Chủ trì …}` a duty to lead, `{g:…}` an agency, `{w:…}` whom it works with, `{t[year 11-5 report to=…]:…}` a
deadline, `{m[30..50 đoàn 2025]:…}` a target. The gold reading is therefore never typed twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

RANKS = {"part": 1, "subpart": 2, "section": 3, "sub": 4}
RUN_IN = "‖"
ANNEX = "PHỤ LỤC"

_OPEN = re.compile(r"\{([a-zA-Z])(?:\[([^\]]*)\])?:")


@dataclass(frozen=True)
class Mark:
    """A marked stretch of a block's text."""

    tag: str
    arguments: str
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """Plain text with its marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def quote(self, mark: Mark) -> str:
        return self.text[mark.start : mark.end]

    def inside(self, outer: Mark, tag: str) -> list[Mark]:
        return [m for m in self.marks if m.tag == tag and outer.start <= m.start and m.end <= outer.end]


@dataclass(frozen=True)
class Block:
    """One paragraph of the document: `kind` as in the source, `path` its place in the outline, "" where it has none.

    `follows` is true for a paragraph that stands behind its heading on the same line; `cells` are a table row's.
    """

    kind: str
    marker: str
    line: Line
    path: str = ""
    follows: bool = False
    cells: tuple[Line, ...] = ()


@dataclass
class Sample:
    """A source, read."""

    name: str
    head: dict[str, list[str]]
    blocks: list[Block] = field(default_factory=list)

    def one(self, key: str) -> str:
        return self.head[key][0]

    @property
    def title(self) -> Line:
        return parse(self.one("title"))


def parse(marked: str) -> Line:
    """Take the marks out of a text."""
    text: list[str] = []
    marks: list[Mark] = []
    stack: list[tuple[str, str, int]] = []
    length = position = 0
    while position < len(marked):
        opening = _OPEN.match(marked, position)
        if opening:
            stack.append((opening[1], opening[2] or "", length))
            position = opening.end()
        elif marked[position] == "}" and stack:
            tag, arguments, start = stack.pop()
            marks.append(Mark(tag, arguments, start, length))
            position += 1
        else:
            text.append(marked[position])
            length += 1
            position += 1
    if stack:
        raise ValueError(f"unclosed mark in: {marked[:80]}")
    return Line("".join(text), tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


def load(path: Path) -> Sample:
    """Read a source."""
    head_text, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    head: dict[str, list[str]] = {}
    for line in head_text.splitlines():
        key, _, value = line.partition(":")
        head.setdefault(key.strip(), []).append(value.strip())
    sample = Sample(path.stem, head)
    reader = _Reader()
    sample.blocks = [block for raw in body.splitlines() if raw.strip() for block in reader.blocks(raw)]
    return sample


class _Reader:
    """Reads blocks one after the other and counts where each stands in the outline."""

    def __init__(self) -> None:
        self._headings: list[tuple[int, str]] = []
        self._counts: dict[str, int] = {}

    def blocks(self, raw: str) -> Iterator[Block]:
        kind, _, rest = raw.partition(" ")
        if kind in RANKS:
            yield from self._heading(kind, rest)
        elif kind == "item":
            marker, _, text = rest.partition(" ")
            yield Block(kind, marker, parse(text), self._next())
        elif kind == "par":
            yield Block(kind, "", parse(rest), self._next())
        elif kind == "row":
            cells = tuple(parse(cell.strip()) for cell in rest.split("|"))
            yield Block(kind, cells[0].text, cells[1], self._next(), cells=cells)
        elif kind == "rowhead":
            numeral, _, title = rest.partition(" | ")
            yield Block(kind, numeral, parse(title), self._under(RANKS["subpart"], numeral))
        elif kind == "@columns":
            yield Block(kind, "", Line(""), cells=tuple(Line(cell.strip()) for cell in rest.split("|")))
        elif kind.startswith("@"):
            yield Block(kind, "", parse(rest))
        else:
            raise ValueError(f"unknown block: {raw[:60]}")

    def _heading(self, kind: str, rest: str) -> Iterator[Block]:
        if rest.startswith(ANNEX):
            marker, _, rest = rest.partition(" | ")
            numeral = "PL"
        else:
            marker, _, rest = rest.partition(" ")
            numeral = marker.rstrip(".)-/")
        heading, _, behind = rest.partition(RUN_IN)
        yield Block(kind, marker, parse(heading.strip()), self._under(RANKS[kind], numeral))
        if behind:
            yield Block("par", "", parse(behind.strip()), self._next(), follows=True)

    def _under(self, rank: int, numeral: str) -> str:
        self._headings = [heading for heading in self._headings if heading[0] < rank] + [(rank, numeral)]
        return ".".join(numeral for _, numeral in self._headings)

    def _next(self) -> str:
        heading = ".".join(numeral for _, numeral in self._headings) or "0"
        self._counts[heading] = self._counts.get(heading, 0) + 1
        return f"{heading}/{self._counts[heading]}"
