"""Seconds from the shell's call of `vanban read` to its end: text, DOCX, PDF."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.shared import SAMPLES
from bench.speed import best

KINDS = ("txt", "docx", "pdf")


def run() -> None:
    command = Path(sys.executable).with_name("vanban")
    for kind in KINDS:
        largest = max(SAMPLES.glob(f"*.{kind}"), key=lambda path: path.stat().st_size, default=None)
        if largest is None:
            print(f"no sample of type {kind}")
            continue
        seconds = best(
            lambda path=largest: subprocess.run([command, "read", "--json", path], capture_output=True, check=True)
        )
        print(f"{kind:5} {largest.name:40} {seconds:.3f} s")
