"""Text laid out for a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vanban.plans import plan
from tests.vanban.test_render_json import NODES, READING
from vanban.findings import Assignment, Target
from vanban.matching.comparison import compare
from vanban.matching.coverage import coverage
from vanban.render import words
from vanban.render.coverage import as_text as coverage_text
from vanban.render.summary import as_text
from vanban.render.table import comparison_as_table, coverage_as_table, reading_as_table
from vanban.render.tables import NARROWEST, cells, shorten, table, terminal_width, wrap


@pytest.mark.parametrize(
    ("text", "size"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("Uỷ ban nhân dân", 15, id="Vietnamese"),
        pytest.param(unicodedata.normalize("NFD", "đối ngoại"), 9, id="decomposed"),
        pytest.param("老挝 Lào", 8, id="Chinese takes two"),
        pytest.param("→ “…”", 5, id="signs"),
    ],
)
def test_width_counts_cells_of_the_terminal(text: str, size: int) -> None:
    assert cells(text) == size


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_no_wrapped_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(text, width))


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Mn"])), st.integers(min_value=2, max_value=60))
def test_wrapping_loses_no_printed_character(text: str, width: int) -> None:
    printed = unicodedata.normalize("NFC", text)
    kept = "".join("".join(wrap(text, width)).split())
    assert kept == "".join("".join(char if char.isprintable() else " " for char in printed).split())


def test_characters_that_steer_a_terminal_are_not_passed_on() -> None:
    assert "\x1b" not in "".join(wrap("a\x1b[31mb\x07", 20))


def test_a_text_is_shortened_at_a_word() -> None:
    assert shorten("Đào tạo ngoại ngữ", 40) == "Đào tạo ngoại ngữ"
    assert shorten("Đào tạo ngoại ngữ", 14) == "Đào tạo …"


def test_a_table_keeps_its_columns_and_wraps_cells() -> None:
    assert table(("Mục", "Việc"), [("I.1", "Đào tạo ngoại ngữ"), ("I.2", "Mở lớp")], 21) == [
        "Mục  Việc",
        "─────────────────────",
        "I.1  Đào tạo ngoại",
        "     ngữ",
        "I.2  Mở lớp",
    ]


def test_a_table_without_room_becomes_labelled_lines() -> None:
    lines = table(("Mục", "Cơ quan", "Vai trò", "Nhiệm vụ"), [("I.1", "Sở Nội vụ", "", "Mở lớp")], 40)
    assert lines == ["- Mục       I.1", "  Cơ quan   Sở Nội vụ", "  Nhiệm vụ  Mở lớp"]


def test_the_width_is_that_of_the_terminal_within_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    assert terminal_width() == 120
    monkeypatch.setenv("COLUMNS", "3")
    assert terminal_width() == NARROWEST
    monkeypatch.setenv("COLUMNS", "wide")
    assert terminal_width() >= NARROWEST


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_a_summary_holds_every_kind_of_finding_within_its_width(width: int) -> None:
    summary = as_text(READING, width=width)
    for heading in (
        "DÀN BÀI",
        "NHIỆM VỤ ĐƯỢC GIAO",
        "THỜI HẠN",
        "CHỈ TIÊU",
        "VĂN BẢN ĐƯỢC VIỆN DẪN",
        "ĐỐI TÁC",
        "CẦN XEM",
    ):
        assert heading in summary
    assert all(cells(line) <= width for line in summary.splitlines())


def test_a_summary_says_it_in_the_words_of_officials() -> None:
    summary = reading_as_table(READING)
    for said in (
        "Kế hoạch 20/KH-UBND",
        "Sở Nội vụ",
        "25/5",
        "06 tháng",
        "30 - 50 tỷ đồng",
        "Bolykhămxay / Bolikhamsay",
    ):
        assert said in summary


def test_a_doubtful_duty_is_marked() -> None:
    doubtful = Assignment("III.1/1", ("Sở Nôi vụ",), "lead", (), "Mở lớp.", (0, 5), confidence=0.6)
    assert "Sở Nôi vụ ? 60%" in as_text(plan(NODES, assignments=(doubtful,)), width=100)


def test_coverage_and_comparison_fit_their_width() -> None:
    assert all(cells(line) <= 60 for line in coverage_text(coverage(READING), READING, 60).splitlines())
    assert "Cả 1 nội dung đều có cơ quan" in coverage_as_table(coverage(READING), READING)
    assert "1 giữ nguyên" in comparison_as_table(compare(READING, READING), READING, READING)


@pytest.mark.parametrize(
    ("value", "said"),
    [("2026-05-25", "25/5/2026"), ("2023-04", "4/2023"), ("2023", "2023"), (None, "")],
)
def test_dates_are_written_as_officials_do(value: str | None, said: str) -> None:
    assert words.date(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [(1250000.0, "1.250.000"), (1.25, "1,25"), (12.0, "12"), (1.5, "1,5"), (None, "")]
)
def test_numbers_are_written_as_officials_do(value: float | None, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("low", "high", "unit", "said"),
    [
        (3e10, 5e10, "VND", "30 - 50 tỷ đồng"),
        (1.5e9, 1.5e9, "VND", "1,5 tỷ đồng"),
        (5e5, None, "VND", "từ 500.000 đồng"),
        (None, 2e8, "USD", "đến 200 triệu USD"),
        (80.0, None, "%", "từ 80%"),
        (12.0, 12.0, "đoàn", "12 đoàn"),
        (None, None, "đoàn", "đoàn"),
    ],
)
def test_amounts_are_written_as_officials_do(low: float | None, high: float | None, unit: str, said: str) -> None:
    assert words.amount(Target("II/1", "", low, high, unit, None, (0, 0))) == said
