"""Whether readings change when the same text comes in another shape."""

from __future__ import annotations

from collections.abc import Hashable

import vanban
from bench.shared import texts
from tests.vanban.perturbations import PERTURBATIONS


def run() -> None:
    changed = total = 0
    for name, text in texts():
        plain = findings(vanban.read_text(text))
        for label, perturb in PERTURBATIONS.items():
            other = findings(vanban.read_text(perturb(text)))
            total += 1
            if other != plain:
                changed += 1
                print(f"{name}: changes under {label}: {len(plain ^ other)} findings")
    print(f"{changed} of {total} readings change")


def findings(reading: vanban.Reading) -> frozenset[Hashable]:
    """All that a reading says apart from places, pages and confidence."""
    found: set[Hashable] = set()
    for name in ("outline", "citations", "assignments", "deadlines", "targets", "partners"):
        for index, finding in enumerate(getattr(reading, name)):
            values = finding._replace(span=(0, 0), page=None, confidence=1.0)
            for places in ("agency_spans", "mentions"):
                if places in finding._fields:
                    values = values._replace(**{places: ()})
            found.add((name, index, values))
    head = reading.letterhead
    found.add(("letterhead", 0, head._replace(spans=(), body=(), confidence=1.0)))
    return frozenset(found)
