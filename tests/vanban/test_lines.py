"""Which lines belong to one paragraph."""

from __future__ import annotations

import textwrap

import pytest

from vanban import lines

PLAN = [
    "Thực hiện Chương trình công tác năm 2025, Ủy ban nhân dân tỉnh Lam Giang ban hành Kế hoạch hoạt động đối ngoại "
    "với các nội dung sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "- Chủ động, tích cực đẩy mạnh công tác đối ngoại phục vụ phát triển kinh tế - xã hội của tỉnh; tạo bước chuyển "
    "biến mới. Tăng cường quan hệ Việt Nam - Lào - Thái Lan và nâng cao hiệu quả hội nhập của địa phương.",
    "- Bám sát định hướng của Trung ương; phân công rõ nhiệm vụ của từng cơ quan, đơn vị có liên quan trong tỉnh.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Sở Ngoại vụ",
    "Chủ trì, phối hợp với các sở, ban, ngành liên quan hướng dẫn, đôn đốc, kiểm tra việc triển khai thực hiện Kế hoạch "
    "này; định kỳ 06 tháng, năm tổng hợp báo cáo UBND tỉnh.",
    "2. Sở Lao động - Thương binh và Xã hội: Quản lý lao động nước ngoài trên địa bàn tỉnh; xúc tiến đưa người lao động đi "
    "làm việc ở nước ngoài theo hợp đồng.",
    "3. Công tác thông tin đối ngoại, ngoại giao văn hóa và công tác đối với cộng đồng người Việt Nam ở nước ngoài",
    "- Tổ chức các hoạt động quảng bá hình ảnh của tỉnh ra nước ngoài nhân dịp các ngày lễ lớn trong năm kế hoạch.",
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về Sở Ngoại vụ để "
    "tổng hợp, báo cáo UBND tỉnh xem xét, quyết định./.",
]


def joined(sheet: str) -> list[str]:
    return lines.join(sheet, [(0, len(sheet))]).split("\n")


@pytest.mark.parametrize("width", [50, 60, 72, 80, 90, 100, 120])
def test_paragraphs_come_together_whatever_the_width_at_which_they_were_wrapped(width: int) -> None:
    wrapped = [line for paragraph in PLAN for line in textwrap.wrap(paragraph, width, break_on_hyphens=False)]
    assert joined("\n".join(wrapped)) == PLAN


def test_a_text_with_one_paragraph_a_line_stays_as_it_is() -> None:
    assert joined("\n".join(PLAN)) == PLAN


def test_a_wrapped_heading_keeps_the_proper_name_on_its_second_line() -> None:
    sheet = "\n".join(
        [
            "6. Đẩy mạnh công tác thông tin đối ngoại, ngoại giao văn hóa và người",
            "Việt Nam ở nước ngoài",
            "- Tiếp tục thực hiện có hiệu quả các chương trình đã ký kết với các đối",
            "tác nước ngoài.",
        ]
    )
    assert joined(sheet)[0].endswith("người Việt Nam ở nước ngoài")


def test_first_lines_that_are_shorter_than_the_others_do_not_hide_where_paragraphs_end() -> None:
    paragraphs = 4 * [
        "Thực hiện chỉ đạo của Chính phủ về việc tiếp tục đẩy mạnh công tác đối với người Việt Nam ở nước ngoài trên các lĩnh vực có liên quan đến đời sống, việc làm và học tập của bà con ở xa.",
        "Tổ chức thực hiện tốt công tác đối với người Việt Nam ở nước ngoài theo tinh thần của các nghị quyết, góp phần xây dựng và hoạch định chính sách, cơ chế quản lý của tỉnh ta.",
        "Tăng cường vận động người Lam Giang ở nước ngoài ổn định cuộc sống; xây dựng khối đại đoàn kết toàn dân tộc; hỗ trợ bà con hòa nhập vào cộng đồng của nước sở tại và gắn bó quê hương.",
    ]
    wrapped = []
    for paragraph in paragraphs:
        first = textwrap.wrap(paragraph, 50)[0]
        wrapped += [first, *textwrap.wrap(paragraph[len(first) + 1 :], 80)]
    assert joined("\n".join(wrapped)) == paragraphs


