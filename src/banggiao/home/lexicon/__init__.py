"""What stands behind public holidays, as a file that an official can read and extend.

The file is UTF-8 text: one entry a line, columns separated by ` | `; the comment lines (`#`) on top say what the
columns mean. The days themselves, lunar ones and those moved for a weekend too, come from the package `holidays`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of `<name>.txt` in their order, each a tuple of its columns."""
    lines = (line.strip() for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines())
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines if line and line[0] != "#")
