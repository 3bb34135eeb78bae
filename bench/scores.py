"""How much of the gold readings is found: F1 of every list, by the project's scorer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.shared import SHARED


def run() -> None:
    scorer = SHARED / "tools" / "score_reading.py"
    if not scorer.exists():
        print("no gold readings beside the project; samples are scored by the tests")
        return
    command = Path(sys.executable).with_name("vanban")
    done = subprocess.run(
        [sys.executable, scorer, SHARED / "gold", SHARED / "plans", "--", command, "read", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    print("\n".join(line for line in done.stdout.splitlines() if line.startswith("mean")))
