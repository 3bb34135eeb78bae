"""Perturbations change how a text is written down and not what it says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from tests.vanban import perturbations, samples
from tests.vanban.perturbations import PERTURBATIONS, WIDTHS


def is_page_number(line: str) -> bool:
    return line.strip().isdigit() and len(line.strip()) < 3


def words(text: str) -> str:
    """Letters and numbers without white space and page numbers, tones placed in one way."""
    composed = perturbations.late_tones(unicodedata.normalize("NFC", text))
    return "".join("".join(line.split()) for line in composed.splitlines() if not is_page_number(line))


@pytest.mark.parametrize("perturb", PERTURBATIONS.values(), ids=PERTURBATIONS)
@pytest.mark.parametrize("name", samples.NAMES)
def test_no_word_is_lost(name: str, perturb: Callable[[str], str]) -> None:
    text = samples.text(name)
    assert words(perturb(text)) == words(text)


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", samples.NAMES)
def test_breaking_paragraphs_anew_loses_no_word(name: str, columns: int) -> None:
    broken = perturbations.rewrapped(samples.paragraphs(name), columns)
    assert words(broken) == words(samples.text(name))
    assert all(len(line) <= columns or line.startswith("|") for line in broken.splitlines())


@pytest.mark.parametrize("name", samples.NAMES)
def test_most_paragraphs_are_found_again_in_broken_lines(name: str) -> None:
    found = {"".join(paragraph.split()) for paragraph in perturbations.paragraphs(samples.text(name))}
    wanted = ["".join(paragraph.split()) for paragraph in samples.paragraphs(name)]
    assert sum(paragraph in found for paragraph in wanted) >= 0.95 * len(wanted)


@pytest.mark.parametrize(
    ("caption", "early", "late"),
    [
        ("open syllables", "hòa, khỏe, thúy, Ủy, HÓA", "hoà, khoẻ, thuý, Uỷ, HOÁ"),
        ("closed syllables and `qu` stay", "toàn, quý, huyện, ngoài", "toàn, quý, huyện, ngoài"),
    ],
)
def test_tones_move_where_both_styles_differ(caption: str, early: str, late: str) -> None:
    assert perturbations.late_tones(early) == late


def test_page_numbers_stand_between_pages() -> None:
    text = "".join(f"dòng {number}\n" for number in range(100))
    assert [line for line in perturbations.numbered_pages(text).splitlines() if line.isdigit()] == ["2", "3"]
