"""Duties: whose, in which role, with whom, as plans of many provinces hand them out."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from vanban import assignments, outline
from vanban.findings import Assignment
from vanban.text import fold


class Expected(NamedTuple):
    """What is checked of a duty."""

    path: str
    agencies: list[str]
    role: str
    partners: list[str]
    start: str


def read(text: str) -> list[Assignment]:
    flat = "\n".join(fold(line) for line in text.strip().split("\n"))
    return assignments.find(flat, outline.find(flat, [(0, len(flat))]))


def found(text: str) -> list[Expected]:
    return [
        Expected(duty.path, list(duty.agencies), duty.role, list(duty.partners), " ".join(duty.duty.split()[:3]))
        for duty in read(text)
    ]


def only(text: str) -> Assignment:
    (duty,) = read(text)
    return duty


SNV, SCT, STC, CAT = "Sở Ngoại vụ", "Sở Công Thương", "Sở Tài chính", "Công an tỉnh"

FORMS = [
    (
        "an agency's duties as bullets: one each, however many sentences",
        """III. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ
- Nghiên cứu, tham mưu kiện toàn Ban Chỉ đạo. Phối hợp tuyên truyền Nghị quyết.
- Phối hợp với các cơ quan liên quan đẩy mạnh đào tạo. Chủ trì, phối hợp các đơn vị, địa phương liên quan theo dõi.""",
        [
            Expected("III.1/1", [SNV], "implement", [], "Nghiên cứu, tham"),
            Expected(
                "III.1/2",
                [SNV],
                "lead",
                ["các cơ quan liên quan", "các đơn vị, địa phương liên quan"],
                "Phối hợp với",
            ),
        ],
    ),
    (
        "an agency's duties as prose: one a sentence",
        """III. TỔ CHỨC THỰC HIỆN
1. Sở Công Thương: Chủ trì, phối hợp với Sở Ngoại vụ quản lý vốn. Thường xuyên cập nhật danh mục dự án.""",
        [
            Expected("III.1/1", [SCT], "lead", [SNV], "Chủ trì, phối"),
            Expected("III.1/1", [SCT], "implement", [], "Thường xuyên cập"),
        ],
    ),
    (
        "a request",
        """III. TỔ CHỨC THỰC HIỆN
8. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội: phối hợp với các cơ quan, đơn vị thực hiện.""",
        [
            Expected(
                "III.8/1",
                ["Ủy ban Mặt trận Tổ quốc tỉnh", "các tổ chức chính trị - xã hội"],
                "request",
                ["các cơ quan, đơn vị"],
                "phối hợp với",
            )
        ],
    ),
    (
        "working together first",
        """III. TỔ CHỨC THỰC HIỆN
5. Công an tỉnh: Chủ động phối hợp với Sở Ngoại vụ và các đơn vị có liên quan tổ chức các khóa đào tạo.""",
        [Expected("III.5/1", [CAT], "coordinate", [SNV, "các đơn vị có liên quan"], "Chủ động phối")],
    ),
    (
        "a closing paragraph speaks of those that it names",
        """III. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh: Bảo đảm an ninh.
Quá trình thực hiện, có khó khăn, vướng mắc, các phòng, ban, ngành và UBND các xã kịp thời phản ánh về UBND huyện.""",
        [
            Expected("III.1/1", [CAT], "implement", [], "Bảo đảm an"),
            Expected("III.1/2", ["các phòng, ban, ngành", "UBND các xã"], "implement", [], "Quá trình thực"),
        ],
    ),
    (
        "a clause with an agency of its own",
        """IV. KINH PHÍ
Trường hợp có vướng mắc, các cơ quan, đơn vị phản ánh về Sở Ngoại vụ; trường hợp vượt thẩm quyền, Sở Ngoại vụ tổng hợp.
Nguồn ngân sách nhà nước theo phân cấp hiện hành.""",
        [
            Expected("IV/1", ["các cơ quan, đơn vị"], "implement", [], "Trường hợp có"),
            Expected("IV/1", [SNV], "implement", [], "trường hợp vượt"),
        ],
    ),
    (
        "agencies named in the sentence, without headings",
        """III. TỔ CHỨC THỰC HIỆN
- Sở Tài chính chủ trì, phối hợp với Sở Công Thương bố trí kinh phí.
- Công an tỉnh có trách nhiệm bảo đảm an ninh.
Giao Sở Ngoại vụ đôn đốc, kiểm tra. Định kỳ báo cáo UBND tỉnh.
Yêu cầu Thủ trưởng các sở, ban, ngành nghiêm túc triển khai.""",
        [
            Expected("III/1", [STC], "lead", [SCT], "Sở Tài chính"),
            Expected("III/2", [CAT], "implement", [], "Công an tỉnh"),
            Expected("III/3", [SNV], "implement", [], "Giao Sở Ngoại"),
            Expected("III/3", [SNV], "implement", [], "Định kỳ báo"),
            Expected("III/4", ["Thủ trưởng các sở, ban, ngành"], "implement", [], "Yêu cầu Thủ"),
        ],
    ),
    (
        "outside that part only a sentence whose subject is an agency",
        """II. NỘI DUNG
