"""Tables as text: one line a row, `| cell | cell |`, or cells one below the other where the table is only layout.

Vietnamese official documents set their letterhead and their signature block in borderless tables of two columns
(NĐ 30/2020/NĐ-CP, phụ lục I). Those read column by column; a table of tasks reads row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

Cell = Sequence[str]
"""The lines of a cell."""

_LAYOUT_ROWS: Final = 8
"""Letterheads have 1-3 rows, signature blocks for several signers up to 6."""

_LAYOUT_COLUMNS: Final = 3
"""Left, right, and sometimes an empty column between."""

_LETTERHEAD: Final = re.compile(
    r"C[ỘO]NG H(?:ÒA|OÀ|OA) XÃ HỘI|Độc lập\s*-|ĐẢNG CỘNG SẢN|N[Ơơ][Ii] [Nn][Hh][Ậậ][Nn]"
    r"|^(?:T/?M|K/?T|T/?L|TUQ|T/?UQ|Q)\. ?[A-ZĐỦỘ]|^Số ?:|^(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|NGƯỜI KÝ)\b",
    re.MULTILINE,
)
_BULLET: Final = re.compile(r"[-+•*–] ?|\d{1,2}[.)] |[a-zđ]\) ")


def is_layout(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a table holds a letterhead or signature block, or is too small to be a table of anything."""
    columns = max((sum(1 for cell in row if any(cell)) for row in rows), default=0)
    if columns <= 1:
        return True
    if len(rows) > _LAYOUT_ROWS or columns > _LAYOUT_COLUMNS:
        return False
    if len(rows) <= 2 and columns <= 2:
        return True
    return any(_LETTERHEAD.search(line) for row in rows for cell in row for line in cell)


def by_columns(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of a layout table: the left column from top to bottom, then the next."""
    width = max((len(row) for row in rows), default=0)
    return [line for column in range(width) for row in rows if column < len(row) for line in row[column] if line]


def by_rows(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """One line a row; a row with a single filled first cell across the table keeps that cell alone."""
    lines: list[str] = []
    for row in rows:
        cells = [flatten(cell) for cell in row]
        if any(cells):
            lines.append("| " + " | ".join(cells) + " |")
    return lines


_TABS: Final = re.compile(r"\t[\t ]*")
_MOST_TABBED: Final = 24
"""Lines of a letterhead or signature block set with tabs."""


def untab(lines: Sequence[str]) -> list[str]:
    """The lines with letterheads and signature blocks that were set with tabs taken apart, left column first.

    Lines with tabs below one another are such a block where they name the state, the Party or the recipients.
    """
    result: list[str] = []
    block: list[str] = []
    for line in lines:
        if "\t" in line and not line.startswith("|") and len(block) < _MOST_TABBED:
            block.append(line)
            continue
        result += _apart(block)
        block = []
        result.append(line)
    return result + _apart(block)


def _apart(block: list[str]) -> list[str]:
    split = [_halves(line) for line in block]
    if not any(left and right for left, right in split):
        return block
    if not any(_LETTERHEAD.search(half) for halves in split for half in halves):
        return block
    return [left for left, _ in split if left] + [right for _, right in split if right]


def _halves(line: str) -> tuple[str, str]:
    """What stands left and right of the tabs: `\\tUBND TỈNH\\tCỘNG HÒA …` has a tab before both."""
    pieces = _TABS.split(line)
    filled = [piece.strip() for piece in pieces if piece.strip()]
    if len(filled) > 1 and filled[0].endswith(":") and filled[1].startswith("/"):
        filled[:2] = [f"{filled[0]} {filled[1]}"]  # `Số:\t/KH-UBND`, the number left blank
    if len(filled) == 1:
        behind = len(pieces) > 2 or "\t\t" in line
        return ("", filled[0]) if behind else (filled[0], "")
    return (filled[0], " ".join(filled[1:])) if filled else ("", "")


def render(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The lines of a table, as layout or as rows."""
    return by_columns(rows) if is_layout(rows) else by_rows(rows)


def flatten(cell: Cell) -> str:
    """The lines of a cell on one line: list items joined by `; `, wrapped lines by a space."""
    pieces: list[str] = []
    for line in cell:
        line = line.replace("|", "/").replace("\n", " ").replace("\t", " ").strip()
        if not line:
            continue
        if pieces and _BULLET.match(line) and pieces[-1][-1:] not in ";:":
            pieces[-1] = pieces[-1].rstrip(".,") + ";"
        pieces.append(line)
    return " ".join(pieces)
