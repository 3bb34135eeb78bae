"""Mentions of other documents, in the forms that provincial, district and Party documents use."""

from __future__ import annotations

from typing import NamedTuple


class Expected(NamedTuple):
    """The fields of a mention that its words decide."""

    text: str
    kind: str | None
    number: str
    date: str | None = None
    issuer: str | None = None


FORMS = [
    (
        "a state resolution in full",
        "theo Nghị quyết số 49/NQ-CP ngày 10/7/2014 của Chính phủ về hội nhập",
        Expected(
            "Nghị quyết số 49/NQ-CP ngày 10/7/2014 của Chính phủ", "Nghị quyết", "49/NQ-CP", "2014-07-10", "Chính phủ"
        ),
    ),
    (
        "a Party directive with a comma before the date",
        "Chỉ thị số 18-CT/TW, ngày 11/3/2019 của Bộ Chính trị khóa XII, các cấp",
        Expected(
            "Chỉ thị số 18-CT/TW, ngày 11/3/2019 của Bộ Chính trị khóa XII",
            "Chỉ thị",
            "18-CT/TW",
            "2019-03-11",
            "Bộ Chính trị khóa XII",
        ),
    ),
    (
        "a line end inside the symbol",
        "Kế hoạch số 52- KH/ TU ngày 02 tháng 6 năm 2021 của Tỉnh ủy",
        Expected(
            "Kế hoạch số 52- KH/ TU ngày 02 tháng 6 năm 2021 của Tỉnh ủy",
            "Kế hoạch",
            "52-KH/TU",
            "2021-06-02",
            "Tỉnh ủy",
        ),
    ),
    ("no số", "Quyết định 1517-QĐ/TU", Expected("Quyết định 1517-QĐ/TU", "Quyết định", "1517-QĐ/TU")),
    (
        "Số with a colon",
        "Quyết định Số: 46/2012/QĐ-UBND",
        Expected("Quyết định Số: 46/2012/QĐ-UBND", "Quyết định", "46/2012/QĐ-UBND"),
    ),
    (
        "a line end inside the digits",
        "Kế hoạch số 1 04/KH-UBND ngày 19/5/2023;",
        Expected("Kế hoạch số 1 04/KH-UBND ngày 19/5/2023", "Kế hoạch", "104/KH-UBND", "2023-05-19"),
    ),
    (
        "a day that the calendar does not have",
        "Chỉ thị số 13/CT-UBND ngày 30/02/2023 của Chủ tịch UBND thành phố về",
        Expected(
            "Chỉ thị số 13/CT-UBND ngày 30/02/2023 của Chủ tịch UBND thành phố",
            "Chỉ thị",
            "13/CT-UBND",
            None,
            "Chủ tịch UBND thành phố",
        ),
    ),
    (
        "glued words",
        "Chỉ thị số12-CT/TW ngày19/11/2021 của Ban Bí thư;",
        Expected("Chỉ thị số12-CT/TW ngày19/11/2021 của Ban Bí thư", "Chỉ thị", "12-CT/TW", "2021-11-19", "Ban Bí thư"),
    ),
    (
        "the date glued to the symbol",
        "Nghị quyết số 22-NQ/TWngày 10/4/2013 về",
        Expected("Nghị quyết số 22-NQ/TWngày 10/4/2013", "Nghị quyết", "22-NQ/TW", "2013-04-10"),
    ),
    (
        "a symbol torn apart by text recognition",
        "Nghị quyết số 22-NQ/T W",
        Expected("Nghị quyết số 22-NQ/T W", "Nghị quyết", "22-NQ/TW"),
    ),
    (
        "a lookalike letter in the symbol",
        "Quyết định số 15/QÐ-TTg",
        Expected("Quyết định số 15/QĐ-TTg", "Quyết định", "15/QĐ-TTg"),
    ),
    ("the hyphen lost", "Nghị quyết số 08NQ/TU", Expected("Nghị quyết số 08NQ/TU", "Nghị quyết", "08NQ/TU")),
    ("blanks around the hyphen", "Chỉ thị số 15/CT - TTg", Expected("Chỉ thị số 15/CT - TTg", "Chỉ thị", "15/CT-TTg")),
    ("tones lost in the kind", "Kể hoạch số 71/KH-UBND", Expected("Kể hoạch số 71/KH-UBND", "Kế hoạch", "71/KH-UBND")),
    (
        "in a heading in capitals",
        "KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT SỐ 27/NQ-CP NGÀY 05 THÁNG 4 NĂM 2016 CỦA CHÍNH PHỦ VỀ ĐẨY MẠNH",
        Expected(
            "NGHỊ QUYẾT SỐ 27/NQ-CP NGÀY 05 THÁNG 4 NĂM 2016 CỦA CHÍNH PHỦ",
            "Nghị quyết",
            "27/NQ-CP",
            "2016-04-05",
            "CHÍNH PHỦ",
        ),
    ),
    (
        "a compound kind",
        "Kế hoạch hành động số 171/KH-UBND của UBND tỉnh triển khai",
        Expected(
            "Kế hoạch hành động số 171/KH-UBND của UBND tỉnh", "Kế hoạch hành động", "171/KH-UBND", None, "UBND tỉnh"
        ),
    ),
    ("a plural kind", "các Quyết định số 7/QĐ-UBND", Expected("Quyết định số 7/QĐ-UBND", "Quyết định", "7/QĐ-UBND")),
    (
        "a decision on rules of the Party",
        "Quyết định số 41-QĐi/TU",
        Expected("Quyết định số 41-QĐi/TU", "Quyết định", "41-QĐi/TU"),
    ),
    (
        "an official letter with the drafting unit",
        "Công văn số 499/SNgV-LS&HTQT ngày 6/5/2022 của Sở Ngoại vụ tỉnh Lam Giang",
        Expected(
            "Công văn số 499/SNgV-LS&HTQT ngày 6/5/2022 của Sở Ngoại vụ tỉnh Lam Giang",
            "Công văn",
            "499/SNgV-LS&HTQT",
            "2022-05-06",
            "Sở Ngoại vụ tỉnh Lam Giang",
        ),
    ),
    (
        "a suffix in small letters",
        "Công văn số 462/BNG-CNV-m của Bộ Ngoại giao.",
        Expected("Công văn số 462/BNG-CNV-m của Bộ Ngoại giao", "Công văn", "462/BNG-CNV-m", None, "Bộ Ngoại giao"),
    ),
    (
        "an official letter's symbol on a plan",
        "Kế hoạch số 735/UBND-NC ngày 04/5/2022",
        Expected("Kế hoạch số 735/UBND-NC ngày 04/5/2022", "Kế hoạch", "735/UBND-NC", "2022-05-04"),
    ),
    ("a Party letter", "Công văn 1777-CV/VPTU", Expected("Công văn 1777-CV/VPTU", "Công văn", "1777-CV/VPTU")),
    ("a Party guidance", "Hướng dẫn 01-HD/BĐNTW", Expected("Hướng dẫn 01-HD/BĐNTW", "Hướng dẫn", "01-HD/BĐNTW")),
    ("a law", "Luật số 70/2020/QH14", Expected("Luật số 70/2020/QH14", "Luật", "70/2020/QH14")),
    (
        "a law with its name before the number",
        "Căn cứ Luật Xuất cảnh, nhập cảnh của công dân Việt Nam số 49/2019/QH14 ngày 22/11/2019;",
        Expected(
            "Luật Xuất cảnh, nhập cảnh của công dân Việt Nam số 49/2019/QH14 ngày 22/11/2019",
            "Luật",
            "49/2019/QH14",
            "2019-11-22",
        ),
    ),
    (
        "a plan with its subject before the number",
        "Kế hoạch công tác đối ngoại số 27/KH-UBND ngày 09/02/2023 của tỉnh",
        Expected(
            "Kế hoạch công tác đối ngoại số 27/KH-UBND ngày 09/02/2023 của tỉnh",
            "Kế hoạch",
            "27/KH-UBND",
            "2023-02-09",
            "tỉnh",
        ),
    ),
    (
        "an abbreviated kind",
        "NĐ 152/2020/NĐ-CP ngày 30/12/2020 của Chính phủ",
        Expected(
            "NĐ 152/2020/NĐ-CP ngày 30/12/2020 của Chính phủ", "Nghị định", "152/2020/NĐ-CP", "2020-12-30", "Chính phủ"
        ),
    ),
    (
        "the year behind a hyphen",
        "Nghị quyết 19-2018/NQ-CP",
        Expected("Nghị quyết 19-2018/NQ-CP", "Nghị quyết", "19-2018/NQ-CP"),
    ),
    (
        "a letter in the number",
        "Nghị quyết 30a/2008/NQ-CP",
        Expected("Nghị quyết 30a/2008/NQ-CP", "Nghị quyết", "30a/2008/NQ-CP"),
    ),
    (
        "a date in brackets",
        "Chỉ thị số 15/CT-TTg (ngày 07/7/2015)",
        Expected("Chỉ thị số 15/CT-TTg (ngày 07/7/2015)", "Chỉ thị", "15/CT-TTg", "2015-07-07"),
    ),
    (
        "the issuer before the date",
        "Kết luận số 98-KL/TW của Ban Bí thư Trung ương Đảng ngày 31/8/2013 về",
        Expected(
            "Kết luận số 98-KL/TW của Ban Bí thư Trung ương Đảng ngày 31/8/2013",
            "Kết luận",
            "98-KL/TW",
            "2013-08-31",
            "Ban Bí thư Trung ương Đảng",
        ),
    ),
    (
        "month and year only",
        "Nghị quyết số 12/NQ-HĐND tháng 7 năm 2022",
        Expected("Nghị quyết số 12/NQ-HĐND tháng 7 năm 2022", "Nghị quyết", "12/NQ-HĐND", "2022-07"),
    ),
    (
        "a number left blank",
        "thực hiện Quyết định số …/QĐ-UBND ngày … tháng 3 năm 2023 của UBND tỉnh",
        Expected(
            "Quyết định số …/QĐ-UBND ngày … tháng 3 năm 2023 của UBND tỉnh",
            "Quyết định",
            "/QĐ-UBND",
            "2023-03",
            "UBND tỉnh",
        ),
    ),
    (
        "a number alone",
        "tinh thần Kết luận số 33 của Bộ Chính trị",
        Expected("Kết luận số 33 của Bộ Chính trị", "Kết luận", "33", None, "Bộ Chính trị"),
    ),
    ("the kind only in the symbol", "tại (số 45/TB-VPCP)", Expected("45/TB-VPCP", "Thông báo", "45/TB-VPCP")),
    (
        "the blank before the kind's number lost",
        "Chương trình hành độngsố 45-CTr/TU ngày19/11/2013 của Ban Thường vụ Tỉnhủy về",
        Expected(
            "Chương trình hành độngsố 45-CTr/TU ngày19/11/2013 của Ban Thường vụ Tỉnhủy",
            "Chương trình hành động",
            "45-CTr/TU",
            "2013-11-19",
            "Ban Thường vụ Tỉnhủy",
        ),
    ),
    (
        "the blank inside the kind lost",
        "theo Kếhoạch số 71/KH-UBND",
        Expected("Kếhoạch số 71/KH-UBND", "Kế hoạch", "71/KH-UBND"),
    ),
    ("kind and number glued", "Chỉ thị12-CT/TW", Expected("Chỉ thị12-CT/TW", "Chỉ thị", "12-CT/TW")),
    (
        "a resolution known by its number, with date but no số",
        "Kết luận 12 ngày 12-8-2021 của Bộ Chính trị",
        Expected("Kết luận 12 ngày 12-8-2021 của Bộ Chính trị", "Kết luận", "12", "2021-08-12", "Bộ Chính trị"),
    ),
    (
        "kind, colon, number",
        "các Nghị quyết: số 22-NQ/TW ngày 10/4/2013",
        Expected("Nghị quyết: số 22-NQ/TW ngày 10/4/2013", "Nghị quyết", "22-NQ/TW", "2013-04-10"),
    ),
    (
        "the issuer between kind and number",
        "Nghị quyết của Bộ Chính trị số 22-NQ/TW ngày 10/4/2013",
        Expected(
            "Nghị quyết của Bộ Chính trị số 22-NQ/TW ngày 10/4/2013",
            "Nghị quyết",
            "22-NQ/TW",
            "2013-04-10",
            "Bộ Chính trị",
        ),
    ),
    (
        "an ordinance",
        "Pháp lệnh số 33/2007/PL-UBTVQH11",
        Expected("Pháp lệnh số 33/2007/PL-UBTVQH11", "Pháp lệnh", "33/2007/PL-UBTVQH11"),
    ),
    (
        "a cell of a table",
        "| Ban hành Quyết định số 12/QĐ-UBND | Sở Ngoại vụ |",
        Expected("Quyết định số 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND"),
    ),
    (
        "another decision's annex in brackets",
        "thẻ đi lại APEC (ban hành kèm theo Quyết định số 45/2006/QĐ-TTg)",
        Expected("Quyết định số 45/2006/QĐ-TTg", "Quyết định", "45/2006/QĐ-TTg"),
    ),
    (
        "của forgotten before the issuer",
        "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 Chính phủ về thực hiện cơ chế",
        Expected(
            "Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 Chính phủ",
            "Nghị định",
            "61/2018/NĐ-CP",
            "2018-04-23",
            "Chính phủ",
        ),
    ),
    (
        "the body that acts next, no issuer",
        "Thực hiện Chỉ thị số 15/CT-TTg ngày 07/7/2015 UBND tỉnh ban hành Kế hoạch",
        Expected("Chỉ thị số 15/CT-TTg ngày 07/7/2015", "Chỉ thị", "15/CT-TTg", "2015-07-07"),
    ),
    ("no kind at all", "xem số 694/SNgV-HTQT", Expected("694/SNgV-HTQT", None, "694/SNgV-HTQT")),
]
