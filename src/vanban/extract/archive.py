"""Reading a zip archive that may be hostile: bounded in entries, sizes and ratio."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from vanban.extract.document import MAX_XML_BYTES, refusal

MAX_ENTRIES: Final = 5_000
"""A DOCX has 10-100 entries, one with a picture a page some hundreds."""

MAX_UNPACKED_BYTES: Final = 2**30
"""Declared size of all entries together, pictures included."""

MAX_RATIO: Final = 200
"""XML of Word packs 10- to 50-fold; deflate's own limit is 1,032."""

_RATIO_FREE_BYTES: Final = 4 * 2**20
"""Small parts may pack as well as they like."""

_ENTRY_SIGNATURE: Final = b"PK\x01\x02"
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """A zip archive in memory whose parts are read one at a time and whole.

    Raises ReadingError: `damaged`, `bomb`, `encrypted`, `too-large`.
    """

    def __init__(self, content: bytes) -> None:
        # The directory is built in memory by zipfile; each of its entries bears this signature.
        if content.count(_ENTRY_SIGNATURE) > MAX_ENTRIES:
            raise refusal("bomb")
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise refusal("damaged") from error
        self._entries = {entry.filename.lstrip("/"): entry for entry in self._zip.infolist()}
        if sum(entry.file_size for entry in self._entries.values()) > MAX_UNPACKED_BYTES:
            raise refusal("bomb")

    def names(self) -> tuple[str, ...]:
        """Names of the parts, in the order of the directory."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str, limit: int = MAX_XML_BYTES) -> bytes:
        """The unpacked part, at most `limit` bytes of it."""
        entry = self._entries[name]
        if entry.flag_bits & 1:
            raise refusal("encrypted")
        packed = max(entry.compress_size, 1)
        if entry.file_size > _RATIO_FREE_BYTES and entry.file_size > MAX_RATIO * packed:
            raise refusal("bomb")
        if entry.file_size > limit:
            raise refusal("too-large")
        if entry.compress_type not in _METHODS:
            raise refusal("damaged")
        try:
            with self._zip.open(entry) as stream:  # gives at most the declared size, which is within the limit
                return stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise refusal("damaged") from error
