"""Pictures of pages to words in their places, by Tesseract with its Vietnamese data; then read like a PDF's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from vanban.errors import ReadingError
from vanban.extract import programs, scan_table
from vanban.extract.document import MAX_SCANNED_PAGES, Extracted, missing_program, refusal
from vanban.extract.page import Page
from vanban.extract.pdf_assembly import compose
from vanban.extract.pdfium import Document
from vanban.extract.scan_table import Recognised

_DPI: Final = 300
"""Tesseract is trained on 300 dots an inch; pictures are never drawn finer than they are, which makes specks."""

_FEWEST_DOTS: Final = 150.0
"""Below this, Vietnamese tone marks are lost anyway."""

_SECONDS_A_PAGE: Final = 60.0
_POOR_SHARE: Final = 0.25
"""Share of doubtful words from which on a page is worth a note."""

_SIGNATURES: Final = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"II*\x00": "tif", b"MM\x00*": "tif"}


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
    dots = min(max(document.picture_dots(number), _FEWEST_DOTS), _DPI)
    picture = document.picture(number, dots)
    if picture is None:
        return None
    width, height, pixels = picture
    path = place / "page.pgm"
    path.write_bytes(b"P5\n%d %d\n255\n" % (width, height) + pixels)
    found = _recognise(program, path, place, dots)
    return found[0] if found else None


def _recognise(program: str, picture: Path, place: Path, dots: float = _DPI) -> list[Recognised]:
    command = [program, str(picture), "stdout", "-l", "vie", "--dpi", str(round(dots)), "--psm", "3", "tsv"]
    output = programs.run(command, place, seconds=_SECONDS_A_PAGE * (1 if picture.suffix != ".tif" else 10))
    return scan_table.pages(output.decode("utf-8", errors="replace"), dots)


def _extracted(found: list[Recognised]) -> Extracted:
    notes: list[str] = []
    text, offsets = compose([each.page for each in found], scan_table.mend)
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
