"""The lines and cells of a sheet, for the stages that read its head and its foot.

Letterhead and signature are laid out in two columns; by the time they are text, the columns may stand one above the
other, side by side on one line, or apart in cells (`|`). A `Cell` is a piece of one line with its place in the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from vanban.findings import Span
from vanban.lexicon import rows


class Cell(NamedTuple):
    """A piece of one line: its text, where it stands in the sheet, and the index of its line."""

    text: str
    start: int
    end: int
    line: int


class Lines:
    """A sheet cut at its line breaks."""

    __slots__ = ("sheet", "starts", "texts")

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.texts = sheet.split("\n")
        self.starts = [0, *accumulate(len(text) + 1 for text in self.texts)]

    def __len__(self) -> int:
        return len(self.texts)

    def span(self, first: int, after: int) -> Span:
        """The place of the lines from `first` up to, without, `after`; its ends are line bounds."""
        return self.starts[first], max(self.starts[first], self.starts[after] - 1)

    def cells(self, first: int, after: int) -> Iterator[Cell]:
        """The cells of these lines in reading order, without those that hold no letter or digit."""
        for index in range(first, min(after, len(self.texts))):
            yield from cells(self.texts[index], self.starts[index], index)


def cells(text: str, offset: int = 0, line: int = 0) -> Iterator[Cell]:
    """Cut one line at its `|`."""
    if "|" not in text:
        yield from _cell(text, offset, line)
        return
    for piece in text.split("|"):
        yield from _cell(piece, offset, line)
        offset += len(piece) + 1


def _cell(piece: str, offset: int, line: int) -> Iterator[Cell]:
    text = piece.strip(_EDGES)
    if text and (len(text) > 1 or text.isalnum()):
        start = offset + piece.index(text)
        yield Cell(text, start, start + len(text), line)


_EDGES = " \t-_=*~.#"


@cache
def _categories() -> dict[str, list[tuple[str, str]]]:
    """Forms with their meanings, by category."""
    listed: dict[str, list[tuple[str, str]]] = {}
    for category, form, *meaning in rows("letterhead"):
        listed.setdefault(category, []).append((form, meaning[0] if meaning else ""))
    return listed


@cache
def words(category: str) -> tuple[str, ...]:
    """The forms that `lexicon/letterhead.txt` lists under a category."""
    return tuple(form for form, _ in _categories().get(category, ()))


def meanings(category: str) -> dict[str, str]:
    """The forms under a category with what stands beside them."""
    return dict(_categories().get(category, ()))


def alternatives(forms: Sequence[str]) -> str:
    """A regular expression for any of these forms, longest first; a space in a form matches one in the text."""

    return "|".join(re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=len, reverse=True))


UPPER = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"
"""The capitals of Vietnamese, for character classes."""
LOWER = UPPER.lower()
CAPITALS = frozenset(UPPER)
_SMALL = frozenset(LOWER)
NAME = f"[{UPPER}][{LOWER}]{{1,10}}"
"""One word of a proper name."""


def is_name(word: str, longest: int = 8) -> bool:
    """Whether a word may be one of a proper name: a capital, then small letters if any, `longest` letters in all."""
    return 0 < len(word) <= longest and word[0] in CAPITALS and _SMALL.issuperset(word[1:])


def is_capitals(word: str, longest: int = 8) -> bool:
    """Whether a word is written in capitals all through, `longest` letters at most."""
    return 0 < len(word) <= longest and CAPITALS.issuperset(word)