def test_the_end_of_a_date_at_the_start_of_a_line_is_no_heading() -> None:
    sheet = "\n".join(
        [
            "1. Tiếp tục thực hiện các nghị quyết của Đại hội đại biểu lần thứ",
            "20. Tăng cường hợp tác với các nước láng giềng và các đối tác truyền",
            "thống của tỉnh trong khuôn khổ các thỏa thuận đã ký.",
        ]
    )
    assert len(joined(sheet)) == 1


def test_the_length_of_the_sheet_stays() -> None:
    sheet = "\n".join(line for paragraph in PLAN for line in textwrap.wrap(paragraph, 70))
    assert len(lines.join(sheet, [(0, len(sheet))])) == len(sheet)


def test_rows_of_a_table_stay_rows() -> None:
    sheet = "| TT | Nội dung | Cơ quan chủ trì |\n| 1 | Tổ chức hội nghị | Sở Ngoại vụ |\n| 2 | Đón đoàn | Văn phòng |"
    assert joined(sheet) == sheet.split("\n")


def test_only_the_body_is_joined() -> None:
    sheet = "ỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\nThực hiện kế hoạch của\ntỉnh."
    start = sheet.index("Thực")
    assert lines.join(sheet, [(start, len(sheet))]).split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH LAM GIANG"]


def test_a_row_broken_over_lines_stays_one_row() -> None:
    sheet = "| 1 | Ký kết thỏa thuận\nquốc tế với tỉnh bạn | Sở Ngoại vụ |\n| 2 | Đón đoàn | Văn phòng |"
    assert joined(sheet) == [
        "| 1 | Ký kết thỏa thuận quốc tế với tỉnh bạn | Sở Ngoại vụ |",
        "| 2 | Đón đoàn | Văn phòng |",
    ]


@pytest.mark.parametrize(
    ("caption", "lines_", "count"),
    [
        (
            "a number broken behind its hyphen",
            [
                "1. Về quản lý: Thực hiện Quy chế quản lý thống nhất và Chỉ thị 38-",
                "CT/TW ngày 21/7/2014 của Bộ Chính trị.",
            ],
            1,
        ),
        (
            "a name with a hyphen, broken before it, on a full line",
            [
                "- Biên soạn và phát hành rộng rãi bản tin song ngữ của hai nước Việt",
                "- Lào cho các xã biên giới của huyện.",
            ],
            1,
        ),
        (
            "an item behind a line that is not full",
            [
                "- Đón đoàn của tỉnh Hủa Phăn sang thăm",
                "- Tổ chức hội nghị xúc tiến đầu tư và thương mại với các đối tác.",
            ],
            2,
        ),
        (
            "the deciding sentence behind a list of legal bases",
            [
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                "Ủy ban nhân dân tỉnh ban hành Kế hoạch.",
            ],
            2,
        ),
        (
            "a line broken early, as pages of the web do, behind a word that must go on",
            ["Căn cứ Luật Tổ chức HĐND và", "UBND ngày 26/11/2003;"],
            1,
        ),
        (
            "the issuer behind its preposition",
            ["- Thực hiện Kế hoạch số 164-KH/TU của", "Ban Thường vụ Tỉnh ủy về đối ngoại."],
            1,
        ),
        (
            "the title of a chapter below its number",
            ["Chương I", "NHỮNG QUY ĐỊNH CHUNG"],
            1,
        ),
        (
            "the title of a part below its number, and what stands below the title",
            ["Phần thứ nhất", "TÌNH HÌNH VÀ KẾT QUẢ", "Tỉnh Lam Giang có đường biên giới dài."],
            2,
        ),
    ],
)
def test_where_a_line_goes_on_and_where_it_does_not(caption: str, lines_: list[str], count: int) -> None:
    prose = [
        "Tăng cường hợp tác với các địa phương của nước bạn trên các lĩnh vực",
        "kinh tế, văn hóa, giáo dục, y tế và giao lưu nhân dân của hai bên với",
        "nhau trong khuôn khổ các thỏa thuận đã ký.",
    ]
    assert len(joined("\n".join([*lines_, "I. NỘI DUNG", *prose]))) == count + 2, caption
