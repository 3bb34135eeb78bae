"""What kind of file some bytes are, by their first bytes alone."""

from __future__ import annotations

import re
from typing import Final

_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,400}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,3}"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|span|center|font|article|section|ul|ol|b|strong|i|a|img|style|script)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_RTF: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}\{\\rtf")
_PDF_WITHIN: Final = 1024
"""Readers accept a PDF whose header starts within the first 1,024 bytes (ISO 32000-1, annex H, note 13)."""

_MAGIC: Final = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)


def sniff(content: bytes) -> str:
    """One of zip, ole, image, pdf, rtf, html, and text for all others.

    >>> sniff(b"%PDF-1.7"), sniff(b"{\\\\rtf1"), sniff(b"xin")
    ('pdf', 'rtf', 'text')
    """
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    head = content[:4096]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if _RTF.match(head):
        return "rtf"
    if head.startswith((b"\xff\xfe<\x00", b"\xfe\xff\x00<", b"<\x00", b"\x00<")):
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return "html" if _HTML.match(head) else "text"