1. Tăng cường công tác biên giới
- Tăng cường phối hợp với các bộ, ngành Trung ương.
- Các lực lượng chức năng khu vực biên giới tiếp tục tuần tra. Làm tốt công tác kiểm soát.
- Các nước láng giềng tiếp tục là ưu tiên.""",
        [Expected("II.1/2", ["Các lực lượng chức năng khu vực biên giới"], "implement", [], "Các lực lượng")],
    ),
    (
        "in brackets and in fields",
        """II. NHIỆM VỤ
1. Đối ngoại Đảng
a) Tổ chức đoàn thăm Lào (Văn phòng Tỉnh ủy chủ trì, phối hợp với Sở Ngoại vụ).
b) Tổ chức hội nghị.
- Cơ quan chủ trì: Sở Công Thương.
- Cơ quan phối hợp: Sở Ngoại vụ, Sở Tài chính.""",
        [
            Expected("II.1.a", ["Văn phòng Tỉnh ủy"], "lead", [SNV], "Tổ chức đoàn"),
            Expected("II.1.b/1", [SCT], "lead", [SNV, STC], "Cơ quan chủ"),
        ],
    ),
    (
        "lines that only name agencies lead those behind them",
        """III. TỔ CHỨC THỰC HIỆN
Sở Ngoại vụ:
- Chủ trì triển khai Kế hoạch.
Sở Tài chính
Tham mưu bố trí kinh phí.
Các sở, ban, ngành có trách nhiệm:
- Xây dựng kế hoạch.
Trong quá trình thực hiện, các đơn vị phản ánh về Sở Ngoại vụ.""",
        [
            Expected("III/2", [SNV], "lead", [], "Chủ trì triển"),
            Expected("III/4", [STC], "implement", [], "Tham mưu bố"),
            Expected("III/6", ["Các sở, ban, ngành"], "implement", [], "Xây dựng kế"),
            Expected("III/7", ["các đơn vị"], "implement", [], "Trong quá trình"),
        ],
    ),
    (
        "items of different marks",
        """IV. PHÂN CÔNG
1. Cấp tỉnh
- Sở Công Thương:
+ Mở hội chợ.
- Sở Tài chính: bố trí kinh phí.
2. Nội dung khác
- Đoàn ra.""",
        [
            Expected("IV.1/2", [SCT], "implement", [], "Mở hội chợ."),
            Expected("IV.1/3", [STC], "implement", [], "Sở Tài chính:"),
        ],
    ),
    (
        "partners abroad and in capitals",
        """III. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ: Phối hợp với JICA, KOICA, Tổng Lãnh sự quán Lào tại Đà Nẵng và các tổ chức quốc tế vận động viện trợ.""",
        [
            Expected(
                "III.1/1",
                [SNV],
                "coordinate",
                ["JICA", "KOICA", "Tổng Lãnh sự quán Lào tại Đà Nẵng", "các tổ chức quốc tế"],
                "Phối hợp với",
            )
        ],
    ),
    (
        "headings that say no more than that a duty follows",
        """III. TỔ CHỨC THỰC HIỆN
1. Sở Ngoại vụ có trách nhiệm:
- Tổng hợp kết quả.
2. Sở Tài chính thực hiện các nhiệm vụ sau:
a) Thẩm định dự toán.""",
        [
            Expected("III.1/1", [SNV], "implement", [], "Tổng hợp kết"),
            Expected("III.2.a", [STC], "implement", [], "Thẩm định dự"),
        ],
    ),
    (
        "one of several singled out",
        """III. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh, Sở Y tế: Phối hợp với Sở Ngoại vụ kiểm dịch. Riêng Công an tỉnh chủ trì kiểm soát lối mở.
Về phía Sở Y tế, chủ động cấp thuốc.""",
        [
            Expected("III.1/1", [CAT, "Sở Y tế"], "coordinate", [SNV], "Phối hợp với"),
            Expected("III.1/1", [CAT], "lead", [], "Riêng Công an"),
            Expected("III.1/2", ["Sở Y tế"], "implement", [], "Về phía Sở"),
        ],
    ),
    (
        "in brackets behind the last sentence, and of a heading",
        """II. NHIỆM VỤ
1. Y tế (Sở Y tế chủ trì, phối hợp Sở Ngoại vụ)
- Nâng cấp trạm y tế.
2. Giáo dục
- Vận động học bổng; tiếp nhận sách. Ưu tiên các xã biên giới. (Sở Nội vụ chủ trì)
- Mở lớp tiếng Lào (Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Ngoại vụ, UBND cấp xã).""",
        [
            Expected("II.1", ["Sở Y tế"], "lead", [SNV], "Y tế (Sở"),
            Expected("II.2/1", ["Sở Nội vụ"], "lead", [], "Vận động học"),
            Expected("II.2/2", ["Sở Nội vụ"], "lead", [SNV, "UBND cấp xã"], "Mở lớp tiếng"),
        ],
    ),
    (
        "whom an agency meets, patrols or takes counsel with",
        """III. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh
