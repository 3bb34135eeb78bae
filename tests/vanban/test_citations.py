"""Mentions of other documents: how they are read, what they are told from, which of them are one document."""

from __future__ import annotations

import pytest

from tests.vanban.citation_forms import FORMS, Expected
from vanban import citations
from vanban.findings import Citation
from vanban.text import fold


def found(text: str, **options: str) -> list[Expected]:
    flat = "\n".join(fold(line) for line in text.split("\n"))
    return [Expected(*mention[1:6]) for mention in citations.find(flat, **options)]


def keys(text: str) -> list[str]:
    return [mention.document for mention in citations.find("\n".join(fold(line) for line in text.split("\n")))]


def mention(text: str) -> Citation:
    (only,) = citations.find(fold(text))
    return only


@pytest.mark.parametrize(("caption", "text", "expected"), FORMS, ids=[form[0] for form in FORMS])
def test_a_mention_is_read_in_every_form(caption: str, text: str, expected: Expected) -> None:
    assert found(text) == [expected], caption


ISSUERS = [
    ("của Chính phủ về việc", "Chính phủ"),
    ("của Chính phủ Ban hành Chương trình", "Chính phủ"),
    ("của Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
    ("của Bộ chính trị Khóa IX về", "Bộ chính trị Khóa IX"),
    ("của Ban Bí thư Trung ương Đảng (khóa IX) về", "Ban Bí thư Trung ương Đảng (khóa IX)"),
    ("của Ban Chấp hành Trung ương Đảng khóa XII về", "Ban Chấp hành Trung ương Đảng khóa XII"),
    (
        "của Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng (khóa XI) về",
        "Hội nghị lần thứ tám Ban Chấp hành Trung ương Đảng (khóa XI)",
    ),
    ("của Ban Thường vụ Đảng ủy UBND tỉnh tại", "Ban Thường vụ Đảng ủy UBND tỉnh"),
    ("của Ban Thường vụ Tỉnh ủy Bà Rịa - Vũng Tàu về", "Ban Thường vụ Tỉnh ủy Bà Rịa - Vũng Tàu"),
    ("của BTV Tỉnh ủy và Kế hoạch của UBND tỉnh", "BTV Tỉnh ủy"),
    ("của Tỉnh ủy và của UBND tỉnh", "Tỉnh ủy"),
    ("của Ủy ban nhân dân thành phố Hồ Chí Minh về", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
    ("của UBND TP. Hồ Chí Minh về", "UBND TP. Hồ Chí Minh"),
    ("của UBND huyện Cẩm Xuyên, tỉnh Hà Tĩnh về", "UBND huyện Cẩm Xuyên, tỉnh Hà Tĩnh"),
    ("của UBND huyện Năm Căn năm 2022", "UBND huyện Năm Căn"),
    ("của UBND tỉnh, Sở Ngoại vụ chủ trì", "UBND tỉnh"),
    ("của UBND tỉnh - đây là", "UBND tỉnh"),
    ("của HĐND tỉnh khóa XVIII, kỳ họp thứ 5", "HĐND tỉnh khóa XVIII"),
    ("của Bộ Lao động - Thương binh và Xã hội hướng dẫn", "Bộ Lao động - Thương binh và Xã hội"),
    ("của Sở Văn hóa, Thể thao và Du lịch, Sở Ngoại vụ", "Sở Văn hóa, Thể thao và Du lịch"),
    ("của Sở Kế hoạch và Đầu tư và các đơn vị", "Sở Kế hoạch và Đầu tư"),
    ("của Giám đốc Sở Nội vụ tỉnh An Giang về", "Giám đốc Sở Nội vụ tỉnh An Giang"),
    ("của Bộ trưởng Bộ Ngoại giao quy định", "Bộ trưởng Bộ Ngoại giao"),
    ("của Ban Chỉ đạo Hội nhập quốc tế tỉnh về", "Ban Chỉ đạo Hội nhập quốc tế tỉnh"),
    ("của Hội Nông dân tỉnh và các đơn vị", "Hội Nông dân tỉnh"),
    ("của Liên hiệp các tổ chức hữu nghị Việt Nam trong", "Liên hiệp các tổ chức hữu nghị Việt Nam"),
    ("của Chủ tịch UBND tỉnh tại cuộc họp", "Chủ tịch UBND tỉnh"),
    ("của Thủ tướng Chinh phủ phê duyệt", "Thủ tướng Chinh phủ"),
    ("của Bộ Chính trịvề hội nhập", "Bộ Chính trị"),
    ("của Ủy ban nhân dântỉnh Quảng Ngãi ban hành", "Ủy ban nhân dântỉnh Quảng Ngãi"),
    ("của SởNgoại vụ về", "SởNgoại vụ"),
    ("của Văn phòng Chính phủ V/v công tác", "Văn phòng Chính phủ"),
    ("của Bộ Ngoại giao V/v thông báo", "Bộ Ngoại giao"),
    ("của Bộ Chính trị, Ban Bí thư về", "Bộ Chính trị, Ban Bí thư"),
    ("của Trưởng Ban Chỉ đạo hội nhập quốc tế tỉnh tại", "Trưởng Ban Chỉ đạo hội nhập quốc tế tỉnh"),
    ("của Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh triển khai", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"),
    ("của Ban Tuyên giáo và Dân vận Tỉnh ủy về", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    (", của Ủy ban nhân dân tỉnh, về việc", "Ủy ban nhân dân tỉnh"),
    ("của UBND xã Cẩm Bình, huyện Cẩm Xuyên", "UBND xã Cẩm Bình, huyện Cẩm Xuyên"),
    ("của pháp luật hiện hành", None),
    ("được ban hành", None),
]


@pytest.mark.parametrize(("rest", "issuer"), ISSUERS, ids=[rest for rest, _ in ISSUERS])
def test_the_issuer_is_taken_whole_and_no_further(rest: str, issuer: str | None) -> None:
    assert mention(f"Quyết định số 12/QĐ-BCĐ ngày 01/02/2021 {rest}").issuer == issuer


def test_a_joint_document_has_all_its_issuers() -> None:
    text = "Thông tư liên tịch số 02/2009/TTLT-BNG-BNV của Bộ Ngoại giao - Bộ Nội vụ hướng dẫn"
    assert mention(text).issuer == "Bộ Ngoại giao - Bộ Nội vụ"


def test_an_issuer_before_the_number_is_not_the_mentions() -> None:
    text = "theo đề nghị của Sở Ngoại vụ tại Văn bản số 694/SNgV-HTQT ngày 13/6/2025, Ủy ban nhân dân tỉnh"
    assert found(text) == [
        Expected("Văn bản số 694/SNgV-HTQT ngày 13/6/2025", "Văn bản", "694/SNgV-HTQT", "2025-06-13")
    ]


def test_a_number_in_a_list_takes_the_kind_of_the_list() -> None:
    assert [(m.kind, m.number) for m in found("các Nghị quyết số 13/NQ-CP, 14/NQ-CP và số 15/NQ-CP")] == [
        ("Nghị quyết", "13/NQ-CP"),
        ("Nghị quyết", "14/NQ-CP"),
        ("Nghị quyết", "15/NQ-CP"),
    ]


def test_numbers_without_symbols_are_listed_too() -> None:
    assert [(m.kind, m.number) for m in found("các Chỉ thị số 04, số 12 và số 15 của Ban Bí thư")] == [
        ("Chỉ thị", "04"),
        ("Chỉ thị", "12"),
        ("Chỉ thị", "15"),
    ]


def test_a_list_goes_on_behind_a_date() -> None:
    text = "các Kết luận số 12-KL/TW ngày 12/8/2022 và số 13-KL/TW ngày 16/8/2022 của Bộ Chính trị"
    assert [(m.kind, m.date, m.issuer) for m in found(text)] == [
        ("Kết luận", "2022-08-12", None),
        ("Kết luận", "2022-08-16", "Bộ Chính trị"),
    ]


def test_a_number_of_another_kind_in_a_list_is_told_by_its_symbol() -> None:
    assert [(m.kind, m.text) for m in found("Quyết định 214-QĐ/TU, 32-CT/TW")] == [
        ("Quyết định", "Quyết định 214-QĐ/TU"),
        ("Chỉ thị", "32-CT/TW"),
    ]


def test_a_further_letter_behind_the_subject_of_the_first_is_of_its_kind() -> None:
    text = "Công văn số 107/VPCP-QHQT của Văn phòng Chính phủ về công tác đối ngoại; số 167/BNG-CNV-m của Bộ Ngoại giao"
    assert [(m.kind, m.number) for m in found(text)] == [
        ("Công văn", "107/VPCP-QHQT"),
        ("Công văn", "167/BNG-CNV-m"),
    ]


def test_mentions_inside_another_title_count_on_their_own() -> None:
    text = (
        "Kế hoạch số 104/KH-UBND ngày 27/3/2017 của UBND tỉnh triển khai thực hiện Chương trình số 479-CTr/TU "
        "của Tỉnh ủy về thực hiện Nghị quyết số 06-NQ/TW"
    )
    assert [m.number for m in found(text)] == ["104/KH-UBND", "479-CTr/TU", "06-NQ/TW"]


NO_CITATIONS = [
    "đạt 15/20 xã, tăng 10-15%, trực 24/7, quý I/2024",
    "Kế hoạch 5 năm 2021-2025, Chương trình 135, Nghị quyết Đại hội XIII của Đảng",
    "Luật Tổ chức chính quyền địa phương ngày 19/6/2015",
    "Đề án số 2, Dự án số 5, Phụ lục số 3, số 12 đường Trần Phú",
    "tổng số 12 đoàn, một số 30 dự án",
    "Chương trình số 1 về du lịch, Chương trình 135 của Chính phủ",
    "QUY CHẾ HOẠT ĐỘNG ĐỐI NGOẠI (Ban hành kèm theo Quyết định số: 06/2014/QĐ-UBND ngày 21/3/2014 của UBND tỉnh)",
    "Số: 20/KH-UBND",
    "(Kèm theo Quyết định số 123/QĐ-UBND ngày 05/01/2023 của UBND tỉnh)",
    "(Ban hành kèm theo Kế hoạch số /KH-UBND ngày /4/2023 của UBND tỉnh)",
    "COVID-19, 3G/4G, 5-KM, 10/BTC",
    "",
]


@pytest.mark.parametrize("text", NO_CITATIONS)
def test_what_only_looks_like_a_number_is_left_out(text: str) -> None:
    assert found(text) == []


def test_an_alias_resolves_to_the_document_it_was_defined_for() -> None:
    text = (
        "Kế hoạch số 164-KH/TU ngày 24/8/2022 của Tỉnh ủy (sau đây gọi tắt là Kế hoạch 164); quán triệt Kế hoạch 164."
    )
    assert keys(text) == ["kế hoạch|164-kh/tu|2022"] * 3


def test_several_aliases_in_one_bracket_all_count() -> None:
    text = "Nghị quyết số 36-NQ/TW và Chỉ thị số 45-CT/TW ngày 19/5/2015 (sau đây gọi tắt là Nghị quyết 36, Chỉ thị 45)"
    assert keys(text) == [
        "nghị quyết|36-nq/tw|",
        "chỉ thị|45-ct/tw|2015",
        "nghị quyết|36-nq/tw|",
        "chỉ thị|45-ct/tw|2015",
    ]


def test_a_repeat_by_number_resolves_to_the_last_document_of_that_number_and_kind() -> None:
    text = (
        "Chương trình hành động số 479-CTr/TU ngày 19/01/2017 của Tỉnh ủy; Nghị quyết số 479/NQ-HĐND; "
        "triển khai Chương trình số 479; theo Nghị quyết 479"
    )
    assert keys(text) == [
        "chương trình|479-ctr/tu|2017",
        "nghị quyết|479/nq-hđnd|",
        "chương trình|479-ctr/tu|2017",
        "nghị quyết|479/nq-hđnd|",
    ]


def test_a_mention_without_a_date_is_the_one_last_dated() -> None:
    text = (
        "Kế hoạch số 20/KH-UBND ngày 20/01/2020; Kế hoạch số 20/KH-UBND; "
        "Kế hoạch số 20/KH-UBND ngày 05/02/2021; Kế hoạch số 20/KH-UBND"
    )
    assert [key[-4:] for key in keys(text)] == ["2020", "2020", "2021", "2021"]


def test_a_typing_error_in_the_symbol_does_not_make_another_document() -> None:
    assert len(set(keys("Kết luận số 73-KT/TW ngày 28/02/2012; Kết luận số 73-KL/TW ngày 28/02/2012"))) == 1


def test_a_leading_zero_does_not_make_another_document() -> None:
    assert len(set(keys("Nghị quyết số 06-NQ/TW; Nghị quyết số 6-NQ/TW"))) == 1


def test_the_document_does_not_cite_itself() -> None:
    text = "Kế hoạch số 20/KH-UBND ngày 20/01/2020 và Kế hoạch số 20/KH-UBND ngày 05/02/2019"
    assert [m.date for m in found(text, date="2020-01-20", own="20/KH-UBND")] == ["2019-02-05"]


def test_only_the_given_places_are_searched() -> None:
    text = "Quyết định số 1/QĐ-UBND. Quyết định số 2/QĐ-UBND. Quyết định số 3/QĐ-UBND."
    middle = text.index("Quyết định số 2")
    (only,) = citations.find(text, spans=[(middle, middle + 24)])
    assert only.number == "2/QĐ-UBND"


def test_a_span_stands_where_its_text_is() -> None:
    text = "Thực hiện Nghị quyết số 22-NQ/TW ngày 10/4/2013 của Bộ Chính trị; Chỉ thị số 15/CT-TTg."
    for one in citations.find(text):
        assert text[one.span[0] : one.span[1]] == one.text


def test_doubtful_forms_are_less_sure() -> None:
    sure = mention("Quyết định số 12/QĐ-UBND ngày 01/02/2021 của UBND tỉnh").confidence
    assert sure == 1.0
    for text in ("Quyết định 12/QĐ-UBND", "tại số 12/QĐ-UBND", "Kết luận số 33", "số 694/SNgV-HTQT"):
        assert mention(text).confidence < sure


@pytest.mark.parametrize(
    "unit",
    ["số ", "Nghị quyết ", "số 1/1/1", "((((", "1-", "1/", "12/KH-", "Nghị quyết số 1 của ", "A", "gọi tắt là ("],
)
def test_repeats_without_end_are_read_to_the_end(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    for one in citations.find(text):
        assert text[one.span[0] : one.span[1]] == one.text
