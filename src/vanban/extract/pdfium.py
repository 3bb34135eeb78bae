"""The one place that opens a PDF with PDFium: bytes of a PDF to pages of words and rules, or to pictures of pages.

Positions are asked for by word, two calls each, instead of by character: 15 pages take about 50 ms.
The raw interface is used because its helpers cost one call a character for the same.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2.raw as pdfium

from vanban.extract import pdf_fragments, pdf_sheets
from vanban.extract.document import MAX_PAGES, refusal
from vanban.extract.page import Box, Page, Rule, Word
from vanban.extract.pdf_fragments import Piece

_HYPHENS: Final = "\x02\ufffe"
"""PDFium's marks for a hyphen at the end of a line; the next line follows without a break."""

_WORD: Final = re.compile(f"[^\\s{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")
_LIGATURES: Final = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_RESTORE: Final = str.maketrans({"\x02": "-", "\ufffe": "-", "\x00": "", **_LIGATURES})
_PRIVATE_BULLETS: Final = frozenset(map(chr, range(0xF020, 0xF100)))
"""Signs of the Symbol and Wingdings fonts: on their own they mark items of lists."""

_THIN: Final = 3.0
"""Points: a filled rectangle this thin is a line."""

_MAX_DRAWINGS: Final = 20_000
"""Drawn objects of one page that are looked at; maps hold more, tables of tasks some hundreds."""

_MAX_PAGE_CHARS: Final = 400_000
"""Characters of one page: a page of 6-point print holds about 15,000."""


_ONE_AT_A_TIME: Final = threading.RLock()
"""PDFium may be used by one thread at a time only (its own public/fpdfview.h says so)."""


class Document:
    """An open PDF; a context manager. Raises ReadingError `encrypted`, `damaged`, `too-large` on opening."""

    def __init__(self, content: bytes) -> None:
        self._content = content  # PDFium reads from it for as long as the document is open
        with _ONE_AT_A_TIME:
            self._handle: Any = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
            if not self._handle:
                locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
                raise refusal("encrypted" if locked else "damaged")
            self.pages: int = pdfium.FPDF_GetPageCount(self._handle)
        if not 0 < self.pages <= MAX_PAGES:
            self.close()
            raise refusal("too-large" if self.pages > 0 else "damaged")

    def __enter__(self) -> Document:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the document's memory back."""
        if self._handle:
            with _ONE_AT_A_TIME:
                pdfium.FPDF_CloseDocument(self._handle)
            self._handle = None

    def page(self, number: int) -> Page | None:
        """Words and rules of a page counted from 0, upright whatever way the page is turned; None if unreadable."""
        with self._opened(number) as handle:
            return _read_page(handle) if handle else None

    def picture(self, number: int, dots_per_inch: float) -> tuple[int, int, bytes] | None:
        """A page as grey pixels: width, height and one byte a pixel; None if unreadable."""
        with self._opened(number) as handle:
            return _draw(handle, dots_per_inch) if handle else None

    def image(self, number: int, width: int) -> tuple[int, int, bytes] | None:
        """A page in colour, `width` pixels wide: width, height and three bytes (red, green, blue) a pixel."""
        with self._opened(number) as handle:
            return pdf_sheets.draw(handle, width) if handle else None

    def boxes(self, number: int) -> list[Box]:
        """The words of a page where they stand on its picture, in shares of its width and height from the top left."""
        with self._opened(number) as handle:
            return pdf_sheets.boxes(handle, _words(handle)) if handle else []

    def picture_dots(self, number: int) -> float:
        """Dots an inch of the finest picture on a page, 0 where there is none."""
        with self._opened(number) as handle:
            return max(_dots(handle), default=0.0) if handle else 0.0

    @contextmanager
    def _opened(self, number: int) -> Iterator[Any]:
        with _ONE_AT_A_TIME:
            handle = pdfium.FPDF_LoadPage(self._handle, number)
            try:
                yield handle
            finally:
                if handle:
                    pdfium.FPDF_ClosePage(handle)


def _dots(page: Any) -> Iterator[float]:
    values = [ctypes.c_float() for _ in range(4)]
    across, down = ctypes.c_uint(), ctypes.c_uint()
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_DRAWINGS)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_FORM:
            yield _FORM_DOTS
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        sized = pdfium.FPDFImageObj_GetImagePixelSize(drawn, ctypes.byref(across), ctypes.byref(down))
        if sized and pdfium.FPDFPageObj_GetBounds(drawn, *(ctypes.byref(value) for value in values)):
            left, bottom, right, top = (value.value for value in values)
            yield 72 * max(across.value, down.value) / max(right - left, top - bottom, 1.0)


