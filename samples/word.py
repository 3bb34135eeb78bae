"""The Word version of a sample: letterhead and signature in tables, automatic or typed numbering, page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt

from samples.markup import ANNEX, RANKS, Block, Sample
from samples.plain import recipient_lines, signature_lines

FORMATS = {"I": "upperRoman", "A": "upperLetter", "1": "decimal", "a": "lowerLetter"}
BULLETS, HEADINGS = 71, 72


class Writer:
    """Writes one sample into one document."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.document = Document()
        self.automatic = sample.one("numbering") == "automatic"
        self.table = None
        self._page()
        self._numbering()

    def _page(self) -> None:
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = "Times New Roman", Pt(14)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
        style.paragraph_format.space_after = Pt(6)
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(1.5)
        section.top_margin = section.bottom_margin = Cm(2)
        section.different_first_page_header_footer = True
        paragraph = section.header.paragraphs[0]
        paragraph.alignment = ALIGN.CENTER
        run = paragraph.add_run()
        begin, end = (f'<w:fldChar {nsdecls("w")} w:fldCharType="{which}"/>' for which in ("begin", "end"))
        for xml in (begin, f"<w:instrText {nsdecls('w')}>PAGE</w:instrText>", end):
            run._r.append(parse_xml(xml))

    def _numbering(self) -> None:
        """Two lists: bullets, and headings in levels; their markers are those of the source."""
        root = self.document.part.numbering_part.element
        firsts: dict[int, str] = {}
        for block in self.sample.blocks:
            if block.kind in RANKS and not block.marker.startswith(ANNEX):
                firsts.setdefault(RANKS[block.kind], block.marker)
        levels = "".join(
            f'<w:lvl w:ilvl="{rank - 1}"><w:start w:val="1"/><w:numFmt w:val="{FORMATS[first[0]]}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="%{rank}{first[-1]}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl>'
            for rank, first in ((rank, firsts.get(rank, "1.")) for rank in RANKS.values())
        )
        bullet = (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/>'
            '<w:lvlText w:val="-"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr>'
            '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:lvl>'
        )
        first_num = root.find(qn("w:num"))
        for number, content in ((BULLETS, bullet), (HEADINGS, levels)):
            abstract = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
                f"{content}</w:abstractNum>"
            )
            first_num.addprevious(abstract)
            reference = f'<w:abstractNumId w:val="{number}"/>'
            root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}">{reference}</w:num>'))

    def write(self, path: Path) -> None:
        for block in self.sample.blocks:
            self._block(block)
        core = self.document.core_properties
        core.title, core.author, core.comments = self.sample.title.text, "", ""
        self.document.save(path)

    def _block(self, block: Block) -> None:
        writers = {
            "@letterhead": lambda: self._letterhead("left", "right"),
            "@letterhead2": lambda: self._letterhead("left2", "right2"),
            "@title": lambda: self._title(block),
            "@centre": lambda: self._centred(block.line.text, bold=True),
            "@pagebreak": self._page_break,
            "@sign": self._signature,
            "@columns": lambda: self._columns(block),
            "row": lambda: self._row([cell.text for cell in block.cells]),
            "rowhead": lambda: self._row([block.marker, block.line.text], bold=True),
        }
        if block.kind in writers:
            writers[block.kind]()
        elif block.marker.startswith(ANNEX):
            self._landscape()
            self._centred(block.marker, bold=True)
            self._centred(block.line.text, bold=True)
        elif block.follows:
            self.document.paragraphs[-1].add_run(" " + block.line.text)
        else:
            self._paragraph(block)

    def _page_break(self) -> None:
        """In a paragraph without height, lest it lands on a page of its own."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = Pt(1)
        run = paragraph.add_run()
        run.font.size = Pt(1)
        run.add_break(WD_BREAK.PAGE)

    def _landscape(self) -> None:
        section = self.document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.different_first_page_header_footer = False

    def _paragraph(self, block: Block) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.25)
        heading = block.kind in RANKS
        if self.automatic and block.marker:
            level, number = (RANKS[block.kind] - 1, HEADINGS) if heading else (0, BULLETS)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
            )
        elif block.marker:
            paragraph.add_run(block.marker + " ").bold = heading and block.line.text[-1] not in ".;"
        run = paragraph.add_run(block.line.text)
        run.bold = heading and block.line.text[-1] not in ".;"

    def _centred(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
        run = paragraph.add_run(text)
        run.bold, run.italic = bold, italic

    def _title(self, block: Block) -> None:
        if block.line.text:
            self._centred(block.line.text, bold=True)
        self._centred(self.sample.title.text, bold=True)

    def _letterhead(self, left: str, right: str) -> None:
        sides = (self.sample.head[left], self.sample.head[right])
        self._two_columns(sides, (Cm(6.3), Cm(10.2)), (ALIGN.CENTER, ALIGN.CENTER), 12.5)
        self.document.add_paragraph()

    def _signature(self) -> None:
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)
        lines = signature_lines(self.sample)
        lines.insert(len(lines) - 1, "\n\n")
        self._two_columns((recipient_lines(self.sample), lines), (Cm(8.5), Cm(8)), (ALIGN.LEFT, ALIGN.CENTER), 11)

    def _two_columns(
        self, sides: Sequence[list[str]], widths: Sequence[Length], alignments: Sequence[ALIGN], size: float
    ) -> None:
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        for index, lines in enumerate(sides):
            cell, alignment = table.rows[0].cells[index], alignments[index]
            table.columns[index].width = cell.width = widths[index]
            for line in lines:
                paragraph = cell.paragraphs[0] if line is lines[0] else cell.add_paragraph()
                paragraph.alignment = alignment
                paragraph.paragraph_format.space_after = Pt(0)
                run = paragraph.add_run(line)
                run.font.size = Pt(size)
                run.bold = line.isupper()
                run.italic = ", ngày" in line

    def _columns(self, block: Block) -> None:
        self.table = self.document.add_table(rows=0, cols=len(block.cells))
        self.table.style = "Table Grid"
        self.table.autofit = False
        self._row([cell.text for cell in block.cells], bold=True)
        mark = parse_xml(f"<w:tblHeader {nsdecls('w')}/>")
        self.table.rows[0]._tr.get_or_add_trPr().append(mark)

    def _row(self, texts: list[str], *, bold: bool = False) -> None:
        widths = [Cm(w) for w in (1.2, 8.0, 4.2, 5.4, 2.8, 3.4)]
        row = self.table.add_row()
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        cells = list(row.cells)
        for column, cell, width in zip(self.table.columns, cells, widths, strict=True):
            column.width = cell.width = width
        if len(texts) == 2:
            cells = [cells[0], cells[1].merge(cells[-1])]
        for cell, text in zip(cells, texts, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold, run.font.size = bold, Pt(11)
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
