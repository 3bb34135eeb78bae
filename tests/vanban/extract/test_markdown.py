"""Markdown to text."""

from __future__ import annotations

import pytest

from vanban.extract import extract
from vanban.extract.markdown import is_markdown, plain


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("## I. MỤC ĐÍCH ##", "I. MỤC ĐÍCH", id="heading"),
        pytest.param("* Sở Ngoại vụ\n* Sở Tài chính", "- Sở Ngoại vụ\n- Sở Tài chính", id="bullets"),
        pytest.param("- Một\n1. Hai\na) Ba", "- Một\n1. Hai\na) Ba", id="dashes and numbers stay"),
        pytest.param("**Sở *Ngoại vụ* chủ trì**", "Sở Ngoại vụ chủ trì", id="emphasis"),
        pytest.param("__Số:__ /KH-UBND, a_b_c", "Số: /KH-UBND, a_b_c", id="underscores inside words stay"),
        pytest.param("[Nghị quyết 59](https://a.vn/x) và ![dấu](a.png)", "Nghị quyết 59 và dấu", id="links"),
        pytest.param("> Trích dẫn", "Trích dẫn", id="quotation"),
        pytest.param("A\n\n---\n\nB", "A\n\n\nB", id="rule"),
        pytest.param("Luật số 70\\_2020, `mã`", "Luật số 70_2020, mã", id="escapes and code"),
        pytest.param(
            "TT | Nội dung\n---|:---:\n1 | Đoàn ra<br>Đoàn vào",
            "| TT | Nội dung |\n| 1 | Đoàn ra Đoàn vào |",
            id="table",
        ),
    ],
)
def test_marks_are_taken_off(marked: str, expected: str) -> None:
    assert plain(marked) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# KẾ HOẠCH\n\n## I. MỤC ĐÍCH\n", True, id="headings"),
        pytest.param("**KẾ HOẠCH**\n**Đối ngoại**", True, id="bold lines"),
        pytest.param("- Một\n- Hai\n* Ba\n+ Bốn", False, id="lists alone are prose of plans"),
        pytest.param("| TT | Nội dung |\n| 1 | Đoàn ra |", False, id="our own tables"),
        pytest.param("Số: 20/KH-UBND\n-----\n***", False, id="rules below a letterhead"),
    ],
)
def test_only_what_bears_marks_is_markdown(text: str, expected: bool) -> None:
    assert is_markdown(text) is expected


def test_the_type_is_told() -> None:
    read = extract("# KẾ HOẠCH\n\n**Đối ngoại**\n".encode())
    assert (read.text, read.type) == ("KẾ HOẠCH\n\nĐối ngoại\n", "markdown")


def test_a_row_broken_inside_a_cell_stays_one_row() -> None:
    head = "| TT | Nội dung | Cơ quan |\n|---|---|---|\n"
    text = head + "| 5 | Ký kết thỏa thuận\nquốc tế với tỉnh Champasak | Sở Ngoại vụ |\nII. Khác\n"
    assert "| 5 | Ký kết thỏa thuận quốc tế với tỉnh Champasak | Sở Ngoại vụ |\nII. Khác" in plain(text)
