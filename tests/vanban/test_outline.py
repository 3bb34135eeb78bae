"""The outline of a plan in the numbering habits of many provinces."""

from __future__ import annotations

import pytest

from vanban import outline
from vanban.findings import Node


def read(*paragraphs: str) -> tuple[Node, ...]:
    flat = "\n".join(paragraphs)
    return outline.find(flat, [(0, len(flat))]).nodes


def paths(*paragraphs: str) -> list[tuple[str, str]]:
    return [(node.path, node.kind) for node in read(*paragraphs)]


HABITS = [
    (
        "Roman parts, numbered sections, bullets",
        [
            "Thực hiện Nghị quyết; UBND tỉnh ban hành:",
            "I. MỤC ĐÍCH",
            "- Bám sát.",
            "II. NỘI DUNG",
            "1. Kinh tế",
            "- Mở rộng.",
            "- Đón.",
        ],
        ["0/1", "I", "I/1", "II", "II.1", "II.1/1", "II.1/2"],
    ),
    (
        "capital letters above Roman parts",
        [
            "A. YÊU CẦU",
            "I. Mục đích",
            "1. Quán triệt sâu rộng.",
            "B. NHIỆM VỤ",
            "I. Chính trị",
            "II. Kinh tế",
            "a) Đón đoàn.",
        ],
        ["A", "A.I", "A.I.1", "B", "B.I", "B.II", "B.II.a"],
    ),
    (
        "numbered paragraphs without bullets, letters below",
        [
            "I- MỤC TIÊU",
            "1- Mục tiêu chung",
            "Nâng cao vị thế của tỉnh.",
            "2- Mục tiêu cụ thể",
            "a) Về kinh tế",
            "- Thu hút.",
            "b) Về văn hóa",
        ],
        ["I", "I.1", "I.1/1", "I.2", "I.2.a", "I.2.a/1", "I.2.b"],
    ),
    (
        "nested numerals say those of their section",
        [
            "II. NHIỆM VỤ",
            "1. Công tác quản lý",
            "1.1. Đoàn ra",
            "- Thẩm định.",
            "1.2. Đoàn vào",
            "2. Công tác lãnh sự",
            "2.1. Bảo hộ công dân",
        ],
        ["II", "II.1", "II.1.1", "II.1.1/1", "II.1.2", "II.2", "II.2.1"],
    ),
    (
        "the Roman level is lost",
        ["1. Mục đích", "- Bám sát.", "2. Nội dung", "2.1. Kinh tế", "3. Tổ chức thực hiện"],
        ["1", "1/1", "2", "2.1", "3"],
    ),
    (
        "parts in words",
        ["Phần thứ nhất. ĐÁNH GIÁ", "I. KẾT QUẢ", "Phần thứ hai. NHIỆM VỤ", "I. MỤC TIÊU", "1. Mở rộng quan hệ."],
        ["Phần thứ nhất", "Phần thứ nhất.I", "Phần thứ hai", "Phần thứ hai.I", "Phần thứ hai.I.1"],
    ),
    (
        "free paragraphs are counted with the items of their heading",
        [
            "III. TỔ CHỨC THỰC HIỆN",
            "Giao Sở Ngoại vụ theo dõi.",
            "- Sở Tài chính bố trí kinh phí.",
            "Trong quá trình thực hiện, các đơn vị phản ánh.",
        ],
        ["III", "III/1", "III/2", "III/3"],
    ),
]


@pytest.mark.parametrize(("caption", "paragraphs", "expected"), HABITS, ids=[habit[0] for habit in HABITS])
def test_numbering_habits(caption: str, paragraphs: list[str], expected: list[str]) -> None:
    assert [path for path, _ in paths(*paragraphs)] == expected, caption


