"""DOCX to text."""

from __future__ import annotations

import pytest

from tests.vanban.extract.docxs import archive, cell, docx, p, part, table
from vanban.errors import ReadingError
from vanban.extract import extract

BOX = "<w:txbxContent>{}</w:txbxContent>"


def lines(body: str, **parts: str) -> list[str]:
    return extract(docx(body, **parts)).text.split("\n")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p("Một") + p("") + p("Hai"), ["Một", "Hai"], id="a paragraph is a line, an empty one none"),
        pytest.param(
            "<w:p><w:r><w:t>Sở Ngoại</w:t></w:r><w:r><w:t> vụ</w:t></w:r></w:p>", ["Sở Ngoại vụ"], id="runs are joined"
        ),
        pytest.param(
            "<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Đối ngoại</w:t></w:r></w:p>",
            ["KẾ HOẠCH", "Đối ngoại"],
            id="a line break breaks the line",
        ),
        pytest.param(
            "<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>/KH</w:t><w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t></w:r></w:p>",
            ["Số: /KH-UBND"],
            id="tabs are blanks, hyphens that may not break stay, soft ones go",
        ),
        pytest.param(
            "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>",
            ["mới"],
            id="tracked changes read as accepted",
        ),
        pytest.param(
            "<w:p><w:moveFrom><w:r><w:t>xa</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>gần</w:t></w:r></w:moveTo></w:p>",
            ["gần"],
            id="moved text stands where it went",
        ),
        pytest.param(
            "<w:p><w:hyperlink><w:r><w:t>baohatinh.vn</w:t></w:r></w:hyperlink></w:p>", ["baohatinh.vn"], id="links"
        ),
        pytest.param(
            '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>ngày 5</w:t></w:r></w:fldSimple>'
            "<w:r><w:instrText>PAGEREF x</w:instrText></w:r></w:p>",
            ["ngày 5"],
            id="fields show their result",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent>" + p("Trong khung") + "</w:sdtContent></w:sdt>",
            ["Trong khung"],
            id="content controls",
        ),
        pytest.param(
            '<w:p><w:r><w:sym w:font="Symbol" w:char="F02D"/><w:t> Bộ Ngoại giao</w:t></w:r></w:p>',
            ["- Bộ Ngoại giao"],
            id="a symbol that is a dash",
        ),
        pytest.param(
            "<w:p><w:r><w:t>Theo Quyết định</w:t><w:footnoteReference/></w:r></w:p>",
            ["Theo Quyết định"],
            id="footnotes are left out",
        ),
    ],
)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_a_text_box_is_read_once_although_it_is_written_twice() -> None:
    choice = f"<mc:Choice><w:drawing><wps:txbx>{BOX.format(p('Đóng dấu'))}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{BOX.format(p('Đóng dấu'))}</v:textbox></w:pict></mc:Fallback>"
    body = f"<w:p><w:r><w:t>Trên</w:t><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    assert lines(body) == ["Trên", "Đóng dấu"]


def test_a_fallback_is_read_where_the_choice_holds_no_text() -> None:
    choice = "<mc:Choice><w:drawing/></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict>{BOX.format(p('Trong hình'))}</w:pict></mc:Fallback>"
    body = f"<w:p><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r></w:p>"
    assert lines(body) == ["Trong hình"]


def test_a_letterhead_table_reads_column_by_column() -> None:
    upper = cell(p("ỦY BAN NHÂN DÂN") + p("TỈNH LAM GIANG")) + cell(
        p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Độc lập - Tự do - Hạnh phúc")
    )
    lower = cell("Số: 20/KH-UBND") + cell("Lam Giang, ngày 20 tháng 01 năm 2025")
    assert lines(table(upper, lower)) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAM GIANG",
        "Số: 20/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày 20 tháng 01 năm 2025",
    ]


def test_a_signature_block_of_three_columns_is_layout_too() -> None:
    row = cell(p("Nơi nhận:") + p("- Như trên;")) + cell("") + cell(p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH"))
    assert lines(table(row, cell("- Lưu: VT.") + cell("") + cell("Trần Lam Sơn"), cell("") * 3)) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Trần Lam Sơn",
    ]


HEAD = cell("TT") + cell("Nội dung") + cell("Cơ quan chủ trì")


def test_a_table_of_tasks_reads_row_by_row() -> None:
    tasks = cell(p("Tổ chức:") + p("- Đoàn ra;") + p("- Đoàn vào."))
    assert lines(table(HEAD, cell("1") + tasks + cell(p("Sở Ngoại vụ") + p("Công an tỉnh")))) == [
        "| TT | Nội dung | Cơ quan chủ trì |",
        "| 1 | Tổ chức: - Đoàn ra; - Đoàn vào. | Sở Ngoại vụ Công an tỉnh |",
    ]


