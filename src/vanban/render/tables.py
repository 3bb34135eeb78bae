"""Text laid out in columns of a terminal: width, wrapping, tables with rules.

Width is counted in cells of the terminal: a combining mark takes none, a Chinese or fullwidth character two.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence

NARROWEST, WIDEST = 40, 160
"""Limits of the width used: below, tables are unreadable; above, lines are."""

_NARROW_ENOUGH = 8
_COLUMN_TO_READ = 14
"""Cells that a column needs on average; a table with less is written row by row."""


def terminal_width() -> int:
    """The width to lay out for: `COLUMNS`, else that of the terminal, else 100."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit() and int(given) > 0:
        return _within(int(given))
    try:
        return _within(os.get_terminal_size().columns)
    except OSError:
        return 100


def _within(width: int) -> int:
    return max(NARROWEST, min(WIDEST, width))


def clean(text: str) -> str:
    """One line, composed, without characters that would steer the terminal."""
    composed = unicodedata.normalize("NFC", text)
    if not composed.isprintable():
        composed = "".join(char if char.isprintable() else " " for char in composed)
    return " ".join(composed.split())


def cells(text: str) -> int:
    """How many cells of a terminal a text takes.

    >>> cells("Đối ngoại"), cells("e\u0301"), cells("邦交")
    (9, 1, 4)
    """
    if text.isascii() or all(char < "\u0300" or "\u1e00" <= char < "\u2500" for char in text):
        return len(text)
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text at most `width` cells wide, broken at spaces, long words cut; at least one line."""
    lines: list[str] = []
    line, length = "", 0
    for word in clean(text).split(" "):
        size = cells(word)
        if line and length + 1 + size <= width:
            line, length = f"{line} {word}", length + 1 + size
            continue
        if line:
            lines.append(line)
        while size > width:
            head = _head(word, width)
            lines.append(head)
            word = word[len(head) :]
            size = cells(word)
        line, length = word, size
    return [*lines, line] if line or not lines else lines


def _head(word: str, width: int) -> str:
    """As much of a word as fits, one character at least."""
    taken = used = 0
    for char in word:
        used += _cell(char)
        if used > width:
            break
        taken += 1
    return word[: max(taken, 1)]


def shorten(text: str, width: int) -> str:
    """A text cut to `width` cells, at a word, with an ellipsis where something was left out."""
    first, *rest = wrap(text, max(width - 2, 1))
    return f"{first} …" if rest else first


def pad(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def paragraph(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """A wrapped text whose first line opens with `first` and the others with `rest`."""
    lines = wrap(text, max(width - max(cells(first), cells(rest)), _NARROW_ENOUGH))
    return [f"{first if number == 0 else rest}{line}" for number, line in enumerate(lines)]


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], width: int, main: int = -1) -> list[str]:
    """A table with a rule under its header; cells wrap. Column `main` is the last to give way.

    Where the columns would become too narrow to read, each row is written as a few labelled lines instead.
    """
    body = [[clean(cell) for cell in row] for row in rows]
    main %= len(headers)
    room = width - 2 * (len(headers) - 1)
    widths = _widths(headers, body, room, main)
    if sum(widths) > room or (len(headers) > 2 and width < _COLUMN_TO_READ * len(headers)):
        return _stacked(headers, body, width)
    lines = [*_row(headers, widths), "─" * (sum(widths) + 2 * (len(headers) - 1))]
    for row in body:
        lines.extend(_row(row, widths))
    return [line.rstrip() for line in lines]


def _stacked(headers: Sequence[str], body: Sequence[Sequence[str]], width: int) -> list[str]:
    label = max(map(cells, headers)) + 2
    lines: list[str] = []
    for row in body:
        filled = [(header, cell) for header, cell in zip(headers, row, strict=True) if cell]
        for number, (header, cell) in enumerate(filled):
            opening = "- " if number == 0 else "  "
            lines.extend(paragraph(cell, width, first=opening + pad(header, label), rest=" " * (label + 2)))
    return lines


def _row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    return [
        "  ".join(
            pad(column[line] if line < len(column) else "", size) for column, size in zip(columns, widths, strict=True)
        )
        for line in range(max(map(len, columns)))
    ]


def _widths(headers: Sequence[str], body: Sequence[Sequence[str]], room: int, main: int) -> list[int]:
    """As wide as the contents where there is room; else the other columns shrink to their share, then `main`."""
    wanted = [max(map(cells, column)) for column in zip(headers, *body, strict=True)]
    share = max(_NARROW_ENOUGH, room // (len(wanted) + 1))
    while sum(wanted) > room:
        others = [index for index, size in enumerate(wanted) if index != main and size > share]
        widest = max(others, key=lambda index: wanted[index], default=main)
        over = sum(wanted) - room
        least = share if widest != main else min(wanted[main], 2 * _NARROW_ENOUGH)
        if wanted[widest] <= least:
            break
        if widest != main and wanted[main] > wanted[widest]:
            wanted[main] = max(wanted[widest], wanted[main] - over)
        else:
            wanted[widest] = max(least, wanted[widest] - max(1, over // 4))
    return wanted
