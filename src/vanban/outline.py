"""The outline of a plan: its headings, items and free paragraphs, each with a path such as `II.3/2`.

Headings are told by their markers (`vanban.markers`), ranked in the order in which their families first appear, so
that both A → I → 1 and I → A → 1 nest rightly. A numbered line that is a full duty (`2. Sở Tài chính: chủ trì …`)
becomes a heading and its first paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from vanban import agencies, markers
from vanban.agencies import AgencyList
from vanban.findings import Node, Span
from vanban.markers import Marker

_KINDS = {
    markers.ANNEX: "part",
    markers.DIVISION: "part",
    markers.UPPER: "part",
    markers.ROMAN: "part",
    markers.ARTICLE: "section",
    markers.NUMBER: "section",
    markers.NESTED: "subsection",
    markers.LETTER: "subsection",
}
_DEFAULT_RANKS = {
    markers.ANNEX: -1,
    markers.DIVISION: 0,
    markers.UPPER: 1,
    markers.ROMAN: 2,
    markers.ARTICLE: 2,
    markers.NUMBER: 3,
    markers.NESTED: 3,
    markers.LETTER: 9,
}

_RUN_IN = re.compile(r"[^:;.]{3,110}?:(?=\s+[^\W\d_])")
"""A heading with text behind it on the same line: `1. Nội dung thực hiện: Tổ chức …`."""

_NAME_TAIL = re.compile(r"[^:.]{1,120}?:(?=\s+[^\W\d_])")
"""What stands between the last agency that is known and the colon behind the list: the rest of a name."""

_CHARGE = re.compile(r"(?:\s+[^\s:;,.]+){1,8}\s?:(?=\s|$)")
"""A few words between agencies and a colon: `Sở Ngoại vụ có trách nhiệm:`."""

_RUN_IN_WORDS = 14
_CAPTION = r"\((?:Ban hành )?[Kk]èm theo [^()]{3,300}\)\W*$"
"""Under the heading of a plan or an annex: `(Kèm theo Quyết định số 85/QĐ-UBND ngày …)`."""


class Outline:
    """Nodes in reading order, with the one that holds a place found in logarithmic time.

    `agencies` are those that headings begin with, by the index of the node; of a heading that is missing there it is
    not known.
    """

    __slots__ = ("_starts", "agencies", "nodes")

    def __init__(self, nodes: Sequence[Node], agencies: Mapping[int, AgencyList | None]) -> None:
        self.nodes = tuple(nodes)
        self.agencies = agencies
        self._starts = [node.span[0] for node in self.nodes]

    def at(self, offset: int) -> Node | None:
        """The node whose own text holds `offset`, None between nodes."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self.nodes[index].span[1]:
            return None
        return self.nodes[index]

    def heading(self, node: Node) -> Node | None:
        """The heading under which a node stands."""
        return None if node.parent is None else self.nodes[node.parent]

    def headings(self, node: Node) -> Iterator[Node]:
        """The headings above a node, nearest first."""
        above = self.heading(node)
        while above is not None:
            yield above
            above = self.heading(above)


def find(flat: str, body: Sequence[Span]) -> Outline:
    """Read the outline of the paragraphs (lines of `flat`) inside `body`."""
    builder = _Builder(flat)
    for number, (start, end) in enumerate(body):
        builder.enter_body(wrapper=number < len(body) - 1)
        position = start
        while position < end:
            stop = flat.find("\n", position, end)
            stop = end if stop < 0 else stop
            if stop > position:
                builder.add(flat[position:stop], position)
            position = stop + 1
    return Outline(builder.nodes, builder.agencies)


