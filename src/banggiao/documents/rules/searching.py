"""What the search over texts compares, and how it shows what it found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from vanban.text import bare

BEFORE, AROUND = 80, 240
"""Characters before the first hit, and of the whole excerpt: three lines of a list."""

Piece = tuple[str, bool]
"""A stretch of an excerpt, and whether it is what somebody looks for."""


class _Letters(dict[int, str]):
    """Letters and digits without case and marks, everything else as a space, each found out once."""

    def __missing__(self, code: int) -> str:
        plain = bare(chr(code))
        self[code] = found = plain if len(plain) == 1 and plain.isalnum() else " "
        return found


_LETTERS = _Letters()


def searchable(text: str) -> str:
    """A text as searches compare it: without case and marks, signs and breaks as spaces.

    As long as the text, character for character, wherever that is composed (NFC).

    >>> searchable("Đối ngoại, 22-NQ/TW")
    'doi ngoai  22 nq tw'
    """
    return unicodedata.normalize("NFC", text).translate(_LETTERS)


def excerpt(around: str, wanted: Sequence[Sequence[str]], *, is_start: bool, is_end: bool) -> tuple[Piece, ...]:
    """A stretch of a text in pieces, with all hits marked; the words that it cuts through at its ends are left out.

    `wanted` are the words in their parts (`ui.wordsearch.split`).
    """
    text = " ".join(around.split())
    if not is_start:
        text = text.partition(" ")[2]
    if not is_end:
        text = text.rpartition(" ")[0]
    pieces: list[Piece] = [] if is_start else [("… ", False)]
    last = 0
    for start, end in _hits(searchable(text), wanted):
        pieces += [(text[last:start], False), (text[start:end], True)]
        last = end
    pieces.append((text[last:] + ("" if is_end else " …"), False))
    return tuple(piece for piece in pieces if piece[0])


def _hits(plain: str, wanted: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Where words stand, longest first, none inside another; the last of them may go on."""
    words = [r"\W{1,3}".join(map(re.escape, parts)) for parts in wanted]
    if not words:
        return []
    words = sorted([*(rf"{word}\b" for word in words[:-1]), words[-1]], key=len, reverse=True)
    return [match.span() for match in re.finditer(rf"\b(?:{'|'.join(words)})", plain)]
