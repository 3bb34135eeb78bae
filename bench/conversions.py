"""The same text as Word and PDF files, made by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from docx import Document
from docx.shared import Pt

from vanban.letterhead import find
from vanban.lines import join
from vanban.text import Text


def paragraphs(source: str) -> list[str]:
    """The paragraphs of a text, lines joined where they belong together."""
    text = Text(source)
    head = find(text.sheet)
    return join(text.sheet, head.body, single=dict(head.spans).get("title")).split("\n")


def office() -> str | None:
    """The LibreOffice program, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def as_docx(source: str, path: Path) -> Path:
    """One paragraph of Word for each paragraph of the text, in the type size of official documents."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    for paragraph in paragraphs(source):
        document.add_paragraph(paragraph)
    document.save(str(path))
    return path


def as_pdf(docx: Path) -> Path:
    """The PDF that LibreOffice makes of a Word file, beside it."""
    program = office()
    if program is None:
        raise FileNotFoundError("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(docx.parent / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", docx.parent, docx],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return docx.with_suffix(".pdf")
