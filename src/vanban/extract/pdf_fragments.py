"""Words that a PDF draws in pieces, because the font of the text lacked some of their letters.

`Ủy ban` in a font without `Ủ` is drawn as `Ủ` in another font and `y ban` in its own, often all letters of the other
font first, line by line. PDFium takes the jumps for spaces: `Ủ y ban`. The pieces of one word touch each other.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final, NamedTuple


class Piece(NamedTuple):
    """What stands between two spaces: origin of its first character, box of its last one, its text, and the places of
    both characters on the page."""

    x: float
    y: float
    left: float
    right: float
    bottom: float
    top: float
    text: str
    first: int
    last: int


_TOUCHING: Final = (-4.0, 1.3)
"""Points between the ink of one piece and the origin of the next: `Ứ` reaches over the next letter, and the narrowest
space of 8-point print takes 1.5."""


def mend(pieces: list[Piece], differ: Callable[[int, int], bool]) -> list[Piece]:
    """Whole words. `differ` says of two characters that touch whether they are set in different fonts.

    Pages without such a word stay as they are, in their order.
    """
    in_order = sorted(pieces, key=lambda piece: (_level(piece), piece.x))
    if not any(_touch(before, piece) for before, piece in pairwise(in_order)):
        return pieces
    whole = in_order[:1]
    for piece in in_order[1:]:
        before = whole[-1]
        if _touch(before, piece) and differ(before.last, piece.first):
            whole[-1] = piece._replace(x=before.x, text=before.text + piece.text, first=before.first)
        else:
            whole.append(piece)
    return whole


def _touch(before: Piece, piece: Piece) -> bool:
    return _level(before) == _level(piece) and _TOUCHING[0] < piece.x - before.right < _TOUCHING[1]


def _level(piece: Piece) -> int:
    """The baseline in half points."""
    return round(2 * piece.y)
