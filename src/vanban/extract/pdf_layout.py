"""Words of a page into lines in reading order; letterheads and signature blocks of two columns kept apart."""

from __future__ import annotations

import itertools
import re
from statistics import median
from typing import Final, NamedTuple

from vanban.extract.page import Line, Word

_ROW_TOLERANCE: Final = 0.8
"""In widths of a character: words on one baseline, raised numbers included."""

_COLUMN_GAP: Final = 2.2
"""In widths of a character, about one em: a gap this wide on several rows parts two columns."""

_LONE_COLUMN_GAP: Final = 4.5
"""The same where one row alone shows it."""

_GUTTER_LEFT: Final = 1.0
"""What must be left of a gap once all rows of the columns have their part of it."""

_OUTSTANDING: Final = 1.8
"""A gap between columns is this much wider than any other on its row: justified lines stretch all alike."""

_COLUMN_ROW_DISTANCE: Final = 4.0
"""In usual line distances: rows further apart are no columns of one block (room for a signature is left open)."""

_PARAGRAPH_DISTANCE: Final = 1.45
"""The same between lines of one paragraph or of one letterhead."""

_SIGNATURE_DISTANCE: Final = 9.0
"""The same at the foot of a block, where the name stands below the signature and the seal."""

_MARKER: Final = re.compile(r"(?:[-+•*–●○▪➢]|\(?(?:\d{1,3}|[IVXLivx]{1,6}|[a-zđ]|[A-ZĐ])(?:\.\d{1,2}){0,4}[.)/:]?)$")


class Row(NamedTuple):
    """Words on one baseline from left to right."""

    y: float
    words: list[Word]


class _Gap(NamedTuple):
    left: float
    right: float


def lines(words: list[Word], left: float, right: float) -> list[Line]:
    """Lines of a page in reading order. `left` and `right` are the margins of its text."""
    if not words:
        return []
    width = character_width(words)
    page_rows = rows(words, width)
    pitch = _pitch(page_rows)
    result: list[Line] = []
    column = 0
    position = 0
    while position < len(page_rows):
        block = None
        if _may_open(page_rows, position, width, pitch, follows_text=bool(result) and result[-1].column == 0):
            block = _columns(page_rows, position, width, pitch)
        if block is None:
            result.append(_line(page_rows[position].words, page_rows[position].y, 0, left, right))
            position += 1
            continue
        end, gutter = block
        middle = (gutter.left + gutter.right) / 2
        for side in (True, False):
            column += 1
            edges = (left, gutter.left) if side else (gutter.right, right)
            for row in page_rows[position:end]:
                part = [word for word in row.words if (word.x0 < middle) == side]
                if part:
                    result.append(_line(part, row.y, column, *edges))
        position = end
    return result


def character_width(words: list[Word]) -> float:
    """The usual width of a character, the measure of all gaps; at least half a point."""
    sample = [(word.x1 - word.x0) / len(word.text) for word in words if len(word.text) >= 3 and word.x1 > word.x0]
    return max(median(sample) if sample else 6.0, 0.5)


def rows(words: list[Word], width: float) -> list[Row]:
    """Words gathered by baseline, from the top down."""
    found: list[Row] = []
    tolerance = _ROW_TOLERANCE * width
    for word in sorted(words, key=_baseline):
        if found and word.y - found[-1].y <= tolerance:
            found[-1].words.append(word)
        else:
            found.append(Row(word.y, [word]))
    for row in found:
        row.words.sort()
    return found


def _baseline(word: Word) -> float:
    return word.y


def _pitch(page_rows: list[Row]) -> float:
    """The usual distance between lines."""
    return median([b.y - a.y for a, b in itertools.pairwise(page_rows)] or [14.0])


def _line(words: list[Word], y: float, column: int, left: float, right: float) -> Line:
    return Line(
        x0=words[0].x0,
        x1=words[-1].x1,
        y=y,
        text=" ".join(word.text for word in words),
        second=words[1].x0 if len(words) > 1 else words[0].x1,
        first_width=words[0].x1 - words[0].x0,
        column=column,
        left=left,
        right=right,
    )


