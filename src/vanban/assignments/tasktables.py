"""Rows of tables of tasks: `TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vanban.agencies import split_list
from vanban.findings import Assignment, Node, Span
from vanban.markers import cells, is_row

_COLUMNS = (
    ("partners", re.compile(r"phối hợp", re.IGNORECASE)),
    ("lead", re.compile(r"chủ trì|đầu mối", re.IGNORECASE)),
    ("deadline", re.compile(r"thời gian|thời hạn|tiến độ|hoàn thành|thời điểm", re.IGNORECASE)),
    ("product", re.compile(r"sản phẩm|kết quả|đầu ra", re.IGNORECASE)),
    ("implement", re.compile(r"thực hiện|trách nhiệm|cơ quan|đơn vị|phân công", re.IGNORECASE)),
    ("task", re.compile(r"nội dung|nhiệm vụ|công việc|hoạt động|tên|chương trình|giải pháp", re.IGNORECASE)),
)
_FIRST = re.compile(r"chủ trì.{0,40}phối hợp", re.IGNORECASE)
_LONGEST_LABEL = 48


class Columns(NamedTuple):
    """What the columns of a table hold, by index; None where it has no such column."""

    task: int
    lead: int | None = None
    implement: int | None = None
    partners: int | None = None
    deadline: int | None = None
    product: int | None = None


class TaskTable:
    """Reads the rows of one table after the other; what its columns hold is told by the row above the first one."""

    def __init__(self, flat: str) -> None:
        self._flat = flat
        self._columns: Columns | None = None
        self._end = -1

    def row(self, node: Node) -> Iterator[Assignment]:
        """The duty that a row hands out; none for header rows and rows that only group others."""
        columns = self._columns_of(node)
        if columns is None:
            return
        owner = columns.lead if columns.lead is not None else columns.implement
        who = _cell(node.cells, owner)
        if not who:
            return
        task = _cell(node.cells, columns.task) or node.text
        places = cell_spans(self._flat, node)
        agencies = split_list(who)
        partners = split_list(_cell(node.cells, columns.partners) or "")
        offset = places[owner][0] if owner is not None and owner < len(places) else node.span[0]
        yield Assignment(
            path=node.path,
            agencies=agencies.names,
            role="lead" if owner == columns.lead else "implement",
            partners=partners.names,
            duty=task,
            span=places[columns.task] if columns.task < len(places) else node.span,
            agency_spans=tuple((start + offset, end + offset) for start, end in agencies.spans),
            deadline=_cell(node.cells, columns.deadline),
            product=_cell(node.cells, columns.product),
            confidence=min(agencies.confidence, 0.95),
            doubts=agencies.doubts,
        )

    def _columns_of(self, node: Node) -> Columns | None:
        """The columns of the table that a row stands in; None for a header row."""
        own = read_header(node.cells)
        start = self._flat.rfind("\n", 0, node.span[0]) + 1
        end = self._flat.find("\n", start)
        end = len(self._flat) if end < 0 else end
        if own is not None:
            self._columns, self._end = own, end
            return None
        if self._end < 0 or not _only_rows(self._flat, self._end, start):
            self._columns = _header_above(self._flat, start)
        self._end = end
        return self._columns


def _only_rows(flat: str, start: int, end: int) -> bool:
    """Whether there is nothing but rows between two places at the ends of lines."""
    return end - start < _LONGEST_GAP and all(is_row(line) for line in flat[start:end].split("\n") if line)


def _header_above(flat: str, start: int) -> Columns | None:
    """The columns that a header row says which stands at most a few rows above the line at `start`."""
    for _ in range(_ROWS_ABOVE):
        above = flat.rfind("\n", 0, max(0, start - 1)) + 1
        line = flat[above : max(above, start - 1)]
        if above >= start or not line or not is_row(line):
            return None
        columns = read_header(cells(line))
        if columns is not None:
            return columns
        start = above
    return None


_LONGEST_GAP = 2000
_ROWS_ABOVE = 4
_NUMBER = re.compile(r"(?:\d[\d.]*|[IVX]+|[a-z])[.)]?$")


def read_header(labels: Sequence[str]) -> Columns | None:
    """What the columns hold where `labels` are a header row that names agencies; None for any other row."""
    found: dict[str, int] = {}
    if len(labels) < 2 or _NUMBER.match(labels[0]):
        return None
    for index, cell in enumerate(labels):
        if len(cell) > _LONGEST_LABEL:
            return None
        name = next((name for name, pattern in _COLUMNS if pattern.search(cell)), None)
        if name == "partners" and _FIRST.search(cell):
            name = "lead"
        if name is not None:
            found.setdefault(name, index)
    if len(found) < 2 or not {"lead", "implement"} & found.keys():
        return None
    task = found.get("task")
    if task is None:
        taken = set(found.values())
        task = next((index for index in range(len(labels)) if index not in taken and index > 0), 0)
    return Columns(task, *(found.get(name) for name in Columns._fields[1:]))


def cell_spans(flat: str, node: Node) -> list[Span]:
    """The places of the cells of a row, without the white space around them."""
    start = flat.rfind("\n", 0, node.span[0]) + 1
    end = flat.find("\n", start)
    line = flat[start : len(flat) if end < 0 else end]
    spans: list[Span] = []
    position = 1 if line.startswith("|") else 0
    for cell in line.removeprefix("|").removesuffix("|").split("|"):
        lead = len(cell) - len(cell.lstrip())
        spans.append((start + position + lead, start + position + lead + len(cell.strip())))
        position += len(cell) + 1
    return spans


def _cell(cells: Sequence[str], index: int | None) -> str | None:
    if index is None or index >= len(cells):
        return None
    return cells[index].strip(" -") or None
