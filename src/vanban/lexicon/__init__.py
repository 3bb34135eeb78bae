"""Vocabulary of Vietnamese official documents, as files that an official can read and extend.

Each file is UTF-8 text: one entry a line, columns separated by ` | `, `#` opens a comment line whose first
ones say what the columns mean. Names stand in the clean form of `vanban.text` (a test sees to it).
"""

from __future__ import annotations

import os.path
from functools import cache

Row = tuple[str, ...]

_FOLDER = os.path.dirname(__file__)
# os.path, not importlib.resources or pathlib: those cost a tenth of the time a short text takes from a cold start.


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The entries of `<name>.txt` in their order, each a tuple of its columns, empty columns kept.

    Raises FileNotFoundError where there is no such file.
    """
    with open(os.path.join(_FOLDER, f"{name}.txt"), encoding="utf-8") as file:
        text = file.read()
    tight = text.replace(" | ", "|").replace(" |\n", "|\n")
    if any(loose in tight for loose in _LOOSE):
        lines = (line.strip() for line in text.split("\n"))
        return tuple([tuple(map(str.strip, line.split("|"))) for line in lines if line and line[0] != "#"])
    return tuple([tuple(line.split("|")) for line in tight.split("\n") if line and line[0] != "#"])


_LOOSE = (" |", "| ", " \n", "\n ", "\t")
"""What is left of a file that is written less neatly than most, whose cells have to be stripped one by one."""


def names(name: str) -> tuple[str, ...]:
    """The first column of `<name>.txt`."""
    return tuple(row[0] for row in rows(name))
