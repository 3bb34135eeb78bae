"""The process is killed at random moments, and nothing that was acknowledged is lost or there by half."""

from __future__ import annotations

from pathlib import Path

from banggiao.testing.ordeal import Ordeal

KILLS = 12
"""`python -m bench faults` kills two hundred times."""


def test_a_server_that_is_killed_loses_nothing_and_leaves_nothing_by_half(tmp_path: Path) -> None:
    outcome = Ordeal(tmp_path, seed=20260125).run(kills=KILLS, say=lambda _line: None)
    assert outcome.faults == []
    assert outcome.kills == KILLS
    assert outcome.received > 0
    assert outcome.confirmed > 0
