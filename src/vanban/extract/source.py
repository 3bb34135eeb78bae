"""The bytes of a source, never more of them than the limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from vanban.extract.document import MAX_FILE_BYTES, refusal

Source = str | os.PathLike[str] | bytes | BinaryIO

_STEP = 2**20


def load(source: Source) -> bytes:
    """All bytes of a path, of bytes or of a binary file object.

    Raises ReadingError: `no-file`, `empty`, `too-large` (found by size before anything is read where possible).
    """
    if isinstance(source, bytes | bytearray | memoryview):
        content = bytes(source) if len(source) <= MAX_FILE_BYTES else None
    elif isinstance(source, str | os.PathLike):
        content = _load_path(os.fspath(source))
    else:
        content = _load_stream(source)
    if content is None:
        raise refusal("too-large")
    if not content:
        raise refusal("empty")
    return content


def _load_path(path: str) -> bytes | None:
    try:
        status = Path(path).stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusal("no-file")
        if status.st_size > MAX_FILE_BYTES:
            return None
        with Path(path).open("rb") as stream:
            return _load_stream(stream)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise refusal("no-file") from error


def _load_stream(stream: BinaryIO) -> bytes | None:
    """Read to the end, or give up one step past the limit: a stream need not know its size."""
    pieces: list[bytes] = []
    length = 0
    while piece := stream.read(_STEP):
        pieces.append(piece)
        length += len(piece)
        if length > MAX_FILE_BYTES:
            return None
    return b"".join(pieces)
