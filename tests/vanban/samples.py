"""Our own sample documents and what a careful official reads out of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from samples import markup, plain

FOLDER = Path(__file__).resolve().parents[2] / "samples"

NAMES = tuple(sorted(path.stem for path in (FOLDER / "source").glob("*.txt")))
"""All samples, by name: `ke-hoach-doi-ngoai-2025`, …"""


def path(name: str, ending: str = ".txt") -> Path:
    """One version of a sample: `.txt`, `.docx`, `.pdf`, `.scan.pdf`, `-1.png`."""
    return FOLDER / f"{name}{ending}"


@cache
def text(name: str) -> str:
    """The text version."""
    return path(name).read_text(encoding="utf-8")


def gold(name: str) -> dict[str, Any]:
    """The gold reading."""
    reading: dict[str, Any] = json.loads((FOLDER / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return reading


def source(name: str) -> markup.Sample:
    """The source that everything is made from."""
    return markup.load(FOLDER / "source" / f"{name}.txt")


def paragraphs(name: str) -> list[str]:
    """The paragraphs of the text version, each on one line; table rows and letterhead lines as they stand."""
    return plain.render(source(name)).paragraphs
