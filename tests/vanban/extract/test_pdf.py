"""PDF to text: lines, columns, paragraphs, tables, margins, pages."""

from __future__ import annotations

import pytest

from tests.vanban.extract.pdfs import HEIGHT, WIDTH, Put, Sheet, Stroke, grid, in_two_fonts, paragraph, pdf
from vanban.errors import ReadingError
from vanban.extract import Extracted, extract

LONG = "Ủy ban nhân dân tỉnh ban hành Kế hoạch hoạt động đối ngoại và hội"
"""A line as wide as the page allows: 66 characters of 7 points, from 85 to 547."""

NEXT = "nhập quốc tế với những nội dung sau:"
LEFT = 85.0


def read(*sheets: Sheet) -> Extracted:
    return extract(pdf(sheets))


def lines(*sheets: Sheet) -> list[str]:
    return read(*sheets).text.rstrip("\n").split("\n")


def test_a_wrapped_paragraph_is_one_line() -> None:
    assert lines(Sheet(paragraph(LEFT, 100, [LONG, NEXT]))) == [f"{LONG} {NEXT}"]


def test_an_indented_line_opens_a_paragraph_even_behind_a_full_line() -> None:
    first = paragraph(LEFT, 100, [LONG[5:], LONG], indent=35)
    assert lines(Sheet([*first, *paragraph(LEFT, 136, [NEXT], indent=35)])) == [f"{LONG[5:]} {LONG}", NEXT]


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    puts = paragraph(LEFT, 100, [LONG, NEXT, "Tỉnh giao cho Sở Ngoại vụ", "chủ trì."])
    assert lines(Sheet(puts)) == [f"{LONG} {NEXT}", "Tỉnh giao cho Sở Ngoại vụ", "chủ trì."]


def test_a_marker_opens_a_paragraph() -> None:
    puts = paragraph(LEFT, 100, [LONG, "1. Mục đích của Kế hoạch", "- Bộ Ngoại giao;", "a) Đoàn ra;", "II. NỘI DUNG"])
    assert lines(Sheet(puts))[1:] == ["1. Mục đích của Kế hoạch", "- Bộ Ngoại giao;", "a) Đoàn ra;", "II. NỘI DUNG"]


def test_a_dash_inside_a_paragraph_is_no_marker() -> None:
    assert lines(Sheet(paragraph(LEFT, 100, [LONG, "- 2025 của tỉnh."], indent=28))) == [f"{LONG} - 2025 của tỉnh."]


def test_a_hanging_item_is_one_line() -> None:
    puts = [
        Put(LEFT, 100, "-"),
        Put(LEFT + 18, 100, LONG[3:]),
        Put(LEFT + 18, 118, NEXT),
        Put(LEFT, 136, "-"),
        Put(LEFT + 18, 136, "Hai"),
    ]
    assert lines(Sheet(puts)) == [f"- {LONG[3:]} {NEXT}", "- Hai"]


def test_a_symbol_broken_behind_its_hyphen_is_whole_again() -> None:
    broken = LONG[:-3] + "38-"
    assert lines(Sheet(paragraph(LEFT, 100, [broken, "CT/TW ngày 21/7/2014"]))) == [f"{broken}CT/TW ngày 21/7/2014"]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    got = read(Sheet(paragraph(LEFT, 700, [LONG, LONG])), Sheet(paragraph(LEFT, 90, [NEXT, "Hết."])))
    assert got.text == f"{LONG} {LONG} {NEXT}\nHết.\n"
    assert got.text[got.pages[1] :].startswith(NEXT)


def letterhead(down: float = 70) -> list[Put]:
    return [
        Put(110, down, "ỦY BAN NHÂN DÂN", 12),
        Put(300, down, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12),
        Put(115, down + 17, "TỈNH LAM GIANG", 12),
        Put(330, down + 19, "Độc lập - Tự do - Hạnh phúc", 12),
        Put(112, down + 40, "Số: 20/KH-UBND", 12),
        Put(310, down + 40, "Lam Giang, ngày 20 tháng 01 năm 2025", 12),
    ]


def test_a_letterhead_reads_left_column_first() -> None:
    body = [Put(250, 150, "KẾ HOẠCH"), *paragraph(LEFT, 180, [LONG, NEXT])]
    assert lines(Sheet([*letterhead(), *body])) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH LAM GIANG",
        "Số: 20/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Giang, ngày 20 tháng 01 năm 2025",
        "KẾ HOẠCH",
        f"{LONG} {NEXT}",
    ]


