"""Reading our own samples finds what a careful official finds.

The least F1 of each list stands in `LEAST`; raise a figure when the readings have grown better, never lower it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

import vanban
from tests.vanban import samples
from tests.vanban.scoring import KEYS, score
from vanban.render.json import reading_as_json

LISTS = (*KEYS, "partners", "metadata")

LEAST = dict.fromkeys(LISTS, 0.97)
"""The goal everywhere."""

LEAST_FOR_SCANS = dict.fromkeys(LISTS, 0.7)
"""A page image is read through Tesseract, which loses letters and numerals."""


@cache
def figures(name: str, ending: str) -> dict[str, Any]:
    found = reading_as_json(vanban.read(samples.path(name, ending)), name)
    return score(samples.gold(name), found)


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("ending", [".txt", ".docx", ".pdf"])
@pytest.mark.parametrize("name", samples.NAMES)
def test_a_sample_is_read_as_an_official_reads_it(name: str, ending: str, kind: str) -> None:
    result = figures(name, ending)[kind]
    assert result.f1 >= LEAST[kind], f"missed {result.missed}\nextra {result.extra}"


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("kind", LISTS)
def test_a_scanned_sample_is_read_as_far_as_it_is_legible(kind: str) -> None:
    result = figures("ke-hoach-huyen-thuong-lam-2024", ".scan.pdf")[kind]
    assert result.f1 >= LEAST_FOR_SCANS[kind], f"missed {result.missed}\nextra {result.extra}"
