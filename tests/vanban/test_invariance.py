"""One document read in many shapes gives one reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

import vanban
from tests.vanban import samples
from tests.vanban.perturbations import PERTURBATIONS, WIDTHS, rewrapped
from tests.vanban.scoring import essence
from vanban.render.json import reading_as_json


@cache
def of_text(name: str) -> Any:
    return essence(reading_as_json(vanban.read_text(samples.text(name)), name))


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """For each list that differs, what only one of the two readings has."""
    found = {}
    for key, value in one.items():
        if value != other[key]:
            left, right = (side if isinstance(side, list) else [side] for side in (value, other[key]))
            found[key] = ([e for e in left if e not in right], [e for e in right if e not in left])
    return found


@pytest.mark.parametrize("perturb", PERTURBATIONS.values(), ids=PERTURBATIONS)
@pytest.mark.parametrize("name", samples.NAMES)
def test_the_way_a_text_is_written_down_does_not_change_its_reading(name: str, perturb: Callable[[str], str]) -> None:
    reading = essence(reading_as_json(vanban.read_text(perturb(samples.text(name))), name))
    assert differences(of_text(name), reading) == {}


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("name", samples.NAMES)
def test_breaking_lines_anew_does_not_change_the_reading(name: str, columns: int) -> None:
    text = rewrapped(samples.paragraphs(name), columns)
    reading = essence(reading_as_json(vanban.read_text(text), name))
    assert differences(of_text(name), reading) == {}


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
@pytest.mark.parametrize("name", samples.NAMES)
def test_word_and_pdf_versions_read_like_the_text(name: str, ending: str) -> None:
    reading = essence(reading_as_json(vanban.read(samples.path(name, ending)), name))
    assert differences(of_text(name), reading) == {}
