"""Quantities that a plan sets out to reach."""

from __future__ import annotations

import pytest

from vanban import targets

Row = tuple[str, float | None, float | None, str, int | None]


def found(text: str, year: int | None = 2024) -> list[Row]:
    return [tuple(target[1:6]) for target in targets.find(text, year)]


TARGETS: list[tuple[str, str, list[Row]]] = [
    (
        "a range of money in a year",
        "Năm 2020, phấn đấu giải ngân từ 30 đến 50 tỷ đồng các dự án viện trợ.",
        [("giải ngân từ 30 đến 50 tỷ đồng", 30_000_000_000, 50_000_000_000, "VND", 2020)],
    ),
    (
        "foreign money with a decimal comma",
        "Vận động viện trợ đạt tối thiểu 3,5 triệu USD/năm.",
        [("đạt tối thiểu 3,5 triệu USD", 3_500_000, None, "USD", 2024)],
    ),
    (
        "points between thousands",
        "- Đón khoảng 1.250.000 lượt khách quốc tế, tăng 15% so với năm 2023.",
        [
            ("Đón khoảng 1.250.000 lượt khách", 1_250_000, 1_250_000, "lượt khách", 2024),
            ("tăng 15%", 15, 15, "%", 2024),
        ],
    ),
    (
        "a padded count",
        "- Tổ chức 02 lớp tập huấn nghiệp vụ đối ngoại.",
        [("Tổ chức 02 lớp", 2, 2, "lớp", 2024)],
    ),
    (
        "a number in figures and words",
        "- Tổ chức ít nhất 01 (một) hội nghị xúc tiến đầu tư.",
        [("Tổ chức ít nhất 01 (một) hội nghị", 1, None, "hội nghị", 2024)],
    ),
    (
        "a number in words",
        "- Ký kết ít nhất hai thỏa thuận với địa phương nước ngoài.",
        [("Ký kết ít nhất hai thỏa thuận", 2, None, "thỏa thuận", 2024)],
    ),
    (
        "ranges with a hyphen",
        "- Cử 10 - 12 đoàn đi công tác; kim ngạch tăng 8-10%/năm.",
        [("Cử 10 - 12 đoàn", 10, 12, "đoàn", 2024), ("tăng 8-10%", 8, 10, "%", 2024)],
    ),
    (
        "an upper bound",
        "- Giảm tỷ lệ hộ nghèo còn không quá 2%.",
        [("Giảm tỷ lệ hộ nghèo còn không quá 2%", None, 2, "%", 2024)],
    ),
    (
        "a lower bound behind the number",
        "- Tỷ lệ giải ngân đạt 70% trở lên.",
        [("đạt 70%", 70, None, "%", 2024)],
    ),
    (
        "all of something",
        "- 100% cán bộ làm công tác đối ngoại được bồi dưỡng.",
        [("100%", 100, 100, "%", 2024)],
    ),
    (
        "a share that opens a clause",
        "- Nâng cấp cổng thông tin; 90% hồ sơ được tiếp nhận trên môi trường mạng.",
        [("90%", 90, 90, "%", 2024)],
    ),
    (
        "two counts behind one verb",
        "- Trong năm tổ chức 02 cuộc hội đàm cấp huyện và 06 cuộc giao ban cấp xã.",
        [("tổ chức 02 cuộc", 2, 2, "cuộc", 2024), ("06 cuộc", 6, 6, "cuộc", 2024)],
    ),
    (
        "several years in a sentence",
        "Phấn đấu đến năm 2025, 80% doanh nghiệp được phổ biến FTA; đến năm 2030 đạt trên 95%.",
        [("80%", 80, 80, "%", 2025), ("đạt trên 95%", 95, None, "%", 2030)],
    ),
    (
        "entries under an opening line",
        "Chỉ tiêu cụ thể năm 2025:\n- Số đoàn ra: 15 đoàn;\n- Tổng vốn viện trợ: 4,2 triệu USD (tương đương 100 tỷ đồng).",
        [("15 đoàn", 15, 15, "đoàn", 2025), ("4,2 triệu USD", 4_200_000, 4_200_000, "USD", 2025)],
    ),
    (
        "a list behind one verb",
        "- Đăng tải 120 tin, bài, 12 phóng sự.",
        [("Đăng tải 120 tin, bài", 120, 120, "tin, bài", 2024), ("12 phóng sự", 12, 12, "phóng sự", 2024)],
    ),
    (
        "thousands of billions",
        "Phấn đấu tổng thu đạt 1,2 nghìn tỷ đồng.",
        [("đạt 1,2 nghìn tỷ đồng", 1_200_000_000_000, 1_200_000_000_000, "VND", 2024)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in TARGETS], ids=[case[0] for case in TARGETS])
def test_targets_are_found_with_bounds_unit_and_year(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


NO_TARGETS = [
    ("anniversaries", "kỷ niệm 45 năm ngày thiết lập quan hệ; 200 năm ngày mất của Đại thi hào"),
    ("ordinals", "Hội nghị Ngoại giao lần thứ 30; kỳ họp lần thứ 40"),
    ("associations and roads", "Tổ chức Hội nghị cấp cao 09 tỉnh 03 nước sử dụng đường 8, đường 12"),
    ("rhythms and periods", "định kỳ 06 tháng, năm; giai đoạn 2018 - 2025; trong 05 năm"),
    ("numbers of documents", "Nghị quyết số 22-NQ/TW ngày 10/4/2013; khoản 2 Điều 7; Chương trình số 479"),
    ("numbers in words elsewhere", "ba trụ cột; hai tỉnh; tổ chức một số hội nghị; 3 trụ cột"),
    ("figures about the past", "Năm 2023, tỉnh đã đón 120 đoàn với 850 lượt người; kim ngạch đạt 2,1 tỷ USD"),
    ("results of an earlier year", "Năm 2022 thu hút 15 dự án, vận động 3 triệu USD"),
    ("conditions", "Thu hút các dự án có quy mô vốn từ 1.000 tỷ đồng trở lên"),
    ("costs", "Kinh phí thực hiện: 500 triệu đồng từ ngân sách tỉnh"),
    ("comrades", "Tổ công tác gồm 05 đồng chí; 01 Phó Chủ tịch"),
    ("registered capital of others", "dự án đã đăng ký 200 triệu USD"),
]


@pytest.mark.parametrize("text", [case[1] for case in NO_TARGETS], ids=[case[0] for case in NO_TARGETS])
def test_numbers_that_set_nothing_to_reach_are_no_targets(text: str) -> None:
    assert found(text) == []


def test_spans_quote_the_target_and_only_given_spans_are_searched() -> None:
    text = "Phấn đấu đón 5 đoàn.\n- Phấn đấu vận động 20 dự án."
    (target,) = targets.find(text, 2024, spans=[(21, len(text))])
    assert text[slice(*target.span)] == target.text == "vận động 20 dự án"


def test_the_year_is_left_open_where_nothing_names_it() -> None:
    (target,) = targets.find("Phấn đấu thu hút 05 dự án FDI.")
    assert target.year is None
    assert target.path == ""
