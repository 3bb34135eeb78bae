"""The repository's own rules, which no linter knows: `python scripts/check_repository.py` lists what breaks them."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES = 400
"""A module beyond this holds more than one thought."""

_ADDRESS = re.compile(r"://|^\s*(?:-i|-f|--(?:extra-)?index-url|--find-links)\b| @ ")
_MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:root|work|home/\w+|Users/\w+)/")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
_PACKAGE = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


def main() -> int:
    """Print every breach; the exit status says whether there is one."""
    files = _tracked()
    breaches = [breach for rule in RULES for breach in rule(files)]
    print("\n".join(breaches) or f"{len(files)} files keep the repository's own rules.")
    return bool(breaches)


def locks_name_no_address(files: Iterable[Path]) -> Iterator[str]:
    """Whoever installs decides where packages come from; the hashes make sure that they are the same ones."""
    for file in files:
        if file.parent.name == "requirements" and file.suffix == ".txt":
            for number, line in enumerate(_text(file).splitlines(), 1):
                if _ADDRESS.search(line):
                    yield f"{_name(file)}:{number}: a requirement file names an address"
            for block in re.split(r"\n(?=\S)", _text(file)):
                if _PIN.match(block) and "--hash=sha256:" not in block:
                    yield f"{_name(file)}: {block.split('==')[0]} has no hash"


def dependencies_are_pinned_and_explained(_files: Iterable[Path]) -> Iterator[str]:
    """Each direct dependency is locked, and stands in the decision that says why it is there."""
    reasons = _text(ROOT / "docs/decisions/0005-dependencies.md").lower()
    pins = {name for file in (ROOT / "requirements").glob("*.txt") for name in _PIN.findall(_text(file))}
    for name in sorted(_direct_dependencies()):
        if name not in pins:
            yield f"requirements/: {name} is not locked; run `make lock`"
        if f"`{name}`" not in reasons:
            yield f"docs/decisions/0005-dependencies.md: no line for `{name}`"


def no_machine_paths(files: Iterable[Path]) -> Iterator[str]:
    """Nothing here knows on whose machine it was written."""
    for file in files:
        for number, line in enumerate(_text(file).splitlines(), 1):
            if _MACHINE_PATH.search(line):
                yield f"{_name(file)}:{number}: a path of one machine"


def links_lead_somewhere(files: Iterable[Path]) -> Iterator[str]:
    """Every relative link of a Markdown page has its target."""
    for file in files:
        if file.suffix == ".md" and "samples" not in file.parts:
            for target in _LINK.findall(_text(file)):
                if "://" not in target and not (file.parent / target).exists():
                    yield f"{_name(file)}: the link to {target} leads nowhere"


def both_readmes_say_the_same(_files: Iterable[Path]) -> Iterator[str]:
    """README.vi.md has the sections and the commands of README.md."""
    english, vietnamese = (_text(ROOT / name) for name in ("README.md", "README.vi.md"))
    for what, pattern in (("headings", r"^#+ "), ("commands", r"^(?:make|\.venv/bin/)[^#\n]*?(?= *(?:#|$))")):
        left, right = (re.findall(pattern, text, re.MULTILINE) for text in (english, vietnamese))
        if left != right:
            yield f"README.vi.md: its {what} are not those of README.md"


def architecture_names_every_module(files: Iterable[Path]) -> Iterator[str]:
    """The map shows every module and package that stands directly in vanban, and every app."""
    page = _text(ROOT / "ARCHITECTURE.md")
    for package in ("src/vanban", "src/banggiao"):
        folder = ROOT / package
        inside = (file.relative_to(folder).parts for file in files if file.is_relative_to(folder))
        names = {f"{first}/" if rest else first for first, *rest in inside if (rest or [first])[-1].endswith(".py")}
        for name in sorted(names - {"__init__.py", "__main__.py"}):
            if not re.search(rf"(?<![\w/]){re.escape(name)}", page):
                yield f"ARCHITECTURE.md: does not show {package}/{name}"


def modules_stay_small(files: Iterable[Path]) -> Iterator[str]:
    """A module that outgrows the limit is to be split by meaning."""
    for file in files:
        if file.suffix == ".py" and file.is_relative_to(ROOT / "src") and file.parent.name != "migrations":
            lines = _text(file).count("\n")
            if lines > MOST_LINES:
                yield f"{_name(file)}: {lines} lines; at most {MOST_LINES}"


RULES = (
    locks_name_no_address,
    dependencies_are_pinned_and_explained,
    no_machine_paths,
    links_lead_somewhere,
    both_readmes_say_the_same,
    architecture_names_every_module,
    modules_stay_small,
)


def _tracked() -> list[Path]:
    """The text files that git knows and that are there."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = (ROOT / name for name in listing.split("\0") if name)
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()[:1024]]


def _direct_dependencies() -> set[str]:
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]
    wanted = list(project["dependencies"])
    for file in (ROOT / "requirements").glob("*.in"):
        wanted += [line for line in _text(file).splitlines() if line and not line.startswith("#")]
    return {match.group(1).lower() for line in wanted if (match := _PACKAGE.match(line))}


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


if __name__ == "__main__":
    sys.exit(main())
