"""The clean form of a text, and the way back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text import Text, bare, fold

PARAGRAPH = (
    "Thực hiện Nghị quyết số 22-NQ/TW ngày 10/4/2013 của Bộ Chính trị,\n\n"
    "Ủy ban nhân dân tỉnh Lam Giang  ban hành Kế hoạch – năm 2025.\n"
)
TOKENS = [
    *"abcđghkuyĐỦÀảÃ0123.,",
    "a\u0301",
    "ê\u0323",
    "O\u031b\u0300",
    "oà",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "–",
    "\u00a0",
    "\u200b",
]
VIETNAMESE = st.lists(st.sampled_from(TOKENS), max_size=120).map("".join)


@pytest.mark.parametrize(
    ("caption", "written", "clean"),
    [
        ("newer tone placement", "Uỷ ban nhân dân tỉnh Hoà Bình", "Ủy ban nhân dân tỉnh Hòa Bình"),
        ("newer tone placement in capitals", "UỶ BAN, THUỶ LỢI, HOÀ", "ỦY BAN, THỦY LỢI, HÒA"),
        ("the vowel after q keeps its tone", "quý, quỹ, quà, quả", "quý, quỹ, quà, quả"),
        ("a closed syllable keeps its tone", "toàn, hoạt, khoẻn", "toàn, hoạt, khoẻn"),
        ("combining marks", unicodedata.normalize("NFD", "đối ngoại"), "đối ngoại"),
        ("long dashes and hard spaces", "2018 –\u00a02025 — nay", "2018 - 2025 - nay"),
        ("the Icelandic letter in place of Đ", "QÐ-UBND, ÐẢNG", "QĐ-UBND, ĐẢNG"),
        ("characters that cannot be seen", "Sở\u200b Ngoại\ufeff vụ", "Sở Ngoại vụ"),
    ],
)
def test_one_spelling_of_the_same_words(caption: str, written: str, clean: str) -> None:
    assert fold(written) == clean, caption


def test_bare_letters_ignore_case_tones_and_marks() -> None:
    assert bare("Đối Ngoại") == "doi ngoai"
    assert bare("Bộ đội Biên phòng") == "bo doi bien phong"


def test_lines_lose_blanks_at_their_ends_and_empty_lines_between_them() -> None:
    assert Text("  a  b \n\n\n c\t\n").sheet == "a b\nc"


@pytest.mark.parametrize(
    ("caption", "source", "sheet"),
    [
        ("a page number alone", "hội nhập\n\n2\n\nquốc tế", "hội nhập\nquốc tế"),
        ("a page number between dashes", "hội nhập\n- 3 -\nquốc tế", "hội nhập\nquốc tế"),
        ("a page number with its word", "hội nhập\nTrang 4/12\nquốc tế", "hội nhập\nquốc tế"),
        ("an address left by a web page", "trong\nhttps://vanban.example/38-nq-cp.aspx\nnước", "trong\nnước"),
        ("a rule", "TỈNH LAM GIANG\n-------\nSố", "TỈNH LAM GIANG\nSố"),
        ("numbers that do not rise are no page numbers", "năm\n2025\nnăm\n12\nvà\n7", "năm\n2025\nnăm\nvà\n7"),
    ],
)
def test_what_stands_between_lines_by_the_page_is_left_out(caption: str, source: str, sheet: str) -> None:
    assert Text(source).sheet == sheet, caption


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_place_in_the_clean_text_leads_back_to_the_source(form: str, ending: str) -> None:
    text = Text(unicodedata.normalize(form, PARAGRAPH).replace("\n", ending))
    for words in ("Nghị quyết số 22-NQ/TW", "Ủy ban nhân dân tỉnh Lam Giang ban hành", "năm 2025"):
        start = text.sheet.index(words)
        left, right = text.span((start, start + len(words)))
        assert fold(text.source[left:right]) == words


def test_the_sheet_is_the_same_whatever_the_shape_of_the_source() -> None:
    plain = Text(PARAGRAPH).sheet
    assert Text(unicodedata.normalize("NFD", PARAGRAPH)).sheet == plain
    assert Text(PARAGRAPH.replace("\n", "\r\n")).sheet == plain
    assert Text(PARAGRAPH.replace("\n\n", "\n")).sheet == plain
    assert Text(PARAGRAPH.replace("\n", "\n\n\n")).sheet == plain


@given(VIETNAMESE, st.data())
def test_every_place_lies_inside_the_source_and_in_order(source: str, data: st.DataObject) -> None:
    text = Text(source)
    if not text.sheet:
        return
    start = data.draw(st.integers(0, len(text.sheet) - 1))
    end = data.draw(st.integers(start + 1, len(text.sheet)))
    left, right = text.span((start, end))
    assert 0 <= left < right <= len(source)
    if "\n" not in text.sheet[start:end]:
        assert bare(fold(source[left:right])) == bare(" ".join(text.sheet[start:end].split()))
