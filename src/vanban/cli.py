"""The command `vanban`: read a document, see what a plan leaves without an owner, compare two plans."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import vanban
from vanban.errors import ReadingError, SecretDocument

REFUSED = 2
SECRET = 3
"""Exit codes: a document that cannot be read; a document marked as a state secret."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what it made goes to standard output, refusals in words to standard error."""
    options = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        _write(_COMMANDS[options.command](options), options.output)
    except SecretDocument as refusal:
        return _refuse(refusal, SECRET)
    except ReadingError as refusal:
        return _refuse(refusal, REFUSED)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


def _refuse(refusal: ReadingError, code: int) -> int:
    print(f"vanban: {refusal.message} [{refusal.code}]", file=sys.stderr)
    return code


def _write(content: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(content if content.endswith("\n") else content + "\n")
        sys.stdout.flush()
        return
    try:
        output.write_text(content, encoding="utf-8")
    except OSError as problem:
        raise ReadingError("no-output", f"Không ghi được tệp kết quả: {problem.strerror}.") from problem


def _read(options: argparse.Namespace) -> str:
    return _render("reading", options.format, vanban.read(options.file), document=options.file.stem)


def _coverage(options: argparse.Namespace) -> str:
    reading = vanban.read(options.file)
    return _render("coverage", options.format, vanban.coverage(reading), reading)


def _compare(options: argparse.Namespace) -> str:
    old, new = vanban.read(options.old), vanban.read(options.new)
    return _render("comparison", options.format, vanban.compare(old, new), old, new)


_COMMANDS = {"read": _read, "coverage": _coverage, "compare": _compare}


def _render(what: str, form: str, *values: Any, **named: Any) -> str:
    """One of `<what>_json`, `<what>_table`, `<what>_html` of `vanban.render`, loaded when it is needed."""
    module = import_module(f"vanban.render.{form}")
    made = getattr(module, f"{what}_as_{form}")(*values, **named)
    return json.dumps(made, ensure_ascii=False) if form == "json" else str(made)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vanban",
        description="Đọc văn bản hành chính tiếng Việt: bố cục, viện dẫn, nhiệm vụ, thời hạn, chỉ tiêu, đối tác.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    read = commands.add_parser("read", help="đọc một văn bản")
    read.add_argument("file", type=Path, metavar="TỆP")
    coverage = commands.add_parser("coverage", help="nội dung nào đã có cơ quan thực hiện, nội dung nào chưa")
    coverage.add_argument("file", type=Path, metavar="TỆP")
    compare = commands.add_parser("compare", help="so hai kế hoạch: giữ nguyên, viết lại, bỏ, mới")
    compare.add_argument("old", type=Path, metavar="CŨ")
    compare.add_argument("new", type=Path, metavar="MỚI")
    for command in (read, coverage, compare):
        _add_form(command)
    return parser


def _add_form(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json", dest="format", action="store_const", const="json", default=argparse.SUPPRESS, help="in JSON"
    )
    command.add_argument(
        "--format",
        choices=("table", "json", "html"),
        default="table",
        metavar="DẠNG",
        help="table (mặc định), json hoặc html",
    )
    command.add_argument("--output", "-o", type=Path, metavar="TỆP", help="ghi vào tệp thay vì in ra")


if __name__ == "__main__":
    sys.exit(main())