def signature(down: float) -> list[Put]:
    return [
        Put(LEFT, down, "Nơi nhận:", 12),
        Put(350, down, "TM. ỦY BAN NHÂN DÂN", 12),
        Put(LEFT, down + 15, "- Bộ Ngoại giao;", 11),
        Put(380, down + 17, "CHỦ TỊCH", 12),
        Put(LEFT, down + 30, "- Lưu: VT, NC.", 11),
        Put(365, down + 90, "Trần Lam Sơn", 12),
    ]


SIGNED = ["Nơi nhận:", "- Bộ Ngoại giao;", "- Lưu: VT, NC.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Lam Sơn"]


def test_a_signature_block_reads_the_recipients_first() -> None:
    assert lines(Sheet([*paragraph(LEFT, 100, [LONG, NEXT]), *signature(170)]))[1:] == SIGNED


def test_a_signature_block_is_whole_although_the_page_ends_in_it() -> None:
    first = [put for put in signature(740) if put.down < 765]
    second = [put._replace(down=put.down - 690) for put in signature(740) if put.down >= 765]
    assert lines(Sheet([*paragraph(LEFT, 100, [LONG, NEXT]), *first]), Sheet(second))[1:] == SIGNED


TABLE = [
    *(Put(x, 220, text, 12) for x, text in ((90, "TT"), (125, "Nội dung"), (335, "Cơ quan chủ trì"))),
    *(Put(x, 250, text, 12) for x, text in ((90, "1"), (125, "Tổ chức đoàn công tác thăm"), (335, "Sở Ngoại vụ"))),
    Put(125, 265, "và làm việc tại Lào", 12),
    *(Put(x, 290, text, 12) for x, text in ((90, "2"), (125, "Đón đoàn vào"), (335, "Công an tỉnh"))),
]
XS = (85, 120, 330, 540)


def test_a_bordered_table_reads_row_by_row() -> None:
    sheet = Sheet(
        [*paragraph(LEFT, 100, [LONG, NEXT]), *TABLE, *paragraph(LEFT, 340, ["Hết bảng."])],
        grid(XS, (205, 230, 272, 300)),
    )
    assert lines(sheet) == [
        f"{LONG} {NEXT}",
        "| TT | Nội dung | Cơ quan chủ trì |",
        "| 1 | Tổ chức đoàn công tác thăm và làm việc tại Lào | Sở Ngoại vụ |",
        "| 2 | Đón đoàn vào | Công an tỉnh |",
        "Hết bảng.",
    ]


def test_a_cell_over_several_rows_keeps_its_words_in_the_first() -> None:
    rules = [stroke for stroke in grid(XS, (205, 230, 272, 300)) if stroke.down0 != 272 or stroke.x0 == stroke.x1]
    rules.append(Stroke(85, 272, 330, 272))  # the last column is open between the two tasks
    puts = [put for put in TABLE if put.text != "Công an tỉnh"]
    assert lines(Sheet(puts, rules))[1:] == [
        "| 1 | Tổ chức đoàn công tác thăm và làm việc tại Lào | Sở Ngoại vụ |",
        "| 2 | Đón đoàn vào |  |",
    ]


def test_a_table_goes_on_over_the_page_without_its_repeated_head() -> None:
    head = [put for put in TABLE if put.down == 220]
    rest = [
        Put(125, 250, "của các huyện", 12),
        Put(90, 280, "3", 12),
        Put(125, 280, "Báo cáo năm", 12),
        Put(335, 280, "Các sở", 12),
    ]
    got = read(Sheet(TABLE, grid(XS, (205, 230, 272, 300))), Sheet([*head, *rest], grid(XS, (205, 230, 262, 290))))
    assert got.text.rstrip("\n").split("\n") == [
        "| TT | Nội dung | Cơ quan chủ trì |",
        "| 1 | Tổ chức đoàn công tác thăm và làm việc tại Lào | Sở Ngoại vụ |",
        "| 2 | Đón đoàn vào của các huyện | Công an tỉnh |",
        "| 3 | Báo cáo năm | Các sở |",
    ]
    assert got.text[got.pages[1] :].startswith("| 3 |")


