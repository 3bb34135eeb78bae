"""Where the gold readings and real plans lie, when they are there: beside the project's root."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "samples"


def plans() -> list[Path]:
    """The real plans, none where they are not present."""
    return sorted((SHARED / "plans").glob("*.txt"))


def texts() -> Iterator[tuple[str, str]]:
    """Name and text of every sample and real plan."""
    for path in [*sorted(SAMPLES.glob("*.txt")), *plans()]:
        yield path.stem, path.read_text(encoding="utf-8")