class _Builder:
    """Walks the paragraphs with the headings that are open."""

    def __init__(self, flat: str) -> None:
        self.nodes: list[Node] = []
        self.agencies: dict[int, AgencyList | None] = {}
        self._flat = flat
        self._open: list[tuple[int, int]] = []
        """Rank and index of the headings above the place, outermost first."""
        self._ranks: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._wrapper = False
        self._in_table = False

    def enter_body(self, *, wrapper: bool) -> None:
        """A new run of text (the plan behind its Decision, an annex): its headings nest in nothing before.

        The articles of a Decision that wraps its plan belong to the plan's preamble.
        """
        self._open.clear()
        self._ranks.clear()
        self._wrapper = wrapper

    def add(self, paragraph: str, offset: int) -> None:
        marker = markers.find(paragraph)
        header, self._in_table = not self._in_table, marker is not None and marker.family == markers.ROW
        if marker is None:
            self._add_text(paragraph, offset)
        elif marker.family == markers.BULLET:
            self._add_leaf(paragraph[marker.end :], offset + marker.end, "item", marker.mark)
        elif marker.family == markers.ROW:
            self._add_row(paragraph, offset, header=header)
        elif marker.family == markers.ARTICLE and self._wrapper:
            self._add_leaf(paragraph, offset, "paragraph", None)
        else:
            self._add_heading(marker, paragraph, offset)

    def _add_text(self, paragraph: str, offset: int) -> None:
        """A paragraph without a marker; right under an annex's heading the lines of its title."""
        last = self.nodes[-1] if self.nodes else None
        if last is None or last.path[:2] != "PL" or last.kind != "part" or "." in last.path:
            self._add_leaf(paragraph, offset, "paragraph", None)
        elif not last.text:
            self.nodes[-1] = last._replace(text=paragraph, span=(offset, offset + len(paragraph)))
        elif not re.match(_CAPTION, paragraph) and not paragraph.isupper():
            self._add_leaf(paragraph, offset, "paragraph", None)

    def _add_leaf(self, text: str, offset: int, kind: str, mark: str | None, cells: tuple[str, ...] = ()) -> None:
        parent = self._open[-1][1] if self._open else None
        above = self.nodes[parent].path if parent is not None else "0"
        count = self._counts.get(above, 0) + 1
        self._counts[above] = count
        span = (offset, offset + len(text))
        self.nodes.append(Node(f"{above}/{count}", kind, mark, text, span, parent, len(self._open), cells=cells))

    def _add_row(self, line: str, offset: int, *, header: bool) -> None:
        """A row of a table of tasks: its heading row is none of the items, a row of one title is a heading."""
        cells = markers.cells(line)
        numbered = len(cells) > 1 and len(cells[0]) <= _LONGEST_ROW_NUMBER
        text = cells[1] if numbered else cells[0]
        start = offset + max(line.find(text, line.find(cells[0]) + len(cells[0]) if numbered else 0), 0)
        filled = sum(map(bool, cells))
        if is_header(cells, first=header):
            return
        if numbered and filled <= _TITLE_CELLS and (marker := markers.find(f"{cells[0].rstrip('.')}. {text}")):
            self._open_heading(marker._replace(mark=cells[0]), text, start)
        else:
            self._add_leaf(text, start, "item", (cells[0] if numbered else "") or None, cells)

    def _add_heading(self, marker: Marker, paragraph: str, offset: int) -> None:
        text = paragraph[marker.end :]
        start = offset + marker.end
        listed = agencies.agencies_at(self._flat, start, start + len(text))
        behind = listed.end - start if listed else None
        heading, rest = _split_heading(text, behind, duties=marker.family != markers.LETTER)
        if heading == len(text) or (heading == behind and text[behind - 1].isalnum()):
            self.agencies[len(self.nodes)] = listed
        self._open_heading(marker, text[:heading], start)
        if rest < len(text):
            self._add_leaf(text[rest:], start + rest, "paragraph", None)

    def _open_heading(self, marker: Marker, text: str, start: int) -> None:
        rank = self._rank(marker)
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()
        parent = self._open[-1][1] if self._open else None
        path, kind, span = self._heading_path(marker, parent), _KINDS[marker.family], (start, start + len(text))
        self.nodes.append(Node(path, kind, marker.mark, text, span, parent, len(self._open)))
        self._open.append((rank, len(self.nodes) - 1))

    def _rank(self, marker: Marker) -> int:
        """How deep a family of markers lies; a family met for the first time lies below those that are open."""
        family = marker.family
        depth = marker.label.count(".") if family == markers.NESTED else 0
        rank = self._ranks.get(family)
        if rank is None:
            rank = _DEFAULT_RANKS[family]
            if family in (markers.UPPER, markers.ROMAN) and self._open and marker.order == 1:
                rank = max(rank, self._open[-1][0] + 1) if self._open[-1][0] < _DEFAULT_RANKS[markers.NUMBER] else rank
            self._ranks[family] = rank
        return rank + depth

    def _heading_path(self, marker: Marker, parent: int | None) -> str:
        """Numerals joined by dots; a nested numeral (`1.1`) already says that of its section."""
        above = self.nodes[parent] if parent is not None else None
        if marker.family == markers.NESTED:
            while above is not None and above.marker is not None and above.marker[0].isdigit():
                above = self.nodes[above.parent] if above.parent is not None else None
        return f"{above.path}.{marker.label}" if above is not None else marker.label


_LONGEST_ROW_NUMBER = 6
"""Characters of a cell that still count as the number of its row: `12`, `II.3`, `1.2.a`."""

_TITLE_CELLS = 2
"""A row with a numeral and one more filled cell is the title of the rows below it."""

_HEADER_CELLS = frozenset({"tt", "stt", "số tt", "số thứ tự"})


def is_header(cells: Sequence[str], *, first: bool) -> bool:
    """Whether the cells are the names of the columns of a table: `TT`, `Nội dung`, `Cơ quan chủ trì`.

    Behind the `first` row only those count that bear the name of the numbers: a table repeats them on each page.
    """
    if cells[0].casefold().rstrip(".") in _HEADER_CELLS:
        return True
    return first and any("chủ trì" in cell.casefold() for cell in cells)


def _split_heading(text: str, behind: int | None, *, duties: bool) -> tuple[int, int]:
    """Where a numbered line's heading part ends and where what follows it begins.

    `behind` is where the agencies end that it begins with. With `duties` a list of them in front of a verb is a
    heading, as in `2. Sở Tài chính chủ trì …`.
    """
    if behind is not None:
        split = _behind_agencies(text, behind, duties=duties)
        if split is not None:
            return split
    run_in = _RUN_IN.match(text)
    if run_in and len(run_in.group().split()) <= _RUN_IN_WORDS and run_in.end() < len(text):
        return run_in.end() - 1, run_in.end() + 1
    return len(text.rstrip(" :")) if text.endswith(":") else len(text), len(text)


def _behind_agencies(text: str, end: int, *, duties: bool) -> tuple[int, int] | None:
    """Where a heading ends that begins with agencies up to `end`: at a colon soon behind them, else with their list."""
    if end >= len(text.rstrip(" :.;")):
        return len(text.rstrip(" :;")), len(text)
    phrase = _CHARGE.match(text, end)
    if phrase:
        return phrase.end() - 1, min(phrase.end() + 1, len(text))
    rest = end
    while rest < len(text) and text[rest] in " :-,":
        rest += 1
    if ":" in text[end:rest] or (duties and agencies.opens_duty(text[rest:])):
        return end, rest
    colon = _NAME_TAIL.match(text, end)
    return (colon.end() - 1, min(colon.end() + 1, len(text))) if colon else None