def _gap(row: Row, width: float) -> _Gap | None:
    """The gap of a row that may part two columns."""
    widest, second, best = 0.0, 0.0, None
    for a, b in zip(row.words, row.words[1:], strict=False):
        size = b.x0 - a.x1
        if size > widest:
            widest, second, best = size, widest, _Gap(a.x1, b.x0)
        elif size > second:
            second = size
    if best is None or widest < _COLUMN_GAP * width or widest < _OUTSTANDING * second:
        return None
    if row.words[0].x1 >= best.left and _MARKER.match(row.words[0].text):
        return None  # `-    Bộ Ngoại giao`: a list mark before its tab stop
    return best


def _may_open(page_rows: list[Row], start: int, width: float, pitch: float, *, follows_text: bool) -> bool:
    """Whether columns may begin with this row: not with the last line of the paragraph above."""
    if not follows_text or _gap(page_rows[start], width) is not None:
        return True
    return page_rows[start].y - page_rows[start - 1].y > _PARAGRAPH_DISTANCE * pitch


def _columns(page_rows: list[Row], start: int, width: float, pitch: float) -> tuple[int, _Gap] | None:
    """The rows from `start` on that stand in two columns: where they end, and the gap between the columns."""
    first = _first_split(page_rows, start, width, pitch)
    if first is None:
        return None
    gap = _gap(page_rows[first], width)
    gutter = _narrow(gap, page_rows[start:first], width) if gap else None
    if gap is None or gutter is None:
        return None
    split, widest, end = 1, gap.right - gap.left, first + 1
    for position in range(first + 1, len(page_rows)):
        row = page_rows[position]
        if row.y - page_rows[position - 1].y > _reach(gutter, row) * pitch:
            break
        narrowed = _narrow(gutter, [row], width)
        if narrowed is None:
            break
        gutter, end = narrowed, position + 1
        gap = _gap(row, width)
        if gap is not None and gap.left < gutter.right and gap.right > gutter.left:
            split += 1
            widest = max(widest, gap.right - gap.left)
    return (end, gutter) if split >= 2 or widest >= _LONE_COLUMN_GAP * width else None


def _first_split(page_rows: list[Row], start: int, width: float, pitch: float) -> int | None:
    """The first row with words on both sides, if at most a few short ones stand close above it."""
    for position in range(start, min(start + _ROWS_BEFORE + 2, len(page_rows))):
        row = page_rows[position]
        if position > start and row.y - page_rows[position - 1].y > _PARAGRAPH_DISTANCE * pitch:
            return None
        if _gap(row, width) is not None:
            return position
        if row.words[-1].x1 - row.words[0].x0 > _SHORT_ROW * width:
            return None
    return None


_ROWS_BEFORE: Final = 2
_SHORT_ROW: Final = 36
"""Characters: rows of one side alone above the first row with two, as the upper line of an agency's name."""


def _reach(gutter: _Gap, row: Row) -> float:
    """How far below the last row this one may be: the signer's name stands far below, on the right."""
    right_alone = row.words[0].x0 >= gutter.right - 1
    return _SIGNATURE_DISTANCE if right_alone else _COLUMN_ROW_DISTANCE


def _narrow(gutter: _Gap, page_rows: list[Row], width: float) -> _Gap | None:
    """The gutter that is left beside the words of some rows, None where a word stands across it."""
    left, right = gutter
    for row in page_rows:
        if _is_running_text(row, gutter):
            return None
        for word in row.words:
            if word.x0 < left:
                left = max(left, word.x1)
            elif word.x1 > right:
                right = min(right, word.x0)
            elif word.x0 + word.x1 < left + right:
                left = word.x1
            else:
                right = word.x0
        if right - left < _GUTTER_LEFT * width:
            return None
    return _Gap(left, right)


_FEWEST_GAPS: Final = 5
_WIDER: Final = 2.0


def _is_running_text(row: Row, gutter: _Gap) -> bool:
    """Whether a row passes the gutter with no more than the usual blank between two words."""
    gaps = [(b.x0 - a.x1, a.x1, b.x0) for a, b in itertools.pairwise(row.words)]
    if len(gaps) < _FEWEST_GAPS or row.words[0].x0 >= gutter.left or row.words[-1].x1 <= gutter.right:
        return False
    usual = median(size for size, _, _ in gaps)
    passing = [size for size, left, right in gaps if left < gutter.right and right > gutter.left]
    return bool(passing) and max(passing) < _WIDER * usual
