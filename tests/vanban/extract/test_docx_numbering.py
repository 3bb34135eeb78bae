"""Automatic numbering of DOCX."""

from __future__ import annotations

import pytest

from tests.vanban.extract.docxs import docx, p, part
from vanban.extract import extract
from vanban.extract.docx_numbering import format_number


def level(number: int, form: str, pattern: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def number(identifier: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def item(text: str, place: int = 0, of: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{of}"/></w:numPr>')


def read(body: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"numbering": part("numbering", numbering)}
    if styles:
        parts["styles"] = part("styles", styles)
    return extract(docx(body, **parts)).text.split("\n")


PLAN = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "\uf0b7"),
) + number(1, 0)


def test_levels_count_and_begin_anew_below_each_heading() -> None:
    body = (
        item("MỤC ĐÍCH")
        + item("Một", 1)
        + item("Hai", 1)
        + item("NỘI DUNG")
        + item("Ba", 1)
        + item("Bốn", 2)
        + item("Năm", 3)
    )
    assert read(body, PLAN) == ["I. MỤC ĐÍCH", "1. Một", "2. Hai", "II. NỘI DUNG", "1. Ba", "a) Bốn", "- Năm"]


def test_a_pattern_may_show_the_levels_above() -> None:
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")) + number(1, 0)
    assert read(item("A") + item("B", 1) + item("C", 1) + item("D") + item("E", 1), numbering) == [
        "1. A",
        "1.1. B",
        "1.2. C",
        "2. D",
        "2.1. E",
    ]


def test_a_legal_level_shows_roman_numbers_as_decimals() -> None:
    numbering = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")) + number(1, 0)
    assert read(item("A") + item("B", 1), numbering) == ["I. A", "1.1. B"]


def test_a_level_that_never_restarts_counts_on() -> None:
    numbering = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    ) + number(1, 0)
    assert read(item("A") + item("B", 1) + item("C") + item("D", 1), numbering) == ["I. A", "1. B", "II. C", "2. D"]


def test_an_override_starts_the_count_anew_for_its_list() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + number(1, 0) + number(2, 0, override)
    assert read(item("A") + item("B") + item("C", of=2) + item("D", of=2), numbering) == [
        "1. A",
        "2. B",
        "1. C",
        "2. D",
    ]


def test_two_lists_of_one_kind_without_override_count_on() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + number(1, 0) + number(2, 0)
    assert read(item("A") + item("B", of=2), numbering) == ["1. A", "2. B"]


def test_an_override_may_change_the_form_of_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + number(1, 0, override)
    assert read(item("X") + item("Y"), numbering) == ["A. X", "B. Y"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Section"><w:basedOn w:val="Part"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def test_styles_number_their_paragraphs_and_hand_it_down() -> None:
    body = p("MỤC ĐÍCH", '<w:pStyle w:val="Part"/>') + p("Một", '<w:pStyle w:val="Section"/>')
    assert read(body, PLAN, STYLES) == ["I. MỤC ĐÍCH", "1. Một"]


def test_a_paragraph_may_leave_the_list_of_its_style() -> None:
    off = '<w:pStyle w:val="Part"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    assert read(p("Tự do", off), PLAN, STYLES) == ["Tự do"]


def test_a_list_may_take_its_levels_from_a_numbering_style() -> None:
    styles = '<w:style w:type="numbering" w:styleId="Outline"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
    assert read(item("MỤC ĐÍCH", of=2) + item("Một", 1, of=2), PLAN + linked + number(2, 5), styles) == [
        "I. MỤC ĐÍCH",
        "1. Một",
    ]


def test_an_empty_paragraph_counts_and_a_deleted_one_does_not() -> None:
    deleted = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    )
    assert read(item("A") + deleted + item("B") + item("") + item("C"), PLAN) == ["I. A", "II. B", "IV. C"]


def test_plus_signs_stay_plus_signs() -> None:
    numbering = abstract(0, level(0, "bullet", "+"), level(1, "bullet", "o")) + number(1, 0)
    assert read(item("A") + item("B", 1), numbering) == ["+ A", "- B"]


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        pytest.param(14, "upperRoman", "XIV", id="Roman"),
        pytest.param(9, "lowerRoman", "ix", id="small Roman"),
        pytest.param(2, "upperLetter", "B", id="letter"),
        pytest.param(28, "lowerLetter", "bb", id="letters after z are doubled"),
        pytest.param(7, "decimalZero", "07", id="with a zero"),
        pytest.param(3, "ordinal", "3", id="forms of other languages are plain numbers"),
    ],
)
def test_forms_of_numbers(value: int, form: str, expected: str) -> None:
    assert format_number(value, form) == expected
