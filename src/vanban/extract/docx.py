"""DOCX (and DOCM) to text: one paragraph a line, with its automatic number, tables as `vanban.extract.grid` says.

Footnotes, comments, deleted text and embedded objects are left out; headers and footers too, except for a marking
of secrecy, which is put on top so that the secrecy check sees it. Nothing in the file is run or fetched.
"""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from vanban.extract import grid
from vanban.extract.archive import Archive
from vanban.extract.document import MAX_NESTING, MAX_TEXT_CHARS, Extracted, refusal
from vanban.extract.docx_names import (
    BODY,
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPS,
    PARAGRAPH_STYLE,
    ROW,
    RUN_PROPS,
    TABLE,
    TEXT,
    TEXT_PATH,
    TRANSPARENT,
    VAL,
    W,
)
from vanban.extract.docx_numbering import Numbering
from vanban.extract.docx_runs import Piece, Runs
from vanban.extract.docx_styles import Styles, numbering_of, whole
from vanban.extract.xmltree import parse

_DOCUMENT: Final = "word/document.xml"
_RELATED: Final = "_rels/.rels"
_OFFICE_DOCUMENT: Final = "/officeDocument"
_MARKING: Final = re.compile(r"\W*(?:độ mật\W*)?(?:tuyệt mật|tối mật|mật)\W*", re.IGNORECASE)
_LEGACY_FONT: Final = re.compile(rb"\"\.?(?:Vn|VNI-)", re.IGNORECASE)
_MARGIN_PART: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_MAX_MARGIN_PARTS: Final = 50
_CELL_SPAN: Final = f"{W}tcPr/{W}gridSpan"
_CELL_MERGE: Final = f"{W}tcPr/{W}vMerge"
_MAX_SPAN: Final = 63
"""Word allows 63 columns."""


def is_docx(archive: Archive) -> bool:
    """Whether the archive is a word-processing document of Office Open XML."""
    return main_part(archive) is not None


def main_part(archive: Archive) -> str | None:
    """The part with the document's text: named in the package's relationships, `word/document.xml` as a rule."""
    if _DOCUMENT in archive:
        return _DOCUMENT
    if _RELATED not in archive:
        return None
    for relation in parse(archive.read(_RELATED)):
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith(_OFFICE_DOCUMENT) and target.startswith("word/") and target in archive:
            return target
    return None


def read(archive: Archive) -> Extracted:
    """The text of a DOCX."""
    name = main_part(archive)
    if name is None:
        raise refusal("damaged")
    reader = _Reader(archive, archive.read(name))
    lines = reader.markings() + reader.body()
    text = "\n".join(lines)
    if len(text) > MAX_TEXT_CHARS:
        raise refusal("too-large")
    if not text.strip():
        raise refusal("no-text")
    return Extracted(text, (), "docx", tuple(reader.notes))


class _Reader:
    """One document while it is read."""

    def __init__(self, archive: Archive, document: bytes) -> None:
        self._archive = archive
        self._root = parse(document)
        styles = archive.read("word/styles.xml") if "word/styles.xml" in archive else b""
        self._styles = Styles(parse(styles) if styles else None)
        self._numbering = Numbering(self._part("word/numbering.xml"), self._styles)
        self._legacy = bool(_LEGACY_FONT.search(document) or _LEGACY_FONT.search(styles))
        self._runs = Runs(self._styles, fonts=self._legacy)
        self.notes: list[str] = []

    def _part(self, name: str) -> Element | None:
        return parse(self._archive.read(name)) if name in self._archive else None

    def body(self) -> list[str]:
        """All lines of the document's body."""
        body = self._root.find(BODY)
        if body is None:
            raise refusal("damaged")
        lines: list[str] = []
        self._blocks(body, lines, 0)
        return [line.replace("\t", " ").strip() for line in grid.untab(lines)]

    def markings(self) -> list[str]:
        """Lines of headers and footers that bear nothing but a marking of secrecy, watermarks included."""
        found: dict[str, None] = {}
        parts = [name for name in self._archive.names() if _MARGIN_PART.fullmatch(name)]
        for name in parts[:_MAX_MARGIN_PARTS]:
            content = self._archive.read(name)
            root = parse(content)
            lines: list[str] = [element.get("string", "") for element in root.iter(TEXT_PATH)]
            lines += ["".join(text.text or "" for text in each.iter(TEXT)) for each in root.iter(PARAGRAPH)]
            found.update((line.strip(), None) for line in lines if _MARKING.fullmatch(line.strip()))
        return list(found)

    def _blocks(self, parent: Element, lines: list[str], depth: int) -> None:
        """Lines of the paragraphs and tables of a body, a cell or a text box."""
        if depth > MAX_NESTING:
            return
        for child in parent:
            tag = child.tag
            if tag == PARAGRAPH:
                self._paragraph(child, lines, depth)
            elif tag == TABLE:
                lines.extend(grid.render(self._rows(child, depth)))
            elif tag in TRANSPARENT:
                self._blocks(child, lines, depth + 1)

    def _paragraph(self, paragraph: Element, lines: list[str], depth: int) -> None:
        properties = paragraph.find(PARAGRAPH_PROPS)
        named = properties.find(PARAGRAPH_STYLE) if properties is not None else None
        style = named.get(VAL) if named is not None else self._styles.default_paragraph
        pieces, boxes = self._runs.collect(paragraph, style)
        text = self._compose(pieces)
        if not text.strip():
            text = ""
        if text or not _deleted(properties):
            marker = self._numbering.marker(numbering_of(properties), style)
            if text:
                lines.extend(line for line in (marker + text).split("\n") if line.strip())
        for box in boxes:
            self._blocks(box, lines, depth + 1)

    def _compose(self, pieces: list[Piece]) -> str:
        if not self._legacy:
            return "".join(piece[0] for piece in pieces).strip(" \n")
        from vanban.extract import legacy

        text, converted = legacy.compose(pieces)
        for name in converted:
            note = legacy.note(name)
            if note not in self.notes:
                self.notes.append(note)
        return text.strip(" \n")

    def _rows(self, table: Element, depth: int) -> list[list[list[str]]]:
        """Cells of a table by row; a merged cell keeps its text once, at its upper left."""
        rows: list[list[list[str]]] = []
        if depth > MAX_NESTING:
            return rows
        for row in _inside(table, ROW):
            cells: list[list[str]] = []
            for cell in _inside(row, CELL):
                lines: list[str] = []
                merge = cell.find(_CELL_MERGE)
                if merge is None or merge.get(VAL) == "restart":
                    self._blocks(cell, lines, depth + 1)
                cells.append([line.replace("\t", " ") for line in lines])
                span = cell.find(_CELL_SPAN)
                if span is not None:
                    cells.extend([] for _ in range(min(whole(span.get(VAL), 1), _MAX_SPAN) - 1))
            rows.append(cells)
        return rows


def _inside(parent: Element, tag: str) -> list[Element]:
    """Children of a kind, through content controls and tracked insertions."""
    found: list[Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in TRANSPARENT:
            found.extend(each for inner in child for each in ([inner] if inner.tag == tag else inner.findall(tag)))
    return found


def _deleted(properties: Element | None) -> bool:
    """Whether the paragraph's mark was deleted under tracked changes, so that it counts for no number."""
    return properties is not None and properties.find(f"{RUN_PROPS}/{W}del") is not None
