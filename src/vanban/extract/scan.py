"""Pictures of pages to words in their places, by Tesseract with its Vietnamese data; then read like a PDF's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from vanban.errors import ReadingError
from vanban.extract import programs
from vanban.extract.document import MAX_SCANNED_PAGES, Extracted, missing_program, refusal
from vanban.extract.page import Page, Word
from vanban.extract.pdf_assembly import compose
from vanban.extract.pdfium import Document

_DPI: Final = 300
"""Tesseract is trained on 300 dots an inch; below 200 Vietnamese tone marks are lost."""

_SECONDS_A_PAGE: Final = 60.0
_POOR: Final = 60.0
"""Tesseract's confidence, 0 to 100, below which a word counts as doubtful; clean print has 90 and more."""

_POOR_SHARE: Final = 0.25
"""Share of doubtful words from which on a page is worth a note."""

_WORD_LEVEL: Final = "5"
_LINE_LEVEL: Final = "4"
_PAGE_LEVEL: Final = "1"
_SIGNATURES: Final = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"II*\x00": "tif", b"MM\x00*": "tif"}


class Recognised(NamedTuple):
    """A page as it was recognised, and the share of its words that are doubtful."""

    page: Page
    doubtful: float


def read(content: bytes) -> Extracted:
    """The text of a PNG, JPEG or TIFF, each picture of a TIFF a page."""
    _check_pixels(content)
    program = _program()
    suffix = next(name for magic, name in _SIGNATURES.items() if content.startswith(magic))
    with programs.workplace() as place:
        picture = place / f"page.{suffix}"
        picture.write_bytes(content)
        found = _recognise(program, picture, place)
    return _extracted(found)


def recognise_pages(document: Document, pages: list[Page], scanned: list[int], notes: list[str]) -> list[Page]:
    """The pages of a PDF, those that are pictures recognised.

    Where Tesseract is missing, pages with a text layer are still read and a note names the others; without any
    such page ReadingError `missing-program` is raised.
    """
    others = any(page.words for number, page in enumerate(pages) if number not in set(scanned))
    try:
        program = _program()
    except ReadingError as error:
        if not others:
            raise
        notes.append(f"Trang {_listed(scanned)} là ảnh quét, chưa được đọc. {error.message}")
        return pages
    if len(scanned) > MAX_SCANNED_PAGES:
        raise refusal("too-large")
    result = list(pages)
    poor: list[int] = []
    with programs.workplace() as place:
        for number in scanned:
            found = _recognise_page(document, number, program, place)
            if found is None:
                continue
            result[number] = found.page
            if found.doubtful >= _POOR_SHARE:
                poor.append(number)
    _note_poor(poor, notes)
    return result


def _recognise_page(document: Document, number: int, program: str, place: Path) -> Recognised | None:
    picture = document.picture(number, _DPI)
    if picture is None:
        return None
    width, height, pixels = picture
    path = place / "page.pgm"
    path.write_bytes(b"P5\n%d %d\n255\n" % (width, height) + pixels)
    found = _recognise(program, path, place)
    return found[0] if found else None


def _recognise(program: str, picture: Path, place: Path) -> list[Recognised]:
    command = [program, str(picture), "stdout", "-l", "vie", "--dpi", str(_DPI), "--psm", "3", "tsv"]
    output = programs.run(command, place, seconds=_SECONDS_A_PAGE * (1 if picture.suffix != ".tif" else 10))
    return _pages(output.decode("utf-8", errors="replace"))


def _pages(table: str) -> list[Recognised]:
    """Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    found: list[Recognised] = []
    baseline = 0.0
    doubtful = 0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != 12:
            continue
        left, top, width, height = (int(cell) * 72 / _DPI for cell in cells[6:10])
        if cells[0] == _PAGE_LEVEL:
            found.append(Recognised(Page(width, height, [], [], 1.0), 0.0))
            doubtful = 0
        elif cells[0] == _LINE_LEVEL:
            baseline = top + height
        elif cells[0] == _WORD_LEVEL and found and cells[11].strip():
            page = found[-1].page
            page.words.append(Word(left, left + width, baseline, cells[11].strip()))
            doubtful += float(cells[10]) < _POOR
            found[-1] = Recognised(page, doubtful / len(page.words))
    return found


def _extracted(found: list[Recognised]) -> Extracted:
    notes: list[str] = []
    text, offsets = compose([each.page for each in found])
    if not text.strip():
        raise refusal("no-text")
    _note_poor([number for number, each in enumerate(found) if each.doubtful >= _POOR_SHARE], notes)
    return Extracted(text, offsets, "image", tuple(notes))


def _note_poor(pages: list[int], notes: list[str]) -> None:
    if pages:
        notes.append(f"Trang {_listed(pages)} quét mờ, nhiều chữ có thể bị nhận sai; cần đối chiếu với bản gốc.")


def _listed(pages: list[int]) -> str:
    shown = ", ".join(str(number + 1) for number in pages[:20])
    return shown + (", …" if len(pages) > 20 else "")


@cache
def _program() -> str:
    """Tesseract, if it has Vietnamese."""
    program = programs.find("tesseract")
    with programs.workplace() as place:
        languages = programs.run([program, "--list-langs"], place, seconds=20).split()
    if b"vie" not in languages:
        raise missing_program("tesseract")
    return program


_MAX_PIXELS: Final = 120_000_000
"""A3 at 600 dots an inch has 70 million; Tesseract takes about four bytes for each."""


def _check_pixels(content: bytes) -> None:
    """Refuse pictures that unpack to more than a page ever has, by what their header says."""
    if content.startswith(b"\x89PNG") and len(content) >= 24:
        width, height = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
        if width * height > _MAX_PIXELS:
            raise refusal("bomb")
    elif content.startswith(b"\xff\xd8"):
        width, height = _jpeg_size(content)
        if width * height > _MAX_PIXELS:
            raise refusal("bomb")


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height of a JPEG's frame (ITU-T T.81, B.2.2), 0 where none is found."""
    place = 2
    for _ in range(1_000):
        if place + 9 > len(content) or content[place] != 0xFF:
            break
        kind = content[place + 1]
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(content[place + 7 : place + 9], "big"), int.from_bytes(
                content[place + 5 : place + 7], "big"
            )
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return 0, 0
