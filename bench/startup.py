"""Seconds from the shell's call of `vanban read` to its end, for a plan of some fifteen pages as text, DOCX, PDF."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.conversions import as_docx, as_pdf, office
from bench.shared import texts
from bench.speed import best


def run() -> None:
    name, source = max(texts(), key=lambda entry: len(entry[1]))
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder, f"{name}.txt")
        text.write_text(source, encoding="utf-8")
        docx = as_docx(source, text.with_suffix(".docx"))
        files = [text, docx, as_pdf(docx)] if office() else [text, docx]
        print(f"{name}, {len(source):,} characters")
        for file in files:
            print(f"{file.suffix[1:]:5} {_seconds(file):.3f} s")


def _seconds(file: Path) -> float:
    command = [Path(sys.executable).with_name("vanban"), "read", "--json", file]
    return best(lambda: subprocess.run(command, capture_output=True, check=True))
