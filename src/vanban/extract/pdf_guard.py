"""A look at a PDF's packed streams before PDFium unpacks them: PDFium itself stops only at a gigabyte."""

from __future__ import annotations

import re
import zlib
from typing import Final

from vanban.extract.document import refusal

_STREAM: Final = re.compile(rb"stream\r?\n")
_CHAIN: Final = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
_DICTIONARY_BYTES: Final = 600
"""Where a stream's dictionary is looked for, before the stream; predictors and colour tables take 100-300 bytes."""

_MAX_STREAMS: Final = 200_000
_MAX_PICTURE_BYTES: Final = 160 * 2**20
"""An A3 page at 300 dots an inch in colour takes 50 MB, at 600 dots in grey 70 MB."""

_MAX_OTHER_BYTES: Final = 24 * 2**20
"""What draws a page: 10-200 kB, with maps some megabytes; a font with all of Unicode 20 MB."""

_STEP: Final = 2**20


def check(content: bytes) -> None:
    """Raise ReadingError `bomb` where a stream unpacks to more than any page needs."""
    if content.count(b"endstream") > _MAX_STREAMS:
        raise refusal("bomb")
    for match in _STREAM.finditer(content):
        start = match.start()
        if content[start - 3 : start] == b"end":
            continue
        end = content.find(b"endstream", match.end())
        size = (end if end >= 0 else len(content)) - match.end()
        place = content.rfind(b"obj", max(0, start - _DICTIONARY_BYTES), start)
        dictionary = content[max(place, start - _DICTIONARY_BYTES, 0) : start]
        packers = len(_CHAIN.findall(dictionary))
        if packers > 1:
            raise refusal("bomb")
        if packers and b"/Fl" in dictionary:
            _unpack(content, match.end(), size, _MAX_PICTURE_BYTES if b"/Image" in dictionary else _MAX_OTHER_BYTES)


def _unpack(content: bytes, start: int, size: int, limit: int) -> None:
    """Unpack a stream in steps and throw the result away."""
    if size * _DEFLATE_MOST <= limit:
        return
    unpacker = zlib.decompressobj()
    packed = memoryview(content)[start : start + size]
    total = 0
    try:
        pending: bytes | memoryview = packed
        while pending and total <= limit:
            total += len(unpacker.decompress(pending, _STEP))
            pending = unpacker.unconsumed_tail
    except zlib.error:
        return  # PDFium reads what it can of it
    if total > limit:
        raise refusal("bomb")


_DEFLATE_MOST: Final = 1_032
"""How many bytes one packed byte can hold at most."""
