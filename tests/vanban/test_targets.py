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
            ("Đón khoảng 1.250.000 lượt khách quốc tế", 1_250_000, 1_250_000, "lượt khách quốc tế", 2024),
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
    (
        "a range whose bounds both have their unit",
        "- Giá trị cam kết viện trợ đạt từ 25 tỷ đồng đến 30 tỷ đồng.",
        [("đạt từ 25 tỷ đồng đến 30 tỷ đồng", 25_000_000_000, 30_000_000_000, "VND", 2024)],
    ),
    (
        "all that is listed under a heading of aims, with the heading's year",
        "II. MỤC TIÊU ĐẾN NĂM 2030\n1. Bố trí từ ngân sách khoảng 90 tỷ đồng.\n2. Có 04 tuyến bay quốc tế.\nIII. NHIỆM VỤ",
        [
            ("khoảng 90 tỷ đồng", 90_000_000_000, 90_000_000_000, "VND", 2030),
            ("04 tuyến bay", 4, 4, "tuyến bay", 2030),
        ],
    ),
    (
        "shares that are lettered items",
        "3. Một số chỉ tiêu:\na) 100% đoàn ra thực hiện đúng quy định;\nb) 80% cán bộ lễ tân được tập huấn.",
        [("100%", 100, 100, "%", 2024), ("80%", 80, 80, "%", 2024)],
    ),
    (
        "bounds from below that hold a word for bounds from above",
        "- Vận động viện trợ; bình quân mỗi năm đạt không dưới 2 triệu USD.",
        [("đạt không dưới 2 triệu USD", 2_000_000, None, "USD", None)],
    ),
    (
        "rates by the day, and by the year",
        "Phấn đấu thông quan 900 xe/ngày, tiếp nhận 3 triệu USD/năm.",
        [("900 xe/ngày", 900, 900, "xe/ngày", 2024), ("tiếp nhận 3 triệu USD", 3_000_000, 3_000_000, "USD", 2024)],
    ),
    (
        "a clause that only counts on",
        "- Mở 03 lớp bồi dưỡng ngoại ngữ, lễ tân; 02 lớp tiếng Lào cho cán bộ biên giới.",
        [("Mở 03 lớp", 3, 3, "lớp", 2024), ("02 lớp", 2, 2, "lớp", 2024)],
    ),
    (
        "a part of the whole",
        "- Đưa 1.500 lao động đi làm việc ở nước ngoài, trong đó có 300 lao động thời vụ.",
        [
            ("Đưa 1.500 lao động", 1500, 1500, "lao động", 2024),
            ("có 300 lao động thời vụ", 300, 300, "lao động thời vụ", 2024),
        ],
    ),
    (
        "the worth of what is given",
        "- Hỗ trợ các huyện bạn thuốc, vật tư y tế với tổng trị giá khoảng 2 tỷ đồng.",
        [("với tổng trị giá khoảng 2 tỷ đồng", 2_000_000_000, 2_000_000_000, "VND", 2024)],
    ),
    (
        "counts that are planned",
        "- Dự kiến trong quý III có 04 đoàn sang làm việc; rà phá bom mìn cho 800 ha.",
        [("có 04 đoàn", 4, 4, "đoàn", 2024), ("rà phá bom mìn cho 800 ha", 800, 800, "ha", 2024)],
    ),
    (
        "products in a table of tasks",
        "\n| TT | Nhiệm vụ | Thời hạn | Sản phẩm |\n| 1 | Ký kết với tỉnh bạn | Quý II | 01 bản ghi nhớ được ký |",
        [("01 bản ghi nhớ", 1, 1, "bản ghi nhớ", 2024)],
    ),
    (
        "aims behind figures of the past",
        "- Đã vận động 3 dự án; năm nay thu hút 05 dự án.",
        [("thu hút 05 dự án", 5, 5, "dự án", 2024)],
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
    ("a period that is over", "Giai đoạn 2018 - 2022, tỉnh có 40 tổ chức triển khai 210 dự án, giải ngân 90 triệu USD"),
    ("what is there", "Quản lý, bảo vệ 120,5 km đường biên giới, duy trì 05 đồn biên phòng; quan hệ với 12 địa phương"),
    ("a section about results", "I. KẾT QUẢ NĂM QUA\n- Tổ chức 12 đoàn ra, thu hút 8 dự án.\nII. NHIỆM VỤ"),
    ("a former figure behind an aim", "Phấn đấu có đường bay mới; năm 2021 tỷ lệ này là 15%"),
    ("a column of costs", "\n| TT | Nội dung | Kinh phí |\n| 1 | Đoàn ra | 500 triệu đồng |"),
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
