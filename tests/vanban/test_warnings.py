"""What a careful official would ask about; and what looks like a slip and is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from vanban import outline, warnings
from vanban.findings import Assignment, Citation, Letterhead

HEAD = Letterhead(number="12/KH-UBND", date="2024-03-11")


def cite(number: str, date: str | None, issuer: str | None = None, kind: str = "Nghị quyết") -> Citation:
    return Citation("I/1", f"{kind} số {number}", kind, number, date, issuer, (0, 10))


def codes(
    flat: str = "",
    head: Letterhead = HEAD,
    citations: Sequence[Citation] = (),
    assignments: Sequence[Assignment] = (),
) -> list[str]:
    body = ((0, len(flat)),)
    structure = outline.find(flat, body)
    return [found.code for found in warnings.find(flat, head._replace(body=body), structure, citations, assignments)]


def said(flat: str = "", head: Letterhead = HEAD, citations: Sequence[Citation] = ()) -> list[str]:
    body = ((0, len(flat)),)
    structure = outline.find(flat, body)
    return [found.message for found in warnings.find(flat, head._replace(body=body), structure, citations, ())]


CITED = [
    ("later than the document", [cite("59-NQ/TW", "2025-01-24")], ["cited-after-document"]),
    ("later in the same month", [cite("8145-CV/TU", "2024-03-12", kind="Công văn")], ["cited-after-document"]),
    ("on the day itself", [cite("59-NQ/TW", "2024-03-11")], []),
    ("earlier", [cite("22-NQ/TW", "2013-04-10")], []),
    ("later, cited twice, told once", [cite("59-NQ/TW", "2025-01-24")] * 2, ["cited-after-document"]),
    ("the symbol's year is another", [cite("07/2018/QĐ-UBND", "2019-02-01", kind="Quyết định")], ["symbol-year"]),
    ("the symbol's year is the date's", [cite("07/2018/QĐ-UBND", "2018-02-01", kind="Quyết định")], []),
    (
        "two dates in one year",
        [cite("24-CT/TW", "2023-07-13", kind="Chỉ thị"), cite("24-CT/TW", "2023-07-23", kind="Chỉ thị")],
        ["number-two-dates"],
    ),
    (
        "two dates in one term of a Party body",
        [cite("45-CTr/TU", "2013-11-19"), cite("45-CTr/TU", "2014-02-19")],
        ["number-two-dates"],
    ),
    ("a Party number of another term", [cite("22-NQ/TW", "2008-02-02"), cite("22-NQ/TW", "2013-04-10")], []),
    ("a state number of another year", [cite("20/KH-UBND", "2020-01-20"), cite("20/KH-UBND", "2023-02-09")], []),
    (
        "two issuers",
        [cite("98-KL/TW", None, "Bộ Chính trị"), cite("98-KL/TW", None, "Ban Bí thư")],
        ["number-two-issuers"],
    ),
    (
        "the committee and its standing committee are two",
        [cite("45-CTr/TU", None, "Tỉnh ủy"), cite("45-CTr/TU", None, "Ban Thường vụ Tỉnh ủy")],
        ["number-two-issuers"],
    ),
    (
        "a term makes no other issuer",
        [cite("36-NQ/TW", None, "Bộ Chính trị"), cite("36-NQ/TW", None, "Bộ Chính trị (khóa IX)")],
        [],
    ),
    (
        "nor does the long form",
        [cite("1/KH-UBND", None, "UBND tỉnh"), cite("1/KH-UBND", None, "Ủy ban nhân dân tỉnh Lam Giang")],
        [],
    ),
]


@pytest.mark.parametrize(("caption", "citations", "expected"), CITED, ids=[row[0] for row in CITED])
def test_dates_numbers_and_issuers_of_cited_documents(
    caption: str, citations: list[Citation], expected: list[str]
) -> None:
    assert codes(citations=citations) == expected


def test_a_document_without_its_full_date_is_compared_as_far_as_it_goes() -> None:
    partial = HEAD._replace(date="2024")
    assert codes(head=partial, citations=[cite("59-NQ/TW", "2025-01-24")]) == ["no-date", "cited-after-document"]
    assert codes(head=partial, citations=[cite("1-NQ/TW", "2024-12-24")]) == ["no-date"]


def test_missing_and_blank_numbers_and_dates_are_told() -> None:
    assert codes(head=Letterhead()) == ["no-number", "no-date"]
    assert codes(head=Letterhead(number="/KH-UBND", date="2024-03-11")) == ["no-number"]
    assert said(head=Letterhead(number="/KH-UBND", date="2024-03-11")) == ["Số của văn bản còn để trống."]


ORDER = [
    ("a jump", "I. MỤC ĐÍCH\n1. Một điều\n2. Hai điều\n4. Bốn điều\nII. NỘI DUNG\n1. Một điều\n", ["heading-order"]),
    ("a repeat", "I. MỤC ĐÍCH\nII. NỘI DUNG\nII. TỔ CHỨC\n", ["heading-order"]),
    ("a step back", "I. MỤC ĐÍCH\n1. Một điều\n3. Ba điều\n2. Hai điều\n", ["heading-order", "heading-order"]),
    ("in order", "I. MỤC ĐÍCH\n1. Một điều\n2. Hai điều\nII. NỘI DUNG\n1. Một điều\n", []),
    ("letters with đ", "1. Một điều\na) Một\nb) Hai\nc) Ba\nd) Bốn\nđ) Năm\ne) Sáu\n", []),
    ("letters without đ", "1. Một điều\na) Một\nb) Hai\nc) Ba\nd) Bốn\ne) Sáu\n", []),
]


@pytest.mark.parametrize(("caption", "flat", "expected"), ORDER, ids=[row[0] for row in ORDER])
def test_headings_out_of_order(caption: str, flat: str, expected: list[str]) -> None:
    assert codes(flat) == expected


WORDS = [
    ("a doubled word", "huy động các nguồn lực lực để phát triển", ["Từ “lực” lặp lại hai lần liền nhau."]),
    ("a doubled grammatical word", "Chỉ thị của Ban Bí thư về về tăng cường", ["Từ “về” lặp lại hai lần liền nhau."]),
    ("a reduplication", "dần dần hoàn thiện, luôn luôn chủ động", []),
    ("two words that share a syllable", "các cơ quan quan tâm. Cơ quan, cơ quan nhà nước quan tâm", []),
    ("capitals run together", "QUYẾT ĐỊNH BANHÀNH KẾ HOẠCH", ["“BANHÀNH” viết liền, thiếu dấu cách."]),
    ("a name run on", "Giám đốc SởNgoại vụ", ["“SởNgoại” viết liền, thiếu dấu cách."]),
    ("an abbreviation run on", "Luật Tổ chức HĐND vàUBND", ["“vàUBND” viết liền, thiếu dấu cách."]),
    ("small letters run together", "tổ chức thựchiện kế hoạch", ["“thựchiện” viết liền, thiếu dấu cách."]),
    ("a date run on", "số 45-CTr/TU ngày19/11/2013 của", ["“ngày19/11/2013” viết liền, thiếu dấu cách."]),
    ("symbols are no words", "số 1096/SNgV-HTQT, 44-CTr/TU, 34/TTr-STTTT, 12/QyĐ-UBND", []),
    ("foreign names are no words", "tỉnh Bolykhămxay, Khămmuộn, Xiêng Khoảng, Savannakhet, Bôlykhămxay", []),
    ("long single words", "nghiêng nghiệp trường khuỷu thương quyết nguyện chuyển", []),
]


@pytest.mark.parametrize(("caption", "flat", "expected"), WORDS, ids=[row[0] for row in WORDS])
def test_doubled_and_glued_words(caption: str, flat: str, expected: list[str]) -> None:
    assert said(flat) == expected


UNREADABLE = [
    ("letters of another encoding", "Thá»±c hiá»‡n káº¿ hoáº¡ch", True),
    ("characters of no alphabet", "tăng cường \ufffd\ufffd\ufffd hội nhập", True),
    ("signs inside words", "ftÍ§c h{ện kê# ho§ch", True),
    ("plain text", "Tăng cường hội nhập quốc tế (2021-2025): 5% & 30 tỷ đồng; “trụ cột” – ngoại giao…", False),
    ("one odd bullet", "\uf0b7 Tăng cường hội nhập", False),
]


@pytest.mark.parametrize(("caption", "flat", "expected"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_unreadable_passages(caption: str, flat: str, expected: bool) -> None:
    assert ("unreadable" in codes(flat)) is expected


DUTIES = (
    "II. TỔ CHỨC THỰC HIỆN\n"
    "1. Sở Ngoại vụ\n"
    "- Chủ trì, phối hợp với các đơn vị liên quan triển khai Kế hoạch này.\n"
    "2. Yêu cầu chung\n"
    "- Định kỳ tổng hợp, đánh giá kết quả thực hiện và đề xuất giải pháp tiếp theo.\n"
)


def test_a_duty_that_names_nobody_is_told_with_its_path() -> None:
    structure = outline.find(DUTIES, ((0, len(DUTIES)),))
    given = next(node for node in structure.nodes if node.text.startswith("Chủ trì"))
    assignment = Assignment(given.path, ("Sở Ngoại vụ",), "lead", (), given.text, given.span)
    found = warnings.find(DUTIES, HEAD, structure, (), (assignment,))
    assert [(warning.code, warning.path) for warning in found if warning.code == "duty-without-agency"] == [
        ("duty-without-agency", "II.2/1")
    ]


def test_doubts_about_an_agency_are_told_once() -> None:
    doubtful = Assignment(
        "III.5/1", ("Sở Nôi vụ",), "lead", (), "rà soát", (0, 5), ((0, 9),), doubts=("“Sở Nôi vụ” có thể viết sai.",)
    )
    assert codes(assignments=(doubtful, doubtful)) == ["unknown-agency"]


def test_notes_of_the_way_in_come_first() -> None:
    structure = outline.find("", ())
    found = warnings.find("", HEAD, structure, (), (), text_notes=("Văn bản dùng bảng mã TCVN3.",))
    assert [(warning.code, warning.message) for warning in found] == [("text", "Văn bản dùng bảng mã TCVN3.")]


@pytest.mark.parametrize(
    "repeated", ["số ", "ngày1", "(", "a a ", "á»", "\ufffd ", "# ", "x#y ", "BANHÀNH ", "thựchiện "]
)
def test_repeats_read_in_linear_time(repeated: str) -> None:
    flat = repeated * (100_000 // len(repeated))
    structure = outline.find("", ())
    warnings.find(flat, HEAD, structure, (), ())
