"""What stands in the margins of a PDF's pages: page numbers and running heads out, the text's own margins found."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from statistics import median
from typing import Final, NamedTuple

from vanban.extract.page import Page
from vanban.extract.pdf_layout import Row, character_width, rows

_ZONE: Final = 0.1
"""Share of the page's height, top and bottom: NĐ 30/2020 sets margins of 20-25 mm of 297 and the number inside them."""

_ROWS_LOOKED_AT: Final = 3
_REPEATS: Final = 3
"""A head is running once it stands on three pages, or on every page of a document of two."""

_NUMBER: Final = re.compile(r"[-–—\s]*(?:[Tt]rang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*")
_DIGITS: Final = re.compile(r"\d+")
_MARKING: Final = re.compile(r"\W*(?:độ mật\W*)?(?:tuyệt mật|tối mật|mật)\W*", re.IGNORECASE)


class Sheet(NamedTuple):
    """A page without furniture, and where its text begins and ends across."""

    page: Page
    left: float
    right: float


def clean(pages: list[Page]) -> list[Sheet]:
    """Pages without page numbers and running heads, with the margins of their text.

    A marking of secrecy is never taken for a running head.
    """
    edges = [_edge_rows(page) for page in pages]
    texts = Counter(key for page_edges in edges for key in {_key(row) for row in page_edges})
    needed = min(_REPEATS, max(len(pages), 2))
    stripped: list[Page] = []
    for page, page_edges in zip(pages, edges, strict=True):
        out = {id(word) for row in page_edges if _is_furniture(row, texts, needed) for word in row.words}
        words = [word for word in page.words if id(word) not in out] if out else page.words
        stripped.append(page._replace(words=words))
    return _with_margins(stripped)


def _edge_rows(page: Page) -> list[Row]:
    """The rows in the top and bottom margins, few at each."""
    low, high = page.height * _ZONE, page.height * (1 - _ZONE)
    words = [word for word in page.words if word.y < low or word.y > high]
    if not words:
        return []
    found = rows(words, character_width(words))
    top = [row for row in found if row.y < low]
    bottom = [row for row in found if row.y > high]
    return top[:_ROWS_LOOKED_AT] + bottom[-_ROWS_LOOKED_AT:]


def _text(row: Row) -> str:
    return " ".join(word.text for word in row.words)


def _key(row: Row) -> str:
    """Text and height on the page, numbers left open."""
    return f"{round(row.y / 6)} {_DIGITS.sub('#', _text(row))}"


def _is_furniture(row: Row, texts: Counter[str], needed: int) -> bool:
    text = _text(row)
    if _NUMBER.fullmatch(text):
        return True
    return texts[_key(row)] >= needed and not _MARKING.fullmatch(text)


class _Span(NamedTuple):
    """Left and right end of a page's text; `firm` where many lines reach the right one."""

    left: float
    right: float
    firm: bool


def _with_margins(pages: list[Page]) -> list[Sheet]:
    """Left margins by page, widths by the document: a last page of two lines does not know its own width."""
    spans = [_span(page) for page in pages]
    widths: dict[int, list[float]] = {}
    for page, span in zip(pages, spans, strict=True):
        if span:
            widths.setdefault(round(page.width / 10), []).append(span.right - span.left)
    return [
        Sheet(page, span.left, _right(page, span, sorted(widths[round(page.width / 10)])))
        if span
        else Sheet(page, 0.0, page.width)
        for page, span in zip(pages, spans, strict=True)
    ]


def _right(page: Page, span: _Span, widths: list[float]) -> float:
    typical = max(median(widths), widths[(len(widths) * 3) // 4]) if len(widths) > 2 else widths[-1]
    if not span.firm:
        # Lines that never reach the margin do not show it; it is hardly ever wider than the left one.
        return max(span.right, span.left + typical, page.width - span.left)
    return max(span.right, span.left + typical) if span.right < span.left + typical + _SLACK else span.right


_SLACK: Final = 3.0
"""Points by which lines of one margin differ: hanging punctuation, the slant of italics."""

_BODY_START: Final = 80.0
"""Points from the left margin within which lines of the body start, indented ones included."""

_LONG_WORD: Final = 40.0
"""Points: a wrapped line ends nearer to the margin than this."""

_FIRM_SHARE: Final = 0.15


def _span(page: Page) -> _Span | None:
    """The ends that at least two rows share; a letterhead alone may stand out beyond the body."""
    if not page.words:
        return None
    page_rows = rows(page.words, character_width(page.words))
    left = _shared(sorted(row.words[0].x0 for row in page_rows))
    body = [row for row in page_rows if row.words[0].x0 - left < _BODY_START] or page_rows
    ends = sorted((max(word.x1 for word in row.words) for row in body), reverse=True)
    shared = _shared(ends)
    right = shared if ends[0] - shared <= _LONG_WORD else ends[0]
    reaching = sum(end >= right - _LONG_WORD for end in ends)
    return _Span(left, right, reaching >= max(3, _FIRM_SHARE * len(ends)))


def _shared(edges: list[float]) -> float:
    """The outermost edge that two rows share, or the outermost."""
    for one, two in itertools.pairwise(edges):
        if abs(one - two) <= _SLACK:
            return one
    return edges[0]
