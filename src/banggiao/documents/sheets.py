"""Pages of a PDF as pictures, and where its words stand on them: drawn when somebody looks, kept beside the data.

What is kept can be thrown away at any time; it is named by the digest of the file, so that it never grows stale.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from banggiao.documents.models import Reading, StoredFile
from banggiao.documents.rules.aligning import aligned
from vanban import ReadingError
from vanban.extract.pdfium import Document as Pdf

WIDTH = 1240
"""Pixels across a picture: A4 at 150 dots an inch, sharp on a pane of half an office screen."""

_AS_DRAWN = 2
"""Part of the names of what is kept; to be raised when pictures or places are made otherwise."""


class NoSheet(Exception):
    """The page cannot be shown: the file is no PDF, is gone, or has no such page."""


def has_sheets(file: StoredFile | None) -> bool:
    """Whether the pages of a file can be shown as they look."""
    return file is not None and file.media_type == "application/pdf"


def sheet_picture(file: StoredFile, number: int) -> bytes:
    """Page `number`, counted from 1, as PNG.

    Raises:
        NoSheet: where there is no such page, or the original is gone.
    """
    return _kept(file, f"{number}.png", lambda: _draw(file, number))


def sheet_words(reading: Reading, file: StoredFile, number: int) -> bytes:
    """Where the words of a page stand, as JSON: `[start, end, left, top, right, bottom]` each.

    The first two are the stretch of the reading's text, the others ten-thousandths of the page's width and height.
    A scan has none.

    Raises:
        NoSheet: as `sheet_picture`.
    """
    return _kept(file, f"{number}.json", lambda: _place(reading, file, number))


def _draw(file: StoredFile, number: int) -> bytes:
    with _opened(file) as pdf:
        drawn = pdf.image(number - 1, WIDTH) if 0 < number <= pdf.pages else None
    if drawn is None:
        raise NoSheet
    return _png(*drawn)


def _place(reading: Reading, file: StoredFile, number: int) -> bytes:
    starts = [*reading.pages, len(reading.text)]
    if not 0 < number < len(starts):
        raise NoSheet
    with _opened(file) as pdf:
        boxes = pdf.boxes(number - 1) if number <= pdf.pages else []
    start, end = starts[number - 1], starts[number]
    found = [
        [begin, stop, *(round(10_000 * side) for side in boxes[index][:4])]
        for index, begin, stop in aligned([box.text for box in boxes], reading.text[start:end], start)
    ]
    return json.dumps(found, separators=(",", ":")).encode()


def _opened(file: StoredFile) -> Pdf:
    if not has_sheets(file):
        raise NoSheet
    try:
        with file.file.open("rb") as stream:
            return Pdf(stream.read())
    except (FileNotFoundError, ReadingError):
        raise NoSheet from None


def _kept(file: StoredFile, name: str, make: Callable[[], bytes]) -> bytes:
    place = Path(settings.SHEETS_DIR) / file.sha256[:2] / f"{file.sha256}-{_AS_DRAWN}-{name}"
    try:
        return place.read_bytes()
    except FileNotFoundError:
        content = make()
    _keep(place, content)
    return content


def _keep(place: Path, content: bytes) -> None:
    """Write beside and rename, so that nobody reads half a picture; a full disk only means to draw it again."""
    beside = place.with_name(f"{uuid4().hex}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)


def _png(width: int, height: int, pixels: bytes) -> bytes:
    """Pixels of three bytes as PNG (RFC 2083)."""
    row = 3 * width
    lines = b"".join(b"\0" + pixels[at : at + row] for at in range(0, row * height, row))
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
