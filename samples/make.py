#!/usr/bin/env python3
"""Make the sample documents from their sources: NAME.txt, NAME.docx, NAME.pdf, scans, and gold/NAME.json.

For developers; the outputs are committed. `python -m samples.make` makes all, `--text` only text and gold (standard
library only), `NAME …` some. Word files need python-docx, PDF needs LibreOffice (`soffice`), scans need Pillow and
poppler-utils (`pdftoppm`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from samples import annotation, markup, plain

HERE = Path(__file__).resolve().parent


def gold_text(sample: markup.Sample, version: plain.Plain) -> str:
    """The gold file: one entry a line, so that a change shows as a line."""
    reading = annotation.gold(sample, version.quote)
    parts = []
    for key, value in reading.items():
        if isinstance(value, list):
            entries = ",\n  ".join(json.dumps(entry, ensure_ascii=False) for entry in value)
            parts.append(f' "{key}": [\n  {entries}\n ]' if value else f' "{key}": []')
        else:
            parts.append(f' "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def make_text(source: Path) -> markup.Sample:
    sample = markup.load(source)
    version = plain.render(sample)
    (HERE / f"{sample.name}.txt").write_text(version.text, encoding="utf-8")
    (HERE / "gold" / f"{sample.name}.json").write_text(gold_text(sample, version), encoding="utf-8")
    return sample


def make_documents(sample: markup.Sample) -> None:
    # Loaded here because text and gold can be made without what they need.
    path = HERE / f"{sample.name}.docx"
    import_module("samples.word").Writer(sample).write(path)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", path.name],
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=180,
            cwd=HERE,
        )
    if "scan" in sample.head:
        import_module("samples.scan").scan(HERE / f"{sample.name}.pdf", HERE)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--text", action="store_true", help="only text and gold")
    options = parser.parse_args()
    for source in sorted((HERE / "source").glob("*.txt")):
        if not options.names or source.stem in options.names:
            sample = make_text(source)
            if not options.text:
                make_documents(sample)
    return 0


if __name__ == "__main__":
    sys.exit(main())
