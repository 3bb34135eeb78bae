"""Files that show what an update says: examined like documents, so that nothing secret is kept."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from banggiao.documents import intake
from banggiao.documents.intake import ReadingError, SecretDocument, Upload
from banggiao.documents.models import StoredFile
from banggiao.tasks.services.errors import TaskError
from vanban import secrecy
from vanban.text import Text

MOST_BYTES: Final = 25 * 2**20
"""Bytes of one file: what mail systems of offices let through, too."""

_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_CELLS: Final = 20_000
_MOST_UNPACKED: Final = 200 * 2**20
_WITHOUT_TEXT: Final = frozenset({"no-text", "missing-program"})
"""Refusals of photographs and scans that nobody can read as text; as evidence they are kept all the same."""


@sensitive_variables()
def evidence_keep(upload: Upload) -> StoredFile:
    """Keep a file once for its content.

    Raises:
        TaskError: it is marked secret, too large, or of a kind that is not kept; nothing of it stays.
    """
    if len(upload.content) > MOST_BYTES:
        raise TaskError(
            _("Tệp “%(name)s” lớn hơn %(most)d MB nên không được nhận. Chưa ghi gì.")
            % {"name": intake.clean_name(upload.name), "most": MOST_BYTES // 2**20}
        )
    known = StoredFile.objects.filter(sha256=intake.digest(upload)).first()
    if known is not None:
        return known
    media_type = _examined(upload)
    return _store(upload, media_type)


def _examined(upload: Upload) -> str:
    """The media type of a file that may be kept."""
    try:
        if _is_workbook(upload.content):
            _check_workbook(upload.content)
            return _WORKBOOK
        return intake.examine(upload).media_type
    except SecretDocument:
        raise TaskError(
            _("Tệp có dấu chỉ độ mật nên bị từ chối và không có gì được lưu. Hãy xử lý theo quy định bảo vệ bí mật.")
        ) from None
    except ReadingError as refused:
        picture = _picture(upload.content)
        if refused.code in _WITHOUT_TEXT and picture:
            return picture
        raise TaskError(refused.message) from None


_PICTURES: Final = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
)


def _picture(content: bytes) -> str:
    return next((media for magic, media in _PICTURES if content.startswith(magic)), "")


def _is_workbook(content: bytes) -> bool:
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            small = sum(entry.file_size for entry in packed.infolist()) <= _MOST_UNPACKED
            return small and "xl/workbook.xml" in packed.namelist()
    except zipfile.BadZipFile:
        return False


def _check_workbook(content: bytes) -> None:
    """Turn away a workbook whose first cells bear a marking of secrecy, or that nobody can open."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        lines = []
        for sheet in book.worksheets:
            for row in sheet.iter_rows(max_row=_MOST_CELLS // 20, max_col=20, values_only=True):
                lines += [str(cell) for cell in row if cell is not None]
    except (InvalidFileException, KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError):
        raise TaskError(_("Tệp Excel bị hỏng nên không mở được. Chưa ghi gì; hãy lưu lại rồi gửi bản mới.")) from None
    secrecy.check(Text("\n".join(lines[:_MOST_CELLS])).sheet)


def _store(upload: Upload, media_type: str) -> StoredFile:
    """The file first, then its row: a process that dies between leaves no row without a file."""
    sha256 = intake.digest(upload)
    place = f"evidence/{sha256[:2]}/{sha256}"
    try:
        kept = default_storage.save(place, ContentFile(upload.content))
    except OSError:
        raise TaskError(
            _("Không ghi được tệp vào kho lưu trữ (hết dung lượng hoặc đang bận). Chưa ghi gì; hãy thử lại sau.")
        ) from None
    return StoredFile.objects.create(
        sha256=sha256,
        name=intake.clean_name(upload.name),
        size=len(upload.content),
        media_type=media_type,
        file=kept,
    )