_FORM_DOTS: Final = 300.0
"""A picture inside a form is not looked into."""

_MAX_PIXELS: Final = 60_000_000
"""A3 at 400 dpi has 31 million; larger pages are drawn with fewer dots."""


def _draw(page: Any, dots_per_inch: float) -> tuple[int, int, bytes]:
    scale = dots_per_inch / 72
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(scale, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
    across, down = max(int(width * scale), 1), max(int(height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        raise refusal("too-large")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if stride != across:
        content = b"".join(content[row * stride : row * stride + across] for row in range(down))
    return across, down, content


def _read_page(page: Any) -> Page:
    words = _words(page)
    turn = _turn(words)
    left, top, width, height = _frame(page, turn)
    upright = []
    for word in words:
        x0, x1, y = _turned(turn, word)
        upright.append(Word(x0 - left, x1 - left, y - top, word.text))
    drawn, pictures = _drawings(page)
    turned = (_turned_rule(turn, rule) for rule in drawn)
    rules = [Rule(rule.x0 - left, rule.y0 - top, rule.x1 - left, rule.y1 - top) for rule in turned]
    return Page(width, height, upright, rules, min(pictures / max(width * height, 1.0), 1.0))


def _words(page: Any) -> list[Piece]:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return []
    try:
        pieces = [part for piece in _pieces(text_page) for part in _forwards(text_page, piece)]
        return pdf_fragments.mend(pieces, lambda last, first: _font(text_page, last) != _font(text_page, first))
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _forwards(text_page: Any, piece: Piece) -> list[Piece]:
    """`u` and `ầ` of `cầu`, where `ầ` was drawn last and PDFium saw no space between: two pieces, not `uầ`."""
    if piece.left >= piece.x or len(piece.text) != piece.last - piece.first + 1:
        return [piece]
    for place in range(piece.first + 1, piece.last + 1):
        x, y = _origin(text_page, place)
        behind = x < _origin(text_page, place - 1)[0] and abs(y - piece.y) < _SAME_BASELINE
        if behind and _font(text_page, place) != _font(text_page, place - 1):
            left, right, bottom, top = _box(text_page, place - 1)
            length = place - piece.first
            start = piece._replace(
                left=left, right=right, bottom=bottom, top=top, text=piece.text[:length], last=place - 1
            )
            rest = piece._replace(x=x, y=y, text=piece.text[length:], first=place)
            return [start, *_forwards(text_page, rest)]
    return [piece]


_SAME_BASELINE: Final = 0.5
"""Points."""


def _origin(text_page: Any, place: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, place, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _box(text_page: Any, place: int) -> tuple[float, float, float, float]:
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(text_page, place, *(ctypes.byref(side) for side in sides))
    left, right, bottom, top = (side.value for side in sides)
    return left, right, bottom, top


def _font(text_page: Any, place: int) -> bytes:
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, place, name, _LONGEST_FONT, ctypes.byref(flags))
    return name.value


_LONGEST_FONT: Final = 128


def _pieces(text_page: Any) -> Iterator[Piece]:
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return
    if count > _MAX_PAGE_CHARS:
        raise refusal("too-large")
    buffer = ctypes.create_string_buffer(2 * (count + 1))
    units = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * max(units - 1, 0)].decode("utf-16-le", errors="replace")
    aligned = len(text) == count
    index_of = pdfium.FPDFText_GetCharIndexFromTextIndex
    origin, box = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetCharBox
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    at = [ctypes.byref(each) for each in (x, y, left, right, bottom, top)]
    before, baseline = -1, 0.0
    for match in _WORD.finditer(text):
        first, last = match.start(), match.end() - 1
        if not aligned:
            first, last = index_of(text_page, first), index_of(text_page, last)
        if not origin(text_page, first, at[0], at[1]) or not box(text_page, last, *at[2:]):
            continue
        word = match.group()
        word = "-" if word in _PRIVATE_BULLETS else word.translate(_RESTORE)
        if word[-1:].isdigit() and (mark := _REFERENCE.search(word)):
            raised = _RAISED[0] < abs(y.value - baseline) < _RAISED[1]
            word = _without_reference(text_page, word, mark, first if mark.start() else before if raised else -1, last)
        if word:
            before, baseline = first, y.value
            yield Piece(x.value, y.value, left.value, right.value, bottom.value, top.value, word, first, last)


_REFERENCE: Final = re.compile(r"(?:^|(?<=[^\W\d])|(?<=[^\W\d][.,;:]))\d{1,2}$")
_RAISED: Final = (1.0, 9.0)
"""Points between the baselines of a text and of a number of a footnote in it."""

_SMALLER: Final = 0.75
"""Raised numbers of footnotes are set at 58-66 % of the text's size."""


def _without_reference(text_page: Any, word: str, mark: re.Match[str], text: int, number: int) -> str:
    """`phủ1` is `phủ` with a footnote, `NC3` is `NC3`: the size of the number tells, against that of the text.

    `text` and `number` are places of characters; there may be no text before, -1.
    """
    if text < 0:
        return word
    whole, small = pdfium.FPDFText_GetFontSize(text_page, text), pdfium.FPDFText_GetFontSize(text_page, number)
    return word[: mark.start()] if small < _SMALLER * whole else word


_RIGHT, _UP, _LEFT, _DOWN = range(4)
_ENOUGH_WORDS: Final = 400


def _turn(words: list[Piece]) -> int:
    """Which way most words run: from their first character's origin to their last one's middle."""
    votes = [0, 0, 0, 0]
    for x, y, left, right, bottom, top, text, *_ in words[:_ENOUGH_WORDS]:
        if len(text) < 3:
            continue
        across, along = (left + right) / 2 - x, (bottom + top) / 2 - y
        if abs(across) >= abs(along):
            votes[_RIGHT if across > 0 else _LEFT] += 1
        else:
            votes[_UP if along > 0 else _DOWN] += 1
    return votes.index(max(votes))


def _turned(turn: int, word: Piece) -> tuple[float, float, float]:
    x, y, left, right, bottom, top, *_ = word
    if turn == _RIGHT:
        return x, right, -y
    if turn == _UP:
        return y, top, x
    if turn == _LEFT:
        return -x, -left, y
    return -y, -bottom, -x


def _turned_rule(turn: int, rule: Rule) -> Rule:
    """`rule` is in PDF's own system, y upwards."""
    x0, y0, x1, y1 = rule
    if turn == _RIGHT:
        return Rule(x0, -y1, x1, -y0)
    if turn == _UP:
        return Rule(y0, x0, y1, x1)
    if turn == _LEFT:
        return Rule(-x1, y0, -x0, y1)
    return Rule(-y1, -x1, -y0, -x0)


def _frame(page: Any, turn: int) -> tuple[float, float, float, float]:
    """Left, top, width and height of the upright page; a PDF page may have its origin anywhere."""
    box = [ctypes.c_float() for _ in range(4)]
    at = [ctypes.byref(each) for each in box]
    if pdfium.FPDFPage_GetCropBox(page, *at) or pdfium.FPDFPage_GetMediaBox(page, *at):
        left, bottom, right, top = (each.value for each in box)
    else:
        left, bottom, right, top = 0.0, 0.0, *_A4
    x0, y0, x1, y1 = _turned_rule(turn, Rule(left, bottom, right, top))
    return x0, y0, x1 - x0, y1 - y0


_A4: Final = (595.0, 842.0)


def _drawings(page: Any) -> tuple[list[Rule], float]:
    """The straight lines drawn on a page, and the area of its pictures in square points."""
    found: list[Rule] = []
    area = 0.0
    values = [ctypes.c_float() for _ in range(4)]
    at = [ctypes.byref(each) for each in values]
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MAX_DRAWINGS)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind not in _SEEN or not pdfium.FPDFPageObj_GetBounds(drawn, *at):
            continue
        left, bottom, right, top = (value.value for value in values)
        if kind != pdfium.FPDF_PAGEOBJ_PATH:
            area += (right - left) * (top - bottom)
        elif right - left <= _THIN or top - bottom <= _THIN:
            found.append(Rule(left, bottom, right, top))
        elif _is_stroked(drawn):
            found += [
                Rule(left, bottom, right, bottom),
                Rule(left, top, right, top),
                Rule(left, bottom, left, top),
                Rule(right, bottom, right, top),
            ]
    return found, area


_SEEN: Final = (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
"""Paths, pictures, and forms, in which some scanners wrap the picture of a page."""


def _is_stroked(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke)) and stroke.value)