@pytest.mark.parametrize(
    ("caption", "line", "heading", "rest"),
    [
        (
            "an agency and a colon",
            "2. Sở Tài chính: chủ trì bố trí kinh phí.",
            "Sở Tài chính",
            "chủ trì bố trí kinh phí.",
        ),
        (
            "an agency list without a colon",
            "2. Các Phòng, ban, ngành cấp huyện; UBND các xã, thị trấn căn cứ chức năng, nhiệm vụ tổ chức thực hiện.",
            "Các Phòng, ban, ngành cấp huyện; UBND các xã, thị trấn",
            "căn cứ chức năng, nhiệm vụ tổ chức thực hiện.",
        ),
        (
            "an agency whose name holds a comma",
            "7. Sở Văn hóa, Thể thao và Du lịch: Chủ trì quảng bá.",
            "Sở Văn hóa, Thể thao và Du lịch",
            "Chủ trì quảng bá.",
        ),
        (
            "a run-in heading",
            "1. Nội dung thực hiện: Tổ chức các hoạt động.",
            "Nội dung thực hiện",
            "Tổ chức các hoạt động.",
        ),
        ("a heading that ends in a colon", "1. Mục đích:", "Mục đích", None),
        (
            "free text",
            "1. Triển khai kịp thời các nhiệm vụ được giao.",
            "Triển khai kịp thời các nhiệm vụ được giao.",
            None,
        ),
    ],
)
def test_a_numbered_line_is_heading_and_first_paragraph(
    caption: str, line: str, heading: str, rest: str | None
) -> None:
    nodes = read("III. TỔ CHỨC THỰC HIỆN", line)
    assert nodes[1].text == heading, caption
    assert nodes[1].kind == "section"
    assert [node.text for node in nodes[2:]] == ([rest] if rest else [])


def test_a_place_is_led_to_the_node_that_holds_it() -> None:
    flat = "I. MỤC TIÊU\n1. Sở Tài chính: chủ trì bố trí kinh phí.\n- Tham mưu."
    found = outline.find(flat, [(0, len(flat))])
    node = found.at(flat.index("bố trí"))
    assert node is not None
    assert node.path == "I.1/1"
    assert [heading.path for heading in found.headings(node)] == ["I.1", "I"]
    assert found.at(flat.index("\n")) is None


def test_rows_of_a_table_of_tasks_are_items_with_cells() -> None:
    nodes = read("I. NHIỆM VỤ", "| TT | Nội dung | Cơ quan chủ trì |", "| 1 | Tổ chức hội nghị | Sở Ngoại vụ |")
    assert nodes[-1].kind == "item"
    assert nodes[-1].marker == "1"
    assert nodes[-1].text == "Tổ chức hội nghị"
    assert nodes[-1].cells == ("1", "Tổ chức hội nghị", "Sở Ngoại vụ")


def test_first_and_last_words_do_not_count_a_lone_dash() -> None:
    node = read("- Phát triển kinh tế - xã hội của tỉnh và các huyện trong năm 2025.")[0]
    assert node.start == "Phát triển kinh tế xã hội của tỉnh"
    assert node.end == "các huyện trong năm 2025."


def test_the_articles_of_a_wrapping_decision_belong_to_the_preamble() -> None:
    decision = "Căn cứ Luật số 72/2025/QH15;\nĐiều 1. Ban hành Kế hoạch.\nĐiều 2. Quyết định có hiệu lực từ ngày ký."
    plan = "I. MỤC TIÊU\n- Mở rộng quan hệ."
    flat = f"{decision}\n{plan}"
    start = len(decision) + 1
    nodes = outline.find(flat, [(0, len(decision)), (start, len(flat))]).nodes
    assert [node.path for node in nodes] == ["0/1", "0/2", "0/3", "I", "I/1"]
    assert nodes[1].text.startswith("Điều 1. Ban hành")


def test_an_annex_is_a_part_with_its_title_and_the_sections_of_its_table() -> None:
    nodes = read(
        "I. MỤC TIÊU",
        "- Mở rộng quan hệ.",
        "PHỤ LỤC",
        "DANH MỤC NHIỆM VỤ NĂM 2026",
        "(Kèm theo Quyết định số 85/QĐ-UBND ngày 22/01/2026 của UBND tỉnh)",
        "| TT | Nội dung | Cơ quan chủ trì | Thời gian |",
        "| I | Thương mại |",
        "| 1 | Tổ chức hội chợ biên giới | Sở Công Thương | Tháng 11 |",
        "| TT | Nội dung | Cơ quan chủ trì | Thời gian |",
        "| 2 | Nâng cấp cửa khẩu phụ | Ban Quản lý Khu kinh tế | Quý IV |",
    )
    assert [(node.path, node.kind, node.marker, node.text) for node in nodes[2:]] == [
        ("PL", "part", "PHỤ LỤC", "DANH MỤC NHIỆM VỤ NĂM 2026"),
        ("PL.I", "part", "I", "Thương mại"),
        ("PL.I/1", "item", "1", "Tổ chức hội chợ biên giới"),
        ("PL.I/2", "item", "2", "Nâng cấp cửa khẩu phụ"),
    ]


def test_a_lettered_sentence_that_opens_with_an_agency_stays_whole() -> None:
    nodes = read("1. Nhiệm vụ của địa phương", "a) UBND các huyện biên giới duy trì gặp gỡ hằng quý với phía bạn.")
    assert [node.path for node in nodes] == ["1", "1.a"]
