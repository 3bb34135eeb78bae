"""Zip archives: office files are told apart by what is inside."""

from __future__ import annotations

from vanban.extract import docx
from vanban.extract.archive import Archive
from vanban.extract.document import Extracted, refusal

_ODT = b"application/vnd.oasis.opendocument.text"


def read(content: bytes) -> Extracted:
    """The text of a DOCX or ODT; any other archive is refused."""
    archive = Archive(content)
    if docx.is_docx(archive):
        return docx.read(archive)
    if "mimetype" in archive and archive.read("mimetype", 1024).startswith(_ODT):
        from vanban.extract import office

        return office.read_opendocument(content, archive)
    raise refusal("unknown-type")
