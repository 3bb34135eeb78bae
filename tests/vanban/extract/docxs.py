"""Small DOCX files made by hand, so that a test can hold any part and any mark-up."""

from __future__ import annotations

import zipfile
from io import BytesIO

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A cell of a plain text or of paragraphs."""
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def part(name: str, content: str) -> str:
    """A whole XML part with the root element `w:<name>`."""
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{content}</w:{name}>"


def docx(body: str, **parts: str) -> bytes:
    """A DOCX with this body; further parts by name, `numbering="…"` for word/numbering.xml."""
    files = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    files |= {f"word/{name}.xml": content for name, content in parts.items()}
    return archive(files)


def archive(files: dict[str, str | bytes]) -> bytes:
    """A zip archive with these files."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return out.getvalue()