def test_merged_cells_keep_their_text_once_and_the_columns_their_places() -> None:
    merged, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        HEAD,
        cell("I") + cell("Lãnh đạo, chỉ đạo", '<w:gridSpan w:val="2"/>'),
        cell("1") + cell("Đoàn ra") + cell("Sở Ngoại vụ", merged),
        cell("2") + cell("Đoàn vào") + cell("", more),
    ]
    assert lines(table(*rows)) == [
        "| TT | Nội dung | Cơ quan chủ trì |",
        "| I | Lãnh đạo, chỉ đạo |  |",
        "| 1 | Đoàn ra | Sở Ngoại vụ |",
        "| 2 | Đoàn vào |  |",
    ]


def test_a_bar_in_a_cell_cannot_be_taken_for_the_end_of_the_cell() -> None:
    assert lines(table(HEAD, cell("1") + cell("A|B") + cell("C")))[1] == "| 1 | A/B | C |"


def tabbed(*pieces: str) -> str:
    return "<w:p><w:r>" + "<w:tab/>".join(f"<w:t>{piece}</w:t>" if piece else "" for piece in pieces) + "</w:r></w:p>"


def test_a_letterhead_set_with_tabs_is_taken_apart() -> None:
    body = tabbed("", "UBND TỈNH LAM GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    body += tabbed("", "SỞ NGOẠI VỤ", "Độc lập - Tự do - Hạnh phúc") + tabbed(
        "Số:", "/KH-SNgV", "Lam Giang, ngày tháng"
    )
    assert lines(body + p("KẾ HOẠCH")) == [
        "UBND TỈNH LAM GIANG",
        "SỞ NGOẠI VỤ",
        "Số: /KH-SNgV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày tháng",
        "KẾ HOẠCH",
    ]


def test_a_signature_set_with_tabs_is_taken_apart() -> None:
    body = tabbed("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN") + tabbed("- Như trên;", "", "CHỦ TỊCH") + tabbed("- Lưu: VT.", "")
    assert lines(body) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_tabs_elsewhere_are_blanks() -> None:
    assert lines(tabbed("1.", "Mục đích") + tabbed("2.", "Yêu cầu")) == ["1. Mục đích", "2. Yêu cầu"]


def test_headers_are_left_out_but_for_a_marking_of_secrecy() -> None:
    header = part("hdr", p("UBND TỈNH LAM GIANG") + p("TỐI MẬT"))
    assert lines(p("Nội dung"), header1=header) == ["TỐI MẬT", "Nội dung"]


def test_a_watermark_that_marks_secrecy_is_seen() -> None:
    header = part("hdr", '<w:p><w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r></w:p>')
    assert lines(p("Nội dung"), header2=header)[0] == "MẬT"


def test_runs_in_legacy_fonts_are_converted_each_by_its_font() -> None:
    def run(font: str, text: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    body = "<w:p>" + run(".VnTime", "TØnh ñy ") + run("VNI-Times", "keá hoaïch ") + run("Arial", "đối ngoại") + "</w:p>"
    read = extract(docx(body))
    assert read.text == "Tỉnh ủy kế hoạch đối ngoại"
    assert len(read.notes) == 2


def test_a_capital_legacy_font_gives_capitals() -> None:
    body = '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>kÕ ho¹ch</w:t></w:r></w:p>'
    assert extract(docx(body)).text == "KẾ HOẠCH"


def test_a_legacy_font_of_the_default_style_is_inherited() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Body"><w:basedOn w:val="Normal"/></w:style>',
    )
    assert lines(p("Héi ®ång") + p("nh©n d©n", '<w:pStyle w:val="Body"/>'), styles=styles) == ["Hội đồng", "nhân dân"]


def test_the_main_part_may_have_another_name() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/document2.xml"/></Relationships>'
    )
    body = part("document", f"<w:body>{p('Kế hoạch')}</w:body>")
    read = extract(archive({"_rels/.rels": relations, "word/document2.xml": body}))
    assert (read.text, read.type) == ("Kế hoạch", "docx")


def test_strict_documents_read_alike() -> None:
    body = part("document", f"<w:body>{p('Kế hoạch')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert extract(archive({"word/document.xml": body})).text == "Kế hoạch"


def test_parts_in_utf_16_are_read() -> None:
    body = part("document", f"<w:body>{p('Kế hoạch')}</w:body>").replace("UTF-8", "UTF-16")
    assert extract(archive({"word/document.xml": body.encode("utf-16")})).text == "Kế hoạch"


def test_a_document_with_macros_is_read_like_any_other() -> None:
    macros = archive(
        {
            "word/document.xml": part("document", f"<w:body>{p('Kế hoạch')}</w:body>"),
            "word/vbaProject.bin": b"\xd0\xcf\x11",
        }
    )
    assert extract(macros).text == "Kế hoạch"


def test_a_document_without_words_is_refused() -> None:
    with pytest.raises(ReadingError) as refused:
        extract(docx(p("  ")))
    assert refused.value.code == "no-text"
