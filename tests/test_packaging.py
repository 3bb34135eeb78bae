"""What a wheel takes along: everything the packages read at run time, and what the demonstration loads."""

from __future__ import annotations

import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from banggiao.demonstration.story import story

ROOT = Path(__file__).resolve().parent.parent

NOT_NEEDED = {
    "src/banggiao/ui/icons.txt",  # read by scripts/assets alone
}


@pytest.fixture(scope="module")
def setuptools() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    return found


def packaged(setuptools: dict[str, Any]) -> set[str]:
    """The files that the patterns of package data name."""
    found = set()
    for package, patterns in setuptools["package-data"].items():
        folders = [ROOT / "src" / package.replace(".", "/")] if package != "*" else list((ROOT / "src").iterdir())
        for folder in folders:
            for pattern in patterns:
                wanted = f"{pattern}/*" if pattern.endswith("**") else pattern
                found |= {file.relative_to(ROOT).as_posix() for file in folder.glob(wanted) if file.is_file()}
    return found


def test_every_file_beside_the_code_goes_into_a_wheel(setuptools: dict[str, Any]) -> None:
    listing = subprocess.run(["git", "ls-files", "-z", "src"], cwd=ROOT, check=True, capture_output=True, text=True)
    beside = {name for name in listing.stdout.split("\0") if name and not name.endswith(".py")}
    in_tests = {name for name in beside if "/tests/" in name}
    assert beside - in_tests - NOT_NEEDED - packaged(setuptools) == set()


def test_the_plans_of_the_demonstration_go_into_a_wheel(setuptools: dict[str, Any]) -> None:
    patterns = setuptools["data-files"]["share/bang-giao/samples"]
    taken = {file.name for pattern in patterns for file in ROOT.glob(pattern)}
    assert taken >= {plan.sample for plan in story()[0]}
