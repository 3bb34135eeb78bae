"""Whether readings change when the same text comes in another shape: written, wrapped, converted otherwise."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import vanban
from bench.conversions import as_docx, as_pdf, office, paragraphs
from bench.shared import texts
from tests.vanban.perturbations import PERTURBATIONS, WIDTHS, rewrapped
from tests.vanban.scoring import essence
from vanban.render.json import reading_as_json


def run() -> None:
    changed = total = 0
    for name, text in texts():
        plain = _essence(vanban.read_text(text))
        for shape, reading in _shapes(text):
            total += 1
            lists = [key for key, value in _essence(reading).items() if value != plain[key]]
            if lists:
                changed += 1
                print(f"{name}: {shape}: {', '.join(lists)} differ")
    print(f"{changed} of {total} readings change")


def _essence(reading: vanban.Reading) -> dict[str, Any]:
    """All that a reading says apart from places, pages and confidence."""
    return essence(reading_as_json(reading))


def _shapes(text: str) -> Iterator[tuple[str, vanban.Reading]]:
    for label, perturb in PERTURBATIONS.items():
        yield label, vanban.read_text(perturb(text))
    for width in WIDTHS:
        yield f"wrapped at {width}", vanban.read_text(rewrapped(paragraphs(text), width))
    with tempfile.TemporaryDirectory() as folder:
        docx = as_docx(text, Path(folder, "plan.docx"))
        yield "DOCX", vanban.read(docx)
        if office():
            yield "PDF", vanban.read(as_pdf(docx))
