"""Coverage against the gold: which duties say the same as which content items, and which items nobody owns."""

from __future__ import annotations

import json
from collections.abc import Collection, Hashable

import vanban
from bench.shared import SHARED


def run() -> None:
    found_any = False
    for path in sorted((SHARED / "gold").glob("*.coverage.json")):
        found_any = True
        stem = path.name.removesuffix(".coverage.json")
        gold = json.loads(path.read_text(encoding="utf-8"))
        coverage = vanban.coverage(vanban.read(SHARED / "plans" / f"{stem}.txt"))
        wanted = {
            (pair["duty"]["path"], pair["duty"]["start"], item) for pair in gold["pairs"] for item in pair["contents"]
        }
        found = {
            (pair.duty.path, pair.duty.start, match.item.path) for pair in coverage.pairs for match in pair.contents
        }
        _row(stem, "pairs", wanted, found)
        _row(stem, "unassigned", set(gold["unassigned"]), {item.path for item in coverage.unassigned})
    if not found_any:
        print("no gold coverage beside the project")


def _row(stem: str, name: str, wanted: set[Hashable], found: set[Hashable]) -> None:
    right = len(wanted & found)
    print(f"{stem:16} {name:10} F1 {f1(wanted, found):.3f}   {right} right of {len(wanted)}, {len(found)} found")


def f1(wanted: Collection[Hashable], found: Collection[Hashable]) -> float:
    """Harmonic mean of precision and recall, 1 where both are empty."""
    total = len(wanted) + len(found)
    return 2 * len(set(wanted) & set(found)) / total if total else 1.0
