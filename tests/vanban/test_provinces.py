"""Plans in the manner of other provinces, annotated without sight of the code, are read as well as before."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from statistics import mean

import pytest

import vanban
from tests.vanban.scoring import Score, score
from vanban.render.json import reading_as_json

FOLDER = Path(__file__).parent / "provinces"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))

LEAST = {
    "outline": 0.991,
    "outline, paths": 0.989,
    "citations": 0.997,
    "citations, whole": 0.997,
    "assignments": 0.953,
    "assignments, whole": 0.938,
    "deadlines": 0.941,
    "targets": 0.853,
    "partners": 0.953,
    "metadata": 0.991,
}
"""Mean F1 of each list over the plans; raise a bound when reading improves, never lower one without a reason."""


@cache
def scores(name: str) -> dict[str, Score]:
    gold = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return score(gold, reading_as_json(vanban.read(FOLDER / f"{name}.txt"), name))


@pytest.mark.parametrize("finding", LEAST)
def test_readings_agree_with_the_annotators_on_the_mean(finding: str) -> None:
    assert mean(scores(name)[finding].f1 for name in NAMES) >= LEAST[finding]
