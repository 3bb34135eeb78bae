"""Deadlines and rhythms, as plans of many provinces set them."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from vanban import assignments, deadlines, outline
from vanban.findings import Deadline
from vanban.text import fold


class Expected(NamedTuple):
    """What is checked of a deadline; the date as day/month/year with `-` for what is not given."""

    rhythm: str
    date: str
    duty: str
    text: str


def read(sentence: str) -> list[Deadline]:
    """The deadlines of one duty of Sở Tài chính."""
    return read_plan(f"III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- {sentence}")


def read_plan(text: str) -> list[Deadline]:
    flat = "\n".join(fold(line) for line in text.split("\n"))
    structure = outline.find(flat, [(0, len(flat))])
    return deadlines.find(flat, structure, assignments.find(flat, structure))


def found(sentence: str) -> list[Expected]:
    return [
        Expected(due.rhythm, "/".join(str(part or "-") for part in (due.day, due.month, due.year)), due.duty, due.text)
        for due in read(sentence)
    ]


NO_DATE = "-/-/-"

FORMS = [
    (
        "three rhythms in one breath",
        "Định kỳ 06 tháng, năm và đột xuất tổng hợp báo cáo UBND tỉnh.",
        [
            Expected("half-year", NO_DATE, "report", "Định kỳ 06 tháng"),
            Expected("year", NO_DATE, "report", "năm"),
            Expected("ad-hoc", NO_DATE, "report", "đột xuất"),
        ],
    ),
    (
        "dates in brackets behind rhythms",
        "Định kỳ 06 tháng (trước ngày 25/5), năm (trước 10/10) gửi báo cáo về Sở Ngoại vụ để tổng hợp.",
        [
            Expected("half-year", "25/5/-", "report", "Định kỳ 06 tháng (trước ngày 25/5)"),
            Expected("year", "10/10/-", "report", "năm (trước 10/10)"),
        ],
    ),
    (
        "rhythms in brackets behind dates",
        "Báo cáo kết quả trước ngày 25 tháng 5 (đối với báo cáo 6 tháng) và trước ngày 10 tháng 10 (đối với báo cáo năm).",
        [
            Expected("half-year", "25/5/-", "report", "trước ngày 25 tháng 5 (đối với báo cáo 6 tháng)"),
            Expected("year", "10/10/-", "report", "trước ngày 10 tháng 10 (đối với báo cáo năm)"),
        ],
    ),
    (
        "reports named by their rhythm",
        "Gửi báo cáo về Sở Ngoại vụ: báo cáo 6 tháng trước ngày 25/5, báo cáo năm trước ngày 10/11.",
        [
            Expected("half-year", "25/5/-", "report", "báo cáo 6 tháng trước ngày 25/5"),
            Expected("year", "10/11/-", "report", "báo cáo năm trước ngày 10/11"),
        ],
    ),
    (
        "two rhythms, then two dates",
        "Báo cáo định kỳ 6 tháng, năm về UBND tỉnh trước ngày 10/6 và 10/12.",
        [
            Expected("half-year", "10/6/-", "report", "trước ngày 10/6"),
            Expected("year", "10/12/-", "report", "10/12"),
        ],
    ),
    (
        "a rhythm behind the date",
        "Báo cáo UBND tỉnh chậm nhất ngày 30 tháng 11 hàng năm.",
        [Expected("year", "30/11/-", "report", "chậm nhất ngày 30 tháng 11 hàng năm")],
    ),
    (
        "a day in every quarter",
        "Đôn đốc, kiểm tra và trước ngày 15 của tháng cuối quý báo cáo UBND tỉnh.",
        [Expected("quarter", "15/-/-", "report", "trước ngày 15 của tháng cuối quý")],
    ),
    (
        "a day in every month",
        "Thông báo tình hình cho Sở Ngoại vụ trước ngày 20 hằng tháng.",
        [Expected("month", "20/-/-", "report", "trước ngày 20 hằng tháng")],
    ),
    (
        "a single date",
        "Lập danh mục thỏa thuận, trình UBND tỉnh trước ngày 31/3/2025.",
        [Expected("once", "31/3/2025", "act", "trước ngày 31/3/2025")],
    ),
    (
        "the latest day",
        "Xây dựng kế hoạch, chậm nhất ngày 15 tháng 12 năm 2025 trình UBND tỉnh.",
        [Expected("once", "15/12/2025", "act", "chậm nhất ngày 15 tháng 12 năm 2025")],
    ),
    ("a month", "Tổ chức hội chợ trong tháng 9/2025.", [Expected("once", "-/9/2025", "act", "trong tháng 9/2025")]),
    (
        "a quarter ends with its third month",
        "Hoàn thành trong quý III/2025 việc rà soát.",
        [Expected("once", "-/9/2025", "act", "Hoàn thành trong quý III/2025")],
    ),
    (
        "a plan that is sent is no report",
        "Xây dựng kế hoạch gửi Sở Ngoại vụ trước ngày 28/02/2025 để tổng hợp, báo cáo UBND tỉnh.",
        [Expected("once", "28/2/2025", "act", "trước ngày 28/02/2025")],
    ),
    ("every year, at the beginning", "Hằng năm, tham mưu kế hoạch.", [Expected("year", NO_DATE, "act", "Hằng năm")]),
    (
        "regularly, behind the name of a programme",
        "Duy trì chương trình giao lưu định kỳ hằng quý với tỉnh bạn.",
        [Expected("quarter", NO_DATE, "act", "định kỳ hằng quý")],
    ),
    ("a field", "Thời gian thực hiện: Quý II/2025.", [Expected("once", "-/6/2025", "act", "Quý II/2025")]),
    (
        "two dates with one rhythm behind them",
        "Định kỳ trước ngày 10/6 và trước ngày 10/12 hằng năm báo cáo UBND tỉnh.",
        [
            Expected("year", "10/6/-", "report", "trước ngày 10/6"),
            Expected("year", "10/12/-", "report", "trước ngày 10/12 hằng năm"),
        ],
    ),
    (
        "three rhythms with one day",
        "Định kỳ hằng quý, 6 tháng, năm báo cáo UBND tỉnh trước ngày 20 của tháng cuối kỳ.",
        [
            Expected("quarter", "20/-/-", "report", "Định kỳ hằng quý"),
            Expected("half-year", "20/-/-", "report", "6 tháng"),
            Expected("year", "20/-/-", "report", "năm"),
        ],
    ),
    (
        "from one month to another",
        "Thời gian thực hiện: Từ tháng 3 đến tháng 9 năm 2025.",
        [Expected("once", "-/9/2025", "act", "tháng 3 đến tháng 9 năm 2025")],
    ),
    (
        "one date for each report, in their order",
        "Báo cáo kết quả công tác 6 tháng, năm về Sở Ngoại vụ lần lượt trước các ngày 12/6 và 22/11 để tổng hợp.",
        [
            Expected("half-year", "12/6/-", "report", "trước các ngày 12/6"),
            Expected("year", "22/11/-", "report", "22/11"),
        ],
    ),
    (
        "the same with hằng năm behind the last date",
        "Tổng hợp báo cáo 6 tháng, báo cáo năm gửi Sở Ngoại vụ trước ngày 10/6 và ngày 25/11 hằng năm.",
        [
            Expected("half-year", "10/6/-", "report", "trước ngày 10/6"),
            Expected("year", "25/11/-", "report", "ngày 25/11 hằng năm"),
        ],
    ),
    (
        "what is reported stands in brackets behind the date",
        "Báo cáo UBND tỉnh trước ngày 08/6 (sơ kết 6 tháng) và trước ngày 08/12 (tổng kết năm).",
        [
            Expected("half-year", "8/6/-", "report", "trước ngày 08/6 (sơ kết 6 tháng)"),
            Expected("year", "8/12/-", "report", "trước ngày 08/12 (tổng kết năm)"),
        ],
    ),
    (
        "what else a report holds between its rhythm and its date",
        "Gửi báo cáo 6 tháng trước ngày 03 tháng 6, báo cáo năm kèm dự kiến đoàn ra năm 2026 trước ngày 30 tháng 10.",
        [
            Expected("half-year", "3/6/-", "report", "báo cáo 6 tháng trước ngày 03 tháng 6"),
            Expected("year", "30/10/-", "report", "trước ngày 30 tháng 10"),
        ],
    ),
    (
        "two rhythms, then two dates between commas",
        "Định kỳ 6 tháng và hằng năm, trước ngày 09/6 và ngày 24/11, báo cáo kết quả.",
        [
            Expected("half-year", "9/6/-", "report", "trước ngày 09/6"),
            Expected("year", "24/11/-", "report", "ngày 24/11"),
        ],
    ),
    (
        "results of two periods by two dates",
        "Tổng hợp kết quả 6 tháng, năm trình UBND tỉnh báo cáo trước ngày 15/6 và trước ngày 25/11.",
        [
            Expected("half-year", "15/6/-", "report", "trước ngày 15/6"),
            Expected("year", "25/11/-", "report", "trước ngày 25/11"),
        ],
    ),
    (
        "one day in the last month of each period",
        "Báo cáo 6 tháng và năm trước ngày 25 của tháng cuối kỳ.",
        [Expected("half-year", "25/-/-", "report", "Báo cáo 6 tháng"), Expected("year", "25/-/-", "report", "năm")],
    ),
    (
        "the report on a year that is named",
        "Báo cáo năm 2025 gửi trước ngày 25/11/2025.",
        [Expected("year", "25/11/2025", "report", "Báo cáo năm 2025 gửi trước ngày 25/11/2025")],
    ),
    ("the report on a year, without a date", "Xây dựng báo cáo năm 2025 của tỉnh.", []),
    ("every quarter a report", "Mỗi quý báo cáo thị trường.", [Expected("quarter", NO_DATE, "report", "Mỗi quý")]),
    (
        "so often",
        "Tuần tra song phương mỗi tháng một lần với Đồn Biên phòng bạn.",
        [Expected("month", NO_DATE, "act", "mỗi tháng một lần")],
    ),
    (
        "so often, the rhythm last",
        "Tổ chức đối thoại với doanh nghiệp ít nhất 01 lần/quý.",
        [Expected("quarter", NO_DATE, "act", "01 lần/quý")],
    ),
    (
        "a rhythm inside an act",
        "Trao đổi hằng tháng với Hải quan cửa khẩu về thông quan.",
        [Expected("month", NO_DATE, "act", "hằng tháng")],
    ),
    (
        "a rhythm that opens a clause",
        "Theo dõi thị trường, hằng quý thông tin cho doanh nghiệp.",
        [Expected("quarter", NO_DATE, "act", "hằng quý")],
    ),
    (
        "informing an agency is a report",
        "Định kỳ hằng tháng thông tin cho Sở Ngoại vụ.",
        [Expected("month", NO_DATE, "report", "Định kỳ hằng tháng")],
    ),
    (
        "a rhythm behind a date, with a verb of its own",
        "Lập danh mục, hoàn thành trong quý I/2026 và cập nhật định kỳ hằng năm.",
        [
            Expected("once", "-/3/2026", "act", "hoàn thành trong quý I/2026"),
            Expected("year", NO_DATE, "act", "định kỳ hằng năm"),
        ],
    ),
    (
        "years",
        "Sơ kết Kế hoạch vào năm 2027, tổng kết vào năm 2030.",
        [Expected("once", "-/-/2027", "act", "vào năm 2027"), Expected("once", "-/-/2030", "act", "vào năm 2030")],
    ),
    (
        "several quarters",
        "Thời gian thực hiện: Quý II, IV/2025.",
        [Expected("once", "-/6/2025", "act", "Quý II"), Expected("once", "-/12/2025", "act", "IV/2025")],
    ),
    (
        "several months",
        "Mở hội chợ trong tháng 3 và tháng 9/2025.",
        [Expected("once", "-/3/2025", "act", "trong tháng 3"), Expected("once", "-/9/2025", "act", "9/2025")],
    ),
    (
        "a span of months ends with the last",
        "Thời gian: Tháng 5 - 6/2025.",
        [Expected("once", "-/6/2025", "act", "Tháng 5 - 6/2025")],
    ),
    (
        "a day in the last month of a quarter",
        "Báo cáo UBND tỉnh trước ngày 10 tháng cuối quý.",
        [Expected("quarter", "10/-/-", "report", "trước ngày 10 tháng cuối quý")],
    ),
    (
        "two dates with one year behind them",
        "Báo cáo Bộ Ngoại giao trước ngày 15/6 và 15/11/2023.",
        [
            Expected("once", "15/6/2023", "report", "trước ngày 15/6"),
            Expected("once", "15/11/2023", "report", "15/11/2023"),
        ],
    ),
    (
        "an act before the report on it",
        "Rà soát xong trước ngày 30/9/2025 và báo cáo UBND tỉnh.",
        [Expected("once", "30/9/2025", "act", "xong trước ngày 30/9/2025")],
    ),
    (
        "always, for a time",
        "Thời gian: thường xuyên trong năm 2025.",
        [Expected("permanent", "-/-/2025", "act", "thường xuyên trong năm 2025")],
    ),
    ("within hours", "Kịp thời báo cáo trong 24 giờ khi có vụ việc.", []),
    ("how many a year", "Mỗi năm tổ chức 01 hội nghị.", []),
    ("words that describe: a quarterly estimate", "Lập dự toán hằng quý, bản tin hằng tháng.", []),
    ("a year of the past", "Rà soát thỏa thuận được ký vào năm 2021.", []),
    ("words that describe: a system of reports", "Nâng cao chất lượng báo cáo định kỳ, đột xuất theo quy định.", []),
    ("words that describe: a yearly plan", "Lồng ghép vào kế hoạch hàng năm.", []),
    ("words that describe: stages", "Thực hiện theo từng giai đoạn và hàng năm.", []),
    ("words that describe: in time", "Kịp thời, thường xuyên báo cáo UBND tỉnh.", []),
    ("the date of a document", "Thực hiện Quyết định số 07/2018/QĐ-UBND ngày 09/3/2018 của UBND tỉnh.", []),
    ("a regular meeting without a rhythm", "Duy trì giao ban định kỳ với tỉnh bạn.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS])
def test_deadlines_are_read(sentence: str, expected: list[Expected]) -> None:
    assert found(sentence) == expected


def test_a_deadline_knows_who_owes_and_who_receives() -> None:
    (due,) = read(
        "Định kỳ hằng năm (trước ngày 15/11) báo cáo Tỉnh ủy, UBND tỉnh và cơ quan có thẩm quyền theo quy định."
    )
    assert due.path == "III.1/1"
    assert due.by == ("Sở Tài chính",)
    assert due.to == ("Tỉnh ủy", "UBND tỉnh", "cơ quan có thẩm quyền")


def test_a_deadline_belongs_to_the_clause_that_names_its_agency() -> None:
    first, second = read_plan(
        "IV. CHẾ ĐỘ BÁO CÁO\nCác sở, ban, ngành báo cáo về Sở Ngoại vụ hằng năm (trước ngày 30/11); "
        "Sở Ngoại vụ tổng hợp, báo cáo UBND tỉnh trước ngày 10/12 hằng năm."
    )
    assert (first.by, first.to) == (("Các sở, ban, ngành",), ("Sở Ngoại vụ",))
    assert (second.by, second.to) == (("Sở Ngoại vụ",), ("UBND tỉnh",))


def test_a_row_of_a_table_is_due_in_its_time_cell() -> None:
    rows = read_plan(
        "II. DANH MỤC\n| TT | Nội dung | Cơ quan chủ trì | Thời gian |\n| 1 | Mở hội chợ | Sở Công Thương | Tháng 9/2026 |\n"
        "| 2 | Báo cáo tổng kết | Sở Ngoại vụ | Trước 10/12/2026 |\n| 3 | Tư vấn | Sở Công Thương | Hằng quý |\n"
        "| 4 | Tuyên truyền | Sở Công Thương | Thường xuyên |"
    )
    assert [(due.rhythm, due.month, due.day, due.duty) for due in rows] == [
        ("once", 9, None, "act"),
        ("once", 12, 10, "report"),
        ("quarter", None, None, "act"),
    ]


def test_the_preamble_sets_no_deadlines() -> None:
    assert read_plan("Thực hiện Kế hoạch, hoàn thành trước ngày 30/6/2025.\nI. MỤC ĐÍCH\nNâng cao nhận thức.") == []


def test_spans_quote_the_words() -> None:
    text = "III. TỔ CHỨC THỰC HIỆN\nSở Y tế báo cáo trước ngày 25/5/2025 và định kỳ hằng quý."
    for due in read_plan(text):
        assert text[slice(*due.span)] == due.text


@pytest.mark.parametrize("unit", ["định kỳ 6 tháng, ", "trước ngày 25/5, ", "năm ", "Thời gian: ", "đột xuất ( "])
def test_endless_repeats_are_read(unit: str) -> None:
    assert len(read(unit * (50_000 // len(unit)))) < 50_000