def test_a_rule_below_the_letterhead_makes_no_table() -> None:
    sheet = Sheet(
        [*letterhead(), *paragraph(LEFT, 180, [LONG, NEXT])], [Stroke(140, 92, 200, 92), Stroke(340, 95, 480, 95)]
    )
    assert lines(sheet)[-1] == f"{LONG} {NEXT}"


def test_page_numbers_and_running_heads_are_taken_out() -> None:
    pages = [
        Sheet(
            [
                Put(290, 40, str(number)),
                Put(85, 55, "Kế hoạch 20/KH-UBND", 9),
                *paragraph(LEFT, 100, [f"{LONG}", f"{number} phần việc."]),
            ]
        )
        for number in range(1, 5)
    ]
    assert lines(*pages) == [f"{LONG} {number} phần việc." for number in range(1, 5)]


def test_a_marking_of_secrecy_is_no_running_head() -> None:
    pages = [Sheet([Put(85, 40, "TỐI MẬT"), *paragraph(LEFT, 100, ["Nội dung."])]) for _ in range(4)]
    assert lines(*pages).count("TỐI MẬT") == 4


@pytest.mark.parametrize(
    ("matrix", "rotate"),
    [
        pytest.param(f"0 1 -1 0 {WIDTH} 0", 90, id="set sideways and turned back"),
        pytest.param(f"0 -1 1 0 0 {HEIGHT}", 270, id="set sideways the other way"),
        pytest.param(f"-1 0 0 -1 {WIDTH} {HEIGHT}", 180, id="upside down"),
        pytest.param("1 0 0 1 0 0", 90, id="upright, but shown turned"),
    ],
)
def test_turned_pages_read_like_upright_ones(matrix: str, rotate: int) -> None:
    puts = [*letterhead(70), *paragraph(LEFT, 180, [LONG[:40], LONG[40:60]])]
    upright = lines(Sheet(puts))
    assert lines(Sheet(puts, matrix=matrix, rotate=rotate)) == upright


def test_lines_that_were_broken_before_they_were_set_stay_lines() -> None:
    broken = ["Thực hiện Kế hoạch của", "tỉnh về công tác đối", "ngoại, các sở phối hợp", "với nhau."]
    assert lines(Sheet(paragraph(LEFT, 100, [*broken, LONG]))) == [*broken, LONG]


@pytest.mark.parametrize("lacking", ["on", "Kh", "Stc"])  # letters that the stand-in for a missing font has
def test_words_drawn_in_two_fonts_are_whole_again(lacking: str) -> None:
    text = "Ủy ban ban hành Kế hoạch hội nhập, đồng thời giao Sở Ngoại vụ."
    assert lines(Sheet(in_two_fonts(LEFT, 100, text, lacking=lacking))) == [text]


def test_a_letter_of_another_font_that_was_drawn_last_goes_back_to_its_place() -> None:
    puts = [Put(LEFT, 100, "Đoàn r"), Put(LEFT + 49, 100, "u"), Put(LEFT + 42, 100, "a", font="G")]
    assert lines(Sheet(puts)) == ["Đoàn rau"]


def test_words_in_two_fonts_stay_apart_where_there_is_a_space() -> None:
    puts = [Put(LEFT, 100, "Điều 1."), Put(LEFT + 53, 100, "Phạm vi", font="G")]
    assert lines(Sheet(puts)) == ["Điều 1. Phạm vi"]


def test_text_layers_in_tcvn3_are_converted() -> None:
    got = read(Sheet(paragraph(LEFT, 100, ["ñy ban nh©n d©n tØnh ban hµnh kÕ ho¹ch ®èi ngo¹i"])))
    assert got.text == "ủy ban nhân dân tỉnh ban hành kế hoạch đối ngoại\n"
    assert "TCVN3" in got.notes[0]


def test_a_page_without_words_starts_where_the_next_one_does() -> None:
    got = read(Sheet([Put(LEFT, 100, "Một.")]), Sheet(), Sheet([Put(LEFT, 100, "Ba.")]))
    assert got.pages == (0, 5, 5)


def test_a_pdf_without_words_and_pictures_is_refused() -> None:
    with pytest.raises(ReadingError) as refused:
        read(Sheet(), Sheet())
    assert refused.value.code == "no-text"
