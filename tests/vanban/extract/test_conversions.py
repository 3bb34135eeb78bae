"""One document in several formats says the same: a whole plan goes through LibreOffice and back.

The conversions are made once a session; they take some seconds.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.vanban.extract.docxs import archive, cell, p, part
from vanban.extract import extract

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def relations(kind: str, target: str) -> str:
    return (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{RELATION}{kind}" Target="{target}"/></Relationships>'
    )


CENTRED = '<w:jc w:val="center"/>'
INDENTED = '<w:spacing w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ["top", "left", "bottom", "right", "insideH", "insideV"]
)
SENTENCE = (
    "Thực hiện Nghị quyết số 59-NQ/TW ngày 24/01/2025 của Bộ Chính trị về hội nhập quốc tế trong tình hình mới, các sở, "
    "ban, ngành chủ động phối hợp với Sở Ngoại vụ tổ chức thực hiện Kế hoạch số 18/KH-UBND trên địa bàn tỉnh"
)
NOTED = (
    f"<w:p><w:pPr>{INDENTED}</w:pPr><w:r><w:t>{SENTENCE} theo quy định của Chính phủ</w:t></w:r><w:r><w:rPr>"
    '<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r><w:r><w:t xml:space="preserve"> '
    "và báo cáo kết quả.</w:t></w:r></w:p>"
)
FOOTNOTES = part(
    "footnotes",
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p>'
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
    '<w:t xml:space="preserve"> Nghị định số 80/2020/NĐ-CP.</w:t></w:r></w:p></w:footnote>',
)


def table(rows: list[str], widths: tuple[int, ...], borders: str = "") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inner = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>"


def plan() -> bytes:
    """Five pages in the layout of NĐ 30/2020: letterhead, numbered text, footnote, tasks over two pages, signature."""
    left = p("ỦY BAN NHÂN DÂN", CENTRED) + p("TỈNH LAM GIANG", CENTRED) + p("Số: 20/KH-UBND", CENTRED)
    right = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTRED) + p("Độc lập - Tự do - Hạnh phúc", CENTRED)
    right += p("Lam Giang, ngày 20 tháng 01 năm 2025", CENTRED)
    body = table([cell(left) + cell(right)], (3600, 5700))
    body += p("KẾ HOẠCH", CENTRED) + p("Hoạt động đối ngoại và hội nhập quốc tế năm 2025 của tỉnh Lam Giang", CENTRED)
    body += p(f"{SENTENCE}:", INDENTED) + p("I. MỤC ĐÍCH, YÊU CẦU", INDENTED) + NOTED
    for number in range(1, 9):
        body += p(f"{number}. Nhiệm vụ thứ {number}", INDENTED)
        body += p(f"- {SENTENCE}; {SENTENCE.lower()}.", INDENTED) + p(
            f"- {SENTENCE} trong quý {number % 4 + 1}.", INDENTED
        )
    head = cell("TT") + cell("Nội dung nhiệm vụ") + cell("Cơ quan chủ trì") + cell("Thời gian")
    tasks = [
        cell(str(number))
        + cell(f"Tổ chức đoàn công tác số {number} đi làm việc tại Lào")
        + cell("Sở Ngoại vụ")
        + cell("Quý II")
        for number in range(1, 31)
    ]
    body += table([head.replace("<w:tc>", "<w:tc>", 1), *tasks], (700, 4600, 2200, 1800), BORDERS)
    recipients = "".join(
        p(line) for line in ("Nơi nhận:", "- Bộ Ngoại giao;", "- Các sở, ban, ngành;", "- Lưu: VT, NC3.")
    )
    signer = "".join(
        p(line, CENTRED) for line in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Trần Lam Sơn")
    )
    body += p(f"{SENTENCE}./.", INDENTED) + table([cell(recipients) + cell(signer)], (4600, 4700))
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/></w:sectPr>'
    style = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/>'
        '<w:sz w:val="26"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": relations("footnotes", "footnotes.xml"),
            "word/document.xml": part("document", f"<w:body>{body}{page}</w:body>"),
            "word/footnotes.xml": FOOTNOTES,
            "word/styles.xml": part("styles", style),
        }
    )


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with plan.docx and what LibreOffice makes of it."""
    place = tmp_path_factory.mktemp("conversions")
    (place / "plan.docx").write_bytes(plan())
    for kind in ("pdf", "odt"):
        command = [
            "soffice",
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            kind,
        ]
        subprocess.run([*command, "--outdir", place, place / "plan.docx"], check=True, capture_output=True, timeout=300)
    return place


def lines(path: Path) -> list[str]:
    return [line for line in extract(path).text.split("\n") if line.strip()]


def test_the_pdf_of_a_docx_reads_like_the_docx(converted: Path) -> None:
    assert lines(converted / "plan.pdf") == lines(converted / "plan.docx")


def test_the_odt_of_a_docx_reads_like_the_docx(converted: Path) -> None:
    assert lines(converted / "plan.odt") == lines(converted / "plan.docx")


def test_the_pages_of_a_pdf_start_in_order_and_at_words(converted: Path) -> None:
    read = extract(converted / "plan.pdf")
    assert len(read.pages) >= 4
    assert read.pages[0] == 0
    assert list(read.pages) == sorted(read.pages)
    assert all(read.text[page].strip() and (page == 0 or read.text[page - 1].isspace()) for page in read.pages)
