"""A page of a PDF as it looks: its picture in colour, and where its words stand on it. Called with the page open."""

from __future__ import annotations

import ctypes
from typing import Any, Final

import pypdfium2.raw as pdfium

from vanban.extract.document import refusal
from vanban.extract.page import Box
from vanban.extract.pdf_fragments import Piece

_MAX_PIXELS: Final = 20_000_000
"""A page of A4 at 300 dots an inch has 9 million; larger ones are drawn with fewer dots."""

_MAP_SIDE: Final = 10_000
"""Steps of a page's width and height in which places of words are asked for."""


def draw(page: Any, width: int) -> tuple[int, int, bytes]:
    """An open page, `width` pixels wide: width, height and three bytes (red, green, blue) a pixel."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    scale = min(width / max(wide, 1), (_MAX_PIXELS / max(wide * high, 1)) ** 0.5)
    across, down = max(int(wide * scale), 1), max(int(high * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(across, down, pdfium.FPDFBitmap_BGR, None, 0)
    if not bitmap:
        raise refusal("too-large")
    flags = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        content = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * down)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if stride != 3 * across:
        content = b"".join(content[row * stride : row * stride + 3 * across] for row in range(down))
    return across, down, content


def boxes(page: Any, pieces: list[Piece]) -> list[Box]:
    """Where the words of an open page stand on its picture, in reading order."""
    x, y = ctypes.c_int(), ctypes.c_int()
    to_picture = pdfium.FPDF_PageToDevice
    if pieces and pieces[0].y < pieces[-1].y:  # mended words come from the bottom up
        pieces = sorted(pieces, key=lambda piece: (-round(2 * piece.y), piece.x))
    found = []
    for piece in pieces:
        corners = []
        for across, up in ((min(piece.x, piece.left), min(piece.y, piece.bottom)), (piece.right, piece.top)):
            to_picture(page, 0, 0, _MAP_SIDE, _MAP_SIDE, 0, across, up, ctypes.byref(x), ctypes.byref(y))
            corners.append((x.value / _MAP_SIDE, y.value / _MAP_SIDE))
        (one_x, one_y), (other_x, other_y) = corners
        found.append(
            Box(min(one_x, other_x), min(one_y, other_y), max(one_x, other_x), max(one_y, other_y), piece.text)
        )
    return found
