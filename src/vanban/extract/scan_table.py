"""Tesseract's table of words to pages, straightened and without the specks it took for signs."""

from __future__ import annotations

import re
from statistics import median
from typing import Final, NamedTuple

from vanban.extract.page import Page, Word

_DOUBTFUL: Final = 60.0
"""Tesseract's confidence, 0 to 100, below which a word counts as doubtful; clean print has 90 and more."""

_SPECK: Final = 0.8
"""Points of height below which a sign is dirt: the dash of 13-point print is 1 point high and 4 wide."""

_RULE_SIGNS: Final = frozenset("|_~¬ˆ'`\"=°*“”‘’.,;:—–-»«[](){}<>\\/")
_SURE_SIGN: Final = 80.0
_LEVELS: Final = {"page": "1", "word": "5"}
_SLOPE_WORDS: Final = 6
_SLOPE_SAMPLE: Final = 3


class Recognised(NamedTuple):
    """A page as it was recognised, and the share of its words that are doubtful."""

    page: Page
    doubtful: float


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


def pages(table: str, dots: float) -> list[Recognised]:
    """Pages of a table in Tesseract's TSV form, whose lengths are dots of which `dots` make an inch.

    Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
    """
    found: list[Recognised] = []
    lines: dict[tuple[str, ...], list[_Box]] = {}
    size = (595.0, 842.0)
    doubtful = 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12:
            continue
        left, top, width, height = (int(cell) * 72 / dots for cell in cells[6:10])
        if cells[0] == _LEVELS["page"]:
            if lines:
                found.append(_page(size, lines, doubtful))
            lines, size, doubtful = {}, (width, height), 0
        elif cells[0] == _LEVELS["word"]:
            text, sure = cells[11].strip(), float(cells[10])
            if not text or _is_dirt(text, height, sure):
                continue
            doubtful += sure < _DOUBTFUL
            lines.setdefault(tuple(cells[1:5]), []).append(_Box(left, top, left + width, top + height, text))
    found.append(_page(size, lines, doubtful))
    return found


_MARKS: Final = (
    (re.compile(r"^(\d{1,2}), (?=[A-ZÀ-Ỹ])"), r"\1. "),
    (re.compile(r"^([IVX]{1,5})\.? ?(?=[A-ZÀ-ỸĐ]{2,} [A-ZÀ-ỸĐ]{2,})"), r"\1. "),
)


def mend(line: str) -> str:
    """A line whose opening number lost its full stop: `7, Các phòng` → `7. Các phòng`, `II NỘI DUNG` → `II. …`."""
    for pattern, repaired in _MARKS:
        line = pattern.sub(repaired, line)
    return line


def _is_dirt(text: str, height: float, sure: float) -> bool:
    if height < _SPECK:
        return True
    return sure < _SURE_SIGN and all(char in _RULE_SIGNS for char in text)


def _page(size: tuple[float, float], lines: dict[tuple[str, ...], list[_Box]], doubtful: int) -> Recognised:
    slope = _slope(list(lines.values()))
    words: list[Word] = []
    for boxes in lines.values():
        baseline = median(box.bottom - slope * box.left for box in boxes)
        words += [Word(box.left + slope * box.top, box.right + slope * box.top, baseline, box.text) for box in boxes]
    return Recognised(Page(*size, words, [], 1.0), doubtful / max(len(words), 1))


def _slope(lines: list[list[_Box]]) -> float:
    """How far lines sink for each point to the right: scanned sheets lie askew by up to a degree."""
    slopes: list[float] = []
    for boxes in lines:
        if len(boxes) < _SLOPE_WORDS:
            continue
        first, last = boxes[:_SLOPE_SAMPLE], boxes[-_SLOPE_SAMPLE:]
        across = last[0].left - first[0].left
        if across > 0:
            slopes.append((_height(last) - _height(first)) / across)
    return median(slopes) if slopes else 0.0


def _height(boxes: list[_Box]) -> float:
    return sum((box.top + box.bottom) / 2 for box in boxes) / len(boxes)
