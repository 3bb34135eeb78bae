"""What extraction gives, what it refuses, and the limits it keeps.

Every refusal is a `ReadingError` with one of the codes of `REFUSALS`; its sentence says what happened and what to
do, and never quotes the file. Extraction never runs anything that a file holds (macros, scripts, links).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from vanban.errors import ReadingError


class Extracted(NamedTuple):
    """The text of a document and nothing else of its file.

    `pages` holds the offset in `text` at which each page starts, empty where the source has no pages.
    `type` is one of text, markdown, html, docx, pdf, scan, image, doc, odt, rtf.
    `notes` are Vietnamese sentences for the reader: what was converted, what could not be read.
    """

    text: str
    pages: tuple[int, ...]
    type: str
    notes: tuple[str, ...]


MAX_FILE_BYTES: Final = 100 * 2**20
"""A scanned plan of 100 pages at 300 dpi takes 20-60 MB; anything above 100 MB is no plan."""

MAX_TEXT_CHARS: Final = 20_000_000
"""About 8,000 pages; the longest legal codes with annexes stay under 2 million characters."""

MAX_PAGES: Final = 2_000
"""Pages of one document: budgets with all annexes reach some hundreds."""

MAX_SCANNED_PAGES: Final = 200
"""Tesseract takes 2-5 seconds a page; more than this would block a worker for a quarter of an hour."""

MAX_XML_BYTES: Final = 32 * 2**20
"""One XML part, unpacked. A plan of 20 pages has 0.3-1 MB; the tree takes up to ten times its bytes."""

MAX_XML_TAGS: Final = 1_000_000
"""Tags in one XML part, opening and closing: 20 pages have about 30,000; a tag costs up to 350 bytes of memory."""

MAX_XML_ATTRIBUTES: Final = 1_500_000
"""Attributes in one XML part, counted by their `=`; one costs up to 200 bytes of memory."""

MAX_NESTING: Final = 50
"""Tables within tables, boxes within boxes: Word itself stops at 11 levels of tables."""

REFUSALS: Final[dict[str, str]] = {
    "no-file": "Không mở được tệp: tệp không tồn tại, là thư mục hoặc không có quyền đọc. Hãy kiểm tra lại đường dẫn.",
    "empty": "Tệp trống, không có chữ nào để đọc. Hãy kiểm tra lại tệp và gửi lại bản đầy đủ.",
    "unknown-type": "Không nhận ra loại tệp này là văn bản. "
    "Hãy gửi tệp DOCX, PDF, văn bản thuần, HTML, DOC, ODT, RTF hoặc ảnh quét PNG, JPEG, TIFF.",
    "too-large": "Tệp quá lớn so với một văn bản hành chính (tối đa 100 MB, 2.000 trang, 20 triệu ký tự). "
    "Hãy tách văn bản hoặc giảm độ phân giải bản quét rồi gửi lại.",
    "damaged": "Tệp bị hỏng hoặc bị cắt cụt nên không đọc được. Hãy mở tệp bằng phần mềm đã tạo ra nó, "
    "lưu lại rồi gửi bản mới.",
    "encrypted": "Tệp được bảo vệ bằng mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi gửi lại.",
    "bomb": "Tệp nén có dung lượng bung ra lớn bất thường (dấu hiệu tệp phá hoại) nên không được mở. "
    "Hãy lưu lại văn bản bằng Word hoặc LibreOffice rồi gửi lại.",
    "entities": "Tệp chứa khai báo thực thể XML (DOCTYPE), điều văn bản bình thường không có, nên không được mở. "
    "Hãy lưu lại văn bản bằng Word hoặc LibreOffice rồi gửi lại.",
    "no-text": "Không tìm thấy chữ nào trong tệp. Hãy gửi bản có chữ hoặc bản quét rõ hơn.",
    "timeout": "Chương trình chuyển đổi chạy quá lâu nên đã bị dừng; không có gì được giữ lại. "
    "Hãy tách văn bản hoặc gửi ở dạng DOCX hay PDF có lớp chữ.",
    "unreadable-encoding": "Không nhận ra bảng mã chữ của văn bản. "
    "Hãy lưu lại bằng bảng mã Unicode (UTF-8) rồi gửi lại.",
}
"""Codes and sentences; `missing-program` has a sentence of its own for each program (`MISSING_PROGRAMS`)."""

MISSING_PROGRAMS: Final[dict[str, str]] = {
    "tesseract": "Đây là bản quét; để đọc cần chương trình Tesseract cùng dữ liệu tiếng Việt, chưa có trên máy này. "
    "Cài đặt: `apt install tesseract-ocr tesseract-ocr-vie` (Debian, Ubuntu) "
    "hoặc `brew install tesseract tesseract-lang` (macOS).",
    "soffice": "Để đọc tệp DOC, ODT hoặc RTF cần chương trình LibreOffice, chưa có trên máy này. "
    "Cài đặt: `apt install libreoffice-writer` (Debian, Ubuntu) hoặc `brew install --cask libreoffice` (macOS); "
    "hoặc lưu văn bản thành DOCX rồi gửi lại.",
}


def refusal(code: str) -> ReadingError:
    """The error for a code of `REFUSALS`, to be raised by the caller."""
    return ReadingError(code, REFUSALS[code])


def missing_program(program: str) -> ReadingError:
    """The error that names a program which is not installed, and how to install it."""
    return ReadingError("missing-program", MISSING_PROGRAMS[program])