- Duy trì giao ban với lực lượng chức năng đối diện để trao đổi tình hình.
- Tuần tra song phương mỗi tháng một lần với lực lượng bảo vệ biên giới phía Lào.
- Ký kết biên bản ghi nhớ với Sở An ninh tỉnh bạn.""",
        [
            Expected("III.1/1", [CAT], "implement", ["lực lượng chức năng đối diện"], "Duy trì giao"),
            Expected("III.1/2", [CAT], "implement", ["lực lượng bảo vệ biên giới phía Lào"], "Tuần tra song"),
            Expected("III.1/3", [CAT], "implement", [], "Ký kết biên"),
        ],
    ),
    (
        "verbs that are in no list, behind listed agencies only",
        """II. NỘI DUNG
1. Thông tin đối ngoại
- Đài Phát thanh và Truyền hình Lam Giang ra mắt bản tin tiếng Khmer.
- Công an tỉnh đã hoàn thành trụ sở.
- Kim ngạch nhân đôi.""",
        [Expected("II.1/1", ["Đài Phát thanh và Truyền hình Lam Giang"], "implement", [], "Đài Phát thanh")],
    ),
    (
        "orders and requests in closing paragraphs",
        """III. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế (tiếp nhận nhiệm vụ của Phòng Nội vụ) chủ trì rà soát.
Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.
Đề nghị Ủy ban MTTQ tỉnh phối hợp với Sở Ngoại vụ tuyên truyền.
Nếu phát sinh vướng mắc, các đơn vị phản ánh về Sở Ngoại vụ.""",
        [
            Expected("III.1", ["Phòng Kinh tế"], "lead", [], "Phòng Kinh tế"),
            Expected("III.1/1", ["các cơ quan, đơn vị"], "implement", [], "Yêu cầu các"),
            Expected("III.1/2", ["Ủy ban MTTQ tỉnh"], "request", [SNV], "Đề nghị Ủy"),
            Expected("III.1/3", ["các đơn vị"], "implement", [], "Nếu phát sinh"),
        ],
    ),
    (
        "the preamble gives no duties",
        """Thực hiện Nghị quyết số 59-NQ/TW, các sở, ban, ngành xây dựng kế hoạch.
I. MỤC ĐÍCH
Nâng cao nhận thức.""",
        [],
    ),
    (
        "words about the plan among an agency's duties are none",
        """III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
Bố trí kinh phí.
Kế hoạch này được phổ biến đến chi bộ.""",
        [Expected("III.1/1", [STC], "implement", [], "Bố trí kinh")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS])
def test_duties_are_read(text: str, expected: list[Expected]) -> None:
    assert found(text) == expected


TABLE = """II. DANH MỤC NHIỆM VỤ
| TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian | Sản phẩm |
| 1 | Lập hồ sơ thỏa thuận | Sở Ngoại vụ | Sở Công Thương, Sở Tài chính | Trước 15/6/2026 | Hồ sơ |
| 2 | Mở hội chợ | Sở Công Thương; Sở Tài chính |  | Tháng 9/2026 | Hội chợ |"""


def test_a_row_of_a_table_is_a_duty_of_the_agencies_in_charge() -> None:
    first, second = read(TABLE)
    assert (first.agencies, first.role, first.partners) == ((SNV,), "lead", (SCT, STC))
    assert (first.duty, first.deadline, first.product) == ("Lập hồ sơ thỏa thuận", "Trước 15/6/2026", "Hồ sơ")
    assert (second.agencies, second.partners) == ((SCT, STC), ())


def test_a_table_without_agencies_hands_out_nothing() -> None:
    assert read("II. SỐ LIỆU\n| TT | Nội dung | Số lượng |\n| 1 | Đoàn ra | 20 |") == []


def test_spans_quote_duty_and_agencies() -> None:
    text = "III. TỔ CHỨC THỰC HIỆN\n1. Sở Ngoại vụ: Chủ trì triển khai Kế hoạch."
    duty = only(text)
    assert text[slice(*duty.span)] == duty.duty == "Chủ trì triển khai Kế hoạch."
    assert [text[slice(*span)] for span in duty.agency_spans] == [SNV]


def test_a_misspelt_agency_leaves_a_doubt() -> None:
    duty = only("III. TỔ CHỨC THỰC HIỆN\n5. Sở Nôi vụ: Phối hợp với Sở Ngoại vụ mở lớp.")
    assert duty.agencies == ("Sở Nôi vụ",)
    assert duty.confidence < 0.8
    assert "Sở Nội vụ" in duty.doubts[0]


def test_a_verb_in_no_list_leaves_a_doubt() -> None:
    duty = only("II. NỘI DUNG\n- Công an tỉnh tiên phong chuyển đổi số.")
    assert duty.agencies == (CAT,)
    assert duty.confidence < 0.8
    assert "tiên" in duty.doubts[0]


@pytest.mark.parametrize("unit", ["các sở, ", "Sở Ngoại vụ; ", "phối hợp với ", "(", "Căn cứ Kế hoạch này, các sở, "])
def test_endless_repeats_are_read(unit: str) -> None:
    text = "I. TỔ CHỨC THỰC HIỆN\n" + unit * (50_000 // len(unit))
    assert len(read(text)) < 50_000
