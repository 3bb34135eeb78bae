"""Vocabulary of Vietnamese official documents, as files that an official can read and extend.

Each file is UTF-8 text: one entry a line, columns separated by ` | `, `#` opens a comment line whose first
ones say what the columns mean. Names are brought to the clean form of `vanban.text` when they are read.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = tuple[str, ...]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The entries of `<name>.txt` in their order, each a tuple of its columns, empty columns kept.

    Raises FileNotFoundError where there is no such file.
    """
    content = (files(__package__) / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in content.splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines if line and line[0] != "#")


def names(name: str) -> tuple[str, ...]:
    """The first column of `<name>.txt`."""
    return tuple(row[0] for row in rows(name))
