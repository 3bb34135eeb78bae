"""What stands in front of headings and items."""

from __future__ import annotations

import pytest

from vanban import markers


@pytest.mark.parametrize(
    ("line", "family", "label", "rest"),
    [
        ("II. NỘI DUNG THỰC HIỆN", markers.ROMAN, "II", "NỘI DUNG THỰC HIỆN"),
        ("IV- CHẾ ĐỘ BÁO CÁO", markers.ROMAN, "IV", "CHẾ ĐỘ BÁO CÁO"),
        ("III/ Tổ chức thực hiện", markers.ROMAN, "III", "Tổ chức thực hiện"),
        ("A. PHẦN CHUNG", markers.UPPER, "A", "PHẦN CHUNG"),
        ("B- NHIỆM VỤ", markers.UPPER, "B", "NHIỆM VỤ"),
        ("Phần thứ hai: NHIỆM VỤ", markers.DIVISION, "Phần thứ hai", "NHIỆM VỤ"),
        ("PHẦN II MỤC TIÊU", markers.DIVISION, "PHẦN II", "MỤC TIÊU"),
        ("Điều 3. Quyết định này có hiệu lực", markers.ARTICLE, "Điều 3", "Quyết định này có hiệu lực"),
        ("1. Mục đích", markers.NUMBER, "1", "Mục đích"),
        ("2.Các Sở, ban, ngành", markers.NUMBER, "2", "Các Sở, ban, ngành"),
        ("3) Công tác lãnh sự", markers.NUMBER, "3", "Công tác lãnh sự"),
        ("4- Tăng cường tuyên truyền", markers.NUMBER, "4", "Tăng cường tuyên truyền"),
        ("1.2. Về kinh tế", markers.NESTED, "1.2", "Về kinh tế"),
        ("2.3 Về văn hóa", markers.NESTED, "2.3", "Về văn hóa"),
        ("a) Chủ trì", markers.LETTER, "a", "Chủ trì"),
        ("đ) Phối hợp", markers.LETTER, "đ", "Phối hợp"),
        ("- Tổ chức", markers.BULLET, "", "Tổ chức"),
        ("+ Rà soát", markers.BULLET, "", "Rà soát"),
        ("• Đón tiếp", markers.BULLET, "", "Đón tiếp"),
        ("-Tăng cường", markers.BULLET, "", "Tăng cường"),
    ],
)
def test_a_marker_is_told_from_the_text_behind_it(line: str, family: str, label: str, rest: str) -> None:
    marker = markers.find(line)
    assert marker is not None
    assert (marker.family, marker.label, line[marker.end :]) == (family, label, rest)


@pytest.mark.parametrize(
    ("caption", "line"),
    [
        ("a date", "24/6/2025 (Thông báo số 335/TB-UBND)"),
        ("a year", "2025. Tổ chức hội nghị"),
        ("a number with its symbol", "694/SNgV-HTQT ngày 13/6/2025"),
        ("an amount", "1.250.000.000 đồng"),
        ("a decimal", "1,25 tỷ đồng"),
        ("a word", "Các cơ quan"),
        ("a term of the Party", "XIII của Đảng"),
        ("a rule", "---"),
    ],
)
def test_what_only_looks_like_a_marker_is_none(caption: str, line: str) -> None:
    assert markers.find(line) is None, caption


@pytest.mark.parametrize(("numeral", "order"), [("IV", 4), ("IX", 9), ("XIV", 14), ("VIII", 8)])
def test_roman_numerals_have_their_order(numeral: str, order: int) -> None:
    marker = markers.find(f"{numeral}. NỘI DUNG")
    assert marker is not None
    assert marker.order == order


@pytest.mark.parametrize(("label", "order"), [("Phần thứ nhất", 1), ("Chương III", 3), ("Mục 2", 2)])
def test_divisions_have_their_order(label: str, order: int) -> None:
    marker = markers.find(f"{label}. QUY ĐỊNH CHUNG")
    assert marker is not None
    assert marker.order == order
