"""What happens to a file before anything of it is kept: the stages of intake, in the order they run.

    limits → macros → extraction → secrecy → letterhead → (services.receiving: duplicates, store, rows, job)

Everything here works in memory, extraction in a process of its own (`reader`).
A document that bears a marking of secrecy leaves this module as `SecretDocument` and
nothing else: no file, no row, no log line, no temporary file (Luật Bảo vệ bí mật nhà nước 117/2025/QH15). That is why
extraction runs before anything is stored, scans included.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath, PureWindowsPath
from typing import TypeVar

from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from banggiao.documents.reader import text_of
from banggiao.documents.rules import document_key, year_in_title
from vanban import ReadingError, SecretDocument, letterhead, secrecy
from vanban.extract import Extracted
from vanban.extract.archive import Archive
from vanban.extract.document import MAX_FILE_BYTES, refusal
from vanban.findings import Letterhead
from vanban.text import Text

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "pdf": "application/pdf",
    "scan": "application/pdf",
    "html": "text/html",
    "markdown": "text/markdown",
    "text": "text/plain",
}
"""By the type that extraction found, never by the name of the file."""

_IMAGES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_LONGEST_NAME = 200
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Result = TypeVar("Result")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Upload:
    """A file as it came in: its name on the sender's machine and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Examined:
    """A file that may be kept: what it says, and who issued it, when, under which number."""

    name: str
    sha256: str
    media_type: str
    extracted: Extracted
    head: Letterhead

    @property
    def date(self) -> date | None:
        """The date of issue; None where it is missing or lacks its day."""
        written = self.head.date or ""
        try:
            return date.fromisoformat(written) if len(written) == 10 else None
        except ValueError:
            return None

    @property
    def year(self) -> int | None:
        """The year of issue; of a plan that bears neither date nor number, as drafts do, the year that it is for."""
        if self.head.date:
            return int(self.head.date[:4])
        return None if self.head.number else year_in_title(self.head.title or "")

    @property
    def key(self) -> str:
        return document_key(self.head.kind or "", self.head.number or "", self.year)


def digest(upload: Upload) -> str:
    """The name of a content."""
    return hashlib.sha256(upload.content).hexdigest()


@sensitive_variables()
def examine(upload: Upload) -> Examined:
    """All stages up to the letterhead.

    Raises SecretDocument for a document marked secret, ReadingError for anything else that cannot be kept.
    """
    _within_limits(upload)
    _guarded(lambda: _without_macros(upload.content))
    extracted = _storable(_guarded(lambda: text_of(upload.content)))
    text = _guarded(lambda: Text(extracted.text))
    _guarded(lambda: secrecy.check(text.sheet))
    head = _guarded(lambda: letterhead.find(text.sheet))
    return Examined(
        name=clean_name(upload.name),
        sha256=digest(upload),
        media_type=_media_type(extracted.type, upload.content),
        extracted=extracted,
        head=head,
    )


def clean_name(name: str) -> str:
    """A file's name without folders, control characters and marks that turn the direction of writing."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    shown = "".join(char for char in last if char.isprintable())
    stem, dot, ending = shown.rpartition(".")
    if len(shown) > _LONGEST_NAME and dot and len(ending) <= 10:
        return f"{stem[: _LONGEST_NAME - len(ending) - 1]}.{ending}"
    return shown[:_LONGEST_NAME].strip() or "van-ban"


def _within_limits(upload: Upload) -> None:
    if not upload.content:
        raise refusal("empty")
    if len(upload.content) > MAX_FILE_BYTES:
        raise refusal("too-large")


def _without_macros(content: bytes) -> None:
    """Refuse office files with programs in them: reading runs nothing, but whoever downloads the original might."""
    if content.startswith(_ZIP):
        found = any(name.lower().endswith("vbaproject.bin") for name in Archive(content).names())
    else:
        found = content.startswith(_OLE) and "_VBA_PROJECT".encode("utf-16-le") in content
    if found:
        raise ReadingError(
            "macro",
            _(
                "Tệp có macro (chương trình chạy kèm) nên không được nhận. "
                "Hãy lưu lại thành DOCX không macro rồi gửi lại."
            ),
        )


def _guarded(stage: Callable[[], Result]) -> Result:
    """Run a stage on bytes from a stranger: whatever goes wrong becomes a refusal in words.

    Only the kind of error is logged, never its message: it may quote the document.
    """
    try:
        return stage()
    except ReadingError:
        raise
    except (MemoryError, RecursionError):
        raise refusal("too-large") from None
    except Exception as error:
        _log.error("A file could not be examined: %s", type(error).__name__)
        raise refusal("damaged") from None


def _storable(extracted: Extracted) -> Extracted:
    """The text without what databases refuse (PostgreSQL: NUL, halves of surrogate pairs), its offsets unchanged."""
    text = extracted.text.replace("\x00", " ")
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    return extracted._replace(text=text)


_SURROGATE = re.compile("[\ud800-\udfff]")


def _media_type(kind: str, content: bytes) -> str:
    if kind == "image":
        return next((media for magic, media in _IMAGES if content.startswith(magic)), "application/octet-stream")
    return MEDIA_TYPES.get(kind, "application/octet-stream")


__all__ = ["MAX_FILE_BYTES", "Examined", "ReadingError", "SecretDocument", "Upload", "clean_name", "digest", "examine"]
