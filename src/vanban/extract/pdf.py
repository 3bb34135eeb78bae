"""PDF to text: lines by geometry, paragraphs joined, tables as rows; pages that are pictures are recognised."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from vanban.extract import pdf_guard, scan_table
from vanban.extract.document import Extracted, refusal
from vanban.extract.page import Page
from vanban.extract.pdf_assembly import compose
from vanban.extract.pdfium import Document

_STAMP_WORDS: Final = 60
"""Words of a page that is a picture: a digital signature's stamp and a page number have 10-40."""

_PICTURE_SHARE: Final = 0.5
"""Share of a page that pictures cover where the page was scanned."""

_EMPTY: Final = Page(595.0, 842.0, [], [], 0.0)


def read(content: bytes) -> Extracted:
    """The text of a PDF with the offsets of its pages.

    Raises ReadingError: `encrypted`, `damaged`, `too-large`, `no-text`, `missing-program`, `timeout`.
    """
    notes: list[str] = []
    pdf_guard.check(content)
    with Document(content) as document:
        pages = _pages(document, notes)
        kind = "pdf"
        scanned = [number for number, page in enumerate(pages) if _is_scanned(page)]
        if scanned:
            from vanban.extract import scan

            whole = not any(page.words for number, page in enumerate(pages) if number not in set(scanned))
            kind = "scan" if whole else "pdf"
            pages = scan.recognise_pages(document, pages, scanned, notes)
    text, offsets = compose(pages, scan_table.mend if kind == "scan" else _mend(pages, notes))
    if not text.strip():
        raise refusal("no-text")
    return Extracted(text, offsets, kind, tuple(notes))


def _pages(document: Document, notes: list[str]) -> list[Page]:
    pages: list[Page] = []
    broken: list[str] = []
    for number in range(document.pages):
        page = document.page(number)
        if page is None:
            broken.append(str(number + 1))
        pages.append(page or _EMPTY)
    if len(broken) == len(pages):
        raise refusal("damaged")
    if broken:
        notes.append(f"Không đọc được trang {', '.join(broken[:20])} vì tệp bị hỏng; các trang khác vẫn được đọc.")
    return pages


def _is_scanned(page: Page) -> bool:
    return page.pictures >= _PICTURE_SHARE and len(page.words) < _STAMP_WORDS


def _mend(pages: list[Page], notes: list[str]) -> Callable[[str], str] | None:
    """Conversion of a text layer in TCVN3 or VNI, None where it is Unicode."""
    sample = " ".join(word.text for page in pages[:5] for word in page.words)
    if sample.isascii():
        return None
    from vanban.extract import legacy

    name = legacy.detect(sample)
    if name is None:
        return None
    notes.append(legacy.note(name))
    encoding = name
    return lambda text: legacy.convert(text, encoding)
