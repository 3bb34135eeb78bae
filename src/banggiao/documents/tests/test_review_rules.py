"""Where duties may be cut, which words of a picture are which of the text, and how findings are worded."""

from __future__ import annotations

from typing import Any

import pytest

from banggiao.documents.rules import FindingKind
from banggiao.documents.rules.aligning import aligned
from banggiao.documents.rules.cutting import cut_pieces
from banggiao.documents.wording import amount_text, due_text, facts, partial_day

CUTS = [
    ("signs", "Rà soát; báo cáo trước; đôn đốc", ["Rà soát;", "báo cáo trước;", "đôn đốc"]),
    ("words that begin a duty", "Rà soát quy chế và tham mưu kinh phí", ["Rà soát quy chế", "và", "tham mưu kinh phí"]),
    ("every gap, where there is little else", "Tổng hợp kết quả", ["Tổng", "hợp", "kết", "quả"]),
    ("one word", "Họp", ["Họp"]),
]


@pytest.mark.parametrize(("_caption", "text", "pieces"), CUTS, ids=[cut[0] for cut in CUTS])
def test_a_duty_may_be_cut_where_another_begins(_caption: str, text: str, pieces: list[str]):
    found = cut_pieces(text)
    assert [words for words, _place in found] == pieces
    assert found[-1][1] == len(text)


ALIGNED = [
    ("page numbers are nowhere in the text", ["2", "Chủ", "trì"], "Chủ trì", [(1, 0, 3), (2, 4, 7)]),
    ("signs may be set apart", ["kinh", "phí", ";"], "kinh phí;", [(0, 0, 4), (1, 5, 9)]),
    (
        "a number broken at the end of a line",
        ["số", "9/QĐ-", "TTg"],
        "số 9/QĐ-TTg",
        [(0, 0, 2), (1, 3, 11), (2, 3, 11)],
    ),
    ("cells of tables", ["Họp", "Sở"], "| Họp | Sở |", [(0, 2, 5), (1, 8, 10)]),
    ("nothing read", ["Họp"], "", []),
]


@pytest.mark.parametrize(("_caption", "words", "text", "placed"), ALIGNED, ids=[case[0] for case in ALIGNED])
def test_words_of_a_picture_find_their_place_in_the_text(
    _caption: str, words: list[str], text: str, placed: list[tuple[int, int, int]]
):
    assert aligned(words, text) == placed
    assert aligned(words, text, 100) == [(index, start + 100, end + 100) for index, start, end in placed]


WORDED: list[tuple[Any, dict[str, Any], str]] = [
    (due_text, {"rhythm": "year", "day": 5, "month": 11}, "5/11 hằng năm"),
    (due_text, {"rhythm": "once", "month": 2, "year": 2026}, "2/2026"),
    (due_text, {"rhythm": "ad-hoc"}, "Đột xuất"),
    (amount_text, {"minimum": 480_000_000, "maximum": 520_000_000, "unit": "USD"}, "480.000.000 – 520.000.000 USD"),
    (amount_text, {"minimum": 45, "unit": "%"}, "từ 45 %"),
    (amount_text, {"maximum": 3, "unit": "vụ"}, "đến 3 vụ"),
    (amount_text, {"minimum": 0, "maximum": 0, "unit": "vụ"}, "0 vụ"),
    (amount_text, {"unit": "vụ"}, ""),
]


@pytest.mark.parametrize(("word", "fields", "text"), WORDED)
def test_values_are_worded_as_officers_write_them(word: Any, fields: dict[str, Any], text: str):
    assert word(fields) == text


@pytest.mark.parametrize(("written", "text"), [("2025-01-24", "24/1/2025"), ("2023-04", "4/2023"), ("2023", "2023")])
def test_days_may_lack_day_and_month(written: str, text: str):
    assert partial_day(written) == text


def test_a_duty_says_when_with_what_and_in_which_field():
    fields = {"deadline_date": "2026-11-15", "rhythm": "year", "product": "Báo cáo", "field": "economy"}
    assert [(fact.label, fact.value) for fact in facts(FindingKind.ASSIGNMENT, fields)] == [
        ("Hạn", "15/11/2026"),
        ("Định kỳ", "Hằng năm"),
        ("Sản phẩm", "Báo cáo"),
        ("Lĩnh vực", "Ngoại giao kinh tế, hội nhập quốc tế"),
    ]
