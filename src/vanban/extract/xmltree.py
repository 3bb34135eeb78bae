"""XML of office files into a tree, with nothing of XML that such files have no use for.

The standard library's expat fetches nothing over the network; entities need a DOCTYPE, and any DOCTYPE is refused
(ECMA-376 part 2, 10.1.2 forbids it in office files).
"""

from __future__ import annotations

import codecs
import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError, XMLParser

from vanban.extract.document import MAX_XML_ATTRIBUTES, MAX_XML_TAGS, refusal

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\x00", b"\x00<")
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})", re.IGNORECASE)
_ASCII_BASED: Final = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
"""Encodings in which `<!DOCTYPE` cannot hide behind other bytes."""

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_STRICT_TO_TRANSITIONAL: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


def parse(content: bytes) -> Element:
    """The root of an XML part; strict OOXML namespaces become the usual ones.

    Raises ReadingError: `entities`, `too-large`, `damaged`.
    """
    if content.startswith(_UTF16):
        try:
            content = content.decode("utf-16-be" if content.startswith(b"\x00<") else "utf-16").encode()
        except UnicodeError as error:
            raise refusal("damaged") from error
        content = content.replace(b"utf-16", b"utf-8", 1).replace(b"UTF-16", b"utf-8", 1)
    declared = _DECLARED.match(content)
    if declared and declared.group(1).lower() not in _ASCII_BASED:
        raise refusal("damaged")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise refusal("entities")
    if content.count(b"<") > MAX_XML_TAGS or content.count(b"=") > MAX_XML_ATTRIBUTES:
        raise refusal("too-large")
    if _STRICT in content:
        for strict, transitional in _STRICT_TO_TRANSITIONAL:
            content = content.replace(strict, transitional)
    parser = XMLParser()
    try:
        parser.feed(content)
        root = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise refusal("damaged") from error
    if not isinstance(root, Element):
        raise refusal("damaged")
    return root
